import { edition2021 } from '../../form/edition-2021';
import type { Item } from '../tokens/item';
import { headingByLikeness, headingByNumber } from './heading-by-place';
import { type Candidate, candidatesAt, type Heading, mayBeHeading } from './heading-candidates';

const { sections } = edition2021;
const numberOf = new Map(sections.map(({ id, number }) => [id, number]));
/** A report has some dozens of numbered lines. */
const mostTried = 5000;

/**
 * Finds the headings of the six sections by their wording, whatever their number. Where a wording stands several times (a table
 * of contents, a narrative with headings of its own) the series that keeps the form's order and fits best is taken; a section that
 * is not in the series is added where its best heading stands, or where the one line with its number stands between its neighbours.
 */
export function findHeadings(items: readonly Item[], view: string): Heading[] {
  const candidates: Candidate[] = [];
  let tried = 0;
  for (let index = 0; index < items.length && tried < mostTried; index++) {
    const item = items[index];
    if (item?.token.kind !== 'words' || !mayBeHeading(item, view)) continue;
    candidates.push(...candidatesAt(items, index, view));
    tried++;
  }
  const settled = candidates.map((candidate, index) => {
    const next = candidates[index + 1];
    // Lines of a table of contents follow each other; a heading is followed by its section.
    return next && next.item === candidate.item + 1
      ? candidate
      : { ...candidate, score: candidate.score + 1 };
  });
  const chain: Heading[] = bestChain(settled);
  const found = new Set(chain.map(({ id }) => id));
  for (const { id } of sections) {
    if (found.has(id)) continue;
    const best = settled
      .filter((each) => each.id === id && each.score >= 5)
      .sort((a, b) => b.score - a.score)[0];
    if (best && !chain.some(({ item }) => item === best.item)) chain.push(best);
  }
  return withThoseByPlace(items, view, chain).sort((a, b) => a.item - b.item);
}

/** The headings with those that only their place tells, by their number or words that are like theirs, in a text that has headings at all. */
function withThoseByPlace(items: readonly Item[], view: string, chain: readonly Heading[]): Heading[] {
  const headings = [...chain];
  if (headings.length === 0) return headings;
  for (const { id, number } of sections) {
    if (headings.some((each) => each.id === id)) continue;
    const itemsOf = (isBeside: (other: number) => boolean): number[] =>
      headings.filter((each) => isBeside(numberOf.get(each.id) ?? 0)).map(({ item }) => item);
    const after = Math.max(-1, ...itemsOf((other) => other < number));
    const before = Math.min(items.length, ...itemsOf((other) => other > number));
    const gap = { id, after, before };
    const found = headingByNumber(items, view, gap) ?? headingByLikeness(items, view, gap);
    if (found) headings.push(found);
  }
  return headings;
}

interface Link {
  readonly candidate: Candidate;
  readonly sum: number;
  readonly before: Link | undefined;
}

/** The series of candidates in the form's order whose scores add up to the most; the later one where two are equal. */
function bestChain(candidates: readonly Candidate[]): Candidate[] {
  // By the number of the section in which a series ends.
  const ends: (Link | undefined)[] = [];
  const bestBelow = (number: number): Link | undefined => {
    let best: Link | undefined;
    for (let at = 0; at < number; at++) if ((ends[at]?.sum ?? 0) >= (best?.sum ?? 1)) best = ends[at];
    return best;
  };
  for (const candidate of candidates) {
    const number = numberOf.get(candidate.id) ?? 0;
    const before = bestBelow(number);
    const sum = candidate.score + (before?.sum ?? 0);
    if (sum >= (ends[number]?.sum ?? 0)) ends[number] = { candidate, sum, before };
  }
  const chain: Candidate[] = [];
  for (let link = bestBelow(sections.length + 1); link; link = link.before) chain.unshift(link.candidate);
  return chain;
}

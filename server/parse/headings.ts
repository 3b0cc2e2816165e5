import { edition2021 } from '../form/edition-2021';
import { type SectionId, tableIds } from '../form/form';
import type { HeadingReading } from '../report/report';
import { fold } from '../text/fold';
import type { Item } from './items';
import { hasMeaning, plainWords, resemblingSection, significant } from './lexicon';
import type { NumberingStyle } from './numbering';
import type { Token } from './tokens';

/** A heading of one of the six sections and the item it stands in. */
export interface Heading {
  readonly id: SectionId;
  readonly item: number;
  readonly reading: HeadingReading;
}

interface Candidate extends Heading {
  readonly score: number;
}

const { sections } = edition2021;
const numberOf = new Map(sections.map(({ id, number }) => [id, number]));
/** Longest first, so that the first that fits is the whole wording. */
const wordings = sections
  .flatMap(({ id, heading, variants }) =>
    [heading, ...variants].map((label) => ({ id, label: significant(label) })),
  )
  .sort((a, b) => b.label.length - a.label.length);
const longestHeading = 40;
/** A report has some dozens of numbered lines. */
const mostTried = 5000;
const alike = 0.62;
/** Between the heading of a table and its first label stand a note and a line or two of text at the most. */
const nearestLabel = 6;

/**
 * Finds the headings of the six sections by their wording, whatever their number. Where a wording stands several times (a table
 * of contents, a narrative with headings of its own) the series that keeps the form's order and fits best is taken; a section that
 * is not in the series is added where its best heading stands.
 */
export function findHeadings(items: readonly Item[], view: string): Heading[] {
  const candidates: Candidate[] = [];
  let tried = 0;
  for (let index = 0; index < items.length && tried < mostTried; index++) {
    const item = items[index];
    if (item?.token.kind !== 'words' || !mayBeHeading(item)) continue;
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
  const chain = bestChain(settled);
  const found = new Set(chain.map(({ id }) => id));
  for (const { id } of sections) {
    if (found.has(id)) continue;
    const best = settled
      .filter((each) => each.id === id && each.score >= 5)
      .sort((a, b) => b.score - a.score)[0];
    if (best && !chain.some(({ item }) => item === best.item)) chain.push(best);
  }
  return chain.sort((a, b) => a.item - b.item);
}

/** Words that are known as a section's heading, or that carry a number as headings do and are no label. */
function mayBeHeading({ token, meanings }: Item): boolean {
  for (const meaning of meanings) if (meaning.kind === 'section') return true;
  const { numbering } = token;
  // 其他 is a label of the tables too, with another number.
  return (
    (meanings.length === 0 || numbering?.value === sections.length) &&
    numbering !== undefined &&
    numbering.value <= sections.length &&
    (isOpen(numbering.style) || token.length <= longestCurt)
  );
}

const isOpen = (style: NumberingStyle): boolean => style === 'chinese' || style === 'arabic';

function candidatesAt(items: readonly Item[], index: number, view: string): Candidate[] {
  const item = items[index];
  if (!item) return [];
  const { token, meanings } = item;
  const numbering = token.numbering;
  if (items[index - 1]?.token.line === token.line) return [];
  const exact = meanings.flatMap((meaning): Candidate[] => {
    if (meaning.kind !== 'section') return [];
    if (!meaning.official && !isCertain(items, index, meaning.id)) return [];
    const score = (meaning.official ? 4 : 2) + numberScore(token, meaning.id);
    return [{ id: meaning.id, item: index, score, reading: readingOf(token, token.end, view) }];
  });
  if (exact.length > 0 || !numbering) return exact;
  const loose = meanings.length === 0 && isOpen(numbering.style) ? looseCandidates(token, index, view) : [];
  return loose.length > 0 ? loose : curtCandidate(items, index, view);
}

/** What a heading says at least. */
const keywords: Readonly<Record<SectionId, RegExp>> = {
  overview: /总体|概[况述]/u,
  proactiveDisclosure: /主动公开/u,
  applications: /依申请|收到|申请.{0,4}(?:情况|办理)/u,
  disputes: /复议|诉讼/u,
  problems: /问题|改进/u,
  otherMatters: /^其[他它]/u,
};
const longestCurt = 12;

/**
 * A few words with the number of a section and its keyword (二、主动公开): its heading where a label of its table stands right behind,
 * and, where it has no table, as a line of its own.
 */
function curtCandidate(items: readonly Item[], index: number, view: string): Candidate[] {
  const token = items[index]?.token;
  const id = sections.find(({ number }) => number === token?.numbering?.value)?.id;
  if (!token?.numbering || id === undefined) return [];
  const head = plainWords(significant(view.slice(token.numbering.end, token.end)));
  if (head.length > longestCurt || !keywords[id].test(head)) return [];
  const hasTable = tableIds.some((table) => table === id);
  const { style } = token.numbering;
  // Rows are numbered 1., 2., too.
  const certain = hasTable ? style !== 'arabic' && isBeforeTable(items, index, id) : isOpen(style);
  if (!certain) return [];
  const score = (hasTable ? 2 : 0) + numberScore(token, id);
  return [{ id, item: index, score, reading: readingOf(token, token.end, view) }];
}

const isBeforeTable = (items: readonly Item[], index: number, id: SectionId): boolean =>
  items
    .slice(index + 1, index + 1 + nearestLabel)
    .some(({ meanings }) => meanings.some((each) => each.kind !== 'section' && each.table === id));

/**
 * Whether words that are not a section's official heading are one. Sub-points of the first section are named as the sections with
 * tables are (主动公开情况): a heading has the number of its section, or a label of its table right behind it.
 */
function isCertain(items: readonly Item[], index: number, id: SectionId): boolean {
  const numbering = items[index]?.token.numbering;
  const bracketed = numbering?.style === 'bracketed' || numbering?.style === 'bracketed-arabic';
  const isOwn = numbering?.value === numberOf.get(id);
  if (!tableIds.some((table) => table === id)) return !bracketed || isOwn;
  return (numbering?.style === 'chinese' && isOwn) || isBeforeTable(items, index, id);
}

/** What may stand before a wording and changes nothing about which section it is. */
const lead = /^(?:20\d\d年度?)?(?:本年度?|全年|年度)?(?:政府信息公开|政务公开|信息公开)?(?:工作)?中?/u;
/** So much behind a wording is a part of the heading (…统计表, …2023年). */
const longestTail = 8;

/** A numbered line that starts with a heading's wording and goes on, or whose wording is like a heading's. */
function looseCandidates(token: Token, index: number, view: string): Candidate[] {
  const start = token.numbering?.end ?? token.start;
  const text = view.slice(start, Math.min(token.end, start + 2 * longestHeading));
  const head = plainWords(significant(text));
  const bare = head.replace(lead, '');
  const skipped = head.length - bare.length;
  const found =
    token.numbering?.style === 'chinese'
      ? (wordings.find(({ label }) => head.startsWith(label)) ??
        wordings.find(({ label }) => bare.startsWith(label)))
      : undefined;
  if (found) {
    const used = head.startsWith(found.label) ? found.label.length : skipped + found.label.length;
    const tail = head.slice(used);
    const goesOn =
      tail.length > longestTail || hasMeaning(tail) || /[,.;:]/u.test(fold(text.trimEnd().slice(0, -1)));
    return [
      {
        id: found.id,
        item: index,
        score: 2 + numberScore(token, found.id),
        reading: readingOf(token, goesOn ? start + lengthOf(text, used) : token.end, view),
      },
    ];
  }
  const best =
    head.length <= longestHeading && token.length <= longestHeading ? resemblingSection(text) : undefined;
  if (!best || best.share < alike) return [];
  const score = 2 * best.share + numberScore(token, best.id);
  return [{ id: best.id, item: index, score, reading: readingOf(token, token.end, view) }];
}

/** How much of `text` its first `count` significant characters take. */
function lengthOf(text: string, count: number): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    if (significant(text[at] ?? '') !== '' && ++seen === count) return at + 1;
  }
  return text.length;
}

function numberScore({ numbering }: Token, id: SectionId): number {
  if (!numbering) return 0;
  const right = numbering.value === numberOf.get(id) ? 1 : 0;
  return right + (numbering.style === 'chinese' ? 2 : numbering.style === 'arabic' ? 1 : -2);
}

function readingOf(token: Token, end: number, view: string): HeadingReading {
  const { numbering } = token;
  let start = numbering?.end ?? token.start;
  while (
    start < end &&
    fold(view[start] ?? '')
      .trim()
      .replace('\0', '') === ''
  )
    start++;
  return {
    span: { start: token.start, end },
    number: { start: token.start, end: numbering?.end ?? token.start },
    wording: { start, end },
  };
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

import { edition2021 } from '../../form/edition-2021';
import { type SectionId, tableIds } from '../../form/form';
import type { HeadingReading } from '../../report/report';
import { fold } from '../../text/fold';
import { keyOf, meaningsOf, plainWords, resemblingSection, significant } from '../lexicon/lexicon';
import type { NumberingStyle } from '../lexicon/numbering';
import { remarkEnd, withoutRemarks } from '../lexicon/remarks';
import { headingEnd, keywords, lead, phraseEnd, wordingOf, wordings } from '../lexicon/wordings';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';

/** A heading of one of the six sections and the item it stands in. */
export interface Heading {
  readonly id: SectionId;
  readonly item: number;
  readonly reading: HeadingReading;
}

/** What may be a heading; the higher its score, the likelier. */
export interface Candidate extends Heading {
  readonly score: number;
}

const { sections } = edition2021;
const numberOf = new Map(sections.map(({ id, number }) => [id, number]));
const longestHeading = 40;
const longestRemarked = 72;
const longestCurt = 12;
const alike = 0.62;
/** Between the heading of a table and its first label stand a note and a line or two of text at the most. */
const nearestLabel = 6;

/** Whether an item's words are known as a section's heading, or carry a number as headings do and are no label. */
export function mayBeHeading(item: Item, view: string): boolean {
  const { token } = item;
  const meanings = meaningsIn(item, view);
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

/** What the item at `index` may be the heading of: by its wording, by what its wording is like, or by its number and a keyword. */
export function candidatesAt(items: readonly Item[], index: number, view: string): Candidate[] {
  const item = items[index];
  if (!item || isBehind(items, index)) return [];
  const { token } = item;
  const meanings = meaningsIn(item, view);
  const numbering = token.numbering;
  const exact = meanings.flatMap((meaning): Candidate[] => {
    if (meaning.kind !== 'section') return [];
    if (!meaning.official && !isCertain(items, index, meaning.id)) return [];
    const score = (meaning.official ? 4 : 2) + numberScore(token, meaning.id);
    return [{ id: meaning.id, item: index, score, reading: readingOf(token, meaning.id, view) }];
  });
  if (exact.length > 0 || !numbering) return exact;
  const loose = meanings.length === 0 && isOpen(numbering.style) ? looseCandidates(token, index, view) : [];
  return loose.length > 0 ? loose : curtCandidate(items, index, view);
}

/** What words mean as a heading: without remarks in brackets between them. */
function meaningsIn({ token, meanings }: Item, view: string): Item['meanings'] {
  if (token.kind !== 'words' || token.keyBeforeBracket === 0 || token.length > longestRemarked)
    return meanings;
  const start = token.numbering?.end ?? token.start;
  const words = view.slice(start, token.end);
  const bare = withoutRemarks(words);
  const found = bare.includes('、') && bare !== fold(words) ? meaningsOf(keyOf(plainWords(bare))) : [];
  return found.some(({ kind }) => kind === 'section') ? found : meanings;
}

/** Whether something stands before an item in its line. */
export const isBehind = (items: readonly Item[], index: number): boolean =>
  items[index - 1]?.token.line === items[index]?.token.line;

/**
 * A few words with the number of a section and its keyword (二、主动公开): its heading where a label of its table stands right behind,
 * and, where it has no table, as a line of its own or with its text behind.
 */
function curtCandidate(items: readonly Item[], index: number, view: string): Candidate[] {
  const token = items[index]?.token;
  const id = sections.find(({ number }) => number === token?.numbering?.value)?.id;
  const end = token?.numbering && phraseEnd(view, token.numbering.end);
  if (!token?.numbering || id === undefined || end === undefined) return [];
  const head = plainWords(significant(withoutRemarks(view.slice(token.numbering.end, end))));
  if (!keywords[id].test(head) || isOfTable(head, id)) return [];
  const { style } = token.numbering;
  // Rows are numbered 1., 2., too.
  const certain = hasTable(id) ? style !== 'arabic' && isBeforeTable(items, index, id) : isOpen(style);
  if (!certain || (style !== 'chinese' && head.length > longestCurt)) return [];
  const score = (hasTable(id) ? 2 : 0) + numberScore(token, id);
  return [{ id, item: index, score, reading: readingOf(token, id, view, end) }];
}

/** Whether a section has a table. */
export const hasTable = (id: SectionId): boolean => tableIds.some((table) => table === id);

/** Whether the words of a heading without a table name one: 一、主动公开工作情况 is a point of a narrative. */
export const isOfTable = (words: string, id: SectionId): boolean =>
  (id === 'overview' || id === 'otherMatters') && tableIds.some((table) => keywords[table].test(words));

/** Whether a label of the table of a section follows soon behind an item. */
export const isBeforeTable = (items: readonly Item[], index: number, id: SectionId): boolean =>
  items.slice(index + 1, index + 1 + nearestLabel).some((item) => isLabel(item, id));

/** Whether an item is a label of the table of a section. */
const isLabel = ({ meanings }: Item, id: SectionId): boolean =>
  meanings.some((each) => each.kind !== 'section' && each.table === id);

/**
 * Whether words that are not a section's official heading are one. Sub-points of the first section are named as the sections with
 * tables are (主动公开情况): a heading has the number of its section, or a label of its table right behind it.
 */
function isCertain(items: readonly Item[], index: number, id: SectionId): boolean {
  const numbering = items[index]?.token.numbering;
  const bracketed = numbering?.style === 'bracketed' || numbering?.style === 'bracketed-arabic';
  const isOwn = numbering?.value === numberOf.get(id);
  if (!hasTable(id)) return !bracketed || isOwn;
  return (numbering?.style === 'chinese' && isOwn) || isBeforeTable(items, index, id);
}

/** A numbered line that starts with a heading's wording and goes on, or whose wording is like a heading's. */
function looseCandidates(token: Token, index: number, view: string): Candidate[] {
  const { numbering } = token;
  const start = numbering?.end ?? token.start;
  const text = view.slice(start, Math.min(token.end, start + 2 * longestHeading));
  const head = plainWords(significant(withoutRemarks(text)));
  const known =
    numbering?.style === 'chinese' ? (wordingOf(head) ?? wordingOf(head.replace(lead, ''))) : undefined;
  if (known) {
    const score = 2 + numberScore(token, known.id);
    return [{ id: known.id, item: index, score, reading: readingOf(token, known.id, view) }];
  }
  // The first words, or all of them where blanks got into a heading.
  for (const end of [phraseEnd(view, start), token.end]) {
    const words = end === undefined ? '' : view.slice(start, end);
    const best = words.length <= longestHeading ? resemblingSection(words) : undefined;
    if (!best || best.share < alike || /[.,;:]./u.test(fold(words))) continue;
    const score = 2 * best.share + numberScore(token, best.id);
    return [{ id: best.id, item: index, score, reading: readingOf(token, best.id, view, end) }];
  }
  return [];
}

/** How well the number before words fits the heading of a section. */
export function numberScore({ numbering }: Token, id: SectionId): number {
  if (!numbering) return 0;
  const right = numbering.value === numberOf.get(id) ? 1 : 0;
  return right + (numbering.style === 'chinese' ? 2 : numbering.style === 'arabic' ? 1 : -2);
}

/** The reading of a token as a heading; `end` is where its words end if they are no known wording, else the token's end. */
export function readingOf(token: Token, id: SectionId, view: string, end = token.end): HeadingReading {
  const { numbering } = token;
  let start = numbering?.end ?? token.start;
  while (start < end && isNothing(view.charAt(start))) start++;
  const label = labelIn(view, id, { start, end: token.end });
  const wording = { start, end: headingEnd(view, label?.end ?? end) };
  return {
    span: { start: token.start, end: wording.end },
    number: { start: token.start, end: numbering?.end ?? token.start },
    wording,
    label,
  };
}

const isNothing = (char: string): boolean => fold(char).trim().replace('\0', '') === '';

/** Where a known wording of a section stands with which words begin, behind the year or 政府信息公开工作; undefined for none. */
function labelIn(
  view: string,
  id: SectionId,
  { start, end }: { readonly start: number; readonly end: number },
): HeadingReading['label'] {
  const offsets: number[] = [];
  let words = '';
  for (let at = start; at < end && words.length < 2 * longestHeading; at++) {
    const char = significant(view.charAt(at));
    if (char === '') {
      at = Math.max(at, remarkEnd(view, at) - 1);
      continue;
    }
    words += char;
    offsets.push(at);
  }
  words = plainWords(words);
  const bare = words.replace(lead, '');
  for (const [text, skipped] of [
    [words, 0],
    [bare, words.length - bare.length],
  ] as const) {
    const label = wordings.find((each) => each.id === id && text.startsWith(each.label))?.label;
    if (label === undefined) continue;
    return { start: offsets[skipped] ?? start, end: (offsets[skipped + label.length - 1] ?? end - 1) + 1 };
  }
  return undefined;
}

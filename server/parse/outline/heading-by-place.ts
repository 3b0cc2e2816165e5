import { edition2021 } from '../../form/edition-2021';
import type { SectionId } from '../../form/form';
import { numeralOf } from '../../form/written';
import { fold, foldUnit } from '../../text/fold';
import { beginsLike } from '../../text/likeness';
import { isPunctuation } from '../lexicon/label-key';
import { hasMeaning, plainWords, significant } from '../lexicon/lexicon';
import { endsLine, keywords, lead, phraseEnd, type Wording, wordings } from '../lexicon/wordings';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import {
  type Candidate,
  hasTable,
  isBeforeTable,
  isBehind,
  isOfTable,
  numberScore,
  readingOf,
} from './heading-candidates';

/** A section without a heading, and the items of its neighbours' headings. */
export interface Gap {
  readonly id: SectionId;
  readonly after: number;
  readonly before: number;
}

const numberOf = new Map(edition2021.sections.map(({ id, number }) => [id, number]));
/** Of a gap with more lines than a section has the rest is not looked at. */
const mostTried = 300;
/** The longer a wording, the more of its characters may be wrong. */
const [shortestLabel, longLabel, longestLabel] = [4, 8, 10] as const;

/**
 * The heading of a section that has none by its words: the one line between its neighbours that has its number. Undefined where other
 * such numbers stand beside it, so that it is a point of something else, or where its table does not follow.
 */
export function headingByNumber(
  items: readonly Item[],
  view: string,
  { id, after, before }: Gap,
): Candidate | undefined {
  const numbered = items.slice(after + 1, before).flatMap(({ token, meanings }, offset) => {
    const index = after + 1 + offset;
    const isPoint = token.numbering?.style === 'chinese' && meanings.length === 0 && !isBehind(items, index);
    return isPoint ? [{ token, index }] : [];
  });
  const [only, ...others] = numbered;
  if (!only || others.length > 0 || only.token.numbering?.value !== numberOf.get(id)) return undefined;
  const { token, index } = only;
  const start = token.numbering?.end ?? token.start;
  const end = phraseEnd(view, start);
  // A sentence has its number from a list, or from a heading whose words are lost.
  if (end === undefined || /[.,;]/u.test(fold(view.charAt(end)))) return undefined;
  const words = plainWords(significant(view.slice(start, end)));
  if (hasMeaning(words) || isOfTable(words, id)) return undefined;
  // Inside a table it is a row's number.
  const isAbove = !items.slice(after + 1, index).some((item) => isOwnLabel(item, id));
  if (hasTable(id) && !(isAbove && isBeforeTable(items, index, id))) return undefined;
  return { id, item: index, score: numberScore(token, id), reading: readingOf(token, id, view, end) };
}

/**
 * The heading of a section that has none by its words and number: the line between its neighbours whose words begin nearly as a wording
 * of it does, without a number or with the section's in any form; of several the likest. That of a section with a table stands above
 * its labels. Undefined where there is none.
 */
export function headingByLikeness(items: readonly Item[], view: string, gap: Gap): Candidate | undefined {
  const { id, after, before } = gap;
  let best: Candidate | undefined;
  let tried = 0;
  for (let index = after + 1; index < before && tried < mostTried; index++) {
    const item = items[index];
    if (item?.token.kind !== 'words' || isBehind(items, index)) continue;
    if (isOwnLabel(item, id)) break;
    tried++;
    const found = likeAt(items, view, { ...gap, after: index });
    if (found && found.score > (best?.score ?? Number.NEGATIVE_INFINITY)) best = found;
  }
  return best;
}

/** Whether an item is a label of the table of a section and of no other: 总计 is one of several. */
const isOwnLabel = ({ meanings }: Item, id: SectionId): boolean =>
  meanings.length > 0 && meanings.every((each) => each.kind !== 'section' && each.table === id);

/** What the item at `after` is like as the heading of a section; undefined where it is not. */
function likeAt(items: readonly Item[], view: string, gap: Gap): Candidate | undefined {
  const { id, after: index } = gap;
  const item = items[index];
  const token = item && numbered(item.token, view, id);
  if (!item || !token || item.meanings.some(({ kind }) => kind !== 'section')) return undefined;
  if (token.numbering && token.numbering.value !== numberOf.get(id)) return undefined;
  const start = token.numbering?.end ?? token.start;
  const end = phraseEnd(view, start);
  if (end === undefined || (hasTable(id) && !isBeforeTable(items, index, id))) return undefined;
  const faults = faultsOf(view.slice(start, end), id, token.numbering !== undefined);
  const isSentence = /[.,;]/u.test(fold(view.charAt(end))) && !endsLine(view, end);
  const isKnown =
    faults === undefined
      ? !isSentence && isPlain(view.slice(start, end), id) && isAlone(items, token, gap)
      : !isSentence || token.numbering !== undefined;
  if (!isKnown) return undefined;
  const score = numberScore(token, id) - (faults ?? mostTried);
  return { id, item: index, score, reading: readingOf(token, id, view, end) };
}

/** A token whose words begin with the bare numeral of a section, or with one and an odd mark behind it, as a numbered one. */
function numbered(token: Token, view: string, id: SectionId): Token {
  const value = numberOf.get(id) ?? 0;
  const { start } = token;
  if (token.numbering || fold(view.charAt(start)) !== numeralOf(value)) return token;
  const mark = isPunctuation(foldUnit(view.charCodeAt(start + 1))) ? 1 : 0;
  return { ...token, numbering: { start, end: start + 1 + mark, style: 'chinese', value } };
}

/**
 * How many characters of a wording of a section are wrong where words begin as it does, or behind its number have it within. Undefined
 * where they do not.
 */
function faultsOf(words: string, id: SectionId, isNumbered: boolean): number | undefined {
  const plain = plainWords(significant(words));
  if (hasMeaning(plain) || isOfTable(plain, id)) return undefined;
  const first = significant(fold(words).split('、')[0] ?? '');
  let least: number | undefined;
  const bare = [plain, first].flatMap((each) => [each, each.replace(subject, '')]);
  for (const text of isNumbered ? [plain] : new Set(bare)) {
    for (const wording of wordings) {
      const most = wording.id === id ? mostFaults(wording, isNumbered) : -1;
      const like = most < 0 ? undefined : beginsLike(text, wording.label, { most, anywhere: isNumbered });
      const rest = text.slice(like?.length);
      if (like && (rest === '' || isNumbered || joins.test(rest)))
        least = Math.min(least ?? most, like.faults);
    }
  }
  return least;
}

/** So many characters of a wording may be wrong; less than none where it is too short to be known by its beginning. */
function mostFaults({ label, official, id }: Wording, isNumbered: boolean): number {
  if (label.length < shortestLabel) return -1;
  if (label.length >= longLabel) return label.length >= longestLabel ? 3 : 2;
  return official || isNumbered || (hasTable(id) && label.length > shortestLabel) ? 1 : 0;
}

/** What stands before the words of a heading without a number. */
const subject = new RegExp(`^(?:(?:行政|本)机关|${lead.source.slice(1)})`, 'u');
/** What joins other words to a heading, or says that it is one. */
const joins = /^(?:以?及|和|与|暨|的?(?:有关|相关|具体)?(?:情况)?(?:统计|一览|如下|说明|汇总|表))/u;

/** Whether words say what a section is about, and not what the table of another is. */
function isPlain(words: string, id: SectionId): boolean {
  const plain = plainWords(significant(words));
  return !hasMeaning(plain) && keywords[id].test(plain) && !isOfTable(plain, id);
}

/** Whether a number is no point of a list: the next number written so, up to the next heading, does not follow it. */
function isAlone(items: readonly Item[], { numbering }: Token, { after, before }: Gap): boolean {
  if (!numbering || numbering.style === 'chinese') return false;
  for (let index = after + 1; index < before && index < after + mostTried; index++) {
    const other = items[index]?.token.numbering;
    if (other?.style === numbering.style) return other.value !== numbering.value + 1;
  }
  return true;
}

import type { Figure, ShareListRelation } from '../../../report/relation';
import { way } from '../parts/complete-list';
import { farthest, type Stream } from '../parts/paragraph-words';
import { partedAt } from './shares-respectively';

/** What stands between two shares of a list and makes them shares of different things. */
const barriers = '.\nt~^d(';
/** Between two shares of a list there is a comma, and another where each has its number. */
const mostCommas = 2;
/** Who is asked may answer several things, and an application may be about several. */
const overlapping = /问卷|调查|受访|多选|涉及|认为|表示|交叉|重复|重叠|通过|占用|环比|同比/u;
/** What is classed is in one class only. */
const classed = /(?:类|类别|类型|类信息|类申请|型|级|部分)$/u;
const rest = /^(?:其[他它余]|剩余)/u;
const ends = /[,;:。()、\n\d%]/u;
const longestLabel = 24;

interface Item {
  /** Where the percentage stands, and where what has the share begins. */
  readonly at: number;
  /** The words for what has the share, as they stand, and without those that say nothing. */
  readonly own: string;
  readonly label: string;
  readonly letters: string;
}

/**
 * The list of shares of one whole of which the percentage at `at` is the last (动态类占 40%、公告类占 35%、其他类占 25%), or that are told
 * in a row with their parts (原创 120 条、转载 180 条，占比分别为 40%、60%); empty where it is not the last of such a list.
 */
export function shareListAt(stream: Stream, at: number): ShareListRelation[] {
  const row = inRow(stream, at);
  if (row) return row;
  // Lists are walked from their last share only, however many a sentence has.
  if (follows(stream, at)) return [];
  const items = itemsTo(stream, at);
  if (items.length < 2) return [];
  const shares = stream.figures(items.map((item) => item.at));
  const words = stream.between(stream.near(Math.max(0, (items[0]?.at ?? 0) - longestLabel)), at);
  if (shares.length < items.length || overlapping.test(words)) return [];
  const letters = items.map((item) => item.letters);
  const areApplicants = letters.length === 2 && /C/u.test(letters[0] ?? '') && /V/u.test(letters[1] ?? '');
  // Results that are named last as 其他 need not be all the others; nor is what 等 sums up all.
  const areOpen = letters.some((own) => /[GPQUKrl]/u.test(own));
  const isRest = rest.test(items.at(-1)?.label ?? '');
  // 征地类占 38.5%，自然人占 94.3%: two ways to divide the same.
  const ofApplicants = letters.filter((own) => /[CV]/u.test(own)).length;
  if (!isRest && ofApplicants > 0 && ofApplicants < letters.length) return [];
  const closed = areApplicants || (isRest && !areOpen);
  const apart =
    isRest ||
    isLed(stream, items) ||
    (items.every(({ own }) => way.test(own)) && !words.includes('其中')) ||
    items.every(({ label, letters: own }) => classed.test(label) || /^[GPQUKECVr]+$/u.test(own));
  return closed || apart
    ? [
        relationOf(
          stream,
          items.map((item) => item.at),
          { shares, parts: [], closed },
        ),
      ]
    : [];
}

/** 按申请方式分, 从内容看: what is said to divide. */
const division = /(?:按照?|从|依据?)[^,;:。\n]{1,14}(?:分|分类|划分|统计|看|上看)[,:]/u;
const longestLead = 60;

/** Whether a list is said to divide something, or names kinds of one thing: 网络申请、信函申请. */
function isLed(stream: Stream, items: readonly Item[]): boolean {
  const [first] = items;
  const lead = first
    ? (stream
        .textBefore(first.at, longestLead)
        .split(/[。\n]/u)
        .at(-1) ?? '')
    : '';
  if (division.test(lead)) return true;
  // 自然人申请、当面申请: of two kinds.
  const kinds = new Set(
    items.map(({ own, letters }) => own.slice(-2) + letters.replace(/[^CVGPQUK]/gu, '').length),
  );
  return items.length > 2 && kinds.size === 1 && /^\p{Script=Han}{2}/u.test([...kinds][0] ?? '');
}

function relationOf(
  stream: Stream,
  places: readonly number[],
  told: Pick<ShareListRelation, 'shares' | 'parts' | 'closed'>,
): ShareListRelation {
  const decimals = Math.min(...places.map((at) => stream.lexemes[at]?.quantity?.decimals ?? 0));
  return { kind: 'share-list', ...told, decimals };
}

/** Shares in a row that have each its part and no whole; undefined where the percentage is not the last of such a row. */
function inRow(stream: Stream, at: number): ShareListRelation[] | undefined {
  const parted = partedAt(stream, at);
  if (!parted) return undefined;
  if (stream.letter(at + 1) === '&' && stream.letter(at + 2) === 'h') return [];
  const shares: readonly Figure[] = stream.figures(parted.shares);
  const parts = stream.figures(parted.parts);
  const isOne = parts.every(({ unit }) => unit === parts[0]?.unit);
  if (parted.wholes.length > 0 || parts.length < 2 || parts.length !== shares.length || !isOne) return [];
  return [relationOf(stream, parted.shares, { shares, parts, closed: false })];
}

/** The shares up to the one at `at`, each with what has it. */
function itemsTo(stream: Stream, at: number): Item[] {
  const items: Item[] = [];
  for (let place = at; place >= 0; ) {
    const item = itemAt(stream, place);
    if (!item) break;
    items.push(item);
    place = shareBefore(stream, place);
  }
  return items.reverse();
}

/** A percentage with 占 right before it and what has the share before that; undefined where it is otherwise. */
function itemAt(stream: Stream, at: number): Item | undefined {
  if (stream.letter(at - 1) !== '#') return undefined;
  let from = at - 1;
  while (from > at - farthest && !',;.:(&nht\n'.includes(stream.letter(from - 1) || '.')) from--;
  const label = stream.textBefore(at - 1, longestLabel);
  const own = label.split(ends).at(-1) ?? '';
  const letters = stream.lexemes
    .slice(from, at - 1)
    .map(({ letter }) => letter)
    .join('');
  return {
    at,
    own: own.replace(/(?:约|分别)$/u, ''),
    label: own.replace(/(?:申请|信息)?(?:约|分别)?$/u, ''),
    letters: letters.replace(/[aA]/gu, ''),
  };
}

/** The share of the list before the one at `at`; -1 where there is none. */
function shareBefore(stream: Stream, at: number): number {
  let commas = 0;
  for (let index = at - 1; index >= Math.max(0, at - farthest); index--) {
    const letter = stream.letter(index);
    if (letter === 'h') return index;
    if (barriers.includes(letter)) return -1;
    if (',;'.includes(letter) && ++commas > mostCommas) return -1;
  }
  return -1;
}

/** Whether another share of the list follows the one at `at`. */
function follows(stream: Stream, at: number): boolean {
  let next = at + 1;
  while (next < at + farthest && !`${barriers}h`.includes(stream.letter(next) || '.')) next++;
  return stream.letter(next) === 'h' && stream.letter(next - 1) === '#' && shareBefore(stream, next) === at;
}

import type { Form } from '../../form/form';
import type { CellSum } from '../../report/claim';
import type { Figure, TrendRelation } from '../../report/relation';
import { stepAt } from './changes';
import { isLastYear } from './earlier';
import { farthest, type Stream } from './stream';
import { sumsFor } from './subjects';

const ends = ',;.:(\n';
/** What the words of a clause count, by their letters. */
const subjects: readonly (readonly [letters: RegExp, key: string])[] = [
  [/^(?:RA[Aa]{0,8}|A[Aa]{0,8}R?|Ra{1,8}|a{1,8})$/u, 'received'],
  [/^(?:NA[Aa]{0,8}|A[Aa]{0,8}N|Na{1,8})$/u, 'receivedNew'],
  [/^(?:H?DA[Aa]{0,8}|A[Aa]{0,8}H?D)$/u, 'answered'],
  [/^[MHD]{0,4}W[M]?$/u, 'licenses'],
  [/^[MHD]{0,4}Y[M]?$/u, 'penalties'],
  [/^[MHD]{0,4}Z[M]?$/u, 'coercions'],
];
/** What may stand between a word of comparison and the change: last year, and how much in words. */
const between =
  /^(?:于|上一?年度?|去年|前一年度?|20\d\d年度?|同期|均|也|都|有所|略有|稍有|小幅|大幅|明显|显著|呈|现|是|的)*$/u;
/** A number of times without decimals is rounded; 翻一番 is meant nearly so. */
const [roundedTimes, nearlyDouble, nearlyLevel] = [0.5, 0.1, 0.05] as const;

type Told = Pick<TrendRelation, 'now' | 'before' | 'sums'>;

/** What the word at `at` says of this year's number and last year's where neither is told by a change; empty where it says nothing clear. */
export function trendAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  const letter = stream.letter(at);
  if ('^d'.includes(letter)) return changed(stream, at, form);
  if (letter === '<' || letter === 'date') return earlierAt(stream, at, form);
  return multiplied(stream, at, form);
}

/** 申请量同比下降 10%; 36 件，较上年有所增长; 与上年相比，申请量下降 10%. */
function changed(stream: Stream, at: number, form: Form): TrendRelation[] {
  const step = stepAt(stream, at);
  if (!step && !isEnd(stream, at + 1)) return [];
  const told = toldBefore(stream, at, form);
  // A number with its change is told by that.
  if (!told || (step && told.now)) return [];
  return [relationOf(stream, at, told, { rise: stream.letter(at) === '^', step })];
}

const isEnd = (stream: Stream, at: number): boolean => ends.includes(stream.letter(at) || '.');

function relationOf(
  stream: Stream,
  at: number,
  told: Told,
  how: Partial<Pick<TrendRelation, 'rise' | 'step' | 'times'>>,
): TrendRelation {
  return {
    kind: 'trend',
    rise: undefined,
    step: undefined,
    times: undefined,
    ...told,
    ...how,
    word: stream.spanAt(at),
  };
}

/** What has changed, before the word at `at` that says so and what it is compared with; undefined where that is not clear. */
function toldBefore(stream: Stream, at: number, form: Form): Told | undefined {
  const start = clauseStart(stream, at);
  const comparison = Math.max(
    stream.lastBefore(at, '~', ends),
    isLevelled(stream, at) ? stream.lastBefore(at, '&', ends) : -1,
  );
  if (comparison < 0) {
    const isLed =
      stream.letter(start - 1) === ',' && stream.letter(start - 2) === '~' && isLastYear(stream, start - 3);
    const sums = isLed ? sumsOfSubject(stream, start, at, form) : [];
    return sums.length > 0 ? { now: undefined, before: undefined, sums } : undefined;
  }
  // 环比 compares with another time.
  if (stream.textAt(comparison) === '环比') return undefined;
  if (!between.test(stream.between(comparison, at)) || !isOfLastYear(stream, comparison, at))
    return undefined;
  if (comparison > start) {
    const sums = sumsOfSubject(stream, start, comparison, form);
    return sums.length > 0 ? { now: undefined, before: undefined, sums } : undefined;
  }
  const now = stream.letter(start - 1) === ',' ? stream.figure(start - 2) : undefined;
  const sums = sumsOfKey(stream.key(start - 2), form);
  return now && sums.length > 0 ? { now, before: undefined, sums } : undefined;
}

/** 与上年持平 compares without a word for it. */
const isLevelled = (stream: Stream, at: number): boolean => stream.letter(at) === '5';

/** Whether what stands between a word of comparison and the change names no other time. */
function isOfLastYear(stream: Stream, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (!isLastYear(stream, at) && stream.letter(at) !== 'x') return false;
  return true;
}

function clauseStart(stream: Stream, at: number): number {
  let start = at;
  while (start > Math.max(0, at - farthest) && !ends.includes(stream.letter(start - 1) || '.')) start--;
  return start;
}

/** What the words of a clause count this year, as the tables have it; none where they do not. */
function sumsOfSubject(stream: Stream, start: number, end: number, form: Form): readonly CellSum[] {
  let from = start;
  while (from < end && (stream.letter(from) === '@' || isThisYear(stream, from))) from++;
  // 答复规范率, 行政许可事项: not how many they were.
  const isNumber = amount.test(stream.between(end - 1, end)) && !isMatter(stream, end - 1);
  return isNumber ? sumsOfKey(keyOf(stream, from, end), form) : [];
}

const amount = /^(?:案件)?(?:决定)?(?:的?总?[量数]|的?数量|的?总数量|件数)?$/u;
const isMatter = (stream: Stream, at: number): boolean =>
  'WYZ'.includes(stream.letter(at)) && stream.textAt(at).includes('事项');

const isThisYear = (stream: Stream, at: number): boolean =>
  stream.letter(at) === 'date' && stream.textAt(at).replace(/度$/u, '') === `${stream.year}年`;

function keyOf(stream: Stream, from: number, to: number): string {
  const letters = stream.lexemes
    .slice(from, to)
    .map(({ letter }) => letter)
    .join('');
  return subjects.find(([pattern]) => pattern.test(letters))?.[1] ?? '';
}

const trending = new Set(['received', 'receivedNew', 'answered', 'licenses', 'penalties', 'coercions']);
const sumsOfKey = (key: string, form: Form): readonly CellSum[] =>
  trending.has(key) ? (sumsFor(form).plain.get(key) ?? []).filter(({ rare }) => !rare) : [];

/** 上年收到申请 40 件，今年有所减少: last year's number by itself, with what this year is said to be beside it. */
function earlierAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  if (!isEnd(stream, at - 1) || !isLastYear(stream, at)) return [];
  let place = at + 1;
  while (place < at + farthest && !`${ends}nh$`.includes(stream.letter(place) || '.')) place++;
  const before = stream.letter(place) === 'n' ? stream.figure(place) : undefined;
  const sums = before ? sumsOfKey(keyOf(stream, at + 1, place), form) : [];
  if (!before || sums.length === 0 || !isEnd(stream, place + 1)) return [];
  const told = { now: undefined, before, sums };
  const word = stream.letter(place + 1) === ',' ? riseBehind(stream, place + 2) : -1;
  if (word < 0) return [relationOf(stream, place, told, {})];
  return [relationOf(stream, word, told, { rise: stream.letter(word) === '^' })];
}

/** Where the clause that begins at `from` says no more than that this year has risen or fallen; -1 where it does not. */
function riseBehind(stream: Stream, from: number): number {
  if (stream.letter(from) !== '@' && !isThisYear(stream, from)) return -1;
  const at = '^d'.includes(stream.letter(from + 1) || '.') ? from + 1 : from + 2;
  const isPlain = between.test(stream.between(from, at));
  return isPlain && '^d'.includes(stream.letter(at) || '.') && isEnd(stream, at + 1) ? at : -1;
}

/** 1600 条，是上年 800 条的 2 倍; 较上年的 800 条增长 1 倍, 翻一番; 与上年的 800 条持平; 申请量较上年翻一番. */
function multiplied(stream: Stream, at: number, form: Form): TrendRelation[] {
  const times = timesAt(stream, at);
  if (!times) return [];
  const isGrown = stream.letter(at - 1) === '^';
  const place = isGrown ? at - 2 : at - 1;
  const before =
    stream.letter(place) === 'n' && isLastYear(stream, place - 1) ? stream.figure(place) : undefined;
  if (before) {
    const from = '~&'.includes(stream.letter(place - 2)) ? place - 3 : place - 2;
    const now: Figure | undefined = stream.letter(from) === ',' ? stream.figure(from - 1) : undefined;
    if (now?.unit !== before.unit) return [];
    return [relationOf(stream, at, { now, before, sums: sumsOfKey(stream.key(from - 1), form) }, { times })];
  }
  const told = toldBefore(stream, isGrown ? at - 1 : at, form);
  // 36 件，与上年持平 is a change of a number, by nothing; 基本持平 may be any.
  if (stream.letter(at) === '5' && (told?.now || stream.textAt(at) !== '持平')) return [];
  return told ? [relationOf(stream, at, told, { times })] : [];
}

/** How many times as much is said: undefined where the word at `at` says nothing of it. */
function timesAt(stream: Stream, at: number): TrendRelation['times'] {
  const lexeme = stream.lexemes[at];
  if (lexeme?.letter === '5') {
    const slack = stream.textAt(at) === '持平' ? 0 : nearlyLevel;
    return { low: 1 - slack, high: 1 + slack };
  }
  if (lexeme?.letter === '6') {
    const factor = Number(lexeme.name);
    return { low: factor * (1 - nearlyDouble), high: factor * (1 + nearlyDouble) };
  }
  const { quantity } = lexeme ?? {};
  if (quantity?.unit !== '倍' || quantity.low !== quantity.high || quantity.value === 0) return undefined;
  const factor = quantity.value + (stream.letter(at - 1) === '^' ? 1 : 0);
  const slack = quantity.decimals === 0 ? roundedTimes : 10 ** -quantity.decimals;
  return { low: factor - slack, high: factor + slack };
}

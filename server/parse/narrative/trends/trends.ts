import type { Form } from '../../../form/form';
import type { Figure, TrendRelation } from '../../../report/relation';
import { isLastYear, isThisYear } from '../parts/named-years';
import { ends, type Stream } from '../parts/paragraph-words';
import { leadOf } from './led-changes';
import { isTarget, stepAt, timesOf } from './steps-of-change';
import { comparedFrom, keyIn, resultFrom, sumsAhead, sumsOfKey, sumsOfSubject } from './trend-subjects';

/** What may stand between a word of comparison and the change: last year, and how much in words. */
export const between =
  /^(?:于|上一?年[度末底]?|去年|前一年度?|20\d\d年[度底末]?|同期|均|也|都|有所|略有|稍有|小幅|大幅|明显|显著|又有?|再度?|呈|现|是|的)*$/u;
/** 基本持平 is meant nearly so: by so much of it, and so many more or less. */
const nearlyLevel = 0.15;
const nearlyAsMany = 5;

type Told = Pick<TrendRelation, 'now' | 'before' | 'sums' | 'isNamed'>;

/** 申请量由上年的 26 件增至 36 件: last year's number, told by where a change begins that leads to the word at `at`; empty where it is not. */
export function originAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  const beforeAt = stream.lastBefore(at, 'n', ',.;:()');
  const before = stream.figure(beforeAt);
  const nowAt = isThisYear(stream, at + 1) ? at + 2 : at + 1;
  const now = stream.letter(nowAt) === 'n' ? stream.figure(nowAt) : undefined;
  if (!isTarget(stream, at) || !before || now?.unit !== before.unit) return [];
  const start = stream.beginOf(beforeAt, ends);
  const isOfLast = isLastYear(stream, beforeAt - 1);
  const named = stream.between(beforeAt - (isOfLast ? 2 : 1), beforeAt - (isOfLast ? 1 : 0));
  if (!/[由从]$/u.test(named)) return [];
  const sums = isOfLast ? sumsOfKey(keyIn(stream, start, beforeAt - 1), form) : [];
  return [relationOf(stream, at, { now, before, sums }, { rise: stream.letter(at) === '^' })];
}

/** What the word at `at` says of this year's number and last year's where neither is told by a change; empty where it says nothing clear. */
export function trendAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  const letter = stream.letter(at);
  if ('^d6'.includes(letter)) return changed(stream, at, form);
  return multiplied(stream, at, form);
}

/** 申请量同比下降 10%; 36 件，较上年有所增长; 与上年相比，申请量下降 10%. */
function changed(stream: Stream, at: number, form: Form): TrendRelation[] {
  if (stream.lexemes[at]?.name === 'than') return thanLast(stream, at, form);
  const step = stepAt(stream, at);
  if (!step && !isEnd(stream, at + 1)) return [];
  const first = saidBefore(stream, at);
  const told = toldBefore(stream, step && first >= 0 ? first : at, form);
  // A number with its change is told by that.
  if (!told || (step && told.now)) return [];
  return [relationOf(stream, at, told, { rise: stream.letter(at) !== 'd', step })];
}

/** 政府信息公开行政复议案件数低于上年: nothing but that. */
function thanLast(stream: Stream, at: number, form: Form): TrendRelation[] {
  if (!isLastYear(stream, at + 1) || !isEnd(stream, at + 2)) return [];
  const sums = sumsOfSubject(stream, stream.beginOf(at, ends), at, form);
  const told = { now: undefined, before: undefined, sums, isNamed: isDisclosure(stream, at) };
  return sums.length > 0 ? [relationOf(stream, at, told, { rise: stream.letter(at) === '^' })] : [];
}

/** 增加 36 件，增幅 8.2%: where the change at `at` was told before in another way; -1 where it was not. */
function saidBefore(stream: Stream, at: number): number {
  let last = at - 1;
  while (',~&'.includes(stream.letter(last) || '.') || isLastYear(stream, last)) last--;
  const first = last - 1;
  if (last === at - 1 || stream.letter(first) !== stream.letter(at) || !stepAt(stream, first)) return -1;
  const isOther = (stream.figure(last)?.unit === '%') !== (stream.figure(at + 1)?.unit === '%');
  return isOther ? first : -1;
}

/** Whether a clause ends at a place. */
export const isEnd = (stream: Stream, at: number): boolean => ends.includes(stream.letter(at) || '.');

/** The change that the word at `at` tells. */
export function relationOf(
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
  const start = stream.beginOf(at, ends);
  const comparison = Math.max(
    stream.lastBefore(at, '~', ends),
    isLevelled(stream, at) ? stream.lastBefore(at, '&', ends) : -1,
  );
  if (comparison < 0) return toldLed(stream, start, at, form);
  // 环比 compares with another time.
  if (stream.textAt(comparison) === '环比') return undefined;
  const compared = comparedWith(stream, comparison, at);
  if (compared && stream.letter(start - 1) === ',' && comparison === start) {
    const now = stream.figure(start - 2);
    const isOne = now?.unit === compared.unit && stream.letter(start - 2) === 'n';
    return isOne ? { now, before: compared, sums: sumsOfKey(stream.key(start - 2), form) } : undefined;
  }
  const beforeAt = behindAdverb(stream, at) - 1;
  const before = earlierFigure(stream, beforeAt);
  if (before && beforeAt - 2 === comparison && comparison > start) {
    const sums = sumsOfSubject(stream, start, comparison, form);
    return sums.length > 0 ? { now: undefined, before, sums } : undefined;
  }
  if (!between.test(stream.between(comparison, at)) || !isOfLastYear(stream, comparison, at))
    return undefined;
  if (comparison > start) {
    const sums = sumsOfSubject(stream, start, comparedFrom(stream, comparison), form);
    const isNamed = isDisclosure(stream, comparison);
    return sums.length > 0 ? { now: undefined, before: undefined, sums, isNamed } : undefined;
  }
  const now = stream.letter(start - 1) === ',' ? stream.figure(start - 2) : undefined;
  const sums = sumsOfKey(stream.key(start - 2), form);
  if (now && sums.length > 0) return { now, before: undefined, sums };
  const ahead = stream.letter(start - 1) === ',' ? stream.beginOf(start - 1, ends) : start;
  const named = sumsAhead(stream, [ahead, start - 1], form);
  return named.length > 0 ? { now: undefined, before: undefined, sums: named } : undefined;
}

/** 因政府信息公开引发的行政复议较上年减少: whether the clause before the word at `at` names the disputes of the table. */
function isDisclosure(stream: Stream, at: number): boolean {
  const words =
    stream
      .textBefore(at, longestSubject)
      .split(/[,;:.()。\n]/u)
      .at(-1) ?? '';
  return words.includes('信息公开') || words.includes('依申请公开');
}
const longestSubject = 40;

/** 明显下降: where what says only how much begins, at the latest at `at`. */
const behindAdverb = (stream: Stream, at: number): number =>
  stream.letter(at - 1) === 'x' && /^(?:明显|显著|大幅|小幅|略有?|有?所)$/u.test(stream.textAt(at - 1))
    ? at - 1
    : at;

/** 32 件，较上年的 36 件有所下降: last year's number between the comparison and the word at `at`; undefined where none stands there. */
function comparedWith(stream: Stream, comparison: number, at: number): Figure | undefined {
  const place = stream.lastBefore(at, 'n', `${ends}~`);
  const isPlain = place - 2 === comparison && between.test(stream.between(place, at));
  return isPlain && !stepAt(stream, at) ? earlierFigure(stream, place) : undefined;
}

/** 与上年相比，申请量下降 10%; 与上年的 57 件相比，申请量下降 10%: the clause from `start` to `at`, behind one that compares. */
function toldLed(stream: Stream, start: number, at: number, form: Form): Told | undefined {
  const lead = leadOf(stream, start);
  if (!lead) return undefined;
  const before = lead.comma === start - 1 ? earlierFigure(stream, lead.comma - 2) : undefined;
  if (!before && !lead.isOfLastYear) return undefined;
  const from = resultFrom(stream, start);
  const sums = from < 0 ? [] : sumsOfSubject(stream, from, at, form);
  return sums.length > 0 ? { now: undefined, before, sums, isNamed: isDisclosure(stream, at) } : undefined;
}

/** The number at `at`, where it is said to be last year's: 上年的 57 件. */
const earlierFigure = (stream: Stream, at: number): Figure | undefined =>
  stream.letter(at) === 'n' && isLastYear(stream, at - 1) ? stream.figure(at) : undefined;

/** 与上年持平 compares without a word for it. */
const isLevelled = (stream: Stream, at: number): boolean => stream.letter(at) === '5';

/** Whether what stands between a word of comparison and the change names no other time. */
export function isOfLastYear(stream: Stream, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (!isLastYear(stream, at) && stream.letter(at) !== 'x') return false;
  return true;
}

/** 1600 条，是上年 800 条的 2 倍; 较上年的 800 条增长 1 倍, 翻一番; 与上年的 800 条持平; 申请量较上年翻一番. */
function multiplied(stream: Stream, at: number, form: Form): TrendRelation[] {
  const times = timesAt(stream, at);
  if (!times) return [];
  // 增长 1 倍 is a change.
  if (stream.letter(at - 1) === '^') return [];
  // 是上年（18 件）的 2 倍.
  const isBracketed = stream.letter(at - 1) === ')' && stream.letter(at - 3) === '(';
  const place = isBracketed ? at - 2 : at - 1;
  const lastAt = isBracketed ? place - 2 : place - 1;
  const last = stream.letter(place) === 'n' && isLastYear(stream, lastAt) ? stream.rounded(place) : undefined;
  if (last) {
    const before = last.figure;
    const from = '~&'.includes(stream.letter(lastAt - 1)) ? lastAt - 2 : lastAt - 1;
    const later = stream.letter(from) === ',' ? stream.rounded(from - 1) : undefined;
    const now = later?.figure;
    if (!later || now?.unit !== before.unit) return [];
    // 12 万人次，是上年 6 万人次的 2 倍: each rounded.
    const slack = 1 + later.slack + last.slack;
    const rounded = { ...times, low: times.low / slack, high: times.high * slack };
    const sums = sumsOfKey(stream.key(from - 1), form);
    return [relationOf(stream, at, { now, before, sums }, { times: rounded })];
  }
  const told = toldOfLast(stream, at - 1, form) ?? toldBefore(stream, at, form);
  // 36 件，与上年持平 is a change of a number, by nothing.
  if (stream.letter(at) === '5' && told?.now) return [];
  return told ? [relationOf(stream, at, told, { times })] : [];
}

/** 64 件，是上年的 1.5 倍; 申请量是上年的 1.5 倍: what stands before 上年 at `at`. */
function toldOfLast(stream: Stream, at: number, form: Form): Told | undefined {
  if (!isLastYear(stream, at) || !/[是为]$/u.test(stream.textBefore(at, 1))) return undefined;
  const start = stream.beginOf(at, ends);
  const now = start === at && stream.letter(at - 1) === ',' ? stream.figure(at - 2) : undefined;
  const before = lastBeside(stream, at);
  if (now && before?.unit === now.unit) return { now, before, sums: [] };
  const sums = now ? sumsOfKey(stream.key(at - 2), form) : sumsOfSubject(stream, start, at, form);
  return sums.length > 0 ? { now, before: undefined, sums } : undefined;
}

/** 由上年的 4 期增至 12 期，是上年的 3 倍; 是上年的 1.5 倍，上年为 24 件: last year's number around the word for it at `at`. */
function lastBeside(stream: Stream, at: number): Figure | undefined {
  const ahead = isTarget(stream, at - 3) ? stream.lastBefore(at - 3, 'n', ',.;:()') : -1;
  if (ahead >= 0 && isLastYear(stream, ahead - 1)) return stream.figure(ahead);
  const isBehind = stream.letter(at + 2) === ',' && isLastYear(stream, at + 3) && isEnd(stream, at + 5);
  return isBehind && stream.letter(at + 4) === 'n' ? stream.figure(at + 4) : undefined;
}

/** How many times as much is said: undefined where the word at `at` says nothing of it. */
function timesAt(stream: Stream, at: number): TrendRelation['times'] {
  const lexeme = stream.lexemes[at];
  if (lexeme?.letter === '5') {
    if (stream.textAt(at) === '持平') return { low: 1, high: 1 };
    return { low: 1 - nearlyLevel, high: 1 + nearlyLevel, slack: nearlyAsMany };
  }
  const { quantity } = lexeme ?? {};
  const range = quantity?.unit === '倍' ? timesOf(quantity) : undefined;
  return range && { low: range.low / 100, high: range.high / 100 };
}

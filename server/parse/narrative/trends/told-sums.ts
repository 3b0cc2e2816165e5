import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { TrendRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { isLastYear, isThisYear } from '../parts/named-years';
import { ends, type Stream } from '../parts/paragraph-words';
import { isFitting } from './rise-and-fall';
import { isTarget, stepsFrom } from './steps-of-change';
import { comparedFrom, keyIn, keyOf, lettersOf, sumsOfKey } from './trend-subjects';
import { isOfLastYear, relationOf } from './trends';

// 予以公开 221 件，较上年增加 30 件: nobody says of what, but the words are the form's own and so many the table has. Then what is said
// of last year is held against last year's table.

/** Fewer than this the table may have by chance. */
const least = 10;
/** What stands before what is counted and says nothing about it. */
const idle = '@*|+Mt';
/** Words of the form by themselves: 办结 504 件, 新收 45 件, 予以公开 21 件. */
const bare: Readonly<Record<string, string>> = {
  D: 'answered',
  HD: 'answered',
  N: 'receivedNew',
  G: 'granted',
  P: 'partiallyGranted',
  Q: 'refused',
  U: 'unable',
  K: 'notProcessed',
  F: 'documentsIssued',
  f: 'fees',
};

/** What the number at `place` counts by its words, where just so many are in the table; none where the reader of claims has found it already. */
export function sumsTold(stream: Stream, place: number, report: Report): readonly CellSum[] {
  const value = amountAt(stream, place);
  const isMoney = stream.letter(place) === '$';
  if (stream.isFirm(place) && !isMoney) return [];
  const key = stream.key(place) || keyBefore(stream, place);
  // What is told of fees by that name is no chance, however little it is.
  return value < (isMoney && stream.isFirm(place) ? Number.MIN_VALUE : least)
    ? []
    : sumsOfKey(key, report.form).filter(({ cells }) => sumOf(report, cells) === value);
}

/** The number at a place, money in 万元 as the form has it; 0 for what is no exact number. */
function amountAt(stream: Stream, place: number): number {
  const { value = 0, unit = '' } = stream.figure(place) ?? {};
  return unit === '元' ? value / yuan : value;
}
const yuan = 10_000;

/** What the words in front of the number at `place` count, from the mark or number before; empty where they count nothing that the tables have. */
export function keyBefore(stream: Stream, place: number): string {
  let from = stream.beginOf(place, `${ends}n`);
  while (from < place && (idle.includes(stream.letter(from)) || isThisYear(stream, from))) from++;
  let to = place;
  while (to > from && 'M@'.includes(stream.letter(to - 1))) to--;
  return bare[lettersOf(stream, from, to)] ?? keyIn(stream, from, to);
}

/** What words of some letters count; empty where they count nothing that the tables have. */
export const keyOfLetters = (letters: string): string => bare[letters] ?? keyOf(letters);

/** 予以公开 221 件，较上年增加 30 件: what the change at `at` says of such a number; empty where it says nothing of one. */
export function toldChangeAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  const comparison = stream.lastBefore(at, '~', ends);
  const place = numberBefore(stream, comparison);
  const { steps } = stepsFrom(stream, at);
  const [step] = steps;
  const isYear =
    stream.textAt(comparison) === '同比' ||
    isLastYear(stream, comparison + 1) ||
    comparedFrom(stream, comparison) < comparison;
  // The form has 万元.
  if (step?.by.unit === '元') return [];
  if (!step || !isYear || !isOfLastYear(stream, comparison, at)) return [];
  const printed = stream.figure(place);
  // 843600 元，比上年增加 4.86 万元.
  const isInYuan = printed?.unit === '元';
  const now = printed && isInYuan ? { ...printed, value: amountAt(stream, place), unit: '万元' } : printed;
  const isOne =
    now &&
    steps.every(({ by }) => by.unit === '%' || by.unit === now.unit) &&
    isFitting({ kind: 'change', now, before: undefined, steps });
  if (!isOne || !isTold(stream, place, report)) return [];
  // What is claimed does not depend on whether it agrees; only what can be said of it does.
  const sums = sumsTold(stream, place, report);
  return [
    relationOf(
      stream,
      at,
      { now: isInYuan ? undefined : now, before: undefined, sums },
      { rise: stream.letter(at) === '^', step },
    ),
  ];
}

/** Whether the words of the number at `place` count what the tables have, where the reader of claims has not found it already. */
const isTold = (stream: Stream, place: number, report: Report): boolean =>
  (!stream.isFirm(place) || stream.letter(place) === '$') &&
  sumsOfKey(stream.key(place) || keyBefore(stream, place), report.form).length > 0;

/** The number right before a word of comparison, with a mark between them; -1 where none stands there. */
function numberBefore(stream: Stream, comparison: number): number {
  const from = comparison < 0 ? -1 : comparedFrom(stream, comparison);
  if (!',('.includes(stream.letter(from - 1) || '.')) return -1;
  const place = stream.letter(from - 2) === 'a' ? from - 3 : from - 2;
  return 'n$'.includes(stream.letter(place) || '.') ? place : -1;
}

/** 收费由上年的 113.2 万元增加到 128.6 万元: money that the word at `at` leads from last year's to this year's; empty where it is no such. */
export function moneyFromAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  const [beforeAt, nowAt] = [at - 1, at + 1];
  const isMoney = stream.letter(beforeAt) === '$' && stream.letter(nowAt) === '$';
  if (!isMoney || !isTarget(stream, at) || !isLastYear(stream, beforeAt - 1)) return [];
  const [before, now] = [stream.figure(beforeAt), stream.figure(nowAt)];
  const isFees = stream.letter(beforeAt - 2) === 'f' && /[由从]$/u.test(stream.textBefore(beforeAt - 1, 1));
  const sums = isFees ? sumsOfKey('fees', report.form) : [];
  if (!before || !now || before.unit !== now.unit || sums.length === 0) return [];
  return [relationOf(stream, at, { now, before, sums }, { rise: stream.letter(at) === '^' })];
}

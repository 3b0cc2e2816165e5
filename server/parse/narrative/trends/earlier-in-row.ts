import { sumOf } from '../../../report/agreement';
import type { TrendRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { runBehind } from '../parts/divided-respectively';
import { isLastYear, isThisYear } from '../parts/named-years';
import { farthest, type Stream } from '../parts/paragraph-words';
import { keyIn, sumsOfKey } from './trend-subjects';
import { isEnd, relationOf } from './trends';

const least = 2;
/** What makes it doubtful that the numbers before are all of this year, and told once. */
const doubts = 'h$~^d<ts/';

/**
 * 新收 51 件，办结 49 件；2023 年分别为 34 件、33 件: last year's numbers behind the mark at `at` (分别), each beside this year's at the same place. Empty
 * where they are not as many.
 */
export function earlierInRowAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  // 上年则为 34 件、33 件, without the mark.
  const year = stream.letter(at) === '/' ? at - 1 : at;
  if (!isLastYear(stream, year) || !isEnd(stream, year - 1)) return [];
  const befores = runBehind(stream, at);
  const nows =
    stream.letter(at) === '/' && !hasMark(stream, year - 1)
      ? numbersBefore(stream, year - 1)
      : runUpTo(stream, year - 1);
  const last = (befores.at(-1) ?? at) + 1;
  const isWhole = isEnd(stream, last) || stream.letter(last) === ')';
  if (!isWhole || befores.length < least || befores.length !== nows.length) return [];
  return nows.flatMap((place, index): TrendRelation[] => {
    const beforeAt = befores[index] ?? -1;
    const [now, before] = [stream.figure(place), stream.figure(beforeAt)];
    const known = sumsOfKey(stream.key(place), report.form);
    // What is not beyond doubt is the table's where it has just so many.
    const sums = stream.isFirm(place)
      ? known
      : known.filter(({ cells }) => sumOf(report, cells) === now?.value);
    const isOne = now && now.unit === before?.unit && sums.length > 0;
    return isOne ? [relationOf(stream, beforeAt, { now, before, sums }, {})] : [];
  });
}

/** Whether the sentence before `end` tells numbers in turn itself. */
const hasMark = (stream: Stream, end: number): boolean => stream.lastBefore(end, '/', '.\n') >= 0;

/** The numbers side by side up to `end`. */
function runUpTo(stream: Stream, end: number): number[] {
  const places: number[] = [];
  for (let at = end - 1; at > end - farthest && stream.letter(at) === 'n'; at -= 2) {
    places.unshift(at);
    if (!'&,'.includes(stream.letter(at - 1) || '.')) break;
  }
  return places;
}

/** The numbers of the sentence before the mark at `end`; none where it tells of other times, shares or parts. */
function numbersBefore(stream: Stream, end: number): number[] {
  const places: number[] = [];
  for (let at = end - 1; at > end - farthest && !'.\n'.includes(stream.letter(at) || '.'); at--) {
    if (doubts.includes(stream.letter(at))) return [];
    if (stream.letter(at) === 'n') places.unshift(at);
  }
  return places;
}

/** 2023年和2024年新收申请分别为 66 件和 86 件: last year's number beside this year's behind the mark at `at`; empty where no years are told in turn. */
export function yearsInTurnAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  const begin = stream.beginOf(at, '.;:(n\n');
  const years: number[] = [];
  for (let place = begin; place < at; place++)
    if (isLastYear(stream, place) || isOwnYear(stream, place)) years.push(place);
  const [first = at, second = at, ...others] = years;
  const run = runBehind(stream, at);
  if (others.length > 0 || run.length !== least || second !== first + 2) return [];
  const isLastFirst = isLastYear(stream, first);
  if (isLastFirst === isLastYear(stream, second) || stream.letter(first + 1) !== '&') return [];
  const [one = -1, other = -1] = run;
  const [nowAt, beforeAt] = isLastFirst ? [other, one] : [one, other];
  const [now, before] = [stream.figure(nowAt), stream.figure(beforeAt)];
  const known = sumsOfKey(stream.key(nowAt) || keyBehind(stream, second, at), report.form);
  // What is not beyond doubt is the table's where it has just so many, of this year or in the wrong place.
  const sums = stream.isFirm(nowAt)
    ? known
    : known.filter(({ cells }) => {
        const value = sumOf(report, cells);
        return value >= fewest && (value === now?.value || value === before?.value);
      });
  const isOne = now && before && now.unit === before.unit && sums.length > 0;
  return isOne ? [relationOf(stream, beforeAt, { now, before, sums }, {})] : [];
}

/** Fewer than this the table may have by chance. */
const fewest = 10;

/** 2022年、2023年作出的行政许可决定分别为: what the words behind the years count. */
const keyBehind = (stream: Stream, year: number, at: number): string => {
  let [from, to] = [year + 1, at];
  while (from < to && 'M@'.includes(stream.letter(from) || '.')) from++;
  while (to > from && stream.letter(to - 1) === 'M') to--;
  return keyIn(stream, from, to);
};

const isOwnYear = (stream: Stream, at: number): boolean =>
  isThisYear(stream, at) || (stream.letter(at) === '@' && /^(?:今年|本年度?)$/u.test(stream.textAt(at)));

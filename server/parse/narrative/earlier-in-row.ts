import { sumOf } from '../../report/agreement';
import type { TrendRelation } from '../../report/relation';
import type { Report } from '../../report/report';
import { runBehind } from './divided-respectively';
import { isLastYear } from './last-year-numbers';
import { farthest, type Stream } from './paragraph-words';
import { sumsOfKey } from './trend-subjects';
import { isEnd, relationOf } from './trends';

const least = 2;
/** What makes it doubtful that the numbers before are all of this year, and told once. */
const doubts = 'h$~^d<ts/';

/**
 * 新收 51 件，办结 49 件；2023 年分别为 34 件、33 件: last year's numbers behind the mark at `at` (分别), each beside this year's at the same place. Empty
 * where they are not as many.
 */
export function earlierInRowAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  if (!isLastYear(stream, at - 1) || !isEnd(stream, at - 2)) return [];
  const befores = runBehind(stream, at);
  const nows = numbersBefore(stream, at - 2);
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

/** The numbers of the sentence before the mark at `end`; none where it tells of other times, shares or parts. */
function numbersBefore(stream: Stream, end: number): number[] {
  const places: number[] = [];
  for (let at = end - 1; at > end - farthest && !'.\n'.includes(stream.letter(at) || '.'); at--) {
    if (doubts.includes(stream.letter(at))) return [];
    if (stream.letter(at) === 'n') places.unshift(at);
  }
  return places;
}

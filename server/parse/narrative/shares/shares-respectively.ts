import type { Figure } from '../../../report/relation';
import { farthest, type Stream } from '../parts/paragraph-words';

/** A row of percentages is not longer: so many words to either side of one of them. */
const longestRow = 60;

/** What a percentage of a distribution is the share of. */
export interface Respective {
  readonly part: Figure;
  /** What is divided; none where the sentence does not say it. */
  readonly wholes: readonly Figure[];
}

/**
 * 其中原创 120 条、解读 40 条，占比分别为 40% 和 13.3%: the part of which the percentage at `at` is the share, in the order of both.
 * `unclear` where the numbers cannot be paired with the percentages; undefined where nothing is distributed.
 */
export function respectiveAt(stream: Stream, at: number): Respective | 'unclear' | undefined {
  const shares = runAround(stream, at);
  const [first = at] = shares;
  const apart = stream.lastBefore(first, '/', ',;.(n');
  const marker = stream.lastBefore(first, '#', ',;.(n');
  if (marker < 0 || (apart < 0 && shares.length < 2)) return undefined;
  if (shares.length < 2 || Math.max(apart, marker) !== first - 1) return 'unclear';
  const parted = partsBefore(stream, first, shares.length);
  const part = stream.figure(parted?.parts[shares.indexOf(at)] ?? -1);
  if (!parted || !part) return 'unclear';
  return { part, wholes: stream.figures(parted.wholes).filter(({ unit }) => unit === part.unit) };
}

/** Percentages in a row with the numbers of what has each, and what these divide. */
export interface RespectiveShares {
  readonly shares: readonly number[];
  readonly parts: readonly number[];
  readonly wholes: readonly number[];
}

/** The row of percentages that the one at `at` is in, all by their places; undefined where it is in none that can be paired. */
export function partedAt(stream: Stream, at: number): RespectiveShares | undefined {
  const shares = runAround(stream, at);
  const [first = at] = shares;
  const marker = Math.max(stream.lastBefore(first, '#', ',;.(n'), stream.lastBefore(first, '/', ',;.(n'));
  if (shares.length < 2 || marker < 0 || marker !== first - 1) return undefined;
  const parted = partsBefore(stream, first, shares.length);
  return parted && { shares, ...parted };
}

/** Whether the percentage at `at` is one of several that are told in a row (分别占 71.1%、8.9%), or meant to be. */
export const isInRow = (stream: Stream, at: number): boolean =>
  runAround(stream, at).length > 1 || stream.lastBefore(at, '/', ',;.(nh') >= 0;

/** The place of the percentage at `at` in its row, and how many there are. */
export function placeInRow(
  stream: Stream,
  at: number,
): { readonly index: number; readonly count: number; readonly first: number } {
  const shares = runAround(stream, at);
  return { index: shares.indexOf(at), count: shares.length, first: shares[0] ?? at };
}

/** The places of the percentages that stand side by side around `at`, none too far from it. */
function runAround(stream: Stream, at: number): number[] {
  let from = at;
  while (from > at - longestRow && stream.letter(from - 1) === '&' && stream.letter(from - 2) === 'h')
    from -= 2;
  const places = [from];
  const to = at + longestRow;
  for (let next = from; next < to && stream.letter(next + 1) === '&' && stream.letter(next + 2) === 'h'; ) {
    next += 2;
    places.push(next);
  }
  return places;
}

interface Parted {
  readonly parts: readonly number[];
  readonly wholes: readonly number[];
}

/** As many numbers before the percentages as there are of these, and what they divide; undefined where there are more or fewer. */
function partsBefore(stream: Stream, first: number, count: number): Parted | undefined {
  const numbers: number[] = [];
  const from = Math.max(0, first - farthest);
  let at = first - 1;
  while (at >= from && '/#'.includes(stream.letter(at))) at--;
  for (; at >= from && !'.;t:\n#h'.includes(stream.letter(at)); at--)
    if (stream.letter(at) === 'n') numbers.unshift(at);
  // What stands in front of 其中 and the colon is the whole.
  const isLed = at >= from && 't:'.includes(stream.letter(at));
  if (isLed || numbers.length === count) {
    const whole = isLed ? stream.lastBefore(at, 'n', '.;h') : -1;
    return numbers.length === count ? { parts: numbers, wholes: whole < 0 ? [] : [whole] } : undefined;
  }
  // 300 条，原创 120 条、转载 180 条: the first has a clause of its own.
  const [whole = -1, ...parts] = numbers;
  const isWhole = parts.length === count && stream.letter(whole + 1) === ',';
  return isWhole ? { parts, wholes: [whole] } : undefined;
}

import type { PartsRelation } from '../../../report/relation';
import { farthest, type Stream } from './paragraph-words';

/** What is counted in its own right, and is no part of a number before it. */
const ownNouns = 'AaBLFJWYZfcv123';

/**
 * 发布信息 1550 条，网站、微信、微博分别为 620 条、750 条、180 条: the numbers behind the mark at `at` (分别) as parts of the number before
 * what they count; empty where it is not clear what they divide.
 */
export function respectivelyAt(stream: Stream, at: number): PartsRelation[] {
  const places = runBehind(stream, at);
  const parts = stream.figures(places);
  const [first] = parts;
  if (!first || parts.length < 2 || parts.length !== places.length) return [];
  const divided = dividedBy(stream, at, parts.length);
  if (divided?.whole.unit !== first.unit || parts.some(({ unit }) => unit !== first.unit)) return [];
  return [{ kind: 'parts', ...divided, parts, listed: parts, open: false }];
}

/** The number that is divided among as many names as there are parts, and whether those are all; undefined where none is. */
function dividedBy(
  stream: Stream,
  at: number,
  count: number,
): Pick<PartsRelation, 'whole' | 'closed'> | undefined {
  // 通过网站、微信、微博发布 1550 条，分别为: the names stand before the number.
  const closed = stream.letter(at - 1) === ',';
  const end = closed ? at - 2 : at;
  const from = namesFrom(stream, end);
  const wholeAt = closed ? end : from - 2;
  const isWhole = stream.letter(wholeAt) === 'n' && stream.letter(wholeAt + 1) === ',';
  const whole = isWhole ? stream.figure(wholeAt) : undefined;
  return whole && namesIn(stream, from, end) === count ? { whole, closed } : undefined;
}

/** The places of the numbers side by side behind 分别. */
export function runBehind(stream: Stream, at: number): number[] {
  const places: number[] = [];
  for (let next = at + 1; next < at + farthest && stream.letter(next) === 'n'; next += 2) {
    places.push(next);
    if (!'&,'.includes(stream.letter(next + 1) || '.')) break;
  }
  return places;
}

/** Where the names begin that end before `end`: at the begin of their clause. */
const namesFrom = (stream: Stream, end: number): number => stream.beginOf(end, ',;.:(n\n');

/** How many names stand side by side; 0 where one of them is counted in its own right. */
function namesIn(stream: Stream, from: number, to: number): number {
  let count = 1;
  for (let at = from; at < to; at++) {
    if (ownNouns.includes(stream.letter(at))) return 0;
    if (stream.letter(at) === '&') count++;
  }
  return count;
}

import type { Figure } from '../../../report/relation';
import type { Stream } from '../parts/paragraph-words';

// What has a share where more stands between its number and 占 than a mark.

/** 办结 47 件中 was told before: 在全部办结件中占 14.9%. */
const inAll = /^[,;]?在[^,;:。()\d]{2,12}[中里]的?所?$/u;
const ofAll = /^[,;]?[qaADHRN]+$/u;

/** 7 件，在全部办结件中占 14.9%: whether what the number at `partAt` is a share of stands before the word at `marker`, as all applications or as what was told. */
export function amongAll(stream: Stream, partAt: number, marker: number): 'all' | 'told' | undefined {
  if (!inAll.test(stream.between(partAt, marker))) return undefined;
  const words = stream.lexemes.slice(partAt + 1, marker);
  return ofAll.test(words.map(({ letter }) => letter).join('')) ? 'all' : 'told';
}

/** 予以公开和部分公开分别为 328 件、71 件，占: whether the number at `partAt` is the last of several told in a row, one share of which need not be its own. */
export function isLastOfRow(stream: Stream, partAt: number): boolean {
  let first = partAt;
  while (stream.letter(first - 1) === '&' && stream.letter(first - 2) === 'n') first -= 2;
  return first < partAt && stream.lastBefore(first, '/', ',;.:(nh') >= 0;
}

/** The number that may have a share, and the last word that is told of it before the mark. */
interface Part {
  readonly at: number;
  readonly last: number;
}

/** 230 件，较上年增加 80 件，占: the last number before the word at `marker` that is none by which another has changed. */
export function partBefore(stream: Stream, marker: number): Part {
  const last = stream.lastBefore(marker, 'n', '.;h');
  let at = last;
  while (at >= 0 && isAmount(stream, at)) at = stream.lastBefore(at, 'n', '.;h');
  return { at, last };
}

const isAmount = (stream: Stream, at: number): boolean =>
  '^d'.includes(stream.letter(at - 1) || '.') &&
  !/[至到为]/u.test(stream.textAt(at - 1) + stream.between(at - 1, at));

/** So many characters name a part. */
const longestName = 12;

/** 图解 32 次，图解占比 64%: whether nothing but the part's own name, told before its number, stands between that and `marker`. */
export function isNamedAgain(stream: Stream, partAt: number, marker: number): boolean {
  const [, name = ''] = /^[,;]([^,;:。()\d]{2,12})$/u.exec(stream.between(partAt, marker)) ?? [];
  const own = stream.textBefore(partAt, longestName);
  return name !== '' && (own.endsWith(name) || own.endsWith(name.replace(/(?:类|申请|信息)$/u, '')));
}

/** Several parts that have one share. */
interface Taken {
  readonly part: Figure;
  /** What both count, where it is what the tables know; empty otherwise. */
  readonly key: string;
  /** Where the parts begin. */
  readonly spans: readonly number[];
}

const together = /^[,;](?:以上|上述)?(?:([两二三四])[者项类])?(?:合计|总计|共计|共|合)$/u;
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4 };

/** 予以公开 94 件、部分公开 30 件，两项合计占: the sum of the numbers side by side up to the one at `partAt`; undefined where none is told. */
export function takenTogether(stream: Stream, partAt: number, marker: number): Taken | undefined {
  const found = together.exec(stream.between(partAt, marker));
  if (!found) return undefined;
  const count = counts[found[1] ?? '两'] ?? 2;
  const places = [partAt];
  while (places.length < count) {
    const place = stream.lastBefore(places[0] ?? -1, 'n', '.;:t(h');
    if (place < 0) return undefined;
    places.unshift(place);
  }
  // 合计占 alone is of all that stands side by side.
  const isMore = found[1] === undefined && stream.lastBefore(places[0] ?? -1, 'n', ',.;:t(h') >= 0;
  const parts = stream.figures(places);
  const [first] = parts;
  if (isMore || !first || parts.length < count || parts.some(({ unit }) => unit !== first.unit))
    return undefined;
  const keys = places.map((at) => stream.key(at)).sort();
  return {
    part: { ...first, value: parts.reduce((sum, { value }) => sum + value, 0) },
    key: keys.join() === 'granted,partiallyGranted' ? 'grantedOrPartially' : '',
    spans: parts.map(({ span }) => span.start),
  };
}

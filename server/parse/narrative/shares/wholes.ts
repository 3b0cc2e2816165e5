import type { Figure } from '../../../report/relation';
import { farthest, type Stream } from '../parts/paragraph-words';
import { withCarriedOver } from '../quantities/quantity-keys';

/** What applications are counted as before they are divided. */
const undivided = new Set(['received', 'receivedNew', 'handled', withCarriedOver, 'answered']);

/** The numbers that a part may be a share of: of which whole is not said, so that every one before it may be meant; the likeliest last. */
export function wholesOf(stream: Stream, partAt: number, part: Figure): Figure[] {
  const places = undividedBefore(stream, partAt).filter((at) => stream.figure(at)?.unit === part.unit);
  const listed = listedIn(stream, places);
  // 118 件，包括上年结转 6 件。其中…: what is divided is the whole, not what it takes in.
  const isWhole = (at: number): boolean =>
    !listed.has(at) &&
    stream.lastBefore(at, 's', ',;.:(') < 0 &&
    (stream.figure(at)?.value ?? 0) >= part.value;
  const isUndivided = (at: number): boolean => undivided.has(stream.key(at)) && !stream.isAside(at);
  const nearest = places.findLast(isWhole);
  const likeliest = stream.key(partAt) === '' ? nearest : (places.findLast(isUndivided) ?? nearest);
  const others = places.filter((at) => at !== likeliest);
  return stream.figures(likeliest === undefined ? others : [...others, likeliest]);
}

/** The places of numbers that together make up one before them: 8 件，涉及政策 1 件、机构 1 件、备案 6 件. */
function listedIn(stream: Stream, places: readonly number[]): ReadonlySet<number> {
  const listed = new Set<number>();
  for (const [index, whole] of places.entries()) {
    if (listed.has(whole)) continue;
    let left = stream.figure(whole)?.value ?? 0;
    for (let next = index + 1; next < places.length && left > 0; next++) {
      left -= stream.figure(places[next] ?? -1)?.value ?? 0;
      if (left === 0 && next > index + 1) for (const at of places.slice(index + 1, next + 1)) listed.add(at);
    }
  }
  return listed;
}

const kinds = /[BL12WYZFJCVX]/gu;

/** 复议 3 件，占复议案件 86 件的 3.5%，诉讼 3 件: whether what another share is of is a kind that the part at `partAt` is none of. */
function isOfOther(stream: Stream, at: number, partAt: number): boolean {
  const named = (to: number, barriers: string): string[] => {
    const from = stream.beginOf(to, barriers);
    const letters = stream.lexemes.slice(from, to).map(({ letter }) => letter);
    return letters.join('').match(kinds) ?? [];
  };
  const own = named(partAt, ',;.:()n');
  return named(at, '#,;.:()n').some((kind) => !own.includes(kind));
}

/**
 * The places of the numbers before the one at `partAt`, without those that have a share of their own and do not take it in: both are
 * parts of the same.
 */
function undividedBefore(stream: Stream, partAt: number): number[] {
  const places: number[] = [];
  let isDivided = false;
  let isShared = false;
  let isWithin = false;
  for (let at = partAt - 1; at >= Math.max(0, partAt - farthest); at--) {
    const letter = stream.letter(at);
    isDivided ||= letter === 't' || letter === 's';
    if (letter === 'h') isWithin = true;
    if (letter === '#') isShared = true;
    if (letter === '#' || ',;.'.includes(letter || ' ')) isWithin = false;
    if (letter !== 'n' || (isWithin && isOfOther(stream, at, partAt))) continue;
    if (isDivided || !isShared) places.unshift(at);
    isShared = false;
  }
  return places;
}

import type { LabelledRow } from '../rows/run';
import type { Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { asRowsHave } from './reading-direction';

/** The figures of one row, to be laid into its cells. */
export interface Share {
  readonly target: LabelledRow;
  readonly mine: readonly Token[];
}

/**
 * Deals the entries of one band out to several rows whose labels are lost or stand elsewhere: to each as many as it needs. Where
 * there are too few or too many, the row that takes the difference is the one after which the next row adds up.
 */
export function deal(entries: readonly Token[], wanted: readonly LabelledRow[], downwards: boolean): Share[] {
  const [target] = wanted;
  if (!target) return [];
  if (wanted.length === 1) return [{ target, mine: entries }];
  const figures = entries.filter(({ kind }) => kind !== 'blank');
  const need = wanted.reduce((sum, each) => sum + each.need, 0);
  const usable =
    figures.length === need
      ? asRowsHave(figures, wanted, downwards)
      : unshifted(trimmed(entries, need), wanted);
  let at = 0;
  return sizesOf(usable, wanted, usable.length - need).map((size, index): Share => {
    const mine = usable.slice(at, at + size);
    at += size;
    return { target: wanted[index] ?? target, mine };
  });
}

/**
 * How many figures each row gets. Where there are `spare` too many, or too few, they are one row's, or several rows' by turns:
 * that after which most rows add up is taken.
 */
function sizesOf(
  figures: readonly Token[],
  wanted: readonly LabelledRow[],
  spare: number,
): readonly number[] {
  const needs = wanted.map(({ need }) => need);
  if (spare === 0) return needs;
  let best = byTurns(figures, needs, spare);
  for (let row = needs.length - 1; row >= 0; row--) {
    const sizes = needs.map((need, index) => (index === row ? need + spare : need));
    if ((sizes[row] ?? -1) >= 0 && sumsIn(figures, sizes, needs) > sumsIn(figures, best, needs)) best = sizes;
  }
  return best;
}

/** Gives the difference away one by one: to each row after which the next adds up, the rest to the last. */
function byTurns(figures: readonly Token[], needs: readonly number[], difference: number): readonly number[] {
  let spare = difference;
  let at = 0;
  return needs.map((need, index) => {
    const next = needs[index + 1];
    const step = Math.sign(spare);
    const followedBy = (size: number): boolean => addsUp(figures.slice(at + size, at + size + (next ?? 0)));
    const gives = step !== 0 && !followedBy(need) && followedBy(need + step);
    const size = next === undefined ? need + spare : gives ? need + step : need;
    spare -= size - need;
    at += size;
    return size;
  });
}

/** How many rows of their full size add up. */
function sumsIn(figures: readonly Token[], sizes: readonly number[], needs: readonly number[]): number {
  let at = 0;
  return sizes.filter((size, row) => {
    const mine = figures.slice(at, at + size);
    at += size;
    return size === needs[row] && addsUp(mine);
  }).length;
}

/** Says whether so many figures of several rows are lost that nothing tells which are left. */
export const isTooFew = (entries: readonly Token[], wanted: readonly LabelledRow[]): boolean =>
  entries.length + mostLost < wanted.reduce((sum, { need }) => sum + need, 0);

/** So many figures of a row, or of some rows in one run, get lost by accident. */
export const mostLost = 2;

/** Entries without the empty cells at the end, then at the start, that are too many. */
function trimmed(entries: readonly Token[], need: number): readonly Token[] {
  let start = 0;
  let end = entries.length;
  while (end - start > need && entries[end - 1]?.kind === 'blank') end--;
  while (end - start > need && entries[start]?.kind === 'blank') start++;
  return entries.slice(start, end);
}

/**
 * A row that lost a cell may have been closed up, with an empty cell left at its end. Where its sums fail as it stands and all hold
 * with that empty cell at one place and no other, it belongs there.
 */
function unshifted(entries: readonly Token[], wanted: readonly LabelledRow[]): readonly Token[] {
  const blank = entries.at(-1);
  if (blank?.kind !== 'blank' || entries.slice(0, -1).some(({ kind }) => kind === 'blank')) return entries;
  const failing = (tokens: readonly Token[]): number => {
    let at = 0;
    return wanted.filter(({ need }) => {
      const row = tokens.slice(at, at + need);
      at += need;
      return !row.includes(blank) && !addsUp(row);
    }).length;
  };
  if (failing(entries) === 0) return entries;
  const ways = entries.map((_, place) => [...entries.slice(0, place), blank, ...entries.slice(place, -1)]);
  const rows = new Set(ways.flatMap((way, place) => (failing(way) === 0 ? [rowAt(place, wanted)] : [])));
  const [row] = rows;
  if (rows.size !== 1 || row === undefined) return entries;
  const places = ways.filter((way, place) => rowAt(place, wanted) === row && failing(way) === 0);
  return places.at(-1) ?? entries;
}

/** The index of the row in which the entry at `place` stands. */
function rowAt(place: number, wanted: readonly LabelledRow[]): number {
  let end = 0;
  return wanted.findIndex(({ need }) => {
    end += need;
    return place < end;
  });
}

import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { Layout } from './row-layouts';

/**
 * Where the cells of a row stand among its entries, empty ones included, where separators show every cell. A row may have more
 * entries than cells: what merged cells cover is empty too. Three habits are known: the cells come first behind the label, with what
 * the last one spans behind them; or last, with what the label spans before them; or always in the same columns of the line. No row
 * need be complete for the habit to show: it is one under which no figure of any row stands outside the cells.
 */
export interface Habit {
  readonly first: boolean;
  readonly last: boolean;
  /** The column of the first cell; undefined where rows do not keep to columns. */
  readonly column: number | undefined;
  /** The least number of entries of a row that lacks none: a row with fewer lost one, and with it its place. */
  readonly least: number;
  /** The last column of the rows where they keep to columns. */
  readonly end: number;
}

/** The entries of one row, and the label before them if it stands on their line. */
export interface SlottedRow {
  readonly entries: readonly Token[];
  readonly label: Token | undefined;
}

/** A habit that fits all rows but one of so many is one. */
const exceptions = 12;

/** The habits that rows of `need` cells may have. */
export function habitOf(rows: readonly SlottedRow[], need: number): Habit {
  const tolerated = Math.floor(rows.length / exceptions);
  const against = (fits: (entries: readonly Token[]) => boolean): number =>
    rows.filter(({ entries }) => !fits(entries)).length;
  const isFree = (entries: readonly Token[], from: number, to: number): boolean =>
    !entries.slice(from, to).some(isFigure);
  const first = against((entries) => entries.length >= need && isFree(entries, need, entries.length));
  const last = against((entries) => entries.length >= need && isFree(entries, 0, entries.length - need));
  // A habit without an exception rules out one that has some.
  const most = Math.min(first, last) === 0 ? 0 : tolerated;
  return {
    first: first <= most,
    last: last <= most,
    column: columnOf(rows, need),
    least: leastOf(rows, need),
    end: endOf(rows),
  };
}

/** Of so many complete rows one may have fewer empty cells than rows come with. */
const witnesses = 3;

function leastOf(rows: readonly SlottedRow[], need: number): number {
  const complete = rows.filter(({ entries }) => entries.filter(isFigure).length === need);
  const lengths = complete.map(({ entries }) => entries.length).sort((a, b) => a - b);
  // The last row of all may come without what follows the others.
  const least = (complete.length < witnesses ? lengths[0] : lengths[1]) ?? need;
  // Rows under merged cells that leave no trace have fewer, and all alike.
  const shorter = rows.map(({ entries }) => entries.length).filter((size) => size >= need && size < least);
  const usual = shorter.filter((size) => shorter.filter((each) => each === size).length >= witnesses);
  return Math.min(least, ...usual);
}

/** The last column in which nearly all rows end; −1 where they end anywhere, as where empty cells at the end are left out. */
function endOf(rows: readonly SlottedRow[]): number {
  const ends = rows.map(({ entries }) => entries.at(-1)?.cell ?? 0);
  const last = Math.max(...ends);
  return ends.filter((end) => end < last).length <= Math.max(1, rows.length / exceptions) ? last : -1;
}

/** The column of the first cell: behind all labels, and so that all figures are within the cells. Undefined where several are. */
function columnOf(rows: readonly SlottedRow[], need: number): number | undefined {
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const { entries, label } of rows) {
    if (!isInColumns(entries)) return undefined;
    if (label) least = Math.max(least, label.cell + 1);
    for (const entry of entries) {
      last = Math.max(last, entry.cell);
      if (!isFigure(entry)) continue;
      most = Math.min(most, entry.cell);
      least = Math.max(least, entry.cell - need + 1);
    }
  }
  most = Math.min(most, last - need + 1);
  // What has just as many entries as cells has no room for others before them.
  const elsewhere = rows.filter(({ entries }) => entries.length === need && entries[0]?.cell !== least);
  return least === most && elsewhere.length <= rows.length / exceptions ? least : undefined;
}

/** Says whether entries stand on one line, each in a column of its own. */
export const isInColumns = (entries: readonly Token[]): boolean =>
  entries.every((entry, index) => {
    const before = entries[index - 1];
    return !before || (before.line === entry.line && before.cell < entry.cell);
  });

/** The ways to lay a row's entries into its cells by a habit; none where the habit says nothing of such a row. */
export function slotWays({ entries }: SlottedRow, need: number, habit: Habit): Layout[] {
  const ways: Layout[] = [];
  const add = (way: Layout): void => {
    const taken = new Set(way);
    const isWhole = entries.every((entry, index) => !isFigure(entry) || taken.has(index));
    if (isWhole && !ways.some((other) => other.join() === way.join())) ways.push(way);
  };
  const cells = Array.from({ length: need }, (_, cell) => cell);
  const { column } = habit;
  if (column !== undefined && isInColumns(entries)) {
    if ((entries.at(-1)?.cell ?? 0) < habit.end) return [];
    add(cells.map((cell) => entries.findIndex((entry) => entry.cell === column + cell)));
  } else if (entries.length >= habit.least) {
    if (habit.first) add(cells);
    if (habit.last) add(cells.map((cell) => entries.length - need + cell));
  }
  return ways;
}

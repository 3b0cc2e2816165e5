import type { Row } from '../../form/form';
import type { Assignment } from '../rows/align-runs';
import { figuresIn } from '../rows/figure-runs';
import { namedRows } from '../rows/named-rows';
import type { Band, LabelledRow } from '../rows/run';
import { isFigure, type Token } from '../tokens/token';
import { isBelowHead, waysBelowHead } from './below-one-head';
import { gridWay } from './fixed-width-columns';
import { completeBandsNear, sameShape } from './neighbouring-rows';
import { isEitherWay } from './reading-direction';
import { cheapest, entriesOf, type FitOptions, type Layout, layoutsOf } from './row-layouts';
import { endsInSum, isRowInSum } from './row-sums';
import { isInColumns, slotWays } from './separator-columns';
import { deal, isTooFew, type Share } from './split-run';
import { dealOddOne } from './split-run-off-by-one';
import type { PlacedRow } from './table-draft';
import { type Context, type Placing, placingOf, slotted } from './table-habits';

/** The rows that bands were assigned to, with the ways to lay their figures into their cells. */
export function placeRows(
  assignments: readonly Assignment[],
  bands: readonly Band[],
  context: Context,
): PlacedRow[] {
  const placed: PlacedRow[] = [];
  const placing = placingOf(assignments, bands, context);
  const inOneLine = bands.length === 1 && sideBySide(bands[0]?.entries ?? [], placing);
  if (inOneLine) return inOneLine;
  const isShort = isBelowHead(bands, context.known);
  for (const assignment of assignments) {
    const { first, bands: count, row, rows: span } = assignment;
    const band = bands[first];
    const target = context.known.rows[row];
    if (!band || !target || (isShort && span === 1)) continue;
    if (count > 1 || span > 1) placed.push(...placeSome(assignment, placing));
    else
      placed.push(withBlanks(placedRow(target, band.entries, waysOf(first, band, target, placing)), placing));
  }
  return [...placed, ...emptyRows(placed, placing)];
}

/** A row in a table set with blanks: where all its figures have their columns, the other cells are there and empty. */
function withBlanks(placed: PlacedRow, { grids }: Placing): PlacedRow {
  const [way, ...others] = placed.ways;
  const { entries } = placed;
  if (!way || others.length > 0 || !way.includes(-1) || !grids.get(way.length)) return placed;
  const isWhole = figuresIn(entries) === way.filter((index) => index >= 0).length;
  return isWhole ? filled(placed, way) : placed;
}

/** A row with empty cells where it has none. */
function filled(placed: PlacedRow, way: Layout): PlacedRow {
  const { entries } = placed;
  const all = [...entries];
  let last = entries[0];
  const cells = way.map((index) => {
    if (index < 0 && last) return all.push(emptyAt(last, index === way[0] ? last.start : last.end)) - 1;
    last = entries[index] ?? last;
    return index;
  });
  return { ...placed, entries: all, ways: [cells] };
}

/** Rows of which a table set with blanks has the label and no figure: all their cells are empty. */
function emptyRows(placed: readonly PlacedRow[], placing: Placing): PlacedRow[] {
  const { known, bands, rest } = placing;
  const found = new Set(placed.map(({ row }) => row));
  const wide = known.rows.filter(({ row, need }) => need > 1 && found.has(row));
  if (known.rows.every(({ row }) => row < 0 || found.has(row)) || !wide.some(placing.gridOf)) return [];
  const hits = [...bands.flatMap((band) => band.hits), ...rest];
  return namedRows({ hits }, known).flatMap((target) => {
    const token = hits.findLast(({ row }) => known.rows[row] === target)?.token;
    if (!token || target.row < 0 || found.has(target.row)) return [];
    const cells = Array.from({ length: target.need }, () => emptyAt(token, token.end));
    return [placedRow(target, cells, [straight(target.need)])];
  });
}

const emptyAt = (token: Token, at: number): Token => ({
  ...token,
  kind: 'blank',
  start: at,
  end: at,
  value: undefined,
});

/**
 * The ways to lay the figures of one row into its cells: by the place that separators give to each, else by the columns of a table
 * set with blanks, else as in a complete row near it that takes as much room, else all ways that its sum allows.
 */
function waysOf(index: number, band: Band, target: LabelledRow, placing: Placing): readonly Layout[] {
  const { entries } = band;
  const { need } = target;
  if (figuresIn(entries) === need) return [wayOfFigures(entries)];
  if (entries.length === need && entries.every(isKnown)) return [straight(need)];
  const options: FitOptions = { cells: need, total: lastIsTotal(placing, target), fillers: 0 };
  const habit = placing.habitOf(band, need);
  const slots = habit ? slotWays(slotted(band), need, habit) : [];
  if (slots.length > 0) return cheapest(slots, entriesOf(entries), options);
  const grid = entries.length > need ? undefined : placing.gridOf(target);
  const inColumns = grid && gridWay(entries, need, grid);
  const isClosedUp = inColumns && options.total && endsInSum({ entries, ways: [inColumns] });
  if (inColumns?.some((entry) => entry >= 0) && !isClosedUp) return [inColumns];
  const [like] = completeBandsNear(index, placing.bands, need);
  const layout = like && sameShape(entries, like.entries);
  if (layout) return [layout];
  const fillers = like ? like.entries.length - need : 0;
  return layoutsOf(entriesOf(entries), { ...options, fillers });
}

/** Rows that share a run of figures, and rows whose figures are broken over several lines. */
function placeSome({ first, bands: count, row, rows: span }: Assignment, placing: Placing): PlacedRow[] {
  const { known, downwards, bands } = placing;
  const entries = bands.slice(first, first + count).flatMap((each) => each.entries);
  const wanted =
    span === 1
      ? known.rows.slice(row, row + 1)
      : known.rows.slice(row, row + span).filter(({ optional }) => !optional);
  const need = wanted.reduce((sum, each) => sum + each.need, 0);
  // Figures of some rows of 表四 without labels may be those of any.
  const isPart = known.table.sideBySide && span < known.rows.length && entries.length !== need;
  if (span > 1 && (isPart || isTooFew(entries, wanted) || isEitherWay(entries, wanted))) return [];
  const dealt = (): PlacedRow[] =>
    deal(entries, wanted, downwards).map(({ target, mine }) => {
      const options = { cells: target.need, total: lastIsTotal(placing, target), fillers: 0 };
      return placedRow(target, mine, layoutsOf(entriesOf(mine), options));
    });
  // Empty cells before and behind the figures are cells of the rows only if these add up with them.
  const figures = entries.filter(isFigure);
  const from = entries.findIndex(isFigure);
  const isRun =
    span > 1 && !entries.every(isKnown) && entries.slice(from, from + figures.length).every(isFigure);
  const isTold = (): boolean =>
    dealt().every(entries.length === need && isInColumns(entries) ? mayBeSum : isRowInSum);
  const rows = isRun && (figures.length === entries.length || !isTold()) ? figures : [];
  const odd = rows.length > 0 ? placeOddOne(rows, wanted, placing) : [];
  return odd.length > 0 ? odd : dealt();
}

/** Whether a row adds up, or has an empty cell for want of which it cannot: not one that was closed up before it. */
const mayBeSum = (placed: PlacedRow): boolean =>
  isRowInSum(placed) || (!placed.entries.every(isFigure) && !endsInSum(placed));

/** Rows that share a run of figures in which one is lost or one too many; none where it is more than one. */
function placeOddOne(
  figures: readonly Token[],
  wanted: readonly LabelledRow[],
  { known, form }: Placing,
): PlacedRow[] {
  const rows = dealOddOne({ figures, wanted, table: known.table, form }) ?? [];
  return rows.flatMap((cells, index) => {
    const target = wanted[index];
    const entries = cells.filter((cell) => cell !== undefined);
    const way = cells.map((cell) => (cell ? entries.indexOf(cell) : -1));
    return target && entries.length > 0 ? [placedRow(target, entries, [way])] : [];
  });
}

/** Rows that have just their figures. */
export const placeListed = (shares: readonly Share[]): PlacedRow[] =>
  shares.map(({ target, mine }) => placedRow(target, mine, [straight(target.need)]));

/** Rows side by side on one line that is set with blanks, below the labels of all their columns; what is in none of their cells is empty. */
function sideBySide(entries: readonly Token[], context: Context): PlacedRow[] | undefined {
  return waysBelowHead(entries, context)?.map((way, index) => {
    const target = context.known.rows[index] as LabelledRow;
    return filled(placedRow(target, entries, [way]), way);
  });
}

const placedRow = (
  { row, id }: LabelledRow,
  entries: readonly Token[],
  ways: readonly Layout[],
): PlacedRow => ({
  row,
  entries,
  ways,
  group: row < 0 ? id : undefined,
});

const straightWays = Array.from({ length: 16 }, (_, size) =>
  Array.from({ length: size }, (_unused, index) => index),
);

/** The one way to lay as many figures as there are cells. */
const straight = (size: number): Layout => straightWays[size] ?? [];

/** The one way where there are as many figures as cells, whatever empty cells stand beside them. */
export const wayOfFigures = (entries: readonly Token[]): Layout =>
  entries.every(isFigure)
    ? straight(entries.length)
    : entries.flatMap((entry, index) => (isFigure(entry) ? [index] : []));

/** Whether the source tells in which column a cell stands. */
const isKnown = ({ columns }: Token): boolean => columns > 0;

const lastIsTotal = ({ known }: Placing, { row }: LabelledRow): boolean =>
  isTotal(known.table.rows[Math.max(0, row)]);

const isTotal = (row: Row | undefined): boolean => row?.columns.at(-1)?.id === 'total';

import type { Column, Row } from '../form/form';
import type { TableReading } from '../report/report';
import type { Span } from '../text/span';
import type { Assignment } from './align';
import { type Band, figuresIn, type Hit, type LabelledRow, type LabelledTable } from './bands';
import { completeBandsNear, isOnLine, sameShape } from './columns';
import { deal, isTooFew } from './deal';
import { cheapest, entriesOf, type FitOptions, type Layout, layoutsOf } from './fit';
import { type Grid, gridOf, gridWay } from './grid';
import { type Habit, habitOf, type SlottedRow, slotWays } from './slots';
import type { Token } from './tokens';

/** A row whose figures were found: the ways to lay them into its cells, the first taken until equations speak against it. */
export interface PlacedRow {
  /** Index in the table's rows; −1 for a group that carries figures. */
  readonly row: number;
  readonly entries: readonly Token[];
  readonly ways: readonly Layout[];
  /** The group whose label carries the figures, where the row is not the form's own. */
  readonly group: string | undefined;
}

/** What rows are placed by besides their figures. */
interface Context {
  readonly known: LabelledTable;
  readonly view: string;
  /** Whether the figures of the report's tables stand column after column. */
  readonly downwards: boolean;
  readonly columns: TableReading['columns'];
  /** The labels behind the last figures. */
  readonly rest: readonly Hit[];
}

/** How the rows of a table are laid out, by the number of their cells. */
interface Placing extends Context {
  readonly bands: readonly Band[];
  readonly habitOf: (band: Band, need: number) => Habit | undefined;
  readonly gridOf: (target: Pick<LabelledRow, 'need' | 'row'>) => Grid | undefined;
  /** The columns that were looked for so far. */
  readonly grids: ReadonlyMap<number, Grid | undefined>;
}

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
  for (const assignment of assignments) {
    const { first, bands: count, row, rows: span } = assignment;
    const band = bands[first];
    const target = context.known.rows[row];
    if (!band || !target) continue;
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
  if (known.rows.every(({ row }) => found.has(row)) || !wide.some(placing.gridOf)) return [];
  return [...bands.map(({ hits }) => hits), rest].flatMap((hits) =>
    hits.flatMap(({ row, share, token }) => {
      const target = known.rows[row];
      if (share < 1 || !target || target.row < 0 || found.has(target.row)) return [];
      found.add(target.row);
      const cells = Array.from({ length: target.need }, () => emptyAt(token, token.end));
      return [placedRow(target, cells, [straight(target.need)])];
    }),
  );
}

const emptyAt = (token: Token, at: number): Token => ({
  ...token,
  kind: 'blank',
  start: at,
  end: at,
  value: undefined,
});

/** What all rows show of how each is laid out; looked at only where one is incomplete. */
function placingOf(assignments: readonly Assignment[], bands: readonly Band[], context: Context): Placing {
  const { rows, table } = context.known;
  const alone = assignments.flatMap(({ first, bands: count, row, rows: span }) => {
    const band = bands[first];
    return band && rows[row] && count === 1 && span === 1 ? [{ band, need: rows[row].need }] : [];
  });
  const habits = new Map<string, Habit>();
  const grids = new Map<number, Grid | undefined>();
  return {
    ...context,
    bands,
    grids,
    habitOf: (band, need) => {
      if (figuresIn(band.entries) === band.entries.length) return undefined;
      const key = habitKey(band, need);
      const known = habits.get(key);
      if (known) return known;
      const like = alone.filter((each) => each.need === need && habitKey(each.band, need) === key);
      const habit = habitOf(
        like.map((each) => slotted(each.band)),
        need,
      );
      habits.set(key, habit);
      return habit;
    },
    gridOf: ({ need, row }) => {
      if (grids.has(need)) return grids.get(need);
      const lines = alone.filter((each) => each.need === need).map(({ band }) => band.entries);
      const grid = gridOf(lines, headOf(context, bands, table.rows[row]?.columns ?? []), need, context.view);
      grids.set(need, grid);
      return grid;
    },
  };
}

const habitKey = ({ entries }: Band, need: number): string => `${need} ${isOnLine(entries)}`;

function slotted({ entries, hits }: Band): SlottedRow {
  const label = hits.at(-1)?.token;
  return { entries, label: label?.line === entries[0]?.line ? label : undefined };
}

/** The labels of some columns, but where they are the label of a row. */
function headOf({ columns }: Context, bands: readonly Band[], wanted: readonly Column[]): Span[] {
  const ids = new Set(wanted.map(({ id }) => id));
  const rows = new Set(
    bands.flatMap(({ hits }) => hits.filter(({ share }) => share === 1).map(({ token }) => token.start)),
  );
  return columns.filter(({ id, span }) => ids.has(id) && !rows.has(span.start)).map(({ span }) => span);
}

/**
 * The ways to lay the figures of one row into its cells: by the place that separators give to each, else by the columns of a table
 * set with blanks, else as in a complete row near it that takes as much room, else all ways that its sum allows.
 */
function waysOf(index: number, band: Band, target: LabelledRow, placing: Placing): readonly Layout[] {
  const { entries } = band;
  const { need } = target;
  const isComplete = figuresIn(entries) === need;
  if (isComplete && entries.length === need) return [straight(need)];
  const options: FitOptions = { cells: need, total: lastIsTotal(placing, target), fillers: 0 };
  const habit = placing.habitOf(band, need);
  const slots = habit ? slotWays(slotted(band), need, habit) : [];
  if (slots.length > 0) return cheapest(slots, entriesOf(entries), options);
  const grid = isComplete || entries.length > need ? undefined : placing.gridOf(target);
  const inColumns = grid && gridWay(entries, need, grid);
  if (inColumns?.some((entry) => entry >= 0)) return [inColumns];
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
  if (span > 1 && (isPart || isTooFew(entries, wanted))) return [];
  return deal(entries, wanted, downwards).map(({ target, mine }) => {
    const options = { cells: target.need, total: lastIsTotal(placing, target), fillers: 0 };
    return placedRow(target, mine, layoutsOf(entriesOf(mine), options));
  });
}

/** Rows side by side on one line that is set with blanks, below the labels of all their columns. */
function sideBySide(entries: readonly Token[], { known, columns, view }: Placing): PlacedRow[] | undefined {
  const need = known.rows.reduce((sum, each) => sum + each.need, 0);
  if (!known.table.sideBySide || entries.length >= need) return undefined;
  const grid = gridOf(
    [entries],
    columns.map(({ span }) => span),
    need,
    view,
  );
  if (!grid) return undefined;
  const way = gridWay(entries, need, grid);
  const isWhole = figuresIn(entries) === way.filter((index) => index >= 0).length;
  let from = 0;
  return known.rows.map((target) => {
    const mine = way.slice(from, from + target.need);
    from += target.need;
    const row = placedRow(target, entries, [mine]);
    return isWhole ? filled(row, mine) : row;
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

const lastIsTotal = ({ known }: Placing, { row }: LabelledRow): boolean =>
  isTotal(known.table.rows[Math.max(0, row)]);

const isTotal = (row: Row | undefined): boolean => row?.columns.at(-1)?.id === 'total';

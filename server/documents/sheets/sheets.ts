import { mark, said, say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import type { Block, Cell, Paragraph, Table } from '../lines/blocks';
import { linesOfBlocks, type PlacedLines } from '../lines/lines';

// What the sheets of a workbook say, whatever file it is in.

/** A cell that is told of, be it empty; rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Whether there is something in it that its format does not show. */
  readonly isUnshown?: boolean;
}

/** Cells that are one, from the first to the last of each. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** What to do with a workbook that cannot be read. */
export const workbookRemedy = mark`请在 Excel 或 WPS 里打开，另存为 .xlsx`;

/** The refusal of a workbook with more in it than any report. */
export const tooMuch = (): UnreadableDocument =>
  new UnreadableDocument(say`里面的内容太多`, said(workbookRemedy));

/** What has more places was made to fill the memory. */
const mostPlaces = 1_000_000;

interface Grid extends Pick<Sheet, 'name'> {
  /** The columns that are not shown, from left to right: a sheet may have hidden all that it does not use. */
  readonly hidden: readonly number[];
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** The merged cells that stand in a row. */
  readonly merges: ReadonlyMap<number, readonly Merge[]>;
  readonly width: number;
}

/**
 * Writes sheets as lines, a row a line with a tab between columns, as tables of documents are written. What is not shown is not read;
 * `hidden` are the names of sheets that are not.
 */
export function linesOfSheets(sheets: readonly Sheet[], hidden: readonly string[]): PlacedLines {
  let places = 0;
  const grids = sheets.map((sheet) => {
    const grid = gridOf(sheet, mostPlaces - places);
    places += grid.rows.size * grid.width;
    if (places > mostPlaces) throw tooMuch();
    return grid;
  });
  return {
    ...linesOfBlocks(grids.flatMap((grid) => [...blocksOf(grid)])),
    notices: [
      ...hidden.map((name) => say`工作表「${name}」是隐藏的，没有读`),
      ...sheets.flatMap((sheet) => [...unshownIn(sheet)]),
    ],
  };
}

/** What of a sheet is not shown, though there is something in it. */
function* unshownIn({ name, cells, hiddenRows, hiddenColumns }: Sheet): Generator<string> {
  const said = cells.filter(({ text }) => text.trim() !== '');
  const rows = new Set(said.flatMap(({ row }) => (hiddenRows.has(row) ? [row] : [])));
  const columns = new Set(said.flatMap(({ column }) => (hiddenColumns.has(column) ? [column] : [])));
  const unshown = cells.filter(({ isUnshown }) => isUnshown).length;
  if (rows.size > 0) yield say`工作表「${name}」有 ${rows.size} 行是隐藏的，没有读`;
  if (columns.size > 0) yield say`工作表「${name}」有 ${columns.size} 列是隐藏的，没有读`;
  if (unshown > 0) yield say`工作表「${name}」有 ${unshown} 格里的数按格式不显示，当作空格读`;
}

/** Rows and columns with nothing in them, and such as are not shown, are left out. */
function gridOf(sheet: Sheet, most: number): Grid {
  const hidden = [...sheet.hiddenColumns].sort((a, b) => a - b);
  const { cells, merges } = shownOf(sheet, hidden);
  const rows = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    const own = rows.get(row) ?? new Map<number, string>();
    rows.set(row, own.set(column, text));
  }
  let width = 0;
  for (const [row, own] of rows) {
    const ownWidth = widthOf(own);
    width = Math.max(width, ownWidth);
    if (ownWidth === 0) rows.delete(row);
  }
  return { name: sheet.name, hidden, rows, merges: byRow(merges, [...rows.keys()], most), width };
}

/** What is shown, with the columns counted without those that are hidden; merged cells show their words in whatever of them is. */
function shownOf(
  { cells, merges, hiddenRows, hiddenColumns }: Sheet,
  hidden: readonly number[],
): Pick<Sheet, 'cells' | 'merges'> {
  if (hiddenRows.size + hiddenColumns.size === 0) return { cells, merges };
  const placed = (column: number): number => {
    const before = hidden.findIndex((each) => each >= column);
    return column - (before < 0 ? hidden.length : before);
  };
  const shown = merges.flatMap((merge) => {
    const top = firstShown(merge.top, merge.bottom, hiddenRows);
    const left = firstShown(merge.left, merge.right, hiddenColumns);
    if (top === undefined || left === undefined) return [];
    return [
      { from: merge, to: { ...merge, top, left: placed(left), right: placed(merge.right + 1) - 1 }, left },
    ];
  });
  const placeOf = (row: number, column: number): string => `${row} ${column}`;
  const starts = new Map(
    shown.map(({ from, to, left }) => [placeOf(from.top, from.left), { row: to.top, column: left }]),
  );
  // What was written in a cell before another took its place is not shown.
  const taken = new Set([...starts.values()].map(({ row, column }) => placeOf(row, column)));
  return {
    merges: shown.map(({ to }) => to),
    cells: cells.flatMap((cell) => {
      const start = starts.get(placeOf(cell.row, cell.column));
      const { row, column } = start ?? cell;
      const isGone = hiddenRows.has(row) || hiddenColumns.has(column);
      return isGone || (!start && taken.has(placeOf(row, column)))
        ? []
        : [{ ...cell, row, column: placed(column) }];
    }),
  };
}

/** The first of these that is shown. */
function firstShown(first: number, last: number, hidden: ReadonlySet<number>): number | undefined {
  for (let at = first; at <= last; at++) if (!hidden.has(at)) return at;
  return undefined;
}

function byRow(merges: readonly Merge[], rows: readonly number[], most: number): Map<number, Merge[]> {
  const found = new Map<number, Merge[]>();
  if (merges.length * rows.length > 100 * most) throw tooMuch();
  for (const row of rows)
    found.set(
      row,
      merges.filter(({ top, bottom }) => top <= row && row <= bottom),
    );
  return found;
}

function* blocksOf(grid: Grid): Generator<Block> {
  let rows: number[] = [];
  for (const row of [...grid.rows.keys()].sort((a, b) => a - b)) {
    const alone = textAlone(grid, row);
    if (alone === undefined) {
      rows.push(row);
      continue;
    }
    if (rows.length > 0) yield tableOf(grid, rows);
    rows = [];
    yield* paragraphsOf(alone, placeOf(grid, row, 0));
  }
  if (rows.length > 0) yield tableOf(grid, rows);
}

/** Rows that follow each other, as wide as the widest of them. */
function tableOf(grid: Grid, rows: readonly number[]): Table {
  const width = Math.max(...rows.map((row) => widthOf(grid.rows.get(row))));
  return { kind: 'table', rows: rows.map((row) => cellsOf({ ...grid, width }, row)) };
}

/** How many columns there are up to the last with something in it. */
const widthOf = (texts: ReadonlyMap<number, string> = new Map()): number =>
  Math.max(0, ...[...texts].map(([column, text]) => (text.trim() === '' ? 0 : column + 1)));

/** The text of a row that is no row of a table: it stands at the beginning, and no cell beside it is told of. */
function textAlone({ rows, merges, width }: Grid, row: number): string | undefined {
  const texts = rows.get(row);
  const own = merges.get(row)?.find(({ left }) => left === 0);
  const end = own?.right ?? 0;
  const isAlone = [...(texts?.keys() ?? [])].every((column) => column <= end || column >= width);
  const isTall = own !== undefined && own.bottom > own.top && end < width - 1;
  return isAlone && !isTall ? texts?.get(0) : undefined;
}

function cellsOf(grid: Grid, row: number): Cell[] {
  const cells: Cell[] = [];
  const merges = grid.merges.get(row) ?? [];
  for (let column = 0; column < grid.width; ) {
    const merge = merges.find(({ left, right }) => left <= column && column <= right);
    const end = merge ? Math.min(merge.right + 1, grid.width) : column + 1;
    const place = placeOf(grid, row, column);
    const text = grid.rows.get(row)?.get(column) ?? '';
    cells.push({
      column,
      columns: end - column,
      isContinued: merge !== undefined && merge.top < row,
      place,
      blocks: paragraphsOf(text, place),
    });
    column = end;
  }
  return cells;
}

const paragraphsOf = (text: string, place: string): Paragraph[] =>
  text.split(/\r\n?|\n/u).map((line) => ({
    kind: 'paragraph',
    pieces: [{ text: line.replace(/\t/gu, ' '), source: undefined }],
    gap: undefined,
    place,
  }));

/** The name of a cell as people see it at the edges of the sheet. */
function placeOf({ name, hidden }: Grid, row: number, column: number): string {
  let letters = '';
  let own = column;
  for (let at = 0; (hidden[at] ?? Number.POSITIVE_INFINITY) <= own; at++) own++;
  for (let left = own + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return say`工作表「${name}」${letters}${row + 1}`;
}

import type { Analysis } from '../analysis';
import type { Equation, TableId } from '../form/form';
import { type GridRow, gridOf } from '../form/grid';
import { type Report, sectionReading, valueOf } from '../report/report';
import { lineIn } from '../text/plain';
import { printedIn } from './printed';
import { addressOf, type CellLook, type NewSheet, type NewSheetCell, newWorkbook } from './xlsx-parts';

/** Writes the tables of a report as a workbook: a sheet each, as the form prints it; totals are formulas where they are what they say. */
export function exportXlsx({ report }: Analysis): Uint8Array {
  const title = report.title?.value ?? '';
  const sheets = report.tables.map(({ id }, at) => sheetOf(report, id, at === 0 ? title : ''));
  return newWorkbook(sheets.length > 0 ? sheets : [emptySheet(title)]);
}

const emptySheet = (title: string): NewSheet => ({
  name: '年报',
  rows: titleRows([title], 1),
  widths: [80],
  isWide: false,
  head: undefined,
  above: '',
});

function sheetOf(report: Report, id: TableId, title: string): NewSheet {
  const { form, shown } = report;
  const { head, body } = gridOf(form, id);
  const heading = sectionReading(report, id)?.heading;
  const grid = placed([...head, ...body]);
  const width = Math.max(...grid.flat().map(({ column, columns }) => column + columns));
  const above = titleRows([title, heading ? lineIn(shown, heading.span) : ''], width);
  const figures = new Map(
    grid.flatMap((cells, row) =>
      cells.flatMap(({ figure, column }) =>
        figure === undefined ? [] : [[figure, { row: row + above.length, column }] as const],
      ),
    ),
  );
  const rows = grid.map((cells, row) =>
    cells.map(({ figure, text, ...place }): NewSheetCell => {
      if (figure !== undefined) return { ...place, look: 'figure', ...figureOf(report, figure, figures) };
      return { ...place, look: row < head.length ? 'head' : 'label', value: text };
    }),
  );
  return {
    name: form.tables.find((each) => each.id === id)?.name ?? id,
    rows: [...above, ...rows],
    widths: widthsOf(grid, width),
    isWide: width > mostUpright,
    head: head.length > 0 ? [above.length, above.length + head.length - 1] : undefined,
    above: report.title?.value ?? '',
  };
}

/** What stands above a table, each over its whole width. */
const titleRows = ([title = '', heading = '']: readonly string[], columns: number): NewSheetCell[][] => {
  const row = (look: CellLook, value: string): NewSheetCell[][] =>
    value === '' ? [] : [[{ column: 0, columns, rows: 1, look, value }]];
  return [...row('title', title), ...row('heading', heading)];
};

interface PlacedCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
  readonly figure: number | undefined;
}

/** The cells of a grid with the columns in which they stand, given those that reach into their rows from above. */
function placed(rows: readonly GridRow[]): PlacedCell[][] {
  const taken: (number | undefined)[] = [];
  return rows.map((row, at) => {
    let column = 0;
    return row.map((cell) => {
      while ((taken[column] ?? 0) > at) column++;
      const own = { ...cell, column };
      for (let beside = 0; beside < cell.columns; beside++) taken[column++] = at + cell.rows;
      return own;
    });
  });
}

/** How wide columns are: of labels, the last of them most, and of figures. With more columns than these a page lies on its side. */
const labelWidths = { group: 12, own: 36 };
const figureWidth = 13;
const mostUpright = 10;

function widthsOf(grid: readonly (readonly PlacedCell[])[], width: number): number[] {
  const first = grid.flat().find(({ figure }) => figure !== undefined)?.column ?? 0;
  return Array.from({ length: width }, (_, column) =>
    column >= first ? figureWidth : column === first - 1 ? labelWidths.own : labelWidths.group,
  );
}

type Places = ReadonlyMap<number, { readonly row: number; readonly column: number }>;

/** What is written into the place of a figure: a number where it is one and nothing else, else what stands there. */
function figureOf(
  report: Report,
  index: number,
  places: Places,
): Pick<NewSheetCell, 'value' | 'formula' | 'note'> {
  const value = numberIn(report, index);
  if (value === undefined) return { value: printedIn(report, index) };
  const sums = report.form.equations.filter(({ right }) => right.length === 1 && right[0] === index);
  const own = sums.find(({ left }) => sumOf(left.map((each) => numberIn(report, each) ?? 0)) === value);
  const wrong = sums.flatMap((equation) => differenceIn(report, equation, value));
  return {
    value,
    formula: own && `SUM(${rangesOf(own.left, places)})`,
    note: wrong.length > 0 ? wrong.join('\n') : undefined,
  };
}

/** Spreadsheets keep no more digits of a number. */
const mostDigits = 15;

function numberIn({ cells }: Report, index: number): number | undefined {
  const cell = cells[index];
  if (cell?.kind !== 'count' || cell.printed) return undefined;
  return String(cell.value).replace(/\D/gu, '').length <= mostDigits ? cell.value : undefined;
}

/** Amounts of money have decimals, which do not add up exactly. */
const sumOf = (numbers: readonly number[]): number =>
  Number(numbers.reduce((sum, each) => sum + each, 0).toPrecision(mostDigits));

function differenceIn({ cells }: Report, { left, name }: Equation, total: number): string[] {
  const parts = left.map((index) => (cells[index]?.kind === 'merged' ? 0 : valueOf(cells[index])));
  const known = parts.filter((each) => each !== null);
  if (known.length < parts.length || sumOf(known) === total) return [];
  return [`${name}各项之和为 ${sumOf(known)}，年报写的是 ${total}`];
}

/** The places of addends, those below or beside each other as one. */
function rangesOf(addends: readonly number[], places: Places): string {
  const ranges: { row: number; column: number; lastRow: number; lastColumn: number }[] = [];
  for (const place of addends.flatMap((index) => places.get(index) ?? [])) {
    const last = ranges.at(-1);
    const isBelow =
      last?.column === place.column && last.lastColumn === place.column && last.lastRow + 1 === place.row;
    const isBeside =
      last?.row === place.row && last.lastRow === place.row && last.lastColumn + 1 === place.column;
    if (last && isBelow) last.lastRow = place.row;
    else if (last && isBeside) last.lastColumn = place.column;
    else ranges.push({ ...place, lastRow: place.row, lastColumn: place.column });
  }
  return ranges
    .map(({ row, column, lastRow, lastColumn }) => {
      const [first, last] = [addressOf(row, column), addressOf(lastRow, lastColumn)];
      return first === last ? first : `${first}:${last}`;
    })
    .join(',');
}

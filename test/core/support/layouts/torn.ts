import { flat, type Grid, kept } from './grid';
import { type Layout, layout, plainPrinter } from './page';

// What viewers and programs copy out of a page without its layout: labels and figures are torn apart, yet the figures keep an order.

interface TornRow {
  readonly labels: readonly string[];
  readonly figures: readonly string[];
}

const rowsOf = (grid: Grid): TornRow[] =>
  grid.body.map((row) => {
    const texts = (figures: boolean): string[] =>
      kept(row).flatMap(({ role, text }) => ((role === 'value') === figures ? [flat(text)] : []));
    return { labels: texts(false), figures: texts(true) };
  });

const headOf = (grid: Grid): string[] => grid.head.flatMap((row) => row.map(({ text }) => flat(text)));
const pieces = (text: string): string[] => text.match(/.{1,7}/gu) ?? [];
const broken = ({ labels }: TornRow): string[] => labels.flatMap(pieces);

/** Some rows at a time as one block, printed by `print`; tables that are no more than a few rows row by row. */
const inBlocks =
  (size: number, print: (rows: readonly TornRow[]) => string[]) =>
  (grid: Grid): string[] => {
    const rows = rowsOf(grid);
    if (grid.table !== 'applications') return [...headOf(grid), ...rows.flatMap(labelsThenFigures)];
    const blocks = Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
      rows.slice(at * size, (at + 1) * size),
    );
    return [...headOf(grid), ...blocks.flatMap(print)];
  };

const labelsThenFigures = ({ labels, figures }: TornRow): string[] => [...labels, ...figures];
const from = (rows: readonly TornRow[], first: number, last?: number): string[] =>
  rows.flatMap(({ figures }) => figures.slice(first, last));

/** Each label with the figure beside it, then the other figures. */
const firstBeside = inBlocks(5, (rows) => [
  ...rows.flatMap((row) => [...broken(row), ...row.figures.slice(0, 1)]),
  ...from(rows, 1),
]);

/** The figures but the first of each row, then each label with that. */
const firstBehind = inBlocks(4, (rows) => [
  ...from(rows, 1),
  ...rows.flatMap((row) => [...broken(row), ...row.figures.slice(0, 1)]),
]);

/** The labels, the figures but the totals, the totals. */
const totalsApart = inBlocks(6, (rows) => [...rows.flatMap(broken), ...from(rows, 0, -1), ...from(rows, -1)]);

/** The figures of some rows, then their labels. */
const labelsBehind = inBlocks(5, (rows) => [...from(rows, 0), ...rows.flatMap(broken)]);

/** The labels of all rows, then their figures, one a line. */
const wordsFirst = inBlocks(40, (rows) => [...rows.flatMap(broken), ...from(rows, 0)]);

/** The figures of all rows, one a line, then the labels. */
const wordsLast = inBlocks(40, (rows) => [...from(rows, 0), ...rows.flatMap(({ labels }) => labels)]);

/** The rows with single blanks, their labels behind all of them. */
const rowsFirst = inBlocks(40, (rows) => [
  ...rows.map(({ figures }) => figures.join(' ')),
  ...rows.flatMap(broken),
]);

const of = (id: string, table: (grid: Grid) => string[], cellPerLine = true): Layout =>
  layout(id, { blanks: false, cellPerLine }, { ...plainPrinter, table });

/** Copies in which labels are torn from their figures. */
export const tornLayouts: readonly Layout[] = [
  of('torn-first-beside', firstBeside),
  of('torn-first-behind', firstBehind),
  of('torn-totals-apart', totalsApart),
  of('torn-labels-behind', labelsBehind),
  of('torn-words-first', wordsFirst),
  of('torn-words-last', wordsLast),
  of('torn-rows-first', rowsFirst, false),
];

import { flat, type Grid, kept } from './grid';
import { type Layout, layout, plainPrinter } from './page';

// What comes out of a PDF whose tables are read as loose text: labels broken where the cell was too narrow, figures before their
// labels, labels of a whole group before its figures.

const pieces = (text: string, size: number): string[] => text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];

interface PdfRow {
  readonly labels: readonly string[];
  readonly figures: readonly string[];
}

const rowsOf = (grid: Grid): PdfRow[] =>
  grid.body.map((row) => {
    const cells = kept(row);
    const texts = (figures: boolean): string[] =>
      cells.flatMap(({ role, text }) => ((role === 'value') === figures ? [flat(text)] : []));
    return { labels: texts(false), figures: texts(true) };
  });

const headOf = (grid: Grid): string[] =>
  grid.head.flatMap((row) => row.flatMap(({ text }) => pieces(flat(text), 6)));

/** Each row: pieces of its label, then its figures, one a line. */
const reading = (grid: Grid): string[] => [
  ...headOf(grid),
  ...rowsOf(grid).flatMap(({ labels, figures }) => [
    '',
    ...labels.flatMap((text) => pieces(text, 11)),
    ...figures,
  ]),
];

/** Each row: its label, then its figures, one a line. */
const cellsLast = (grid: Grid): string[] =>
  rowsOf(grid).flatMap(({ labels, figures }) => [...labels, ...figures]);

/** Each row: its figures on one line, then its label. */
const figuresFirst = (grid: Grid): string[] => [
  ...headOf(grid),
  ...rowsOf(grid).flatMap(({ labels, figures }) => [figures.join(' '), ...labels]),
];

/** Each row: its figures one a line, then its label. */
const cellsFirst = (grid: Grid): string[] => [
  ...headOf(grid),
  ...rowsOf(grid).flatMap(({ labels, figures }) => [...figures, ...labels]),
];

/** The labels of a few rows, broken, then their figures, a line a row. */
function detached(grid: Grid): string[] {
  const rows = rowsOf(grid);
  const lines = headOf(grid);
  for (let at = 0; at < rows.length; at += 4) {
    const some = rows.slice(at, at + 4);
    lines.push(...some.flatMap(({ labels }) => labels.flatMap((text) => pieces(text, 11))), '');
    lines.push(...some.flatMap(({ figures }) => (figures.length > 0 ? [figures.join(' ')] : [])), '');
  }
  return lines;
}

/** Table by table the labels, then the figures, a line a row. */
const apart = (grid: Grid): string[] => [
  ...headOf(grid),
  ...rowsOf(grid).flatMap(({ labels }) => labels),
  '',
  ...rowsOf(grid).flatMap(({ figures }) => (figures.length > 0 ? [figures.join(' ')] : [])),
];

/** The labels, then column after column of figures; row by row where rows are not of one width. */
function columns(grid: Grid): string[] {
  if (grid.table === 'proactiveDisclosure') return cellsLast(grid);
  const rows = rowsOf(grid);
  const width = Math.max(...rows.map(({ figures }) => figures.length));
  return [
    ...headOf(grid),
    ...rows.flatMap(({ labels }) => labels),
    ...Array.from({ length: width }, (_, column) =>
      rows.flatMap(({ figures }) => figures[column] ?? []),
    ).flat(),
  ];
}

const of = (id: string, cellPerLine: boolean, table: (grid: Grid) => string[]): Layout =>
  layout(id, { blanks: false, cellPerLine }, { ...plainPrinter, table });

/** Tables of a PDF read as loose text. */
export const pdfLayouts: readonly Layout[] = [
  of('pdf-reading', true, reading),
  of('pdf-figures-first', false, figuresFirst),
  of('pdf-cells-first', true, cellsFirst),
  of('pdf-detached', false, detached),
  of('pdf-apart', false, apart),
  of('pdf-columns', true, columns),
];

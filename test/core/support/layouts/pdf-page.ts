import { flat, type Grid, type GridRow, type Role } from './grid';
import { assemble, type Layout, layout } from './page';
import type { Sheet } from './sheet';

// Text of a PDF with the layout kept: every line of every cell where it stands on the page. Cells are broken at their width and set at
// the top, in the middle or at the bottom of their row, merged ones too, so that a line between two others gets a line of its own.

type Measure = (text: string) => number;
type Side = 'top' | 'middle' | 'bottom';

interface Style {
  readonly measure: Measure;
  /** The widths of the columns of labels of 表三, and of the one of 表二. */
  readonly leads: readonly [number, number, number];
  readonly lead: number;
  /** The width of a column of figures. */
  readonly step: number;
  readonly figures: Side;
  readonly labels: Side;
  /** Lines of a page, whose number stands below them; 0 for one long page. */
  readonly page: number;
}

const byUnits: Measure = (text) => text.length;
const byWidth: Measure = (text) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** A line of a cell: how far down it stands, in half lines, and where it begins. */
interface Line {
  readonly down: number;
  readonly at: number;
  readonly text: string;
}

interface PlacedCell {
  readonly role: Role;
  readonly lines: readonly string[];
  readonly at: number;
  readonly first: number;
  readonly rows: number;
}

function broken(text: string, width: number, measure: Measure): string[] {
  const lines = [''];
  for (const char of text) {
    if (measure((lines.at(-1) ?? '') + char) > width) lines.push('');
    lines.push((lines.pop() ?? '') + char);
  }
  return lines;
}

/** The columns' beginnings, and the end of the last. */
function edgesOf(grid: Grid, { leads, lead, step }: Style): number[] {
  const widths =
    grid.table === 'applications' ? [...leads] : grid.table === 'proactiveDisclosure' ? [lead] : [];
  while (widths.length < grid.width) widths.push(grid.table === 'proactiveDisclosure' ? step + 6 : step);
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}

function placed(grid: Grid, style: Style): PlacedCell[] {
  const edges = edgesOf(grid, style);
  const covered: number[] = [];
  return [...grid.head, ...grid.body].flatMap((row: GridRow, first) => {
    let column = 0;
    return row.flatMap(({ role, text, columns, rows, lost }): PlacedCell[] => {
      while ((covered[column] ?? 0) > first) column++;
      const from = edges[column] ?? 0;
      const to = edges[column + columns] ?? from;
      for (let at = column; at < column + columns; at++) covered[at] = first + rows;
      column += columns;
      if (lost) return [];
      // A figure is never broken, however narrow its column.
      const lines = role === 'value' ? [text] : broken(flat(text), to - from - 1, style.measure);
      const room = to - from - 1 - Math.max(...lines.map(style.measure));
      const at = role === 'head' ? from + Math.max(0, Math.floor(room / 2)) : from;
      return [{ role, lines, at, first, rows }];
    });
  });
}

/** How many lines each row takes: what a merged cell needs more is its last row's. */
function heightsOf(cells: readonly PlacedCell[]): number[] {
  const heights: number[] = [];
  for (const { lines, first, rows } of cells.toSorted((a, b) => a.rows - b.rows)) {
    let open = lines.length;
    for (let row = first; row < first + rows; row++) {
      heights[row] ??= 1;
      open -= heights[row] ?? 0;
    }
    if (open > 0) heights[first + rows - 1] = (heights[first + rows - 1] ?? 0) + open;
  }
  return heights;
}

function drawn(grid: Grid, style: Style): string[] {
  const cells = placed(grid, style);
  const heights = heightsOf(cells);
  const above = (row: number): number => heights.slice(0, row).reduce((sum, height) => sum + height, 0);
  const all = cells.flatMap(({ role, lines, at, first, rows }): Line[] => {
    const room = above(first + rows) - above(first) - lines.length;
    const side = role === 'value' ? style.figures : role === 'head' ? 'middle' : style.labels;
    const down = 2 * above(first) + (side === 'top' ? 0 : side === 'middle' ? room : 2 * room);
    return lines.map((text, line) => ({ down: down + 2 * line, at, text }));
  });
  const places = [...new Set(all.map(({ down }) => down))].sort((a, b) => a - b);
  return places.map((place) =>
    all
      .filter(({ down, text }) => down === place && text !== '')
      .sort((a, b) => a.at - b.at)
      .reduce((line, { at, text }) => {
        const room = Math.max(at - style.measure(line), line === '' ? 0 : 1);
        return line + ' '.repeat(room) + text;
      }, ''),
  );
}

/** Cuts a text into pages and writes the number of each below it. */
function inPages(text: string, size: number): string {
  if (size === 0) return text;
  const lines = text.split('\n');
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += size) pages.push(lines.slice(at, at + size).join('\n'));
  return pages.map((page, index) => `${page}\n${' '.repeat(24)}${index + 1}\n`).join('\f');
}

const of = (id: string, style: Style): Layout =>
  layout(id, { blanks: false, places: true }, (sheet: Sheet) =>
    inPages(
      assemble(sheet, {
        title: (text) => [`          ${text}`],
        heading: (text) => ['', `   ${text}`],
        paragraph: (text) => broken(`    ${text}`, 42, byUnits),
        table: (grid) => drawn(grid, style),
      }),
      style.page,
    ),
  );

const wide = { measure: byWidth, leads: [8, 14, 30], lead: 22, step: 9, labels: 'middle', page: 0 } as const;
const narrow = { measure: byUnits, leads: [4, 5, 9], lead: 5, step: 7, labels: 'middle', page: 0 } as const;

/** Tables of a PDF with their layout kept. */
export const pdfPageLayouts: readonly Layout[] = [
  of('pdf-page', { ...wide, figures: 'middle' }),
  of('pdf-page-top', { ...wide, figures: 'top' }),
  of('pdf-page-bottom', { ...wide, figures: 'bottom', page: 31 }),
  of('pdf-page-narrow', { ...narrow, figures: 'middle' }),
  of('pdf-page-narrow-top', { ...narrow, figures: 'top', labels: 'top', page: 23 }),
  of('pdf-page-narrow-bottom', { ...narrow, figures: 'bottom' }),
  of('pdf-page-close', { ...wide, step: 5, figures: 'middle' }),
];

import { flat, type Grid, type GridCell, type GridRow } from './grid';
import { type Layout, layout } from './page';

// Text in columns of blanks, as `pdftotext -layout` writes it (a character is a column) or a typist does (a Chinese character is
// two columns).

type Measure = (text: string) => number;

const byUnits: Measure = (text) => text.length;
const byWidth: Measure = (text) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

interface Style {
  readonly measure: Measure;
  /** After how many columns labels are broken; figures then stand beside their middle line. */
  readonly wrap: number;
  /** Whether a label over many rows is written downwards at the left margin. */
  readonly vertical: boolean;
  /** Empty lines behind every row. */
  readonly gap: number;
  /** Whether a group's label stands beside the middle of its rows, on a line of its own. */
  readonly centred: boolean;
}

const labelColumns = [0, 6, 16] as const;

function wrapped(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [''];
  for (const char of text) {
    if (measure((lines.at(-1) ?? '') + char) > width) lines.push('');
    lines.push((lines.pop() ?? '') + char);
  }
  return lines;
}

/** Writes `text` into a line at a column; moves it right where something stands there already. */
function put(line: string, text: string, at: number, measure: Measure): string {
  const room = Math.max(at - measure(line), line === '' ? 0 : 1);
  return text === '' ? line : line + ' '.repeat(room) + text;
}

/** Puts a cell's lines beside the others of its row, centred on the middle line. */
function place(lines: string[], parts: readonly string[], at: number, measure: Measure): void {
  const first = Math.floor((lines.length - parts.length) / 2);
  for (const [index, part] of parts.entries())
    lines[first + index] = put(lines[first + index] ?? '', part, at, measure);
}

function aligned(grid: Grid, style: Style): string[] {
  const { measure } = style;
  const labelWidth =
    grid.table === 'applications'
      ? style.wrap < 50
        ? style.wrap + 18
        : 92
      : grid.table === 'disputes'
        ? 0
        : 30;
  const step = 9;
  const out: string[] = [];
  const downwards: string[] = [];
  let waiting: Waiting | undefined;
  for (const row of [...grid.head, ...grid.body]) {
    const cells = columnsOf(row, grid);
    const height = Math.max(...cells.map(({ cell }) => partsOf(cell, style).length), 1);
    const lines = Array.from({ length: height }, () => '');
    for (const { cell, at } of cells) {
      if (cell.role === 'group' && cell.rows > 9) {
        if (style.vertical) downwards.push(...flat(cell.text));
        continue;
      }
      if (cell.role === 'group' && style.centred) {
        waiting = { text: flat(cell.text), rows: Math.floor(cell.rows / 2) };
        continue;
      }
      const column = at < leadOf(grid) ? (labelColumns[at] ?? 0) : labelWidth + (at - leadOf(grid)) * step;
      if (!cell.lost) place(lines, partsOf(cell, style), column, measure);
    }
    out.push(
      ...centredLabel(waiting),
      ...lines.map((line) => line.trimEnd()),
      ...Array.from({ length: style.gap }, () => ''),
    );
  }
  return downwards.length > 0 ? atMargin(out, downwards) : out;
}

interface Waiting {
  readonly text: string;
  rows: number;
}

/** The line of a group's label, once so many of its rows stand above it. */
function centredLabel(waiting: Waiting | undefined): string[] {
  return waiting && waiting.rows-- === 0 ? [`      ${waiting.text}`] : [];
}

/** How many columns of a table hold labels. */
const leadOf = ({ table }: Grid): number => (table === 'applications' ? 3 : table === 'disputes' ? 0 : 1);

function partsOf(cell: GridCell, { wrap, measure }: Style): string[] {
  if (cell.role === 'label' || cell.role === 'group')
    return wrapped(flat(cell.text), cell.role === 'group' ? Math.min(wrap, 10) : wrap, measure);
  return cell.text.split('\n');
}

/** The cells of a row with the column in which each starts; a row under merged cells starts further right. */
function columnsOf(row: GridRow, grid: Grid): { readonly cell: GridCell; readonly at: number }[] {
  const width = row.reduce((sum, { columns }) => sum + columns, 0);
  const last = row.at(-1)?.role === 'head' && grid.table === 'applications' && width === 5 ? 9 : grid.width;
  let at = last - width;
  return row.map((cell) => {
    const own = at;
    at += cell.columns;
    return { cell, at: own };
  });
}

/** Writes characters one below the other at the left margin, in lines that leave it free. */
function atMargin(lines: readonly string[], chars: readonly string[]): string[] {
  const queue = [...chars];
  const from = Math.floor(lines.length / 3);
  return lines.map((line, index) => {
    if (index < from || index % 2 === 1 || queue.length === 0 || !/^ {3}|^$/.test(line)) return line;
    const char = queue.shift() ?? '';
    return line === '' ? char : `${char}${line.slice(1)}`;
  });
}

const of = (id: string, style: Style): Layout =>
  layout(
    id,
    { blanks: false, places: true },
    {
      title: (text) => [`          ${text}`],
      heading: (text) => ['', `   ${text}`],
      paragraph: (text) => wrapped(`    ${text}`, 42, byUnits),
      table: (grid) => aligned(grid, style),
    },
  );

/** Layouts with columns of blanks. */
export const alignedLayouts: readonly Layout[] = [
  of('aligned', { measure: byUnits, wrap: 99, vertical: false, gap: 0, centred: false }),
  of('aligned-width', { measure: byWidth, wrap: 99, vertical: false, gap: 0, centred: false }),
  of('aligned-wrapped', { measure: byUnits, wrap: 14, vertical: true, gap: 1, centred: false }),
  of('aligned-centred', { measure: byUnits, wrap: 26, vertical: true, gap: 0, centred: true }),
  of('aligned-wrapped-width', { measure: byWidth, wrap: 28, vertical: true, gap: 1, centred: false }),
];

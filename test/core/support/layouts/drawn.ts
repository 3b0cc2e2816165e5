import { type Grid, type GridCell, kept } from './grid';
import { type Layout, layout, plainPrinter } from './page';

// Tables drawn with characters.

/** The columns of a drawn table: as many as its widest row has cells, the first ones wide. */
const widthsOf = (grid: Grid): number[] =>
  Array.from({ length: grid.width }, (_, at) => (at < leadOf(grid) ? 16 : grid.width > 10 ? 6 : 10));

const leadOf = ({ table }: Grid): number => (table === 'applications' ? 3 : table === 'disputes' ? 0 : 1);

const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Breaks a text into lines of a width. */
function broken(text: string, width: number): string[] {
  const lines = [''];
  for (const char of text) {
    const last = lines.at(-1) ?? '';
    if (char === '\n') lines.push('');
    else if (widthOf(last + char) > width) lines.push(char);
    else lines[lines.length - 1] = last + char;
  }
  return lines;
}

interface Ruler {
  readonly line: (widths: readonly number[]) => string;
  readonly bar: string;
}

const plus: Ruler = {
  line: (widths) => `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`,
  bar: '|',
};
const box: Ruler = {
  line: (widths) => `├${widths.map((width) => '─'.repeat(width + 2)).join('┼')}┤`,
  bar: '│',
};

/** A table with ruled lines around all cells; long texts are broken inside their cells. */
const drawn =
  ({ line, bar }: Ruler) =>
  (grid: Grid): string[] => {
    const widths = widthsOf(grid);
    const out: string[] = [];
    for (const row of [...grid.head, ...grid.body]) {
      const cells = filled(kept(row), grid);
      const spans = cells.map(({ at, columns }) =>
        widths.slice(at, at + columns).reduce((sum, width) => sum + width + 3, -3),
      );
      const parts = cells.map(({ text }, index) => broken(text, spans[index] ?? 1));
      out.push(line(spans));
      for (let height = 0; height < Math.max(...parts.map(({ length }) => length)); height++) {
        const texts = parts.map((each, index) => {
          const text = each[height] ?? '';
          return ` ${text}${' '.repeat(Math.max(0, (spans[index] ?? 1) - widthOf(text)))} `;
        });
        out.push(`${bar}${texts.join(bar)}${bar}`);
      }
    }
    return [...out, line(widths)];
  };

/** The cells of a row with their columns; a row under merged cells begins with an empty one. */
function filled(cells: readonly GridCell[], grid: Grid): { text: string; at: number; columns: number }[] {
  const width = cells.reduce((sum, { columns }) => sum + columns, 0);
  const above = Math.max(0, grid.width - width);
  let at = above;
  const own = cells.map(({ text, columns }) => {
    const place = { text, at, columns };
    at += columns;
    return place;
  });
  return above > 0 ? [{ text: '', at: 0, columns: above }, ...own] : own;
}

/** Drawn tables. */
export const drawnLayouts: readonly Layout[] = [
  layout('drawn-plus', {}, { ...plainPrinter, table: drawn(plus) }),
  layout('drawn-box', {}, { ...plainPrinter, table: drawn(box) }),
];

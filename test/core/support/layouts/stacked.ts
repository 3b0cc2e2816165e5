import { type Grid, kept } from './grid';
import { type Layout, layout, plainPrinter } from './page';
import { placesOf } from './places';

// Layouts with a line for every cell, as tables copied from word processors and web pages often become.

/** The lines of a cell: its text may be broken. */
const linesOf = (text: string): string[] => text.split('\n');

const texts = (grid: Grid): string[][] =>
  [...grid.head, ...grid.body].map((row) => kept(row).map(({ text }) => text));

/** A tab before every cell, a tab alone for merged ones, an empty line behind every row. */
function tabbed(grid: Grid): string[] {
  return placesOf(grid).flatMap((places) => [
    ...places.flatMap((place) => {
      if (place.kind === 'cell') return linesOf(`\t${place.cell.text}`);
      return place.kind === 'above' && place.first ? ['\t'] : [];
    }),
    '',
  ]);
}

/** ` |` behind every cell, and behind every row a line of pipes for the columns that its cells span. */
function piped(grid: Grid): string[] {
  return [...grid.head, ...grid.body].flatMap((row) => [
    ...kept(row).map(({ text }) => `${text.replace(/\n/g, ' ')} |`),
    ...(row.length < grid.width ? ['|'.repeat(grid.width - row.length)] : []),
  ]);
}

/** A pipe, and on the next line the cell between blanks: `|⏎ 12  |`. */
function loose(grid: Grid): string[] {
  return texts(grid).flatMap((row) => ['|', ...row.map((text) => ` ${text.replace(/\n/g, ' ')}  |`)]);
}

/** A pipe alone on a line between cells. */
function ruled(grid: Grid): string[] {
  return texts(grid).flatMap((row) => ['|', ...row.flatMap((text) => [...linesOf(text), '|'])]);
}

const spaced = (text: string): string[] => [text, ''];

/** Layouts with one cell a line. */
export const stackedLayouts: readonly Layout[] = [
  layout('cells-tab', { cellPerLine: true }, { ...plainPrinter, table: tabbed }),
  layout('cells-pipe', { cellPerLine: true }, { ...plainPrinter, table: piped }),
  layout('cells-loose-pipe', { cellPerLine: true }, { ...plainPrinter, table: loose }),
  layout('cells-pipe-alone', { cellPerLine: true }, { ...plainPrinter, table: ruled }),
  layout(
    'cells-spaced',
    { cellPerLine: true, blanks: false },
    {
      paragraph: spaced,
      heading: spaced,
      title: spaced,
      table: (grid) => texts(grid).flatMap((row) => row.flatMap(linesOf).flatMap(spaced)),
    },
  ),
  layout(
    'cells-plain',
    { cellPerLine: true, blanks: false },
    { ...plainPrinter, table: (grid) => texts(grid).flatMap((row) => row.flatMap(linesOf)) },
  ),
];

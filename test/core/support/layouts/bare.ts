import { type Grid, kept } from './grid';
import { type Layout, layout, plainPrinter } from './page';

// Tables of word processors as bare text, and tables whose line ends a scraper dropped.

/** The text of a Word table as its automation gives it: a mark behind every cell and another behind every row. */
const marked = (grid: Grid): string[] => [
  [...grid.head, ...grid.body]
    .map(
      (row) =>
        `${kept(row)
          .map(({ text }) => `${text.replace('\n', '\v')}\x07`)
          .join('')}\x07`,
    )
    .join(''),
];

/** Everything on one line, with a blank where a line ended. */
const joined = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .join(' ');

const inOneLine = (grid: Grid): string[] => [
  [...grid.head, ...grid.body]
    .flatMap((row) => kept(row).map(({ text }) => joined(text)))
    .filter(Boolean)
    .join(' '),
];

/** Bare text. */
export const bareLayouts: readonly Layout[] = [
  layout('word-marks', {}, { ...plainPrinter, table: marked }),
  layout('table-line', { blanks: false }, { ...plainPrinter, table: inOneLine }),
];

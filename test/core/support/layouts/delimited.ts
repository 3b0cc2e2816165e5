import { below, randomOf } from '../random';
import { flat, type Grid, type Place, placesOf } from './grid';
import { type Layout, layout, type Printer, plainPrinter } from './page';

// Layouts with a line for every row and a sign between cells: tabs, pipes, commas, blanks.

type Row = readonly Place[];

/** The texts of a row with an empty one for everything that a merged cell covers. */
const whole = (places: Row): string[] =>
  places.map((place) => (place.kind === 'cell' ? flat(place.cell.text) : ''));

/** The texts of a row with empty ones for what is covered from the left only: rows under a merged cell begin further left. */
const padded = (places: Row): string[] =>
  places.flatMap((place) =>
    place.kind === 'above' ? [] : [place.kind === 'cell' ? flat(place.cell.text) : ''],
  );

/** The texts of the cells that are there. */
const bare = (places: Row): string[] =>
  places.flatMap((place) => (place.kind === 'cell' ? [flat(place.cell.text)] : []));

const rows = (grid: Grid, texts: (places: Row) => string[], line: (texts: string[]) => string): string[] =>
  placesOf(grid).map((places) => line(texts(places)));

/** Rows with tabs, some of them with tabs too many at their ends or one too few in front. */
function ragged(grid: Grid): string[] {
  const random = randomOf(grid.width * 31 + grid.body.length);
  return placesOf(grid).map((places) => {
    const lead = places.filter(({ kind }) => kind === 'above').length;
    const front = '\t'.repeat(lead > 0 && random() < 0.3 ? lead - 1 : lead);
    return `${front}${padded(places).join('\t')}${'\t'.repeat(below(random, 4))}`;
  });
}

const markdown: Omit<Printer, 'table'> = {
  title: (text) => [`# ${text}`],
  heading: (text) => ['', `## ${text}`, ''],
  paragraph: (text) => [text, ''],
};

/** A table as GitHub's Markdown has it: the first row is the head. */
function ruled(grid: Grid): string[] {
  const [first = '', ...others] = rows(grid, whole, (texts) => `| ${texts.join(' | ')} |`);
  return ['', first, `|${' --- |'.repeat(grid.width)}`, ...others, ''];
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Layouts with one row a line. */
export const delimitedLayouts: readonly Layout[] = [
  layout('tsv', {}, { ...plainPrinter, table: (grid) => rows(grid, whole, (texts) => texts.join('\t')) }),
  layout('tsv-ragged', {}, { ...plainPrinter, table: ragged }),
  layout(
    'tsv-tight',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, bare, (texts) => texts.join('\t')) },
  ),
  layout(
    'pipes',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, padded, (texts) => `| ${texts.join(' | ')} |`) },
  ),
  layout(
    'pipes-open',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, bare, (texts) => `${texts.join(' | ')} |`) },
  ),
  layout(
    'pipes-inner',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, bare, (texts) => texts.join(' | ')) },
  ),
  layout(
    'pipes-merged',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, whole, (texts) => `| ${texts.join(' | ')} |`) },
  ),
  layout(
    'pipes-lone',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, bare, (texts) => `|\n${texts.join(' | ')} |`) },
  ),
  layout('gfm', {}, { ...markdown, table: ruled }),
  layout(
    'csv',
    {},
    { ...plainPrinter, table: (grid) => rows(grid, whole, (texts) => texts.map(quoted).join(',')) },
  ),
  layout(
    'csv-quoted',
    {},
    {
      ...plainPrinter,
      table: (grid) =>
        rows(grid, whole, (texts) => texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')),
    },
  ),
  layout(
    'spaces',
    { blanks: false },
    {
      ...plainPrinter,
      table: (grid) => rows(grid, bare, (texts) => texts.filter((text) => text !== '').join(' ')),
    },
  ),
  layout(
    'spaces-wide',
    { blanks: false },
    {
      ...plainPrinter,
      table: (grid) => rows(grid, bare, (texts) => texts.filter((text) => text !== '').join('    ')),
    },
  ),
];

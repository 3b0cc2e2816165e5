import { below, randomOf } from '../random';
import { flat, type Grid } from './grid';
import { type Layout, layout, type Printer, plainPrinter } from './page';
import { type Place, placesOf } from './places';

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

/** Long labels broken inside their cells: with the tag that Markdown has no sign of its own for, or with a line end. */
const withBreaks = (grid: Grid, sign: string): Grid => ({
  ...grid,
  head: grid.head.map((row) => row.map((each) => ({ ...each, text: each.text.replace(/\n/g, sign) }))),
  body: grid.body.map((row) =>
    row.map((each) =>
      each.role === 'value' ? each : { ...each, text: each.text.replace(/.{9}(?=..)/gu, `$&${sign}`) },
    ),
  ),
});

/** What a spreadsheet puts on the clipboard or into a file: a cell with a line end in quotes, the line end and all. */
const spreadsheet = (grid: Grid, separator: string): string[] =>
  placesOf(withBreaks(grid, '\n')).map((places) =>
    places
      .map((place) => (place.kind === 'cell' ? place.cell.text : ''))
      .map((text) =>
        text.includes('\n') || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text,
      )
      .join(separator),
  );

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
  layout('tsv-sheet', {}, { ...plainPrinter, table: (grid) => spreadsheet(grid, '\t') }),
  layout('csv-sheet', {}, { ...plainPrinter, table: (grid) => spreadsheet(grid, ',') }),
  layout('gfm', {}, { ...markdown, table: ruled }),
  layout('gfm-breaks', {}, { ...markdown, table: (grid) => ruled(withBreaks(grid, '<br>')) }),
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

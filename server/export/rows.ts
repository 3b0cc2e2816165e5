import type { Analysis } from '../analysis';
import { edition2019 } from '../form/edition-2019';
import { edition2021 } from '../form/edition-2021';
import { rowAndColumn } from '../form/form';
import { valueOf } from '../report/report';
import { csvLine } from './csv';
import { plain, type Writer } from './exporting';
import type { Whose } from './json';
import { knownOf } from './known';
import { printedIn } from './printed';
import { statesOf } from './states';

// Reports as data bases like them: the same columns in every row, with names that need no quotes in SQL.

/** How reports become rows: one a report with the cells as columns, or one a cell. */
export const shapes = ['flat', 'long'] as const;

export type Shape = (typeof shapes)[number];

type Row = Readonly<Record<string, string | number | null>>;

/** The name of a cell as a column: applications.received.total is applications_received_total. */
const columnOf = (path: string): string => path.replaceAll('.', '_');

/** The cells of all editions, those of the form in force first: which of them a report has does not change its columns. */
const paths = [...new Set([edition2021, edition2019].flatMap(({ cells }) => cells.map(({ path }) => path)))];

const identity = ({ file, part }: Whose, { report }: Analysis): Row => ({
  file,
  part: part ?? null,
  agency: report.agency?.value ?? null,
  year: report.year?.value ?? null,
  edition: report.form.edition,
});

/** `cells_read` of the form's cells hold a number, `sums_open` of its equations could not be decided, `errors` were found. */
function flat(whose: Whose, analysis: Analysis): Row[] {
  const { report, coverage, findings } = analysis;
  const { form, cells } = report;
  const values = new Map(form.cells.map(({ path, index }) => [path, valueOf(cells[index])]));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return [
    {
      ...identity(whose, analysis),
      cells_read: coverage.read,
      sums_open: coverage.equations - coverage.decided,
      errors,
      ...Object.fromEntries(paths.map((path) => [columnOf(path), values.get(path) ?? null])),
    },
  ];
}

function long(whose: Whose, analysis: Analysis): Row[] {
  const { report, text } = analysis;
  const own = identity(whose, analysis);
  const stateOf = statesOf(report, text);
  return report.form.cells.map(({ index, path, unit }) => {
    const { row, column } = rowAndColumn(report.form, index);
    return {
      ...own,
      cell: columnOf(path),
      row_label: row.name,
      column_label: column.label,
      unit,
      figure: valueOf(report.cells[index]),
      state: stateOf(index),
      printed: printedIn(report, index),
    };
  });
}

const makers = { flat, long } as const satisfies Readonly<
  Record<Shape, (whose: Whose, analysis: Analysis) => Row[]>
>;

const whose = ['file', 'part', 'agency', 'year', 'edition'];

const columns: Readonly<Record<Shape, readonly string[]>> = {
  flat: [...whose, 'cells_read', 'sums_open', 'errors', ...paths.map(columnOf)],
  long: [...whose, 'cell', 'row_label', 'column_label', 'unit', 'figure', 'state', 'printed'],
};

/** Writes reports as rows: an object a line, or as CSV under one head. */
export function rowsAs(shape: Shape, to: 'json' | 'csv'): Writer {
  const names = columns[shape];
  const lineOf =
    to === 'json'
      ? (row: Row) => `${JSON.stringify(row)}\n`
      : (row: Row) => csvLine(names.map((name) => row[name]));
  return {
    ...plain,
    before: () => (to === 'json' ? '' : csvLine(names)),
    one: ({ analysis, ...whose }) => makers[shape](whose, knownOf(analysis)).map(lineOf).join(''),
  };
}

import { cellAt, tableOf } from '../../form/form';
import { type TableReading, tableReading } from '../../report/report';
import { mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Context, rule, type Yield } from '../rule';

const trial = mark`国办公开办函〔2019〕60号`;
const current = mark`国办公开办函〔2021〕30号`;
// Late reports on the last year of the trial form rightly use its successor.
const [lastTrialYear, firstYear] = [2020, 2021];

export default rule({
  id: 'edition-mismatch',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '表格的格式与年度不符，或新旧格式混用',
  summaryEn: 'Tables of a form that is not that of the year, or of two forms at once',
  basis: mark`国办公开办函〔2019〕60号用于 2019、2020 年度，国办公开办函〔2021〕30号用于 2021 年度及以后`,
  fixable: false,

  *check(context) {
    const { report } = context;
    const table = tableReading(report, 'proactiveDisclosure');
    if (!table?.readable) return;
    const isTrial = report.form.edition === '2019';
    const foreign = foreignColumn(context, table);
    const year = report.year?.value ?? lastTrialYear;
    if (foreign) yield mixedTable(context, foreign);
    else if (isTrial && hasRowsApart(context)) yield mixedTables(table);
    else if (isTrial && year >= firstYear) yield outdated(table, year);
    else if (!isTrial && year < lastTrialYear) yield* premature(context, table, year);
  },
});

/** A label of the other form in the head of the table. */
function foreignColumn({ report }: Context, { columns }: TableReading) {
  const own = tableOf(report.form, 'proactiveDisclosure').rows.flatMap((row) => row.columns);
  return columns.find(({ id }) => !own.some((column) => column.id === id));
}

/** Whether 表三 lists apart what the trial form has in one row. */
const hasRowsApart = ({ report }: Context): boolean =>
  cellAt(report.form, 'applications.results.other.overdueCorrection.total') >= 0;

function mixedTable({ report, text }: Context, { span }: TableReading['columns'][number]): Yield {
  const label = text.slice(span.start, span.end).replace(/\s+/gu, '');
  const [other, rest] = report.form.edition === '2019' ? [current, trial] : [trial, current];
  return {
    span,
    message: say`表二混用了两种格式：「${label}」是${said(other)}的栏目，其余按${said(rest)}；请统一为本年度的格式`,
  };
}

const mixedTables = (table: TableReading): Yield => ({
  span: labelOf(table),
  message: say`新旧格式混用：表二按${said(trial)}（试行），表三却按${said(current)}；请统一为本年度的格式`,
});

const outdated = (table: TableReading, year: number): Yield => ({
  span: labelOf(table),
  message: say`表二按${said(trial)}的试行格式填写，它只用于 2019、2020 年度；${year} 年度应按${said(current)}，请核对`,
});

/** Nobody could use a form before it was there: more likely the year is wrong. */
function* premature({ report }: Context, table: TableReading, year: number): Generator<Yield> {
  const label = table.columns.find(({ id }) => ['issued', 'repealed', 'inForce'].includes(id));
  if (!label || !report.year) return;
  yield {
    span: label.span,
    message: say`表二的格式从 ${firstYear} 年度起才有（${said(current)}），报告却是 ${year} 年度的，请核对年度`,
    related: [{ span: report.year.span, message: say`报告年度：${year}` }],
  };
}

/** The first label that only the trial form has, or the table's first label where its head is lost. */
function labelOf({ columns, rows, span }: TableReading): Span {
  const known = columns.find(({ id }) => id !== 'decisions' && id !== 'amount');
  return known?.span ?? rows[0]?.label ?? span;
}

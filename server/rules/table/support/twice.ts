import { type TableId, tableOf } from '../../../form/form';
import { type Report, sectionReading, type TableReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import { lineEnd } from '../../place';
import { bare } from '../../structure/support/headings';

/** A row as a line prints it: its label, and the figures behind that. */
interface PrintedRow {
  readonly label: Span;
  readonly figures: readonly string[];
  readonly span: Span;
}

/** A row of the form that a table prints twice. */
export interface Twice {
  readonly row: number;
  readonly first: PrintedRow;
  readonly second: PrintedRow;
  readonly isSame: boolean;
}

/** Where more rows stand twice the table itself does, or that of another year. */
const mostTwice = 3;

/**
 * The rows of the form that a table has in two of its lines, both with figures; empty where so many are that it is the table that stands
 * there twice, and where labels and figures do not stand in one line.
 */
export function rowsTwice(
  report: Report,
  text: string,
  { id, rows, span, unplaced }: TableReading,
): readonly Twice[] {
  const table = tableOf(report.form, id);
  // Of two such rows the figures of one are in no cell.
  if (table.sideBySide || unplaced.length === 0) return [];
  const columns = new Set(table.rows.flatMap((row) => row.columns.map(({ label }) => bare(label))));
  const printed = printedRows(text, { start: span.start, end: endOf(report, id, span.end) });
  const twice = [
    ...new Set(rows.flatMap(({ label }) => (label ? [bare(text.slice(label.start, label.end))] : []))),
  ]
    .filter((label) => !columns.has(label))
    .flatMap((label): Twice[] => {
      const [first, second, third] = printed.filter((each) => each.name === label);
      const known = rows.find(
        (each) => each.label && bare(text.slice(each.label.start, each.label.end)) === label,
      );
      if (!first || !second || third || !known) return [];
      return [{ row: known.row, first, second, isSame: first.figures.join() === second.figures.join() }];
    });
  return twice.length > mostTwice ? [] : twice;
}

/** A row may stand behind the last one that was placed. */
function endOf(report: Report, id: TableId, end: number): number {
  const next = report.tables.map(({ span }) => span.start).filter((start) => start >= end);
  return Math.min(Math.max(end, sectionReading(report, id)?.span.end ?? end), ...next);
}

/** The lines of a stretch that are rows: cells of words, then cells of figures. */
function printedRows(text: string, { start, end }: Span): (PrintedRow & { readonly name: string })[] {
  const found: (PrintedRow & { readonly name: string })[] = [];
  for (let at = start; at < end; at = lineEnd(text, at) + 1) {
    const line = { start: at, end: Math.min(end, lineEnd(text, at)) };
    const cells = [...text.slice(line.start, line.end).matchAll(cell)].map(({ 0: words, index }) => ({
      words: words.trimEnd(),
      at: line.start + index,
    }));
    const first = cells.findIndex(({ words }) => figure.test(words));
    const label = cells[first - 1];
    const figures = first > 0 ? cells.slice(first).map(({ words }) => words) : [];
    if (!label || !figures.every((words) => figure.test(words))) continue;
    const span = { start: label.at, end: label.at + label.words.length };
    found.push({ name: bare(label.words), label: span, figures, span: { start: label.at, end: line.end } });
  }
  return found;
}

/** What stands between pipes, tabs or wide gaps. */
const cell = /[^\s|](?:[^\t\n\r|　 ]| (?! ))*/gu;
const figure = /^[\d０-９][\d０-９,，.]*$/u;

import type { Analysis } from '../../analysis';
import { tableOf } from '../../form/form';
import type { Cell } from '../../report/report';
import type { Span } from '../../text/span';

/** Where one may move from cell to cell. */
export interface Moving {
  /** Where a row of a table stands, with what sets its cells off; some reach over others. One that lacks a cell ends before its last. */
  readonly rows: readonly Span[];
  /** Where the figures of tables stand or go, in the order of the text. */
  readonly cells: readonly Span[];
}

/** The rows and cells of the tables of a report. Behind the last cell of a row that lacks one goes what sets off the next. */
export function movingIn(analysis: Analysis): Moving {
  const rows = rowsIn(analysis).filter(({ figures }) => figures.length > 0);
  const spans = rows.map(({ figures, cells, span }) => {
    const last = figures.at(-1)?.start ?? 0;
    return figures.length < cells.length ? { ...span, end: last - 1 } : span;
  });
  const byPlace = (a: Span, b: Span): number => a.start - b.start;
  return {
    rows: spans.filter(({ start, end }) => start < end).sort(byPlace),
    cells: rows.flatMap(({ figures }) => figures).sort(byPlace),
  };
}

/** A row of a table that stands in a report. */
export interface StandingRow {
  /** Its cells, as they were read. */
  readonly cells: readonly Cell[];
  /** Their paths in the form. */
  readonly paths: readonly string[];
  /** Where its figures stand or go. */
  readonly figures: readonly Span[];
  /** Label and figures, with what sets them off. */
  readonly span: Span;
}

/** The rows of the tables of a report; of some there is but the label. */
export const rowsIn = ({ report, text }: Analysis): readonly StandingRow[] =>
  report.tables.flatMap(({ id, rows }) =>
    rows.flatMap(({ row, label }) => {
      const { firstCell = 0, columns = [] } = tableOf(report.form, id).rows[row] ?? {};
      const [from, to] = [firstCell, firstCell + columns.length];
      const cells = report.cells.slice(from, to);
      const paths = report.form.cells.slice(from, to).map(({ path }) => path);
      const figures = apart(cells);
      const whole = [...figures, ...(label ? [label] : [])];
      return whole.length > 0 ? [{ cells, paths, figures, span: outOf(text, whole) }] : [];
    }),
  );

/** The places of cells that something sets off from each other; what only may come has none. */
function apart(cells: readonly Cell[]): Span[] {
  const spans = cells
    .filter(({ kind }) => kind !== 'absent' && kind !== 'merged')
    .map((cell) => ('printed' in cell && cell.printed) || cell.span)
    .sort((a, b) => a.start - b.start);
  return spans.filter(({ start }, at) => start > (spans[at - 1]?.end ?? -1));
}

/** What sets cells off from each other, in their line. */
const separators = /[^\S\r\n]|\|/u;

/** All that spans reach over, up to the ends of its lines where nothing else stands there. */
function outOf(text: string, spans: readonly Span[]): Span {
  let start = Math.min(...spans.map((each) => each.start));
  let end = Math.max(...spans.map((each) => each.end));
  while (start > 0 && separators.test(text.charAt(start - 1))) start--;
  while (end < text.length && separators.test(text.charAt(end))) end++;
  return { start, end };
}

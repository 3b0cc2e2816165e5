import type { Analysis } from '../../analysis';
import { type SectionId, type TableId, tableOf } from '../../form/form';
import type { Cell } from '../../report/report';
import { type Span, touches } from '../../text/span';
import { printedLabels } from './labels';

/** What stands somewhere in a report, in terms of the form. */
export type Place =
  /** `index` is the cell's index in the form. */
  | { readonly kind: 'cell'; readonly span: Span; readonly index: number; readonly cell: Cell }
  /** The label of a row; `row` is its index in the form's table. */
  | { readonly kind: 'row'; readonly span: Span; readonly table: TableId; readonly row: number }
  /** The label of a group or of a column, by its id. */
  | { readonly kind: 'group' | 'column'; readonly span: Span; readonly table: TableId; readonly id: string }
  | { readonly kind: 'section'; readonly span: Span; readonly id: SectionId };

/**
 * Says what stands at `offset`: a figure before a label, of several labels the shortest; what the offset lies in before what
 * ends there. A blank reaches as far as the blanks around it. Answers undefined where nothing of the form stands, so also for
 * what is absent.
 */
export function locate(analysis: Analysis, offset: number): Place | undefined {
  const cell = cellAtOffset(analysis, offset);
  if (cell && isIn(cell.span, offset)) return cell;
  const labels = labelsAtOffset(analysis, offset).sort((a, b) => length(a.span) - length(b.span));
  const label = labels.find(({ span }) => isIn(span, offset)) ?? (cell ? undefined : labels[0]);
  if (label) return label.kind === 'row' ? nearest(analysis, labels, label, offset) : label;
  return cell;
}

const length = ({ start, end }: Span): number => end - start;

const isIn = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** The printed cell that the offset lies in, else the one that it touches, a blank one last. */
function cellAtOffset({ report, text }: Analysis, offset: number): Place | undefined {
  let touched: Place | undefined;
  for (const [index, cell] of report.cells.entries()) {
    if (cell.kind === 'absent' || cell.kind === 'merged') continue;
    const span = length(cell.span) > 0 ? cell.span : widened(text, cell.span);
    if (!touches(span, offset)) continue;
    const place: Place = { kind: 'cell', span: cell.span, index, cell };
    if (isIn(cell.span, offset)) return place;
    if (!touched || length(cell.span) > length(touched.span)) touched = place;
  }
  return touched;
}

/** A place with the blanks around it, on its line and between its separators. */
function widened(text: string, { start, end }: Span): Span {
  const isBlank = (at: number): boolean => /[^\S\r\n\t]/.test(text.charAt(at));
  let first = start;
  let last = end;
  while (isBlank(first - 1)) first--;
  while (isBlank(last)) last++;
  return { start: first, end: last };
}

type RowPlace = Extract<Place, { kind: 'row' }>;

/** Of rows whose labels are broken over the same lines, the one with figures on this line, else the one with figures nearest. */
function nearest(
  { report, text }: Analysis,
  labels: readonly Place[],
  best: RowPlace,
  offset: number,
): Place {
  const rows = labels.filter(
    (label) =>
      label.kind === 'row' && label.span.start === best.span.start && label.span.end === best.span.end,
  );
  if (rows.length < 2) return best;
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const line = { start: from, end: newline < 0 ? text.length : newline };
  const distance = (place: Place): number => {
    if (place.kind !== 'row') return Number.POSITIVE_INFINITY;
    const row = tableOf(report.form, place.table).rows[place.row];
    const cells = row ? report.cells.slice(row.firstCell, row.firstCell + row.columns.length) : [];
    return Math.min(...cells.map(({ span }) => Math.max(0, line.start - span.end, span.start - line.end)));
  };
  return rows.reduce((a, b) => (distance(b) < distance(a) ? b : a));
}

/** The labels that touch the offset; rows first, which decides between labels of the same length. */
function labelsAtOffset({ report, text }: Analysis, offset: number): Place[] {
  const labels: Place[] = [];
  for (const { id, heading } of report.sections) {
    if (heading) labels.push({ kind: 'section', span: heading.span, id });
  }
  for (const reading of report.tables) {
    const table = reading.id;
    for (const { row, label } of reading.rows)
      if (label) labels.push({ kind: 'row', span: label, table, row });
    if (!touches(reading.span, offset)) continue;
    for (const { kind, id, span } of printedLabels(report, text, reading))
      labels.push({ kind, span, table, id });
  }
  return labels.filter(({ span }) => touches(span, offset));
}

import type { Analysis } from '../analysis';
import type { Group, SectionId, TableId } from '../form/form';
import type { Cell } from '../report/report';
import { type Span, touches } from '../text/span';
import { groupLabels } from './groups';

/** What stands somewhere in a report, in terms of the form. */
export type Place =
  /** `index` is the cell's index in the form. */
  | { readonly kind: 'cell'; readonly span: Span; readonly index: number; readonly cell: Cell }
  /** The label of a row; `row` is its index in the form's table. */
  | { readonly kind: 'row'; readonly span: Span; readonly table: TableId; readonly row: number }
  | { readonly kind: 'group'; readonly span: Span; readonly table: TableId; readonly group: Group }
  /** The label of a column in a table's head; `column` is its id. */
  | { readonly kind: 'column'; readonly span: Span; readonly table: TableId; readonly column: string }
  | { readonly kind: 'section'; readonly span: Span; readonly section: SectionId };

/**
 * Says what stands at `offset`: a cell before a label, of several labels the shortest; what the offset lies in before what
 * ends there. Answers undefined where nothing of the form stands. A cell that is absent is found where it would belong,
 * unless something else stands there.
 */
export function locate(analysis: Analysis, offset: number): Place | undefined {
  const cell = cellAtOffset(analysis, offset);
  if (cell && isIn(cell.span, offset)) return cell;
  const labels = labelsAtOffset(analysis, offset).sort((a, b) => length(a.span) - length(b.span));
  const inside = labels.find(({ span }) => isIn(span, offset));
  if (inside) return inside;
  // The cursor stands behind something: then a figure is more likely meant than a label, and an absent cell least of all.
  return cell?.cell.kind === 'absent' ? (labels[0] ?? cell) : (cell ?? labels[0]);
}

const length = ({ start, end }: Span): number => end - start;

const isIn = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** The cell that the offset lies in, else the one that it touches, an absent one last. */
function cellAtOffset({ report }: Analysis, offset: number): Extract<Place, { kind: 'cell' }> | undefined {
  let best: Extract<Place, { kind: 'cell' }> | undefined;
  for (const [index, cell] of report.cells.entries()) {
    if (!touches(cell.span, offset)) continue;
    const place = { kind: 'cell', span: cell.span, index, cell } as const;
    if (isIn(cell.span, offset)) return place;
    if (!best || rank(cell) > rank(best.cell)) best = place;
  }
  return best;
}

const rank = (cell: Cell): number => (cell.kind === 'absent' ? 0 : length(cell.span) === 0 ? 1 : 2);

type Label = Exclude<Place, { kind: 'cell' }>;

/** The labels that touch the offset; rows before groups, which decides between labels of the same length. */
function labelsAtOffset({ report, text }: Analysis, offset: number): Label[] {
  const labels: Label[] = [];
  for (const { id: section, heading } of report.sections) {
    if (heading && touches(heading.span, offset))
      labels.push({ kind: 'section', span: heading.span, section });
  }
  for (const reading of report.tables) {
    const table = reading.id;
    for (const { row, label } of reading.rows) {
      if (label && touches(label, offset)) labels.push({ kind: 'row', span: label, table, row });
    }
    for (const { id: column, span } of reading.columns) {
      if (touches(span, offset)) labels.push({ kind: 'column', span, table, column });
    }
    if (!touches(reading.span, offset)) continue;
    for (const { group, span } of groupLabels(report, text, reading)) {
      if (touches(span, offset)) labels.push({ kind: 'group', span, table, group });
    }
  }
  return labels;
}

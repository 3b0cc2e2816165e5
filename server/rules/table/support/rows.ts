import type { Row } from '../../../form/form';
import { type Report, type RowReading, tableReading } from '../../../report/report';
import type { Span } from '../../../text/span';

/** Where the text has a row; undefined where it has it not, or only its figures. */
export function readingOf(report: Report, { firstCell }: Row): RowReading | undefined {
  const spec = report.form.cells[firstCell];
  return spec && tableReading(report, spec.table)?.rows.find(({ row }) => row === spec.row);
}

/** What is underlined where something is missing in a row, or behind it: its label, or where that is lost its first figure. */
export function labelOf(report: Report, row: Row): Span | undefined {
  const reading = readingOf(report, row);
  if (!reading || reading.label) return reading?.label;
  const cells = report.cells.slice(row.firstCell, row.firstCell + row.columns.length);
  return cells.find(({ span }) => span.end > span.start)?.span ?? reading.span;
}

/** Whether a row is not asked for because another one of its group carries the figures of all. */
export const isMerged = ({ cells }: Report, row: Row): boolean => cells[row.firstCell]?.kind === 'merged';

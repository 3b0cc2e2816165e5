import { type Row, type TableId, tableOf } from '../../../form/form';
import { type Report, type RowReading, type TableReading, tableReading } from '../../../report/report';
import type { Span } from '../../../text/span';

/** A row of the form together with the place where the text has it. */
export interface PresentRow {
  readonly table: TableId;
  readonly row: Row;
  readonly reading: RowReading;
}

/** The tables of a report whose figures could be placed. */
export const readableTables = (report: Report): readonly TableReading[] =>
  report.tables.filter((table) => table.readable);

/** The rows that the text has, of all tables that could be read. */
export function* presentRows(report: Report): Generator<PresentRow> {
  for (const table of readableTables(report)) {
    const { rows } = tableOf(report.form, table.id);
    for (const reading of table.rows) {
      const row = rows[reading.row];
      if (row) yield { table: table.id, row, reading };
    }
  }
}

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

/** How many figures that no cell took stand in a row, up to where the next one begins; rows side by side share them all. */
export function looseFigures(report: Report, id: TableId, row: RowReading): number {
  const { unplaced = [], rows = [], span } = tableReading(report, id) ?? {};
  if (unplaced.length === 0 || tableOf(report.form, id).sideBySide) return unplaced.length;
  const { start } = row.span;
  const next = rows.map(({ span: own }) => own.start).filter((each) => each > start);
  const end = Math.min(span?.end ?? 0, ...next);
  return unplaced.filter((each) => each.start >= start && each.start < end).length;
}

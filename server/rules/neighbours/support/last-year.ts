import { cellAt, type TableId } from '../../../form/form';
import type { Filed } from '../../../report/neighbours';
import { type Report, tableReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import { firstLine } from '../../place';
import type { Context } from '../../rule';

/** Two reports of one agency, on years that follow each other. */
export interface Pair {
  readonly report: Report;
  readonly text: string;
  readonly year: number;
  readonly last: Filed;
}

/** The report with the one on the year before; undefined where that is not at hand or the years do not follow each other. */
export function pairOf({ report, text, neighbours }: Context): Pair | undefined {
  const last = neighbours?.lastYear;
  const year = report.year?.value;
  if (!last || year === undefined || last.report.year?.value !== year - 1) return undefined;
  return { report, text, year, last };
}

/** The same cells of last year's report; -1, which has no value, for what its form does not have. */
export const lastCells = ({ report, last }: Pair, cells: readonly number[]): number[] =>
  cells.map((index) => cellAt(last.report.form, report.form.cells[index]?.path ?? ''));

/** The first line of a table, where findings about the whole of it stand; undefined where the text does not have it. */
export function tableLine(text: string, report: Report, table: TableId): Span | undefined {
  const reading = tableReading(report, table);
  return reading && firstLine(text, reading.span);
}

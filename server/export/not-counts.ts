import type { CellSpec } from '../form/form';
import { type Cell, type Report, tableReading, valueOf } from '../report/report';
import { lineIn } from '../text/plain';

/**
 * What stands in a cell where that is not a number and nothing else; the keys are the same for every kind, so that a list of them is a
 * table.
 */
export interface NotCount {
  /** The path of the cell. */
  readonly cell: string;
  /** `noted` for a number with a note behind it: 22（其中修订16件）. */
  readonly kind: Exclude<Cell['kind'], 'count'> | 'noted';
  /** What was read from it all the same; it is the cell's figure. */
  readonly value: number | null;
  /** What is printed; null where nothing can be, the cell being none of the report's, or where it could not be told. */
  readonly text: string | null;
}

/** The cells of the tables found that hold no plain number, in the form's order. Of a table that was not found there is none. */
export function notCountsOf(report: Report): NotCount[] {
  const { form, cells } = report;
  const found = form.cells.filter(({ table }) => tableReading(report, table));
  return found.flatMap((spec) => notCountOf(report, spec, cells[spec.index]) ?? []);
}

function notCountOf({ shown }: Report, { path }: CellSpec, cell: Cell | undefined): NotCount | undefined {
  if (!cell) return undefined;
  switch (cell.kind) {
    case 'count':
      return cell.printed
        ? { cell: path, kind: 'noted', value: cell.value, text: lineIn(shown, cell.printed) }
        : undefined;
    case 'absent':
    case 'unread':
    case 'merged':
      return { cell: path, kind: cell.kind, value: null, text: null };
    case 'text':
      return {
        cell: path,
        kind: cell.kind,
        value: valueOf(cell),
        text: lineIn(shown, cell.printed ?? cell.span),
      };
    default:
      return { cell: path, kind: cell.kind, value: null, text: lineIn(shown, cell.span) };
  }
}

import type { Analysis } from '../../analysis';
import type { Cell } from '../../report/report';
import { touches } from '../../text/span';
import { rowsIn } from '../showing/moving';

/** A row of a table in which the cursor is. */
export interface FilledRow {
  /** The paths of its cells. */
  readonly cells: ReadonlySet<string>;
  /** Whether it tells nothing yet: all of its cells are 0, blank or not there. */
  readonly isEmpty: boolean;
}

/** The row of a table at a place, of rows that reach over each other the shortest; undefined where there is none. */
export function rowAt(analysis: Analysis, offset: number): FilledRow | undefined {
  const [row] = rowsIn(analysis)
    .filter(({ span }) => touches(span, offset))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return row && { cells: new Set(row.paths), isEmpty: row.cells.every(isEmpty) };
}

const isEmpty = (cell: Cell): boolean =>
  cell.kind === 'count' ? cell.value === 0 : cell.kind !== 'text' && cell.kind !== 'mark';

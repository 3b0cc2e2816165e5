import type { Row, TableId } from '../../../form/form';
import type { Report } from '../../../report/report';
import { isRowUnwritten } from '../../drafting';
import type { Context } from '../../rule';
import { type Filling, fillingsOf } from './fillings';
import { looseFigures, presentRows } from './rows';

/** A row that has fewer figures than cells: `…数量  3  0  0  0  3`. */
export interface Gap {
  readonly table: TableId;
  readonly row: Row;
  /** The cells for which no figure is read. */
  readonly absent: readonly number[];
  /** How many figures are not in the text. */
  readonly lost: number;
  /** How the equations let the row be whole. */
  readonly fillings: readonly Filling[];
  /** Whether it is known in which column. */
  readonly isTold: boolean;
}

/** So many rows of one table do not lose figures: their zeros are blank, and the layout does not show where. */
const fewestRows = 4;

/** The rows of the report that lack figures, in the form's order. */
export function gapsOf(context: Context): readonly Gap[] {
  const gaps = known.get(context) ?? findGaps(context);
  known.set(context, gaps);
  return gaps;
}

/** Two rules ask the same of a report, and to try all ways to fill its rows takes long. */
const known = new WeakMap<Context, readonly Gap[]>();

function findGaps(context: Context): readonly Gap[] {
  const { report } = context;
  if (!report.cells.some(({ kind }) => kind === 'absent')) return [];
  return [...presentRows(report)].flatMap(({ table, row, reading }): Gap[] => {
    if (isRowUnwritten(context, table, reading.row)) return [];
    const absent = row.columns
      .map((_, column) => row.firstCell + column)
      .filter((index) => report.cells[index]?.kind === 'absent');
    const [first] = absent;
    // Figures enough stand there, and only their places are not known: they are spoken of as such.
    const loose = looseFigures(report, table, reading);
    if (first === undefined || loose >= absent.length) return [];
    const fillings = loose === 0 ? fillingsOf(context, table, row) : [];
    const isTold = fillings.length === 1 || (absent.length === 1 && isWatched(report, first));
    return [{ table, row, absent, lost: absent.length - loose, fillings, isTold }];
  });
}

/** Whether a row has some of its figures, and nobody can tell in which columns. */
export const isOpen = ({ lost, row, isTold }: Gap): boolean => !isTold && lost < row.columns.length;

/** The tables of which many rows have some of their figures, and nobody can tell in which columns. */
export function inManyRows(gaps: readonly Gap[]): ReadonlySet<TableId> {
  const open = gaps.filter(isOpen);
  return new Set(
    open
      .map(({ table }) => table)
      .filter((table) => open.filter((other) => other.table === table).length >= fewestRows),
  );
}

/** Whether an equation tells of a cell. */
const isWatched = ({ form }: Report, index: number): boolean => (form.equationsOf[index]?.length ?? 0) > 0;

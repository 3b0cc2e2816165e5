import { type Row, type TableId, tableOf } from '../form/form';
import { brokenCount, impliedAmong, withCounts } from './implied';
import { type Cell, type Report, type RowReading, readableTables, tableReading } from './report';

// Rows that have fewer figures than cells: which of their cells have none the equations may tell, the text does not.

/** A row of the form together with the place where the text has it. */
interface PresentRow {
  readonly table: TableId;
  readonly row: Row;
  readonly reading: RowReading;
}

/** Counts in places of a row where the table's equations all hold with them. */
export interface Filling {
  /** The report as it is read with the gaps in these places. */
  readonly report: Report;
  readonly row: Row;
  readonly values: ReadonlyMap<number, number>;
}

/** A row that has fewer figures than cells: `…数量  3  0  0  0  3`. */
export interface Gap {
  readonly table: TableId;
  readonly row: Row;
  readonly reading: RowReading;
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

/** To try all ways to fill the rows of a report takes long, and several ask. */
const known = new WeakMap<Report, readonly Gap[]>();

/** The rows of a report that lack figures, in the form's order; of tables that could not be read there is none. */
export function gapsIn(report: Report): readonly Gap[] {
  const gaps = known.get(report) ?? findGaps(report);
  known.set(report, gaps);
  return gaps;
}

function findGaps(report: Report): readonly Gap[] {
  if (!report.cells.some(({ kind }) => kind === 'absent')) return [];
  return [...presentRows(report)].flatMap(({ table, row, reading }): Gap[] => {
    const absent = row.columns
      .map((_, column) => row.firstCell + column)
      .filter((index) => report.cells[index]?.kind === 'absent');
    const [first] = absent;
    // Figures enough stand there, and only their places are not known: they are spoken of as such.
    const loose = looseFigures(report, table, reading);
    if (first === undefined || loose >= absent.length) return [];
    const fillings = loose === 0 ? fillingsOf(report, table, row) : [];
    const isTold = fillings.length === 1 || (absent.length === 1 && isWatched(report, first));
    return [{ table, row, reading, absent, lost: absent.length - loose, fillings, isTold }];
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

/** The rows that the text has, of all tables that could be read. */
function* presentRows(report: Report): Generator<PresentRow> {
  for (const table of readableTables(report)) {
    const { rows } = tableOf(report.form, table.id);
    for (const reading of table.rows) {
      const row = rows[reading.row];
      if (row) yield { table: table.id, row, reading };
    }
  }
}

/** How many figures that no cell took stand in a row, up to where the next one begins; rows side by side share them all. */
function looseFigures(report: Report, id: TableId, row: RowReading): number {
  const { unplaced = [], rows = [], span } = tableReading(report, id) ?? {};
  if (unplaced.length === 0 || tableOf(report.form, id).sideBySide) return unplaced.length;
  const { start } = row.span;
  const next = rows.map(({ span: own }) => own.start).filter((each) => each > start);
  const end = Math.min(span?.end ?? 0, ...next);
  return unplaced.filter((each) => each.start >= start && each.start < end).length;
}

/**
 * The ways in which a row that lacks figures is whole: as many as there are places where the equations let the gaps be; empty where the
 * table has other faults too, or no equation tells.
 */
function fillingsOf(report: Report, table: TableId, row: Row): Filling[] {
  const own = row.columns.map((_, column) => report.cells[row.firstCell + column]);
  const figures = own.filter((cell) => cell !== undefined && cell.kind !== 'absent');
  return choices(row.columns.length, own.length - figures.length).flatMap((gaps): Filling[] => {
    const laid = laidOut(report, row, figures, new Set(gaps));
    const values = impliedAmong(
      laid,
      gaps.map((column) => row.firstCell + column),
    );
    if (values.size < gaps.length || brokenCount(withCounts(laid, values), table) > 0) return [];
    return [{ report: laid, row, values }];
  });
}

/** All ways to choose so many of the first `all` numbers. */
function choices(all: number, chosen: number): number[][] {
  if (chosen === 0) return [[]];
  if (chosen > all) return [];
  const last = all - 1;
  return [...choices(last, chosen), ...choices(last, chosen - 1).map((others) => [...others, last])];
}

/** The report with the figures of a row in its columns one after the other but for gaps. */
function laidOut(report: Report, row: Row, figures: readonly Cell[], gaps: ReadonlySet<number>): Report {
  const cells = [...report.cells];
  let next = 0;
  for (const [column] of row.columns.entries()) {
    const at = figures[next - 1]?.span.end ?? figures[0]?.span.start ?? cells[row.firstCell]?.span.start ?? 0;
    const cell = gaps.has(column) ? undefined : figures[next++];
    cells[row.firstCell + column] = cell ?? { kind: 'absent', span: { start: at, end: at } };
  }
  return { ...report, cells };
}

import type { Form, TableId } from '../form/form';
import type { Span } from '../text/span';
import type { Balance } from './balance';
import { type Gap, gapsIn } from './gaps';
import { type Cell, type Report, tableReading, valueOf } from './report';

// What is known of a cell. A figure is a cell's where its place is certain: the table could be read, and its row has all its figures, or
// the equations tell which are missing. A cell is absent where the table has no such place and no figure is left over that may be its own.
// Of all else it is only known that it could not be told.

const known = new WeakMap<Report, ReadonlySet<number>>();

/** The cells of which nobody can tell what stands in them, by their index. */
export function unreadCells(report: Report): ReadonlySet<number> {
  const unread = known.get(report) ?? findUnread(report);
  known.set(report, unread);
  return unread;
}

function findUnread(report: Report): ReadonlySet<number> {
  const { form, cells } = report;
  const doubtful = new Set(gapsIn(report).flatMap((gap) => doubtfulIn(report, gap)));
  const open = new Set<TableId>();
  for (const index of doubtful) open.add(tableAt(form, index));
  for (const { id, readable, unplaced } of report.tables) if (!readable || unplaced.length > 0) open.add(id);
  const isUnread = (index: number): boolean => {
    const { kind = 'merged' } = cells[index] ?? {};
    if (kind === 'absent') return open.has(tableAt(form, index));
    const isTableRead = tableReading(report, tableAt(form, index))?.readable !== false;
    return kind !== 'merged' && (!isTableRead || doubtful.has(index));
  };
  return new Set(form.cells.flatMap(({ index }) => (isUnread(index) ? [index] : [])));
}

const tableAt = ({ cells }: Form, index: number): TableId => cells[index]?.table ?? 'applications';

/** The cells of a row that lacks figures in which there may be another figure than is read, or one where none is. */
function doubtfulIn({ cells }: Report, { row, absent, fillings, isTold }: Gap): number[] {
  const own = row.columns.map((_, column) => row.firstCell + column);
  const read = own.filter((index) => cells[index]?.kind !== 'absent');
  if (read.length === 0) return [];
  const isOther = (index: number): boolean =>
    fillings.some(
      ({ report, values }) => (values.get(index) ?? valueOf(report.cells[index])) !== valueOf(cells[index]),
    );
  if (isTold) return read.filter(isOther);
  return [...absent, ...(fillings.length > 0 ? read.filter(isOther) : read)];
}

/** Whether an equation is of figures whose cells could not be told: that it holds tells nothing then. */
export function isUntold(report: Report, { equation: { left, right } }: Balance): boolean {
  const unread = unreadCells(report);
  return unread.size > 0 && [...left, ...right].some((index) => unread.has(index));
}

/** Whether a cell that is not in the text may have one of the figures that are left over in its table. */
export function mayBePrinted(report: Report, index: number): boolean {
  const { unplaced = [] } = tableReading(report, tableAt(report.form, index)) ?? {};
  return report.cells[index]?.kind === 'absent' && unplaced.length > 0;
}

/**
 * The report as far as it is known, which is what leaves the program: cells that could not be told are `unread`, and the figures that are
 * read in them are among those that no cell took.
 */
export function asKnown(report: Report): Report {
  const unread = unreadCells(report);
  if (unread.size === 0) return report;
  const given = [...unread].flatMap((index) => {
    const cell = report.cells[index];
    return cell && (cell.kind === 'count' || cell.kind === 'text') ? [{ index, span: figureOf(cell) }] : [];
  });
  return {
    ...report,
    cells: report.cells.map((cell, index) =>
      unread.has(index) ? { kind: 'unread', span: cell.span } : cell,
    ),
    tables: report.tables.map((table) => {
      const mine = given.filter(({ index }) => report.form.cells[index]?.table === table.id);
      if (mine.length === 0) return table;
      const unplaced = [...table.unplaced, ...mine.map(({ span }) => span)];
      return { ...table, unplaced: unplaced.sort((one, other) => one.start - other.start) };
    }),
  };
}

/** All that stands where a figure is read. */
const figureOf = (cell: Extract<Cell, { kind: 'count' | 'text' }>): Span => cell.printed ?? cell.span;

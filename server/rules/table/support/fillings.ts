import { describeCell, type Row, rowAndColumn, type TableId } from '../../../form/form';
import { applyEdits, type Confidence, type Edit, type Repair } from '../../../report/finding';
import type { Cell, Report } from '../../../report/report';
import { cover, type Span } from '../../../text/span';
import { brokenCount, impliedAmong, impliedCounts, withCounts } from '../../implied';
import type { Context } from '../../rule';
import { filledRow, type Values } from './insert';
import { readingOf } from './rows';

/** Counts in places of a row where the table's equations all hold with them. */
export interface Filling {
  /** The report as it is read with the gaps in these places. */
  readonly context: Context;
  readonly row: Row;
  readonly values: Values;
}

/**
 * The ways in which a row that lacks figures is whole: as many as there are places where the equations let the gaps be; empty where the
 * table has other faults too, or no equation tells.
 */
export function fillingsOf(context: Context, table: TableId, row: Row): Filling[] {
  const { cells } = context.report;
  const own = row.columns.map((_, column) => cells[row.firstCell + column]);
  const figures = own.filter((cell) => cell !== undefined && cell.kind !== 'absent');
  return choices(row.columns.length, own.length - figures.length).flatMap((gaps): Filling[] => {
    const report = laidOut(context.report, row, figures, new Set(gaps));
    const values = impliedAmong(
      report,
      gaps.map((column) => row.firstCell + column),
    );
    if (values.size < gaps.length || brokenCount(withCounts(report, values), table) > 0) return [];
    return [{ context: { ...context, report }, row, values }];
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

/**
 * The repairs that make fillings, each of them one of several unless there is no other and the row is read with the gaps there: figures
 * that are read in other columns may as well be right where they are. Where they are the same in the text, as where a
 * 0 is put among others, one names all columns that may be meant; best the cells that are read as the gaps.
 */
export function repairsOf(context: Context, fillings: readonly Filling[]): Repair[] {
  const groups = new Map<string, Filling[]>();
  for (const filling of fillings) {
    const edits = editsOf(filling);
    if (!edits) continue;
    const { start, end } = extentOf(context, filling.row);
    const after = applyEdits(context.text.slice(0, end), edits).slice(start);
    groups.set(after, [...(groups.get(after) ?? []), filling]);
  }
  const isRead = ({ values }: Filling): boolean =>
    [...values.keys()].every((index) => context.report.cells[index]?.kind === 'absent');
  return [...groups.values()].flatMap((group) => {
    const own = group.find(isRead) ?? group[0];
    return own ? repairOf(own, fillings.length === 1 && isRead(own) ? 'unique' : 'possible', group) : [];
  });
}

const editsOf = ({ context, row, values }: Filling): Edit[] | undefined => filledRow(context, row, values);

/** Where a row stands, with its label. */
function extentOf({ report }: Context, row: Row): Span {
  const cells = report.cells.slice(row.firstCell, row.firstCell + row.columns.length);
  const spans = [readingOf(report, row)?.span, ...cells.map(({ span }) => span)];
  return cover(spans.filter((span) => span !== undefined)) ?? { start: 0, end: 0 };
}

function repairOf(filling: Filling, confidence: Confidence, same: readonly Filling[] = []): Repair[] {
  const edits = editsOf(filling);
  return edits ? [{ title: `补上${whatIn(filling, same)}`, confidence, edits }] : [];
}

/** What a filling puts in, and where: 「予以公开」行「商业企业」列的 2（由合计推出）. */
function whatIn({ context, row, values }: Filling, same: readonly Filling[]): string {
  const { form } = context.report;
  const numbers = [...values.values()].join('、');
  const [[index = -1, value] = [], ...others] = values;
  const columnOf = (cell: number): string => `「${rowAndColumn(form, cell).column.label}」`;
  if (same.length > 1 && others.length === 0) {
    const columns = same.flatMap((each) => [...each.values.keys()].map(columnOf)).join('');
    return `「${row.name}」行的 ${numbers}（由合计推出；可能是${columns}中任何一列的，写出来都一样）`;
  }
  if (others.length === 0) return `${describeCell(form, index)}的 ${value}（由合计推出）`;
  const named = [...values].map(([cell, number]) => `${columnOf(cell)}${number}`).join('、');
  return same.length > 1
    ? `「${row.name}」行的 ${numbers}（由合计推出；可能在不同的列，写出来都一样）`
    : `「${row.name}」行的${named}（由合计推出）`;
}

/** What is lost, where it is the same in whichever columns it belongs; empty where that is not known. */
export function lostInWords({ report: { form } }: Context, fillings: readonly Filling[]): string {
  const [only, ...others] = fillings;
  const values = only ? [...only.values.values()] : [];
  const isSame = others.every((each) => [...each.values.values()].join() === values.join());
  if (!only || !isSame) return '';
  if (others.length > 0 || values.length === 1)
    return `，由合计推出${others.length > 0 ? '是' : '应为'} ${values.join('、')}`;
  const named = [...only.values].map(
    ([index, value]) => `「${rowAndColumn(form, index).column.label}」${value}`,
  );
  return `，由合计推出应为${named.join('、')}`;
}

/** What the equations imply where the table has other faults as well: of one cell all that they say, of several what they agree on. */
export function guesses(context: Context, row: Row, absent: readonly number[]): Repair[] {
  const [index, ...others] = absent;
  const values = impliedAmong(context.report, absent);
  const known: Values[] = values.size === absent.length ? [values] : [];
  const all =
    index === undefined || others.length > 0
      ? known
      : impliedCounts(context.report, index).map((value) => new Map([[index, value]]));
  return all.flatMap((each) => repairOf({ context, row, values: each }, 'possible'));
}

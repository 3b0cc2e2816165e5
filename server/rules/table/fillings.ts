import { describeCell, type Row, rowAndColumn, type TableId } from '../../form/form';
import { applyEdits, type Confidence, type Edit, type Repair } from '../../report/finding';
import type { Span } from '../../text/span';
import { brokenCount, impliedCounts, withCount } from '../implied';
import type { Context } from '../rule';
import { insertion } from './insert';

/** A count in a place of its row where the table's equations all hold with it. */
export interface Filling {
  /** The report as it is read with the gap in that place. */
  readonly context: Context;
  readonly index: number;
  readonly value: number;
}

/**
 * The ways in which a row that lacks one figure is whole: as many as the places where the equations let the gap be; empty where the
 * table has other faults too, or no equation tells.
 */
export function fillingsOf(context: Context, table: TableId, row: Row): Filling[] {
  const { cells } = context.report;
  const own = row.columns.map((_, column) => cells[row.firstCell + column]);
  const figures = own.filter((cell) => cell?.kind !== 'absent');
  const gap = own.find((cell) => cell?.kind === 'absent');
  return row.columns.flatMap((_, column) => {
    const laid = [...figures.slice(0, column), gap, ...figures.slice(column)];
    const moved = cells.map((cell, index) => laid[index - row.firstCell] ?? cell);
    const report = { ...context.report, cells: moved };
    const index = row.firstCell + column;
    return impliedCounts(report, index)
      .filter((value) => brokenCount(withCount(report, index, value), table) === 0)
      .map((value) => ({ context: { ...context, report }, index, value }));
  });
}

/**
 * The repairs that make fillings, each of them one of several unless there is no other. Where they are the same in the text, as where a
 * 0 is put among others, one names all columns that may be meant; best the cell that is read as the gap.
 */
export function repairsOf(context: Context, fillings: readonly Filling[]): Repair[] {
  const groups = new Map<string, Filling[]>();
  for (const filling of fillings) {
    const edit = editOf(filling);
    if (!edit) continue;
    const { start, end } = extentOf(context, filling);
    const after = applyEdits(context.text.slice(0, end), [edit]).slice(start);
    groups.set(after, [...(groups.get(after) ?? []), filling]);
  }
  return [...groups.values()].flatMap((group) => {
    const own = group.find(({ index }) => context.report.cells[index]?.kind === 'absent') ?? group[0];
    const columns = group.map(({ index }) => rowAndColumn(context.report.form, index).column.label);
    return own ? repairOf(own, fillings.length === 1 ? 'unique' : 'possible', columns) : [];
  });
}

const editOf = ({ context, index, value }: Filling): Edit | undefined => insertion(context, index, value);

/** Where a row stands, as far as its cells are there. */
function extentOf({ report: { form, cells } }: Context, { index }: Filling): Span {
  const { firstCell, columns } = rowAndColumn(form, index).row;
  const spans = columns.flatMap((_, column) => cells[firstCell + column]?.span ?? []);
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function repairOf(filling: Filling, confidence: Confidence, columns: readonly string[] = []): Repair[] {
  const edit = editOf(filling);
  const { form } = filling.context.report;
  const title =
    columns.length > 1
      ? `补上「${rowAndColumn(form, filling.index).row.name}」行的 ${filling.value}（由合计推出；可能是${columns.map((label) => `「${label}」`).join('')}中任何一列的，写出来都一样）`
      : `补上${describeCell(form, filling.index)}的 ${filling.value}（由合计推出）`;
  return edit ? [{ title, confidence, edits: [edit] }] : [];
}

/** What the equations imply where the table has other faults as well. */
export function guesses(context: Context, absent: readonly number[]): Repair[] {
  const [index] = absent;
  if (index === undefined || absent.length > 1) return [];
  return impliedCounts(context.report, index).flatMap((value) =>
    repairOf({ context, index, value }, 'possible'),
  );
}

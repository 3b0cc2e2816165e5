import { describeCell, type Row, type TableId } from '../../form/form';
import type { Confidence, Repair } from '../../report/finding';
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

/** The repairs that make fillings, each of them one of several unless there is no other. */
export const repairsOf = (fillings: readonly Filling[]): Repair[] =>
  fillings.flatMap((filling) => repairOf(filling, fillings.length === 1 ? 'unique' : 'possible'));

function repairOf({ context, index, value }: Filling, confidence: Confidence): Repair[] {
  const edit = insertion(context, index, value);
  const title = `补上${describeCell(context.report.form, index)}的 ${value}（由合计推出）`;
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

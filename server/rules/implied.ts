import type { TableId } from '../form/form';
import { balanceOf } from '../report/balance';
import type { Report } from '../report/report';

/** The report as it would be if cell `index` stated `value`; everything else is the same. */
export function withCount(report: Report, index: number, value: number): Report {
  const cells = [...report.cells];
  cells[index] = { kind: 'count', value, span: report.cells[index]?.span ?? { start: 0, end: 0 } };
  return { ...report, cells };
}

/** How many equations of a table can be decided and do not hold. */
export function brokenCount(report: Report, table: TableId): number {
  let broken = 0;
  for (const equation of report.form.equations) {
    if (equation.table === table && (balanceOf(report, equation)?.difference ?? 0) !== 0) broken++;
  }
  return broken;
}

/**
 * The counts that the equations of cell `index` imply for it, each once; more than one where they contradict each other, none
 * where no equation has this cell as its only unknown.
 */
export function impliedCounts(report: Report, index: number): number[] {
  const without = withCount(report, index, 0);
  const values = new Set<number>();
  for (const each of report.form.equationsOf[index] ?? []) {
    const equation = report.form.equations[each];
    const balance = equation && balanceOf(without, equation);
    if (!equation || !balance) continue;
    const value = equation.left.includes(index) ? balance.difference : -balance.difference;
    if (value >= 0 && Number.isInteger(value)) values.add(value + 0);
  }
  return [...values];
}

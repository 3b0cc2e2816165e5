import type { Equation } from '../form/form';
import { type Cell, type Report, valueOf } from './report';

/** How an equation of the form stands in a report: the two sums, and right − left. */
export interface Balance {
  readonly equation: Equation;
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  /** True where a blank or a mark had to be read as 0. */
  readonly assumed: boolean;
}

/**
 * Sums both sides of an equation. Answers undefined where that cannot be told: a cell is absent or unreadable, or it is blank
 * or a mark and reading it as 0 does not make the sides equal.
 */
export function balanceOf(report: Pick<Report, 'cells'>, equation: Equation): Balance | undefined {
  const left = sum(report.cells, equation.left);
  const right = sum(report.cells, equation.right);
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return undefined;
  const assumed = left.assumed || right.assumed;
  const difference = right.value - left.value;
  return assumed && difference !== 0
    ? undefined
    : { equation, left: left.value, right: right.value, difference, assumed };
}

/** The balances of all equations that can be decided. */
export function balancesOf(report: Report): Balance[] {
  const balances: Balance[] = [];
  for (const equation of report.form.equations) {
    const balance = balanceOf(report, equation);
    if (balance) balances.push(balance);
  }
  return balances;
}

function sum(cells: readonly Cell[], indices: readonly number[]): { value: number; assumed: boolean } {
  let value = 0;
  let assumed = false;
  for (const index of indices) {
    const cell = cells[index];
    if (cell?.kind === 'blank' || cell?.kind === 'mark') assumed = true;
    else if (cell?.kind !== 'merged') value += valueOf(cell) ?? Number.NaN;
  }
  return { value, assumed };
}

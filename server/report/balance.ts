import type { Equation } from '../form/form';
import { type Cell, type Report, valueOf } from './report';

/** How an equation of the form stands in a report: the two sums, and right − left. */
export interface Balance {
  readonly equation: Equation;
  readonly left: number;
  readonly right: number;
  /** Where it is not 0 and blanks were read as 0: the least that the equation is off by, whatever the blanks stand for. */
  readonly difference: number;
  /** True where a blank or a mark had to be read as 0. */
  readonly assumed: boolean;
}

/**
 * Sums both sides of an equation. Answers undefined where that cannot be told: a cell is absent or unreadable, or it is blank
 * or a mark, reading it as 0 does not make the sides equal, and some count in its place might. No count is below 0, so that a
 * side that is too large with its blanks read as 0 stays too large.
 */
export function balanceOf(report: Pick<Report, 'cells'>, equation: Equation): Balance | undefined {
  const left = sum(report.cells, equation.left);
  const right = sum(report.cells, equation.right);
  if (Number.isNaN(left.value) || Number.isNaN(right.value)) return undefined;
  const assumed = left.assumed || right.assumed;
  const difference = right.value - left.value;
  const mayHold = difference > 0 ? left.assumed : right.assumed;
  return difference !== 0 && mayHold
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

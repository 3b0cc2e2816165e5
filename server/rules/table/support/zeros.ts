import type { CellSpec, Equation, Table } from '../../../form/form';
import { balanceOf } from '../../../report/balance';
import { withCount } from '../../../report/implied';
import type { Report } from '../../../report/report';

/** Those of the empty cells of a table that may all be 0: no equation is broken then that was not. */
export function zerosAmong(report: Report, { id }: Table, empty: readonly CellSpec[]): CellSpec[] {
  const filled = empty.reduce((all, { index }) => withCount(all, index, 0), report);
  const isBroken = (read: Report, equation: Equation): boolean =>
    (balanceOf(read, equation)?.difference ?? 0) !== 0;
  const spoilt = report.form.equations.filter(
    (equation) => equation.table === id && isBroken(filled, equation) && !isBroken(report, equation),
  );
  return empty.filter(
    ({ index }) => !spoilt.some(({ left, right }) => left.includes(index) || right.includes(index)),
  );
}

import { balanceOf } from '../report/balance';
import { type Report, valueOf } from '../report/report';
import { isEmpty } from '../rules/implied';

/**
 * The figures of a report, one for every cell of its form, null where there is none. An empty cell counts as 0 where an equation
 * holds when it does, and no other asks for more than stands there.
 */
export function figuresOf(report: Report): (number | null)[] {
  const figures = report.cells.map(valueOf);
  if (!report.cells.some(isEmpty)) return figures;
  const zeros = new Set<number>();
  const wanting = new Set<number>();
  for (const equation of report.form.equations) {
    const { left, right } = equation;
    const empty = [...left, ...right].filter((index) => isEmpty(report.cells[index]));
    if (empty.length === 0) continue;
    const balance = balanceOf(report, equation);
    for (const index of empty) {
      if (!balance) wanting.add(index);
      else if (balance.difference === 0) zeros.add(index);
    }
  }
  for (const index of zeros) if (!wanting.has(index)) figures[index] = 0;
  return figures;
}

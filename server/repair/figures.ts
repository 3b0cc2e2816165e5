import { balanceOf } from '../report/balance';
import { isEmpty, type Report, valueOf } from '../report/report';
import type { UnderMark } from '../rules/under-mark';

/** The figures of a report, and the cells whose figure is taken for 0 only because the report's mark for 0 stands there. */
export interface Figures {
  readonly figures: readonly (number | null)[];
  readonly assumed: ReadonlySet<number>;
}

/**
 * The figures of a report, one for every cell of its form, null where there is none. An empty cell counts as 0 where an equation
 * holds when it does, and no other asks for more than stands there; otherwise where it has the report's mark for 0.
 */
export function figuresOf(report: Report, under: UnderMark | undefined): Figures {
  const figures = report.cells.map(valueOf);
  const assumed = new Set<number>();
  if (!report.cells.some(isEmpty)) return { figures, assumed };
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
  for (const index of under?.mark.cells ?? []) {
    if (figures[index] !== null) continue;
    figures[index] = 0;
    assumed.add(index);
  }
  return { figures, assumed };
}

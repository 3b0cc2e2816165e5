import type { Edit } from '../report/finding';
import type { Report } from '../report/report';
import { plainIn } from '../text/plain';

// Figures that stand in each other's places: `from` has for each cell the one whose figure belongs there.

/** The report with the figures where they belong. */
export const withMoved = (report: Report, from: ReadonlyMap<number, number>): Report => ({
  ...report,
  cells: report.cells.map((cell, index) => report.cells[from.get(index) ?? index] ?? cell),
});

/** The edit that writes the figure of the cell `there` into `cell`, as it is printed; undefined where one of them has none. */
export function moveOf(report: Report, cell: number, there: number): Edit | undefined {
  const [own, other] = [report.cells[cell], report.cells[there]];
  const path = report.form.cells[cell]?.path;
  if (own?.kind !== 'count' || other?.kind !== 'count' || path === undefined) return undefined;
  const newText = plainIn(report.shown, other.span);
  return { span: own.span, newText, cell: path, from: own.value, to: other.value };
}

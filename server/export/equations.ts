import type { Balance } from '../report/balance';
import type { Finding } from '../report/finding';
import type { Report } from '../report/report';

/** An equation that does not hold: Σ left is `sum`, Σ right is what the table has for it, `stated`. Cells by their paths. */
export interface BrokenEquation {
  readonly rule: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly sum: number;
  readonly stated: number;
}

/** What equations of a report are needed for: which cells they have, and what they come to. */
interface Equations {
  readonly report: Report;
  readonly balances: readonly Balance[];
}

/** The broken equations that a finding is about or explains; none where it is about something else. */
export function equationsOf({ report, balances }: Equations, finding: Finding): BrokenEquation[] {
  const paths = (cells: readonly number[]): string[] =>
    cells.flatMap((cell) =>
      report.cells[cell]?.kind === 'merged' ? [] : (report.form.cells[cell]?.path ?? []),
    );
  return finding.equations.flatMap((index) => {
    const balance = balances.find(({ equation }) => equation.index === index);
    if (!balance) return [];
    const { equation, left, right } = balance;
    return [
      {
        rule: equation.rule,
        left: paths(equation.left),
        right: paths(equation.right),
        sum: left,
        stated: right,
      },
    ];
  });
}

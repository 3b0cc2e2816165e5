import type { Balance } from '../report/balance';
import type { Finding } from '../report/finding';
import type { Report } from '../report/report';

/** An equation that does not hold: Σ left is `sum`, Σ right is what the table has for it, `stated`. Cells by their paths. */
export interface UnequalSides {
  readonly rule: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly sum: number;
  readonly stated: number;
}

/** An equation that does not hold, by how much, and which of its cells had to be read as 0 for want of a number. */
export interface BrokenEquation extends UnequalSides {
  readonly difference: number;
  readonly assumedZero: readonly string[];
}

/** What equations of a report are needed for: which cells they have, and what they come to. */
interface Equations {
  readonly report: Report;
  readonly balances: readonly Balance[];
}

/** The broken equations that a finding is about or explains; none where it is about something else. */
export const equationsOf = ({ report, balances }: Equations, { equations }: Finding): UnequalSides[] =>
  equations.flatMap((index) => {
    const balance = balances.find(({ equation }) => equation.index === index);
    return balance ? [sidesOf(report, balance)] : [];
  });

/** All equations of a report that could be decided and do not hold, in the form's order. */
export const brokenOf = ({ report, balances }: Equations): BrokenEquation[] =>
  balances
    .filter(({ difference }) => difference !== 0)
    .map((balance) => {
      const { left, right } = balance.equation;
      const isGap = (cell: number): boolean => /^(?:blank|mark)$/u.test(report.cells[cell]?.kind ?? '');
      return {
        ...sidesOf(report, balance),
        difference: balance.difference,
        assumedZero: pathsOf(report, [...left, ...right].filter(isGap)),
      };
    });

const sidesOf = (report: Report, { equation, left, right }: Balance): UnequalSides => ({
  rule: equation.rule,
  left: pathsOf(report, equation.left),
  right: pathsOf(report, equation.right),
  sum: left,
  stated: right,
});

/** The paths of cells by their indices; those that the report merges with others are none of its own. */
const pathsOf = ({ cells, form }: Report, indices: readonly number[]): string[] =>
  indices.flatMap((cell) => (cells[cell]?.kind === 'merged' ? [] : (form.cells[cell]?.path ?? [])));

import type { Analysis } from '../analysis';
import type { Balance } from '../report/balance';
import type { Finding } from '../report/finding';
import { isEmpty, type Report } from '../report/report';

/** An equation that does not hold: Σ left is `sum`, Σ right is what the table has for it, `stated`. Cells by their paths. */
export interface UnequalSides {
  readonly rule: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly sum: number;
  readonly stated: number;
  /**
   * The report's mark for 0 (empty for blank cells) where the sides only differ with it as 0; null where they differ whatever the
   * blanks and marks stand for.
   */
  readonly assumes: string | null;
}

/** An equation that does not hold, by how much, and which of its cells had to be read as 0 for want of a number. */
export interface BrokenEquation extends UnequalSides {
  readonly difference: number;
  readonly assumedZero: readonly string[];
}

/** What equations of a report are needed for: which cells they have, and what they come to. */
type Equations = Pick<Analysis, 'report' | 'balances' | 'under'>;

/** The broken equations that a finding is about or explains; none where it is about something else. */
export const equationsOf = (analysis: Equations, { equations }: Finding): UnequalSides[] =>
  equations.flatMap((index) => {
    const isOwn = ({ equation }: Balance): boolean => equation.index === index;
    const balance = analysis.balances.find(isOwn) ?? analysis.under?.broken.find(isOwn);
    return balance ? [sidesOf(analysis, balance)] : [];
  });

/** All equations of a report that do not hold, in the form's order: for certain, or with its mark for 0 as 0. */
export const brokenOf = (analysis: Equations): BrokenEquation[] => {
  const { report, balances, under } = analysis;
  const failing = [...balances.filter(({ difference }) => difference !== 0), ...(under?.broken ?? [])];
  return failing
    .sort((one, other) => one.equation.index - other.equation.index)
    .map((balance) => {
      const { left, right } = balance.equation;
      return {
        ...sidesOf(analysis, balance),
        difference: balance.difference,
        assumedZero: pathsOf(
          report,
          [...left, ...right].filter((cell) => isEmpty(report.cells[cell])),
        ),
      };
    });
};

const sidesOf = ({ report, under }: Equations, balance: Balance): UnequalSides => {
  const { equation, left, right } = balance;
  return {
    rule: equation.rule,
    left: pathsOf(report, equation.left),
    right: pathsOf(report, equation.right),
    sum: left,
    stated: right,
    assumes: under?.broken.includes(balance) ? under.mark.printed : null,
  };
};

/** The paths of cells by their indices; those that the report merges with others are none of its own. */
const pathsOf = ({ cells, form }: Report, indices: readonly number[]): string[] =>
  indices.flatMap((cell) => (cells[cell]?.kind === 'merged' ? [] : (form.cells[cell]?.path ?? [])));

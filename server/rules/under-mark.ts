import { type Balance, balanceOf } from '../report/balance';
import type { Report } from '../report/report';
import { withZeros, type ZeroMark, zeroMarkOf } from '../report/zero-mark';

/** What a report comes to with its mark for 0 taken as 0. */
export interface UnderMark {
  readonly mark: ZeroMark;
  /** The report with zeros in the places of the marks. */
  readonly filled: Report;
  /** The equations that can only be decided so, and do not hold. */
  readonly broken: readonly Balance[];
  /** Marked cells that can hardly be 0: all their equations fail for want of the same count there. */
  readonly wanting: ReadonlySet<number>;
}

/** Answers what fails once a report's mark for 0 is taken as 0; undefined where it has none. */
export function underZeroMark(report: Report): UnderMark | undefined {
  const mark = zeroMarkOf(report);
  if (!mark) return undefined;
  const filled = withZeros(report, mark.cells);
  const broken = brokenIn(report, filled);
  return { mark, filled, broken, wanting: wantingIn(filled, mark, broken) };
}

function brokenIn(report: Report, filled: Report): Balance[] {
  return report.form.equations.flatMap((equation) => {
    if (balanceOf(report, equation)) return [];
    const balance = balanceOf(filled, equation);
    return balance && !balance.assumed && balance.difference !== 0 ? [balance] : [];
  });
}

function wantingIn(filled: Report, { cells }: ZeroMark, broken: readonly Balance[]): Set<number> {
  const suspects = new Set(broken.flatMap(({ equation: { left, right } }) => [...left, ...right]));
  return new Set(
    [...suspects].filter((cell) => {
      if (!cells.has(cell)) return false;
      const wanted = (filled.form.equationsOf[cell] ?? []).flatMap((index) => {
        const equation = filled.form.equations[index];
        const balance = equation && balanceOf(filled, equation);
        return balance ? [equation.left.includes(cell) ? balance.difference : -balance.difference] : [];
      });
      const [first = 0] = wanted;
      return first > 0 && wanted.every((each) => each === first);
    }),
  );
}

import type { Analysis } from '../analysis';
import type { Balance } from '../report/balance';
import { asKnown, unreadCells } from '../report/unread';

/** An analysis with the report as far as it is known, and without what is made of figures whose cells could not be told. */
export function knownOf(analysis: Analysis): Analysis {
  const unread = unreadCells(analysis.report);
  if (unread.size === 0) return analysis;
  const isKnown = ({ equation: { left, right } }: Balance): boolean =>
    ![...left, ...right].some((index) => unread.has(index));
  const { report, balances, under } = analysis;
  return {
    ...analysis,
    report: asKnown(report),
    balances: balances.filter(isKnown),
    under: under && { ...under, broken: under.broken.filter(isKnown) },
  };
}

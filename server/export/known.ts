import type { Analysis } from '../analysis';
import type { Balance } from '../report/balance';
import { asKnown, isUntold, unreadCells } from '../report/unread';

/** An analysis with the report as far as it is known, and without what is made of figures whose cells could not be told. */
export function knownOf(analysis: Analysis): Analysis {
  const { report, balances, under } = analysis;
  if (unreadCells(report).size === 0) return analysis;
  const isKnown = (balance: Balance): boolean => !isUntold(report, balance);
  return {
    ...analysis,
    report: asKnown(report),
    balances: balances.filter(isKnown),
    under: under && { ...under, broken: under.broken.filter(isKnown) },
  };
}

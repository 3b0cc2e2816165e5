import { agreementOf, claimOf } from '../../../report/agreement';
import type { PartsRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import type { Span } from '../../../text/span';
import { sumOfParts } from './parts';

/** Whether the tables confirm or contradict the number at a place; undefined where they do not know it. */
export const agreementAt = (report: Report, span: Span) => {
  const claim = claimOf(report, span);
  return claim && agreementOf(report, claim);
};

/** Whether a number beyond doubt counts what the tables count otherwise. */
const isRefuted = (report: Report, span: Span): boolean => {
  const claim = claimOf(report, span);
  return claim?.firm === true && agreementOf(report, claim) === 'differs';
};

/** Brought at once or after a reconsideration: each number may agree by itself, as all or as those that are settled, and not together. */
const dividesLitigations = (report: Report, { parts }: PartsRelation): boolean =>
  parts.length === 2 &&
  ['directLitigations', 'laterLitigations'].every((kind) =>
    parts.some(({ span }) => claimOf(report, span)?.subject === kind),
  );

/** Whether the tables have said it: a number differs from them, or all agree and the list leaves something out, not holds too much. */
export function isTold(report: Report, relation: PartsRelation): boolean {
  const { whole, parts, closed } = relation;
  const figures = [whole, ...parts];
  if (figures.some(({ span }) => isRefuted(report, span))) return true;
  const agreements = figures.map(({ span }) => agreementAt(report, span));
  const isWhole = closed && (sumOfParts(relation) > whole.value || dividesLitigations(report, relation));
  return !isWhole && agreements.every((each) => each === 'agrees');
}

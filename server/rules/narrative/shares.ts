import { cellAt } from '../../form/form';
import { agreementOf, claimOf, sumOf } from '../../report/claim';
import type { ShareRelation } from '../../report/relation';
import type { Report } from '../../report/report';
import { isExplained } from './culprit';
import { isShareOf } from './percentage';
import { valuesOf } from './wording';

/**
 * Whether the share is that of the part in one of the wholes that may be meant. Where the tables contradict either number, the share may
 * be the one that was right: then what is wrong is told there.
 */
export function isRight(report: Report, relation: ShareRelation): boolean {
  const { part, wholes } = relation;
  const candidates = [...wholes.flatMap((whole) => valuesOf(report, whole)), ...totals(report)];
  const isRatio = valuesOf(report, part).some((value) =>
    candidates.some((whole) => whole > 0 && isShareOf(relation, value / whole)),
  );
  return isRatio || isExplained(report, relation);
}

/** What applications are usually set in proportion to, where the sentence does not say it: first of all what was answered. */
const totals = (report: Report): number[] => {
  const at = (path: string): number => sumOf(report, [cellAt(report.form, path)]);
  const received = at('applications.received.total');
  return [
    at('applications.results.total.total'),
    received,
    received + at('applications.carriedOver.total'),
  ].filter((value) => value > 0);
};

/** What a share is of where the sentence does not say it: what was answered, where the part is a number of results that the table confirms. */
export function answeredOf(report: Report, { part }: ShareRelation): number | undefined {
  const claim = claimOf(report, part.span);
  if (!claim?.firm || agreementOf(report, claim) !== 'agrees') return undefined;
  const isOfResults = claim.sums.every(({ cells }) =>
    cells.every((cell) => report.form.cells[cell]?.path.startsWith('applications.results.')),
  );
  return isOfResults ? totals(report)[0] : undefined;
}

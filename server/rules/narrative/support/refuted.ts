import { agreementOf, claimsAt } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import type { Figure, Relation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { isSound, isWhole, ownBefores, readingsOf } from './change';
import { isRight } from './shares';
import { meaningsOf } from './wording';

/**
 * The claims that leave open what they count and are wrong all the same: the change or the share told beside the number does not hold as it
 * is printed, and holds to the last digit with the number that the tables have (行政许可 563 件，同比增加 36 件，增长 7.2% beside 536).
 */
export function refutedIn(report: Report): ReadonlySet<Claim> {
  const known = found.get(report);
  if (known) return known;
  const refuted = new Set<Claim>();
  found.set(report, refuted);
  for (const relation of report.relations) {
    const told = toldBy(report, relation);
    const claim = told && openAt(report, told.figure);
    if (claim && meaningsOf(report, claim).some(({ value }) => value > 0 && told.holdsWith(value)))
      refuted.add(claim);
  }
  return refuted;
}

/** What was found in a report: three rules ask for it. */
const found = new WeakMap<Report, ReadonlySet<Claim>>();

/** Where the numbers of such claims begin. */
export const refutedStarts = (report: Report): ReadonlySet<number> =>
  new Set([...refutedIn(report)].map(({ span }) => span.start));

interface Told {
  readonly figure: Figure;
  readonly holdsWith: (value: number) => boolean;
}

/** The number of which a relation tells more, where that does not hold; undefined where it does, or it is another relation. */
function toldBy(report: Report, relation: Relation): Told | undefined {
  if (relation.kind === 'change' && !isSound(report, relation))
    return {
      figure: relation.now,
      holdsWith: (value) => readingsOf(relation, [value], ownBefores(relation)).some(isWhole),
    };
  // A share of whole percents fits too many numbers to tell of one.
  if (relation.kind === 'share' && relation.decimals > 0 && !isRight(report, relation))
    return {
      figure: relation.part,
      holdsWith: (value) => isRight(report, { ...relation, part: { ...relation.part, value } }),
    };
  return undefined;
}

/** The claim of a number that is not held against the tables, and differs from them; undefined where there is none. */
const openAt = (report: Report, { span }: Figure): Claim | undefined =>
  claimsAt(report, span.start).find(
    (claim) => claim.kind === 'number' && !claim.firm && agreementOf(report, claim) === 'differs',
  );

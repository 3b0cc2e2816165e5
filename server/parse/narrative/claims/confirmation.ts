import { agreementOf } from '../../../report/agreement';
import type { Claim, Subject } from '../../../report/claim';
import type { Report } from '../../../report/report';
import { areHeads } from '../words/counting-units';

// What leaves open by its words whether the tables count the same is known by the company it keeps: by the other numbers of its kind around it.

/** A claim, and whether it is firm if only the table's own applications, or disputes, are meant. */
export interface Candidate {
  readonly claim: Claim;
  readonly tentative: boolean;
  readonly published: boolean;
}

/** Makes the tentative claims firm where others of their kind agree with the tables so that chance is no explanation. */
export function confirmed(candidates: readonly Candidate[], report: Report): Claim[] {
  if (!candidates.some(({ tentative, published }) => tentative || published))
    return candidates.map(({ claim }) => claim);
  const isShown = isInListOf(
    candidates.filter(({ published }) => published),
    report,
  );
  const confirmedKinds = (['applications', 'heads', 'disputes', 'decisions'] as const).filter((kind) => {
    const same = candidates.filter(
      ({ claim }) => claim.kind === 'number' && kindOf(claim) === kind && claim.low > 0,
    );
    const agreeing = same.filter(({ claim }) => agreementOf(report, claim) === 'agrees');
    const places = new Set(agreeing.map(({ claim }) => claim.span.start));
    // People who asked twice may be as many as any row has.
    const isMany = kind !== 'heads' && places.size > 1;
    const isTelling = isMany || agreeing.some(({ claim }) => claim.low >= telling);
    // 行政复议 33 件中，已审结 28 件: what is divided tells of its parts, whatever these are.
    const isWhole = agreeing.some(({ claim }) => claim.low >= telling && wholes.has(claim.subject));
    return (isTelling && (isWhole || 2 * agreeing.length >= same.length)) || isSeries(kind, same);
  });
  // 行政复议 5 起；行政诉讼 0 起: whatever disputes are counted, those of the table are among them.
  const isBesideCase = candidates.some(
    ({ claim, tentative }) =>
      tentative &&
      claim.kind === 'number' &&
      claim.low > 0 &&
      disputeSubjects.has(claim.subject) &&
      agreementOf(report, claim) === 'agrees',
  );
  return candidates.map((candidate) => {
    const { claim, tentative, published } = candidate;
    const isNone = tentative && saysNone(claim) && isBesideCase;
    const isFirm =
      isNone || (tentative && confirmedKinds.includes(kindOf(claim))) || (published && isShown(candidate));
    return isFirm ? { ...claim, firm: true } : claim;
  });
}

/**
 * Whether the others in a list of what was published agree, and by numbers that chance does not give: then all that was decided is published,
 * and the list is about the table (公开行政许可 1273 件、行政处罚 146 件). What a number says itself never tells.
 */
function isInListOf(published: readonly Candidate[], report: Report): (own: Candidate) => boolean {
  const agreeing = new Set(published.filter(({ claim }) => agreementOf(report, claim) === 'agrees'));
  const weight = [...agreeing].reduce((sum, { claim }) => sum + Math.log1p(claim.low), 0);
  return (own) => {
    const isAgreeing = agreeing.has(own);
    const others = weight - (isAgreeing ? Math.log1p(own.claim.low) : 0);
    const differing = published.length - agreeing.size - (isAgreeing ? 0 : 1);
    return differing === 0 && others > Math.log1p(telling) - noise;
  };
}

/** 行政处罚 20 件、行政强制 3 件: several kinds of decisions side by side are the table's. */
const isSeries = (kind: string, same: readonly Candidate[]): boolean =>
  kind === 'decisions' &&
  new Set(same.filter(({ claim, tentative }) => tentative || claim.firm).map(({ claim }) => claim.subject))
    .size > 1;

/**
 * A number from here on does not stand in the tables by chance; smaller ones do not where together they are as rare: so many numbers there are
 * up to each, multiplied. 0 tells nothing.
 */
const telling = 10;
/** Logarithms are not exact. */
const noise = 1e-9;
const kindOf = ({ subject, unit }: Claim): 'applications' | 'heads' | 'disputes' | 'decisions' => {
  if (areHeads(unit)) return 'heads';
  if (disputeSubjects.has(subject)) return 'disputes';
  return decisionSubjects.has(subject) ? 'decisions' : 'applications';
};
const decisionSubjects: ReadonlySet<Subject> = new Set<Subject>(['licenses', 'penalties', 'coercions']);
const disputeSubjects: ReadonlySet<Subject> = new Set<Subject>([
  'reconsiderations',
  'litigations',
  'directLitigations',
  'laterLitigations',
  'disputes',
  'outcome',
]);

/** 行政诉讼 0 起. */
const saysNone = ({ kind, high, subject }: Claim): boolean =>
  kind === 'number' && high === 0 && disputeSubjects.has(subject);

/** What others are parts of. */
const wholes: ReadonlySet<Subject> = new Set<Subject>([
  'received',
  'reconsiderations',
  'litigations',
  'disputes',
]);

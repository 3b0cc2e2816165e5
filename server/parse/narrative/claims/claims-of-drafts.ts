import { agreementOf } from '../../../report/agreement';
import type { Claim, Subject } from '../../../report/claim';
import type { Report } from '../../../report/report';
import type { Draft } from '../clauses/draft';
import { applicants, resultKeys, withCarriedOver } from '../quantities/quantity-keys';
import { isLess, sumsOfDraft, wholeOf } from '../quantities/sums-of-draft';
import { roundedTo } from '../words/numeral-ranges';
import { type Prose, spanIn } from '../words/prose';
import { type Candidate, confirmed } from './confirmation';

/** Makes claims of the drafts of a paragraph: what a phrase may mean depends on what its neighbours speak of. */
export function claimsOfDrafts(drafts: readonly Draft[], report: Report, prose: Prose): Claim[] {
  const claims = confirmed(claimsOf(drafts, report, prose), report);
  const stated = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (claim.kind !== 'number' || claim.each !== undefined) continue;
    const same = stated.get(whatOf(claim));
    if (same) same.push(claim);
    else stated.set(whatOf(claim), [claim]);
  }
  const doubled = new Set([...stated.values()].filter((same) => isDoubled(same, report)).flat());
  return claims.map((claim) => (doubled.has(claim) ? { ...claim, firm: false } : claim));
}

/** What a claim counts. */
const whatOf = ({ subject, sums }: Claim): string => `${subject} ${sums[0]?.name}`;

/** Whether a paragraph states the same twice with different numbers, of which one, or both together, agree: the other is a part. */
function isDoubled(same: readonly Claim[], report: Report): boolean {
  const [claim] = same;
  if (!claim || same.every(({ low }) => low === claim.low)) return false;
  const low = same.reduce((all, each) => all + each.low, 0);
  const high = same.reduce((all, each) => all + each.high, 0);
  return [...same, { ...claim, low, high }].some((each) => agreementOf(report, each) === 'agrees');
}

function claimsOf(drafts: readonly Draft[], report: Report, prose: Prose): Candidate[] {
  const keys = new Set(drafts.map(({ key }) => key));
  return drafts.flatMap((draft) => {
    const sums = sumsOfDraft(draft, drafts, keys, report);
    if (sums.length === 0) return [];
    const { lexeme, kind } = draft;
    const { quantity } = lexeme;
    const phrase = spanIn(prose, draft.start, Math.max(draft.end, lexeme.end));
    const { low, high } = kind === 'number' ? amount(draft) : { low: 0, high: 0 };
    const words = prose.text.slice(draft.start, draft.end);
    const isOpen = isLess(draft, drafts, report, words);
    const claim: Claim = {
      subject: subjectOf(draft.key),
      span: quantity ? spanIn(prose, quantity.start, quantity.digitsEnd) : phrase,
      loose: quantity ? spanIn(prose, quantity.looseStart, quantity.looseEnd) : phrase,
      phrase,
      unit: quantity?.unit ?? '',
      kind,
      low,
      high,
      each: quantity?.each,
      sums,
      firm: !isOpen && isFirm(draft, draft, drafts, keys),
    };
    const certain = { ...draft, firm: true, sound: true };
    const isCertain = !isOpen && isFirm(certain, draft, drafts, keys);
    return [{ claim, tentative: draft.tentative && isCertain, published: draft.published && isCertain }];
  });
}

const subjectOf = (key: string): Subject => (key.split(':')[0] ?? key) as Subject;

/** Amounts of money in 万元, as the form has them, with what their rounding leaves open. */
function amount({ lexeme }: Draft): { low: number; high: number } {
  const { unit = '', low = 0, high = 0, decimals = 0 } = lexeme.quantity ?? {};
  if (!unit.endsWith('元')) return { low, high };
  const factor = unit === '元' ? 1e-4 : unit === '亿元' ? 1e4 : 1;
  if (low < high) return { low: low * factor, high: high * factor };
  return roundedTo(low * factor, factor / 10 ** decimals);
}

const results = ['partiallyGranted', 'refused', 'unable', 'notProcessed'];
const besideOthers = ['refused', 'unable', 'notProcessed'];

/** 维持 beside 驳回, 纠正 beside 撤销: the form counts both under one outcome. */
const isOneOfSeveral = (key: string, keys: ReadonlySet<string>): boolean =>
  (key.endsWith(':upheld') && keys.has('dismissed')) || (key.endsWith(':corrected') && keys.has('annulled'));

/** Whether the neighbours leave a draft beyond doubt, or lift it out of it. */
function isFirm(
  { key, firm, sound }: Pick<Draft, 'key' | 'firm' | 'sound'>,
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
): boolean {
  // A bare 公开 counts applications where a class beside it is named in full; a bare 其他 is what is left of them, and the class of
  // that name only where all others are told.
  const lifted =
    (key === 'granted' && results.some((each) => keys.has(each))) ||
    (key === 'otherwiseProcessed' && besideOthers.every((each) => keys.has(each)));
  // 维持 14 件、纠正 4 件、其他 8 件.
  const kind = /^(outcome:\w+):other$/u.exec(key)?.[1];
  const isOutcome = kind !== undefined && (keys.has(`${kind}:upheld`) || keys.has(`${kind}:corrected`));
  if (!firm) return sound && (lifted || isOutcome);
  if (isOneOfSeveral(key, keys)) return false;
  if (applicants.has(key)) return divided.has(wholeOf(draft, drafts));
  // What became of what was carried over is a part of what became of all.
  const isCounted = draft.kind === 'number' && (resultKeys.has(key) || key.startsWith('reason'));
  const whole = isCounted ? wholeOf(draft, drafts) : '';
  return whole !== 'carriedOver' && whole !== 'carriedForward';
}

/** What applicants are counted of: what came in, what was answered, what was carried from year to year. */
const divided = new Set([
  '',
  'received',
  'receivedNew',
  'handled',
  withCarriedOver,
  'answered',
  'carriedOver',
  'carriedForward',
]);

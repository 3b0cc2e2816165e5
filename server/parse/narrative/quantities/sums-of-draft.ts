import { sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Report } from '../../../report/report';
import type { Draft } from '../clauses/draft';
import { disputeTotals } from '../scope/topic';
import { sumsFor } from './accepted-sums';
import { isWithOver, sumsInList } from './applicants-in-list';
import { sumsInResult } from './applicants-of-result';
import { sumsOfApplicants } from './flow-of-applicants';
import { sumsOfOthers } from './only-one';
import { applicants, isDisputed, resultKeys, withCarriedOver } from './quantity-keys';
import { answeredOfNew, readingsOfAnswered } from './readings-of-answered';
import { type Known, outcomeDivided, readingsOfDisputes } from './readings-of-disputes';

// What the number of a draft may mean, by what stands beside it.

const loneResults: Readonly<Record<string, readonly string[]>> = {
  granted: ['partiallyGranted', 'grantedOrPartially'],
  refused: ['unable', 'notProcessed', 'otherwiseProcessed'],
  otherwiseProcessed: [],
};

/** Whether all other classes of results are told, and no row of the last. */
const isWithAll = (keys: ReadonlySet<string>): boolean =>
  ['granted', 'partiallyGranted', 'refused', 'unable', 'notProcessed'].every((each) => keys.has(each)) &&
  ![...keys].some((each) => each.startsWith('reason:other.'));

/** So many numbers before a part stands what it is a part of. */
const farthestWhole = 60;

/** The key of the number before that a class of applicants or results is a part of; empty where none was told. */
export function wholeOf(draft: Draft, drafts: readonly Draft[]): string {
  let mentioned = '';
  const own = drafts.indexOf(draft);
  for (let at = own - 1; at >= Math.max(0, own - farthestWhole); at--) {
    const before = drafts[at];
    if (before?.kind !== 'number' || isPart(before.key)) continue;
    // Of what goes over into the next year nothing has become yet: results are told of what was dealt with before it.
    if (before.key === 'carriedForward' && !applicants.has(draft.key)) continue;
    if (before.key === 'carriedOver' && isOutgrown(drafts, at)) continue;
    if (!before.aside) return before.key;
    mentioned ||= before.key;
  }
  return mentioned;
}

/** So many numbers behind another tell together whether they can be its parts. */
const mostParts = 24;

/** Whether what is told behind the number at `at` comes to more than it: then it divides more than that. */
function isOutgrown(drafts: readonly Draft[], at: number): boolean {
  const sums = new Map<string, number>();
  for (const { kind, key, lexeme } of drafts.slice(at + 1, at + 1 + mostParts)) {
    if (kind !== 'number') continue;
    if (!isPart(key)) break;
    const division = applicants.has(key) ? 'applicant' : key.startsWith('reason') ? 'reason' : 'result';
    sums.set(division, (sums.get(division) ?? 0) + (lexeme.quantity?.low ?? 0));
  }
  const whole = drafts[at]?.lexeme.quantity?.high ?? 0;
  return [...sums.values()].some((sum) => sum > whole);
}

const isPart = (key: string): boolean =>
  applicants.has(key) || resultKeys.has(key) || key.startsWith('reason');

/** The sums of cells that a draft may mean, the plainest first; empty where the form has none. `keys` are those of all drafts. */
export function sumsOfDraft(
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
  report: Report,
): readonly CellSum[] {
  const sums = readingsOf(draft, drafts, keys, report);
  const { key, kind, lexeme } = draft;
  // 未发生行政复议, 复议 0 件: there is none at all, settled or not. 无结转 may be said of either year.
  const isNone =
    kind === 'none' ||
    (kind === 'all' && key in ways) ||
    (lexeme.quantity?.high === 0 && isDisputed(key) && outcomeDivided(draft, drafts) === undefined);
  const all = isNone && key !== 'carried' ? sums.slice(0, 1) : sums;
  const told = sumsOfApplicants(draft.flow, all, report.form);
  // 除去撤回的 15 件，共办理 46 件: what is taken out may be among what the table counts.
  const [, less] = /^less:(\d+)$/u.exec(draft.flow) ?? [];
  return less === undefined ? told : [...told, ...told.map((sum) => lessened(sum, Number(less)))];
}

const lessened = (sum: CellSum, less: number): CellSum => ({
  ...sum,
  name: `${sum.name}除去 ${less} 件`,
  less: sum.less + less,
  rare: true,
});

/** 行政复议 9 件、行政诉讼 6 件，其中维持 3 件: whether the litigations that an outcome is told of stand right behind the reconsiderations. */
function isOfBoth(draft: Draft, drafts: readonly Draft[]): boolean {
  const whole = drafts
    .slice(0, drafts.indexOf(draft))
    .findLastIndex(({ key, kind }) => key === 'litigations' && kind === 'number');
  return drafts[whole - 1]?.key === 'reconsiderations';
}

/** The readings of an outcome of disputes, by what is told beside it. */
function outcomesOf(
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
  { own, plain }: Known,
): readonly CellSum[] {
  // 直接起诉 3 件、复议后起诉 2 件；结果维持 4 件: what comes last may divide both.
  const way = /^outcome:(?:direct|later):(\w+)$/u.exec(draft.key);
  if (way && keys.has('directLitigations') && keys.has('laterLitigations'))
    return [...own, ...(plain.get(`outcome:litigation:${way[1]}`) ?? [])];
  const isOfOne = draft.key.startsWith('outcome:litigation:') && !isOfBoth(draft, drafts);
  return isOfOne ? own.filter(({ rare }) => !rare) : own;
}

function readingsOf(
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
  report: Report,
): readonly CellSum[] {
  const { key } = draft;
  const { plain, wider } = sumsFor(report.form);
  if (key.startsWith('several:')) return readingsOfSeveral(key.slice('several:'.length).split('+'), plain);
  if (key.includes(':alone:')) return sumsOfOthers(key, { plain, wider }, report);
  const own = plain.get(key) ?? [];
  if (key === 'carried' && draft.kind === 'none' && drafts.some((each) => each !== draft && isDone(each)))
    return plain.get('carriedForward') ?? own;
  const [, all] = /^(granted:all|carriedForward):counted$/u.exec(key) ?? [];
  if (all) return isAllReceived(draft, drafts, report) ? (plain.get(all) ?? []) : [];
  const [, outcome, kind = '', told] = /^(outcome:(\w+):.+):counted:(\d+)$/u.exec(key) ?? [];
  if (outcome !== undefined) return isTotalOf(kind, Number(told), report) ? (plain.get(outcome) ?? []) : [];
  // 予以公开 … 不予处理 3 件、其他处理 2 件: where all classes are told it is the last of these.
  if (key === 'otherwiseProcessed' && isWithAll(keys)) return own;
  const narrower = loneResults[key];
  if (narrower && !narrower.some((each) => keys.has(each)))
    return [...own, ...(wider.get(key) ?? []).map((sum) => ({ ...sum, rare: true }))];
  if (applicants.has(key)) {
    const ofResult = sumsInResult(draft, drafts, own, report.form);
    if (ofResult) return ofResult;
    const whole = wholeOf(draft, drafts);
    const ofWhole = plain.get(`${key}:${whole}`);
    return ofWhole ? [...own, ...ofWhole] : sumsInList(draft, drafts, own, { whole, report });
  }
  // 办结 49 件，其中新收 47 件、结转 2 件: so many of what came in.
  if (key.startsWith('received') && wholeOf(draft, drafts) === 'answered')
    return [...own, ...answeredOfNew(plain.get('answered') ?? [], report)];
  if (key.startsWith('outcome:')) return outcomesOf(draft, drafts, keys, { own, plain });
  if (draft.flow === 'atBegin') return plain.get('carriedOver') ?? [];
  if (draft.flow === 'underWay') return [...own, ...ofAllTime(plain)];
  if (key === 'answered') return readingsOfAnswered(draft, drafts, keys, { own, report });
  return readingsOfDisputes(draft, drafts, keys, { own, plain });
}

/**
 * Words that name only a part of what the form counts: 信息不存在 and 不属于本机关公开 are each some of what it calls 本机关不掌握, 复议维持后起诉 some of
 * 复议后起诉.
 */
const partial: Readonly<Record<string, RegExp>> = {
  'reason:unable.notHeld': /不存在|不属于|非本/u,
  laterLitigations: /维持|驳回/u,
};

/**
 * Whether a number that its sums do not have may be right all the same: 驳回 2 件, 撤销 1 件, 信息不存在 3 件, of what the form counts with others;
 * 收到自然人申请 34 件 with what was carried over. `words` are those of the draft.
 */
export function isLess(draft: Draft, drafts: readonly Draft[], report: Report, words: string): boolean {
  if (applicants.has(draft.key)) return isWithOver(draft, drafts, report);
  const { plain, wider } = sumsFor(report.form);
  const [all] = plain.get(draft.key) ?? [];
  // 不予公开 may take in what could not be provided.
  if (draft.ofSome)
    return ![...(plain.get(draft.key) ?? []), ...(wider.get(draft.key) ?? [])].every(
      ({ cells }) => (draft.lexeme.quantity?.low ?? 0) > sumOf(report, cells),
    );
  const isPartial = draft.kind === 'number' && partial[draft.key]?.test(words) === true;
  const isOfMore = isPartial || /^outcome:\w+:(?:dismissed|annulled)$/u.test(draft.key);
  return isOfMore && all !== undefined && !((draft.lexeme.quantity?.low ?? 0) > sumOf(report, all.cells));
}

/** 办结 8 件，无结转: what would be left over then. */
const isDone = ({ key, kind }: Draft): boolean => kind === 'all' || key === 'answered' || key === 'handled';

/** 46件申请均已办结: whether so many came in as are said to be settled, and not just so many as were. */
function isAllReceived(draft: Draft, drafts: readonly Draft[], report: Report): boolean {
  const { plain } = sumsFor(report.form);
  const before = drafts.filter(({ kind, start }) => kind === 'number' && start < draft.start).at(-1);
  const isOne = (key: string): boolean =>
    (plain.get(key) ?? []).some(({ cells }) => sumOf(report, cells) === before?.lexeme.quantity?.value);
  return isOne('received') && !isOne('answered');
}

/** 均为直接起诉: there is none of the other way. */
const ways: Readonly<Record<string, true>> = { directLitigations: true, laterLitigations: true };

/** 2件行政诉讼已全部审结: whether so many were all there are. */
function isTotalOf(kind: string, told: number, report: Report): boolean {
  const [all] = sumsFor(report.form).plain.get(disputeTotals[kind] ?? '') ?? [];
  return all !== undefined && told === sumOf(report, all.cells);
}

/** 全年待办 53 件, 在办 2 件: what there was to do in all, or when the year began. */
const ofAllTime = (plain: ReadonlyMap<string, readonly CellSum[]>): CellSum[] =>
  [withCarriedOver, 'carriedOver']
    .flatMap((key) => (plain.get(key) ?? []).slice(0, 1))
    .map((sum) => ({ ...sum, rare: true }));

/** What several kinds count together; 企业和其他组织, 单位和其他组织: with that behind it, all who are no natural persons as well. */
function readingsOfSeveral(
  keys: readonly string[],
  plain: ReadonlyMap<string, readonly CellSum[]>,
): CellSum[] {
  const isOrganizations = keys.at(-1) === 'organizations:other' && !keys.includes('naturalPersons');
  const all = isOrganizations ? (plain.get('organizations') ?? []) : [];
  return [...together(keys, plain), ...all.map((sum) => ({ ...sum, rare: true }))];
}

/** The sums of kinds that are counted together: of each what it may mean, in the same order. Empty where one is not known. */
function together(keys: readonly string[], plain: ReadonlyMap<string, readonly CellSum[]>): CellSum[] {
  const all = keys.map((key) => plain.get(key) ?? []);
  const fewest = Math.min(...all.map(({ length }) => length));
  return Array.from({ length: fewest }, (_, index) => {
    const parts = all.flatMap((sums) => sums[index] ?? []);
    return {
      name: `${parts.map(({ name }) => name).join('、')}之和`,
      cells: parts.flatMap(({ cells }) => cells),
      less: 0,
      rare: false,
    };
  });
}

import type { CellSum } from '../../../report/claim';
import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import type { Sentence } from '../scope/scene';
import { disputeTotals, isDisputeTotal } from '../scope/topic';

// How many disputes a number counts: all of them, or those that were decided.

/** What was decided, or done with: said of disputes it leaves out those that are pending. */
const settled = /审[结毕]|办[结毕]|结案|[已未]结|了结|终结|审理(?:完|终)|复议决定|判决|裁[决定]|处理完/u;
/** The same, of nothing but disputes. */
const decided = /审[结毕]|结案|审理(?:完|终)/u;
/** 行政复议 2 件，均已审结: what follows says so of all. */
const behind =
  /^[件起宗例个]?,?(?:目前|现)?(?:均|都|全部|已){1,3}(?:全部|依法|依规|按时)?(?:审[结毕]|办[结毕]|结案|了结)/u;
/** So far behind a number that is told. */
const farthest = 16;

/** Whether the words around the number of a clause say that it counts the disputes that were decided. */
export function isBesideSettled({ beginnings }: Sentence, { lexemes }: Clause, text: string): boolean {
  const [start, end] = [lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0];
  const first = beginnings[0]?.lexemes[0]?.start ?? start;
  return (
    settled.test(text.slice(start, end)) ||
    behind.test(text.slice(end, end + farthest)) ||
    decided.test(text.slice(first, start))
  );
}

/** The sums of a draft's own key, and those of all keys. */
export interface Known {
  readonly own: readonly CellSum[];
  readonly plain: ReadonlyMap<string, readonly CellSum[]>;
}

/** So many numbers behind another may be its parts. */
const mostParts = 24;

/** What a number may mean that counts all disputes of a kind; the sums of its own key for any other. */
export function readingsOfDisputes(
  draft: Draft,
  drafts: readonly Draft[],
  keys: ReadonlySet<string>,
  { own, plain }: Known,
): readonly CellSum[] {
  if (!isDisputeTotal(draft.key)) return own;
  // Where those after a reconsideration are named beside it, 行政诉讼 may mean the direct ones alone.
  const isBeside = draft.key === 'litigations' && keys.has('laterLitigations');
  const readings = [own, ...(isBeside ? [plain.get('directLitigations') ?? []] : [])];
  const all = readings.flatMap((each) => (isOfSettled(draft, drafts) ? each : each.slice(0, 1)));
  const outcome = outcomeDivided(draft, drafts);
  const kind = Object.keys(disputeTotals).find((each) => disputeTotals[each] === draft.key);
  const divided = outcome === undefined ? [] : (plain.get(`outcome:${kind}:${outcome}`) ?? []);
  return [...all, ...divided.map((sum) => ({ ...sum, rare: true }))];
}

/** 尚未审结 11 件，直接起诉 4 件、复议后起诉 7 件: the outcome whose number those side by side with a draft come to; undefined where there is none. */
export function outcomeDivided(draft: Draft, drafts: readonly Draft[]): string | undefined {
  const at = drafts.indexOf(draft);
  const isPart = ({ key, kind }: Draft): boolean => kind === 'number' && isDisputeTotal(key);
  const whole = drafts.slice(0, at).findLastIndex((each) => !isPart(each));
  const parts = drafts.slice(whole + 1, whole + 1 + mostParts);
  const end = parts.findIndex((each) => !isPart(each));
  const run = end < 0 ? parts : parts.slice(0, end);
  const sum = run.reduce((all, { lexeme }) => all + (lexeme.quantity?.low ?? 0), 0);
  const { key = '', lexeme } = drafts[whole] ?? {};
  const [, outcome] = /^outcome:\w+:(\w+)$/u.exec(key) ?? [];
  return run.length > 1 && sum === lexeme?.quantity?.low ? outcome : undefined;
}

/**
 * Whether a number of disputes may leave out those that are pending: its words say that they were decided (审结行政复议 2 件), or it is divided by
 * what they came to, and by nothing else. 复议 5 件，其中 1 件尚未审结 is all.
 */
function isOfSettled(draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.flow === 'settled') return true;
  const behind = drafts.slice(drafts.indexOf(draft) + 1).slice(0, mostParts);
  const next = behind.findIndex(({ key }) => isDisputeTotal(key));
  const outcomes = (next < 0 ? behind : behind.slice(0, next)).filter(
    ({ key, kind, flow }) => key.startsWith('outcome:') && kind === 'number' && flow !== 'apart',
  );
  const sum = outcomes.reduce((all, { lexeme }) => all + (lexeme.quantity?.low ?? 0), 0);
  return (
    outcomes.length > 1 &&
    sum === draft.lexeme.quantity?.low &&
    outcomes.every(({ key, lexeme }) => !key.endsWith(':pending') || lexeme.quantity?.low === 0)
  );
}

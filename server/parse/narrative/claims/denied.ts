import type { Clause } from '../clauses/clauses';
import { decisions, doneWith, results } from '../quantities/quantity-keys';
import { disputeKinds, type Topic } from '../scope/topic';

// What 未, 无 and 零 deny, by the letters of the words around them.
const totals: Readonly<Record<string, string>> = {
  B: 'reconsiderations',
  L: 'litigations',
  1: 'directLitigations',
  2: 'laterLitigations',
};
const papers: Readonly<Record<string, string>> = { F: 'documents', J: 'regulations' };

/**
 * What the words behind 未 name, as keys: `words` are their letters, without those that are not denied, and `first` is the place of
 * the first in the clause. Undefined where they name something that no table counts.
 */
export const namedBehind = (
  clause: Clause,
  first: number,
  words: string,
  topic: Topic,
): string[] | undefined =>
  objectsOf(words, topic) ??
  resultsOf(clause, first, words, topic) ??
  rowsOf(clause, first, words, topic) ??
  applicantsOf(clause, first, words, topic);

function objectsOf(words: string, topic: Topic): string[] | undefined {
  if (/^[RNHq]*(?:C&V?)?A[Aa]*l?$/u.test(words) || (topic.letter === 'A' && /^[RN]?a+$/u.test(words)))
    return ['received'];
  if (/^[MHR]?f(?:&x)?$/u.test(words)) return ['fees'];
  if (/^[Aa]*>?c>?[HDAa]*$/u.test(words)) return carriedOf(words, topic);
  if (/^<c[Aa]*$/u.test(words)) return ['carriedOver'];
  if (/^S?[BL12Aa]*p[BL12Aa]*$/u.test(words)) return pendingOf(words, topic);
  const [, outcome] = /^S?([ukO])[BL12aD]*$/u.exec(words) ?? [];
  const kind = disputeKinds[topic.letter];
  // 复议零纠错, 诉讼中没有被判决纠正的.
  if (outcome && kind !== undefined) return [`outcome:${kind}:${outcome === 'u' ? 'upheld' : 'corrected'}`];
  const disputes = /^(?:[RNHAaSq]|C&V|SD)*?(?:A&)?([BL123b&k]+)[qSa]*l?$/u.exec(words)?.[1];
  if (disputes && /[BL123b]/u.test(disputes)) return disputed(words, disputes);
  const paper = /^(?:([ij])&?[ij]?|(v))((?:[FJ]&?)+)$/u.exec(words);
  if (paper) return papersDone(paper[3] ?? '', paper[1] ?? paper[2] ?? '');
  // 无规章、规范性文件制发.
  const [, last, done] = /^((?:[FJ]&?)+)([ij])$/u.exec(words) ?? [];
  if (last !== undefined) return papersDone(last, done ?? '');
  const acts = /^[MH]*((?:[WYZ]&?)+)M?l?$/u.exec(words)?.[1];
  if (acts) return [...acts].flatMap((each) => decisions[each] ?? []);
  return undefined;
}

/** 没有遗留至下一年度的案件: of the disputes that are spoken of, or of applications. */
function carriedOf(words: string, { letter }: Topic): string[] {
  const kind = /[Aa]/u.test(words) ? undefined : disputeKinds[letter];
  if (kind !== undefined) return [`outcome:${kind}:pending`];
  // 信访件均已办结，无结转: not applications.
  if (letter === 'X') return [];
  return words.includes('>') ? ['carriedForward'] : ['carried'];
}

/** 无未审结案件, 没有未办结的申请: nothing is left over. */
function pendingOf(words: string, { letter }: Topic): string[] | undefined {
  const kind = disputeKinds[/[BL12]/u.exec(words)?.[0] ?? letter];
  if (kind !== undefined) return [`outcome:${kind}:pending`];
  return letter === 'A' ? ['carriedForward'] : undefined;
}

const papersDone = (words: string, verb: string): string[] =>
  [...words].flatMap((each) => (papers[each] ? `${papers[each]}${doneWith[verb]}` : []));

/** What became of no application: 没有不予公开的情形. That none was wrongly refused says nothing of the others. */
function resultsOf(
  { letters }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  const [, denied] = /^[Aa]*[MD]?([GPQUK](?:&[GPQUK])*)[DHMAa]*$/u.exec(words) ?? [];
  // 没有作出一件不予公开决定.
  const isOfApplications = letter === 'A' || (letter === '' && /^[Aa]/u.test(words));
  const isPlain = isOfApplications && letters.slice(first).replace('n', '').startsWith(words);
  return denied !== undefined && isPlain ? [...denied].flatMap((each) => results[each] ?? []) : undefined;
}

/** Rows of the table by their names: 未收到信访举报投诉类申请, 没有因国家秘密而不予公开的. Only the first names the applications itself. */
function rowsOf(
  { letters, lexemes }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  if (!/^t?[RN]?[Aa]{0,2}[MS]?r(?:&?r){0,6}l?(?:[SM]?[QUK]?D?)?[AaM]{0,3}$/u.test(words)) return undefined;
  const rows = words.replace(/[^r]/gu, '').length;
  const from = letters.indexOf('r', first);
  const names = lexemes
    .slice(from)
    .filter((lexeme) => lexeme.letter === 'r')
    .slice(0, rows)
    .map(({ name }) => name);
  // 未侵害第三方权益: no reason for anything.
  if (words === 'r' && names[0] === 'refused.thirdPartyRights') return undefined;
  // 因国家秘密而不予公开: what became of it tells what it was; no one else names two of these.
  const isTold =
    letter === 'A' ||
    names[0] === 'notProcessed.petition' ||
    (letter !== 'X' && (rows > 1 || /[QUK]/u.test(words)));
  // 重复申请、大量反复申请等不予处理的: these are only examples.
  const whole = words.includes('l') ? (results[/[QUK]/u.exec(words)?.[0] ?? ''] ?? '') : '';
  return isTold ? [...names.map((name) => `reason:${name}`), ...(whole ? [whole] : [])] : undefined;
}

/** 企业提出的申请, 企业申请. */
const askers = /^(?:[RN][CV](?:&[CV]){0,4}|[CV](?:&[CV]){0,4}[Aa])[Aa]{0,2}$/u;

/** Who did not ask: 未收到企业提出的申请. */
function applicantsOf(
  { letters, lexemes }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  // 申请人中没有科研机构.
  const isAmong = letters.charAt(first - 2) === 'A' && /^V(?:&V){0,4}$/u.test(words);
  if (letter !== 'A' || !(isAmong || askers.test(words))) return undefined;
  const next = letters.indexOf('z', first);
  const asking = lexemes
    .slice(first, next < 0 ? undefined : next)
    .filter((lexeme) => 'CV'.includes(lexeme.letter));
  const named = asking.map((lexeme) =>
    lexeme.letter === 'C' ? 'naturalPersons' : lexeme.name || 'organizations',
  );
  // 科研机构、其他组织: beside others these are the rest.
  if (named.length > 1 && named.includes('organizations')) return undefined;
  // 年末结转件中没有科研机构提出的申请: among these alone.
  const before = letters.slice(0, first);
  if (!before.includes('c')) return named;
  const flow = before.includes('>') ? 'carriedForward' : before.includes('<') ? 'carriedOver' : '';
  return flow === '' ? undefined : named.map((each) => `${each}:${flow}`);
}

function disputed(words: string, objects: string): string[] {
  // 未经复议直接起诉的行政诉讼案件: named more closely.
  const nouns = [...objects.replace(/(?<=[12]a?)L/gu, '').replace('3', 'BL')].filter(
    (letter) => letter in totals,
  );
  // 复议纠错、诉讼败诉: the outcome is what did not happen.
  if (/[bk]/u.test(objects)) {
    // 没有败诉和被纠错的案件: lawsuits are lost, reconsiderations corrected.
    const both = objects.includes('b') && objects.includes('k') ? ['B', 'L'] : ['L'];
    const lost = nouns.length > 0 ? nouns : both;
    return lost.map((letter) => `outcome:${disputeKinds[letter]}:corrected`);
  }
  const applications = /^[RNHq]*A&/u.test(words) ? ['received'] : [];
  return [...applications, ...nouns.flatMap((letter) => totals[letter] ?? [])];
}

/** Words that stand before a closing 无 or 为零, from the place `first` of their clause on, with the letters of those behind it. */
interface Ahead {
  readonly first: number;
  readonly words: string;
  readonly behind: string;
  /** 清零: none is left, whatever there was. */
  readonly isCleared: boolean;
}

/**
 * What stands before a closing 无 or 为零, as keys: 行政复议、行政诉讼均无; before 零 and what was not done: 规范性文件零制发. Undefined where
 * no table counts it.
 */
export function namedBefore(
  clause: Clause,
  { first, words, behind, isCleared }: Ahead,
  topic: Topic,
): string[] | undefined {
  const papersOf = /^((?:[FJ]&?)+)q?$/u.exec(words)?.[1];
  if (/^[ij]$/u.test(behind)) return papersOf === undefined ? undefined : papersDone(papersOf, behind);
  // 行政强制零实施.
  if (behind === 'M' && /^[WYZ](?:&[WYZ]){0,2}$/u.test(words))
    return [...words].flatMap((each) => decisions[each] ?? []);
  if (behind !== '') return undefined;
  if (isCleared)
    return /^[Aa]{0,8}[cp]?[Aa]{0,8}q?$/u.test(words) && topic.letter === 'A'
      ? ['carriedForward']
      : undefined;
  const bare = words.replace(/^t|q$/gu, '');
  const [, ahead, last] = /^(?:v([FJ])|([FJ])v)$/u.exec(bare) ?? [];
  if (ahead ?? last) return papersDone(ahead ?? last ?? '', 'v');
  if (/^[aS]*(?:Ba?k&La?[bk]|[BL12]a?[kb])$/u.test(bare)) return disputed(bare, bare);
  if (/^A[Aa]*$/u.test(bare)) return ['received'];
  // 行政复议 5 件，被纠正数为 0: of the disputes spoken of.
  const kind = disputeKinds[topic.letter];
  if (/^[kO]$/u.test(bare) && kind !== undefined) return [`outcome:${kind}:corrected`];
  if (bare === 'b' && kind !== undefined && topic.letter !== 'B') return disputed(bare, bare);
  if (bare === 'f') return ['fees'];
  if (/^M?[WYZ](?:&[WYZ]){0,2}M?$/u.test(bare)) return [...bare].flatMap((each) => decisions[each] ?? []);
  if (
    /^M?[GPQUKE](?:&[GPQUKE]){0,5}[DMAa]*$/u.test(bare) &&
    (topic.letter === 'A' || /[UK]&|&[UK]/u.test(bare))
  )
    return [...bare].flatMap((each) => results[each] ?? []);
  return (
    disputesBefore(bare) ??
    rowsOf(clause, first, bare, topic) ??
    applicantsOf(clause, first, bare, topic) ??
    (/[cp]/u.test(bare) ? objectsOf(bare, topic) : undefined)
  );
}

function disputesBefore(words: string): string[] | undefined {
  const [found, applications] = /^(A[Aa]*&)?[AaS]*[BL123][BL12&]*$/u.exec(words) ?? [];
  if (found === undefined) return undefined;
  return [
    ...(applications ? ['received'] : []),
    ...[...words.replace(/(?<=[12]a?)L/gu, '').replace('3', 'BL')].flatMap((letter) => totals[letter] ?? []),
  ];
}

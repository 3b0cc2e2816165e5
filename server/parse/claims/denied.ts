import type { Clause } from './clause';
import { decisions, doneWith, results } from './keys';
import { disputeKinds, type Topic } from './topic';

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
  rowOf(clause, first, words, topic) ??
  applicantsOf(clause, first, words, topic);

function objectsOf(words: string, topic: Topic): string[] | undefined {
  if (/^[RNHq]*(?:C&V?)?A[Aa]*l?$/u.test(words) || (topic.letter === 'A' && /^[RN]?a+$/u.test(words)))
    return ['received'];
  if (/^[MHR]?f(?:&x)?$/u.test(words)) return ['fees'];
  if (/^[Aa]*>?c>?[HDAa]*$/u.test(words)) return words.includes('>') ? ['carriedForward'] : ['carried'];
  if (/^<c[Aa]*$/u.test(words)) return ['carriedOver'];
  if (/^S?[BL12Aa]*p[BL12Aa]*$/u.test(words)) return pendingOf(words, topic);
  const [, outcome] = /^S?([ukO])[BL12a]*$/u.exec(words) ?? [];
  const kind = disputeKinds[topic.letter];
  // 复议零纠错, 诉讼中没有被判决纠正的.
  if (outcome && kind !== undefined) return [`outcome:${kind}:${outcome === 'u' ? 'upheld' : 'corrected'}`];
  const disputes = /^(?:[RNHAaSqC]|SD)*?(?:A&)?([BL123b&k]+)[qSa]*l?$/u.exec(words)?.[1];
  if (disputes && /[BL123b]/u.test(disputes)) return disputed(words, disputes);
  const paper = /^(?:([ij])&?[ij]?|(v))((?:[FJ]&?)+)$/u.exec(words);
  if (paper) return papersDone(paper[3] ?? '', paper[1] ?? paper[2] ?? '');
  const acts = /^[MH]*((?:[WYZ]&?)+)M?$/u.exec(words)?.[1];
  if (acts) return [...acts].flatMap((each) => decisions[each] ?? []);
  return undefined;
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
  const [, denied] = /^[Aa]*M?([GPQUK](?:&[GPQUK])*)[DHMAa]*$/u.exec(words) ?? [];
  const isPlain = letter === 'A' && letters.startsWith(words, first);
  return denied !== undefined && isPlain ? [...denied].flatMap((each) => results[each] ?? []) : undefined;
}

/** A row of the table by its name: 未收到信访举报投诉类申请, 没有因国家秘密而不予公开的. Only this one names the applications itself. */
function rowOf(
  { letters, lexemes }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  if (!/^[RN]?[Aa]{0,2}S?r(?:[SM]?[QUKD])?[AaM]{0,3}$/u.test(words)) return undefined;
  const name = lexemes[letters.indexOf('r', first)]?.name ?? '';
  // 未侵害第三方权益: no reason for anything.
  if (words === 'r' && name === 'refused.thirdPartyRights') return undefined;
  // 因国家秘密而不予公开: what became of it tells what it was.
  const isTold =
    letter === 'A' || name === 'notProcessed.petition' || (letter !== 'X' && /[QUK]/u.test(words));
  return isTold ? [`reason:${name}`] : undefined;
}

/** Who did not ask: 未收到企业提出的申请. */
function applicantsOf(
  { letters, lexemes }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  if (letter !== 'A' || !/^(?:[RN][CV](?:&[CV]){0,4}|[CV](?:&[CV]){0,4}[Aa])[Aa]{0,2}$/u.test(words))
    return undefined;
  const next = letters.indexOf('z', first);
  const asking = lexemes
    .slice(first, next < 0 ? undefined : next)
    .filter((lexeme) => 'CV'.includes(lexeme.letter));
  const named = asking.map((lexeme) =>
    lexeme.letter === 'C' ? 'naturalPersons' : lexeme.name || 'organizations',
  );
  // 科研机构、其他组织: beside others these are the rest.
  return named.length > 1 && named.includes('organizations') ? undefined : named;
}

function disputed(words: string, objects: string): string[] {
  const nouns = [...objects.replace('3', 'BL')].filter((letter) => letter in totals);
  // 复议纠错、诉讼败诉: the outcome is what did not happen.
  if (/[bk]/u.test(objects)) {
    const lost = nouns.length > 0 ? nouns : ['L'];
    return lost.map((letter) => `outcome:${disputeKinds[letter]}:corrected`);
  }
  const applications = /^[RNHq]*A&/u.test(words) ? ['received'] : [];
  return [...applications, ...nouns.flatMap((letter) => totals[letter] ?? [])];
}

/** What stands before a closing 无 or 为零, as keys: 行政复议、行政诉讼均无; before 零 and what was not done: 规范性文件零制发. Undefined where no table counts it. */
export function namedBefore(words: string, behind: string, { letter }: Topic): string[] | undefined {
  const papersOf = /^((?:[FJ]&?)+)q?$/u.exec(words)?.[1];
  if (/^[ij]$/u.test(behind)) return papersOf === undefined ? undefined : papersDone(papersOf, behind);
  if (behind !== '') return undefined;
  const [, ahead, last] = /^(?:v([FJ])|([FJ])v)q?$/u.exec(words) ?? [];
  if (ahead ?? last) return papersDone(ahead ?? last ?? '', 'v');
  if (/^[aS]*(?:Ba?k&La?[bk]|[BL12]a?[kb])q?$/u.test(words)) return disputed(words, words);
  if (/^A[Aa]*$/u.test(words)) return ['received'];
  if (words === 'f') return ['fees'];
  if (/^[WYZ](?:&[WYZ]){1,2}M?q?$/u.test(words)) return [...words].flatMap((each) => decisions[each] ?? []);
  if (/^[GPQUKE](?:&[GPQUKE]){0,5}[Aa]*q?$/u.test(words) && (letter === 'A' || /[UK]&|&[UK]/u.test(words)))
    return [...words].flatMap((each) => results[each] ?? []);
  const [found, applications] = /^(A[Aa]*&)?[AaS]*[BL123][BL12&]*q?$/u.exec(words) ?? [];
  if (found === undefined) return undefined;
  return [
    ...(applications ? ['received'] : []),
    ...[...words.replace('3', 'BL')].flatMap((letter) => totals[letter] ?? []),
  ];
}

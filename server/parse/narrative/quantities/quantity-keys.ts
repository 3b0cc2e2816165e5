import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { disputeKinds, type Topic } from '../scope/topic';
import type { Lexeme } from '../words/lexeme';

/** The keys of what a frame's number counts: the frame's own, completed by the words of its phrase and by what is spoken of. */
export function keysOf(
  key: string,
  { lexemes, letters }: Pick<Clause, 'lexemes' | 'letters'>,
  { letter }: Topic,
): readonly string[] {
  const named = lexemes.find(({ name, letter: own }) => name && 'rV'.includes(own))?.name;
  if (key === 'several' || key === 'decided') return [`several:${lexemes.flatMap(kindOf).join('+')}`];
  if (key === 'each') return ['reconsiderations', 'litigations'];
  if (key === 'eachLost') return ['outcome:reconsideration:corrected', 'outcome:litigation:corrected'];
  if (key === 'eachOf') return lexemes.flatMap(kindOf);
  if (key === 'eachRow') return lexemes.flatMap((each) => (each.letter === 'r' ? kindOf(each) : []));
  if (key === 'reason') return [`reason:${named ?? ''}`];
  if (key === 'organizations') return [named ?? key];
  if (key === 'lost') return [`outcome:${lostKind(letters, letter)}:corrected`];
  if (key === 'dismissed' || key === 'annulled')
    return [key, `outcome:${disputeKinds[letter] ?? 'all'}:${key}`];
  if (!key.startsWith('outcome:')) return [key];
  // 2 件行政复议被纠正: named behind the number.
  const [, behind = letter] = /n[^n]*([BL12])/u.exec(letters) ?? [];
  return [`outcome:${disputeKinds[behind] ?? 'all'}:${key.slice('outcome:'.length)}`];
}

/** How the key of documents ends, by the letter of what was done to them. */
export const doneWith: Readonly<Record<string, string>> = { i: 'Issued', j: 'Repealed', v: 'InForce' };

/** The keys of results and of decisions by the letters of their names. */
export const results: Readonly<Record<string, string>> = {
  G: 'granted',
  P: 'partiallyGranted',
  Q: 'refused',
  U: 'unable',
  K: 'notProcessed',
  E: 'otherwiseProcessed',
};
/** The classes of results, by how the names of their rows begin. */
const classes: Readonly<Record<string, string>> = {
  refused: 'refused',
  unable: 'unable',
  notProcessed: 'notProcessed',
  other: 'otherwiseProcessed',
};
/** The key of the class under which a row of results stands, by the row's name; empty where it stands under none. */
export const classOfRow = (name: string): string => classes[name.split('.')[0] ?? ''] ?? '';
/** The classes of results. */
export const resultKeys: ReadonlySet<string> = new Set([...Object.values(results), 'grantedOrPartially']);
export const decisions: Readonly<Record<string, string>> = { W: 'licenses', Y: 'penalties', Z: 'coercions' };
const kinds: Readonly<Record<string, string>> = {
  ...results,
  ...decisions,
  C: 'naturalPersons',
  V: 'organizations',
};

/** The key of a kind of results or applicants by its name alone; empty for what names none. */
export function kindOf({ letter, name }: Lexeme): string[] {
  if (letter === 'r') return [`reason:${name}`];
  if (letter === 'V' && name !== '') return [name];
  const kind = kinds[letter];
  return kind === undefined ? [] : [kind];
}

// 败诉 is said of litigation, unless only one way to it is spoken of.
function lostKind(phrase: string, topic: string): string {
  if (phrase.includes('1')) return 'direct';
  if (phrase.includes('2')) return 'later';
  return topic === '1' || topic === '2' ? (disputeKinds[topic] ?? 'litigation') : 'litigation';
}

/** The key of what came in and what was carried over as one number. */
export const withCarriedOver = 'handled:withCarriedOver';

/** The classes of applicants. */
export const applicants: ReadonlySet<string> = new Set([
  'naturalPersons',
  'organizations',
  'commercialEnterprises',
  'researchInstitutions',
  'publicInterestOrganizations',
  'legalServiceInstitutions',
  'organizations:other',
]);

/** What comes in, as sentences divide it: by where it came from, and by whom. */
const incoming = new Set(['received', 'receivedNew', 'carriedOver', ...applicants]);

/**
 * 新收 8 件，上年结转 1 件，共计 9 件: the key of what the sum of these numbers counts; undefined where there is only one, or they
 * are of several kinds.
 */
export function summedKey(parts: readonly Draft[]): string | undefined {
  const keys = new Set(parts.map(({ key }) => key));
  const [only] = keys;
  if (parts.length < 2 || keys.size === 1) return parts.length < 2 ? undefined : only;
  if (![...keys].every((key) => incoming.has(key))) return undefined;
  // What was carried over came in before: both are what there was to deal with.
  return keys.has('carriedOver') ? withCarriedOver : 'received';
}

/**
 * How many kinds of results clauses name, 予以公开 counted only beside one other: three are those of applications, also where
 * nobody says so, and two may be. Three kinds of applicants count as two of results.
 */
export function kindsOfResults(clauses: readonly Clause[]): number {
  const naming = clauses.filter(({ letters }) => /[GPQUKrVC]/u.test(letters));
  if (naming.length === 0) return 0;
  const kinds = new Set<string>();
  const classes = new Set<string>();
  for (const { letters, lexemes } of naming) {
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charAt(at);
      const name = lexemes[at]?.name ?? '';
      if ('GPQUK'.includes(letter)) kinds.add(letter);
      else if (letter === 'r') kinds.add(name);
      else if (letter === 'V' && name !== '') classes.add(name);
      else if (letter === 'C') classes.add(letter);
    }
  }
  if (kinds.size < 2 && classes.size >= 3) return 2;
  // 逾期未缴费不再处理: what the form says in one breath. 不掌握相关政府信息: what is said of nothing else.
  if (kinds.has('K') && [...kinds].some((kind) => kind.startsWith('other.overdue'))) return 3;
  if (naming.some(({ lexemes }) => lexemes.some(isUnmistakable))) return 3;
  // 33 件作其他处理，含逾期不补正: the class with its row.
  const isOther = clauses.some(({ letters }) => letters.includes('E'));
  if (isOther && naming.some(({ lexemes }) => lexemes.some(({ name }) => name.startsWith('other.'))))
    return 3;
  const all = clauses.map(({ letters }) => letters).join(',');
  const isPlain = !/[Xw]/u.test(all) || /A/u.test(all);
  if (isPlain && naming.some(({ letters }) => rowWithClass.test(letters.replace('n', '')))) return 3;
  if (
    isPlain &&
    [rowThenClass, resultByApplicant, resultsOfApplicant, refusedAndUnable].some((each) => each.test(all))
  )
    return 3;
  return kinds.has('G') ? Math.min(kinds.size, Math.max(2, kinds.size - 1)) : kinds.size;
}

/** 属于四类过程性信息不予公开: a row with the class that it is of. */
const rowWithClass = /r[SMDaA]{0,3}[QUK]|[QUK][SaA]{0,2}r/u;
/** 71 件系重复申请，依法不予处理: the class behind its row. */
const rowThenClass = /r[Aa]{0,2}(?:n[Aa]{0,2})?[QUK]?,q?[xMD]{0,2}[QUK][DMAa]{0,3}(?:[,;.]|$)/u;
/** 不予公开 20 件，其中自然人 19 件、法人 1 件. */
const resultByApplicant = /[GPQUK][DHMAa]{0,3}n?,t?C[Aa]{0,2}n[&,]V/u;
/** 对自然人予以公开 30 件、部分公开 10 件. */
const resultsOfApplicant = /[CV][Aa]{0,3}[GPQ][DHMAa]{0,3}n[&,][PQUK][DHMAa]{0,3}n/u;
/** 不予公开 5 件、无法提供 17 件: side by side, each with its number. */
const refusedAndUnable = /(?:Q[DHMAa]{0,3}n[&,]U|U[DHMAa]{0,3}n[&,]Q)[DHMAa]{0,3}n/u;
/** Rows of which no one else speaks, where they are named at such length. */
const unmistakable =
  /^(?:unable|refused\.administrativeInquiry|notProcessed\.(?:publications|confirmation|excessive))/u;
const longName = 5;
const isUnmistakable = ({ name, start, end }: Lexeme): boolean =>
  end - start >= longName && unmistakable.test(name);

const disputeKeys = new Set([
  'each',
  'eachLost',
  'disputes',
  'litigations',
  'reconsiderations',
  'directLitigations',
  'laterLitigations',
  'lost',
]);

/** Whether a key counts disputes or their outcomes. */
export const isDisputed = (key: string): boolean => disputeKeys.has(key) || key.startsWith('outcome');

/** Where these are told of others, what follows without a noun of its own is, too. */
const leads = new Set(['received', 'receivedNew', 'handled', 'answered']);
/** Whether a key counts applications that came in or were dealt with. */
export const isLead = (key: string): boolean => leads.has(key);

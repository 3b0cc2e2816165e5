import type { Clause } from './clause';
import type { Draft, Scene } from './draft';
import { allOf, textOf } from './every';
import { decisions, isDisputed, results } from './keys';
import { disputeKinds, type Topic } from './topic';

// What may stand between 未 and what there is none of: verbs, and the cause that is not itself the object.
const totals: Readonly<Record<string, string>> = {
  B: 'reconsiderations',
  L: 'litigations',
  1: 'directLitigations',
  2: 'laterLitigations',
};
const papers: Readonly<Record<string, string>> = { F: 'documents', J: 'regulations' };
const made: Readonly<Record<string, string>> = { i: 'Issued', j: 'Repealed' };

/** Drafts what a clause says there was none of (未收到申请, 没有发生行政复议和行政诉讼), and what was done to the last (均已办结). */
export function draftNone(
  clause: Clause,
  topic: Topic,
  scene: Scene,
  { isForeign, isOfPart }: { readonly isForeign: () => boolean; readonly isOfPart: () => boolean },
): void {
  const { letters, current, lexemes } = clause;
  if (isMeant(clause, scene) || letters.replace(/&?zX/gu, '').includes('X')) return;
  const add = (keys: readonly string[], kind: Draft['kind'], place: Place, firm: boolean): void => {
    const tentative = kind === 'all' && topic.doubtful;
    if (current[place.first])
      scene.drafts.push(...keys.flatMap((key) => phraseFrom(lexemes, { key, kind, firm, tentative }, place)));
  };
  if (!letters.includes('z')) {
    const found = allOf(clause, topic, scene);
    if (found)
      add(
        [found.key],
        'all',
        { first: letters.search(/q|Dh/u), last: letters.search(/h|.$/u), end: found.end },
        !topic.doubtful &&
          !isForeign() &&
          (found.disputed ? topic.disclosed : !letters.includes('q') || !isOfPart()),
      );
    return;
  }
  // Another body, or another matter, before the first is before the others as well.
  let isPlain = true;
  for (const { keys, isMatter, before, ...place } of absences(clause, topic, scene)) {
    const isNamed = !topic.doubtful && !isMatter;
    isPlain &&= isFirm(before, clause, scene);
    add(keys, 'none', place, isNamed && isPlain && isTold(keys, topic, scene.topic) && !isForeign());
  }
}

/** What has come about, whatever it was before: 实现零诉讼目标. */
const reached = /(?<![为以争力])(?:实现|达到|完成)/u;

/** Whether a clause tells of what is meant, not of what was. */
function isMeant(clause: Clause, scene: Scene): boolean {
  const at = clause.letters.indexOf('!');
  const last = clause.letters.length - 1;
  return at >= 0 && !(at === last && reached.test(wordsBefore(clause, scene)));
}

/** So far before the first word that counts the verb may stand. */
const longestVerb = 4;

/** The words of a clause up to its last, with those before that say nothing. */
const wordsBefore = ({ lexemes }: Clause, { text }: Scene): string =>
  text.slice(Math.max(0, (lexemes[0]?.start ?? 0) - longestVerb), lexemes.at(-1)?.start ?? 0);

/** The first and the last of the lexemes of a phrase. */
interface Place {
  readonly first: number;
  readonly last: number;
  /** Where its words end in the text, if behind the last. */
  readonly end?: number | undefined;
}

/** What a clause says there was none of, as keys, with the words before. */
interface Absence extends Place {
  readonly keys: readonly string[];
  /** The words since the absence before. */
  readonly before: Place;
  /** Whether it may speak of matters, as 无行政许可 does of those that one is competent for and 无行政许可决定 does not. */
  readonly isMatter: boolean;
}

/** Every 未, 无, 零 with what it denies: what stands behind it (零复议、零诉讼) or, where nothing does, before it (复议、诉讼均无). */
function absences(clause: Clause, topic: Topic, scene: Scene): Absence[] {
  const { letters } = clause;
  const found: Absence[] = [];
  let from = 0;
  for (let at = letters.indexOf('z'); at >= 0; at = letters.indexOf('z', at + 1)) {
    const next = letters.indexOf('z', at + 1);
    const end = next < 0 ? letters.length : letters.charAt(next - 1) === '&' ? next - 1 : next;
    // 复议为0、诉讼为0: what is behind the mark is not denied by what is before it.
    const words =
      letters.charAt(at + 1) === '&' ? '' : deniedBy(clause, { first: at + 1, last: end - 1 }, scene);
    const behind = objectsOf(words, topic) ?? rowOf(clause, at + 1, words, topic);
    const leading = letters.slice(from, at).replace(/^&/u, '');
    const start = at - leading.length;
    const keys =
      behind ?? (words === '' || isBeside(clause, at) ? subjectsOf(leading, words, topic) : undefined);
    if (keys) {
      const isMatter =
        /^[WYZ&]+$/u.test(words) &&
        !textOf(clause, at, end - 1, scene).includes('决定') &&
        !inYear.test(scene.text.slice(0, clause.lexemes[at]?.start).slice(-longestYear));
      const first = !behind || (from === 0 && !/^[x&q]*$/u.test(leading)) ? start : at;
      const before = { first: from, last: (behind ? at : start) - 1 };
      found.push({ keys, before, first, last: behind || words !== '' ? end - 1 : at, isMatter });
    }
    from = behind ? end : words === '' ? at + 1 : from;
  }
  return found;
}

/** 2024年度无行政强制: of a year there are decisions, not matters that one is competent for. */
const inYear = /(?:20\d\d年度?|全年|[本今]年度?|年内)(?:均|也|都)?$/u;
const longestYear = 8;

/** Whether nothing stands between a denial and the word behind it: 零制发, and not 未经审查不得制发. */
const isBeside = ({ lexemes }: Clause, at: number): boolean => lexemes[at]?.end === lexemes[at + 1]?.start;

/** What is not right about a cause: 因答复不规范引起的复议 is a reconsideration like any other. */
const fault = /^(?:工作|答复|办理|处理)?(?:不|违|失|有误|错|瑕疵)/u;

/** The letters of what a word denies, without 一起 and the fault that would have led to it. */
function deniedBy({ letters, lexemes }: Clause, { first, last }: Place, { text }: Scene): string {
  let words = '';
  for (let at = first; at <= last; at++) {
    const { start = 0, end = 0, quantity } = lexemes[at] ?? {};
    const isOne = quantity?.kind === 'count' && quantity.value === 1;
    const letter = letters.charAt(at);
    if (!isOne && letter !== '!' && !(letter === 'x' && fault.test(text.slice(start, end)))) words += letter;
  }
  return words;
}

/** The draft of words that state no number. */
function phraseFrom(
  lexemes: Clause['lexemes'],
  { key, kind, firm, tentative }: Pick<Draft, 'key' | 'kind' | 'firm' | 'tentative'>,
  { first, last, end = lexemes[last]?.end }: Place,
): Draft[] {
  const lexeme = lexemes[first];
  if (!lexeme || end === undefined) return [];
  const judged = { firm, sound: firm, tentative, published: false };
  return [{ key, kind, lexeme, start: lexeme.start, end, aside: false, ...judged }];
}

/** Disputes are the table's where the paragraph speaks of the disclosure of information, or of nothing else: none at all is none of these. */
const isTold = (keys: readonly string[], { disclosed }: Topic, before: Topic): boolean =>
  disclosed || !keys.some(isDisputed) || '1ABL2'.includes(before.letter);

function isFirm({ first, last }: Place, { letters, lexemes }: Clause, { text, agents }: Scene): boolean {
  for (let at = first; at <= last; at++) {
    const letter = letters.charAt(at);
    if ('~#wgWYZFJ'.includes(letter)) return false;
    const { start = 0, end = 0 } = lexemes[at] ?? {};
    if (letter === 'x' && !agents.isOwn(text.slice(start, end))) return false;
  }
  return true;
}

/** What the words behind 未 name, as keys; undefined where they name something that no table counts. */
function objectsOf(words: string, topic: Topic): string[] | undefined {
  if (/^[RNHq]*(?:C&V?)?A[Aa]*l?$/u.test(words) || (topic.letter === 'A' && /^[RN]?a+$/u.test(words)))
    return ['received'];
  if (/^[MHR]?f(?:&x)?$/u.test(words)) return ['fees'];
  if (/^[Aa]*>?c>?[HDAa]*$/u.test(words)) return words.includes('>') ? ['carriedForward'] : ['carried'];
  if (/^<c[Aa]*$/u.test(words)) return ['carriedOver'];
  const result = topic.letter === 'A' && /^([GPQUK])[DHAa]*$/u.exec(words)?.[1];
  if (result) return [results[result] ?? ''];
  const disputes = /^[RNHAaSqC]*?(?:A&)?([BL123b&k]+)[qSa]*l?$/u.exec(words)?.[1];
  if (disputes && /[BL123b]/u.test(disputes)) return disputed(words, disputes);
  const paper = /^([ij])&?[ij]?((?:[FJ]&?)+)$/u.exec(words);
  if (paper) return papersDone(paper[2] ?? '', paper[1] ?? '');
  const acts = /^[MH]*((?:[WYZ]&?)+)M?$/u.exec(words)?.[1];
  if (acts) return [...acts].flatMap((each) => decisions[each] ?? []);
  return undefined;
}

const papersDone = (words: string, verb: string): string[] =>
  [...words].flatMap((each) => (papers[each] ? `${papers[each]}${made[verb]}` : []));

/** A row of the table by its name: 未收到信访举报投诉类申请. Only this one names the applications itself. */
function rowOf(
  { letters, lexemes }: Clause,
  first: number,
  words: string,
  { letter }: Topic,
): string[] | undefined {
  if (!/^[RN]?r[Aa]{0,3}$/u.test(words)) return undefined;
  const name = lexemes[letters.indexOf('r', first)]?.name ?? '';
  return letter === 'A' || name === 'notProcessed.petition' ? [`reason:${name}`] : undefined;
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

/** What stands before a closing 无 or 为零: 行政复议、行政诉讼均无; before 零 and what was not done: 规范性文件零制发. */
function subjectsOf(words: string, behind: string, { letter }: Topic): string[] | undefined {
  const papersOf = /^((?:[FJ]&?)+)q?$/u.exec(words)?.[1];
  if (/^[ij]$/u.test(behind)) return papersOf === undefined ? undefined : papersDone(papersOf, behind);
  if (behind !== '') return undefined;
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

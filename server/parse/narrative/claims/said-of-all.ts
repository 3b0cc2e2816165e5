import { type Clause, isWithin } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { isCourt } from '../scope/own-or-other-body';
import type { Scene } from '../scope/scene';
import { disputeKinds, type Topic } from '../scope/topic';

/** What there is none of where something is said of all (均已办结, 均被维持), as a key, and whether that is disputes. */
export interface All {
  readonly key: string;
  readonly disputed: boolean;
  /** Where the words end, if behind the last that counts. */
  readonly end?: number;
}

/** In time, without saying which: 全部按时办结 says that all was done, 均在法定期限内办结 of what was done. */
const inTime = /^(?:按时|按期|如期|\d{1,2}个工作日之?内?|二十个工作日内?)$/u;
const answer = /[答回]复/u;
/** 均已审结: what the courts have done with all of them. */
const judged =
  /^(?:均已?|都已?|全部|皆已?|现已)(?:全部)?已?(?:依法|按时|按期|如期)?(?:审结|结案|审理完[毕结]|审理终结|办结|作出(?:行政)?复议决定|作出(?:判决|裁决|裁定))(?:完毕)?$/u;
/** The longest of these. */
const longestJudged = 12;

/** What there is none of where all was settled, 由自然人提出, 被维持 or 被纠正; undefined where nothing of that is said. */
export function allOf(
  whole: Clause,
  topic: Topic,
  scene: Scene,
  counted: () => Draft | undefined,
): All | undefined {
  const clause = withoutAgency(whole, scene);
  const { letters } = clause;
  if (topic.letter === 'A') {
    if (isSettled(clause, scene))
      return { key: letters.includes('n') ? 'carriedForward:counted' : 'carriedForward', disputed: false };
    const granted = allGranted.exec(letters);
    if (granted) return { key: `granted:all${granted[1] ? ':counted' : ''}`, disputed: false };
    return /^(?:[RN]n?[Aa]+|[Aa]*)q[AaRq]*C[Aa]*$/u.test(letters)
      ? { key: 'organizations', disputed: false }
      : undefined;
  }
  const kind = disputeKinds[topic.letter];
  if (kind === undefined) return undefined;
  const { quantity } = clause.lexemes[letters.indexOf('n')] ?? {};
  // 行政复议 2 件，均获维持: so many tell that those of the table are meant.
  const { value } = quantity ?? (topic.disclosed ? undefined : counted()?.lexeme.quantity) ?? {};
  const number = value === undefined ? '' : `:counted:${value}`;
  const end = judgedUntil(clause, scene);
  if (end > 0) return { key: `outcome:${kind}:pending${number}`, disputed: true, end };
  // 2件行政诉讼全部胜诉: none of them is still pending either.
  if (/^n?[BL12&a]*n?q4$/u.test(letters))
    return { key: `outcome:${kind}:all:${number ? `won${number}` : 'upheld'}`, disputed: true };
  // 均为未经复议直接起诉: none came after a reconsideration.
  const [, way] = /litigation|direct|later/u.test(kind) ? (/^n?L?q([12])L?$/u.exec(letters) ?? []) : [];
  if (way !== undefined)
    return { key: way === '1' ? 'laterLitigations' : 'directLitigations', disputed: true };
  const [judge] = clause.lexemes;
  const isJudged = letters.startsWith('x') && isCourt(scene.text.slice(judge?.start, judge?.end));
  if (!/^R?n?[BL12&SMaH]*n?q[S]*[ukbIO][MD]{0,2}$/u.test(isJudged ? letters.slice(1) : letters))
    return undefined;
  return { key: `outcome:${kind}:all:${outcomeIn(letters)}${number}`, disputed: true };
}

/** 4 件行政复议全部维持: of so many none is still pending. */
const outcomeIn = (letters: string): string => {
  if (!/[uI][MD]{0,2}$/u.test(letters)) return 'corrected';
  return letters.includes('n') ? 'won' : 'upheld';
};

/** 所有申请均予以公开或部分公开, 45 件申请均予以公开: nothing was refused. */
const allGranted = /^[qRN]{0,2}(n)?[Aa]{1,8}q[qHT]{0,4}(?:G|G&[Pg]|[Pg]&G)[DMAa]{0,3}$/u;

const allSettled =
  /^(?:[AaRqt&]*|[RN][Aa]*&<c[Aa]*|<c[Aa]*&[RN][Aa]*)(?:q[Aa]{0,8}(?:[HT][HqTA]*)?D[aA]*|D[aA]*h(?:&.*)?)$/u;
/** The same of so many; 46件政府信息公开申请均已办结 is itself held against what was answered. */
const countedSettled = /^(?:[RN]n[Aa]{1,8}|na{1,8}|nA[Aa]{0,8}(?=qT))q[HqT]{0,8}D$/u;

/** Whether a clause says that every application was settled: 均已办结, 全部按时办结, 办结率100%, 46件申请均已办结. */
function isSettled(whole: Clause, scene: Scene): boolean {
  const clause = withoutAgency(whole, scene);
  const { letters, lexemes } = clause;
  if (!(letters.includes('n') ? countedSettled : allSettled).test(letters)) return false;
  // 在全部答复中: what is divided.
  if (isWithin(scene.text, lexemes.at(-1)?.end ?? 0)) return false;
  const wordsAt = (at: number): string => textOf(clause, at, at, scene);
  const done = wordsAt(letters.indexOf('D'));
  // 均按期作出处理, 均按时答复: of those that were due.
  if (letters.includes('T'))
    return inTime.test(wordsAt(letters.indexOf('T'))) && !answer.test(done) && !/处理$/u.test(done);
  const share = letters.indexOf('h');
  if (share < 0) return true;
  const rate = textOf(clause, letters.indexOf('D'), share, scene);
  return lexemes[share]?.quantity?.value === 100 && rate.includes('率') && !answer.test(done);
}

/** A clause without the agency at its begin. */
export function withoutAgency(clause: Clause, { text, agents }: Scene): Clause {
  const { letters, lexemes } = clause;
  const [first] = lexemes;
  if (!first || !letters.startsWith('x') || !agents.isOwn(text.slice(first.start, first.end))) return clause;
  return { ...clause, letters: letters.slice(1), lexemes: lexemes.slice(1) };
}

/** Where the words end by which a clause says that every dispute was decided; -1 where it does not. */
function judgedUntil({ letters, lexemes }: Clause, { text }: Scene): number {
  const [, words] = /^(?:q?[BL12&a]+|n?[BL12&a]*|[BL12&a]*n)x?(q[qTD7MB]*)$/u.exec(letters) ?? [];
  if (words === undefined) return -1;
  const other = lexemes[letters.indexOf('x')];
  if (other && !isCourt(text.slice(other.start, other.end))) return -1;
  const from = lexemes[letters.length - words.length]?.start ?? 0;
  const [said = ''] = /^[^,;:。()\n]*/u.exec(text.slice(from, from + longestJudged)) ?? [];
  return judged.test(said) ? from + said.length : -1;
}

/** The words of a clause from its lexeme `first` to `last`. */
export const textOf = ({ lexemes }: Clause, first: number, last: number, { text }: Scene): string =>
  text.slice(lexemes[first]?.start ?? 0, lexemes[last]?.end ?? 0);

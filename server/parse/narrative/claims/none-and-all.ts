import { isChannel } from '../clauses/channel';
import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { isOfRest, onlyOneOf } from '../quantities/only-one';
import { isDisputed } from '../quantities/quantity-keys';
import { isCourt } from '../scope/own-or-other-body';
import type { Scene } from '../scope/scene';
import { isOfThatKind } from '../scope/that-kind';
import type { Topic } from '../scope/topic';
import { namedBefore, namedBehind } from './denied';
import { allOf, textOf } from './said-of-all';
import { outcomeOf } from './told-outcome';

/** What the sentence tells before a clause: the disputes counted right before it and the last number, whether it is of another body, and whether of a part only. */
interface Around {
  readonly counted: () => Draft | undefined;
  /** The number that the sentence told last. */
  readonly before: () => Draft | undefined;
  readonly isForeign: () => boolean;
  readonly isOfPart: () => boolean;
  /** Of which applicants a key counts that stands at a letter of the clause. */
  readonly flowOf: (key: string, from: number) => string;
}

/** Drafts what a clause says there was none of (未收到申请, 没有发生行政复议和行政诉讼), and what was done to the last (均已办结). */
export function draftNone(clause: Clause, topic: Topic, scene: Scene, around: Around): void {
  const { letters, current, lexemes } = clause;
  const spokenOf = letters.replace(/&?zX(?:&?X)*/gu, '').replace(besideDisputes, '');
  if (isMeant(clause, scene) || spokenOf.includes('X')) return;
  const add = (keys: readonly string[], kind: Draft['kind'], place: Place, isSure: boolean): void => {
    const tentative = kind === 'all' && topic.doubtful && isSure;
    // A row beside its class is a row of the table.
    const isDoubtful = topic.doubtful && !keys.some((key) => key.startsWith('reason:alone'));
    const firm = isSure && !(kind === 'all' && isDoubtful);
    if (current[place.first])
      scene.drafts.push(
        ...keys.flatMap((key) => {
          const flow = around.flowOf(key, Math.max(place.first, letters.indexOf('z', place.first)));
          return phraseFrom(lexemes, { key, kind, flow, firm, tentative }, place);
        }),
      );
  };
  if (!letters.includes('z')) {
    const all = settledIn(clause, topic, scene, around);
    if (all) add([all.key], 'all', all.place, all.isSure);
    return;
  }
  // Another body, or another matter, before the first is before the others as well.
  let isPlain = true;
  for (const { keys, isMatter, before, ...place } of absences(clause, topic, scene)) {
    isPlain &&= isFirm(before, clause, scene) && !isOfThatKind(clause, scene, before.first);
    // 商业企业均未提出行政复议: others may have.
    const isOfSome = keys.some(isDisputed) && /[CV]/u.test(letters.slice(before.first, before.last + 1));
    const isTheirs = !topic.doubtful && !isMatter && isPlain && !isOfSome && isTold(keys, topic, scene.topic);
    add(keys, 'none', place, isTheirs && !around.isForeign());
  }
}

/** What a clause says was done to all, with its place, and whether that is beyond doubt where applications are spoken of. */
function settledIn(
  clause: Clause,
  topic: Topic,
  scene: Scene,
  { counted, before, isForeign, isOfPart }: Around,
): { readonly key: string; readonly place: Place; readonly isSure: boolean } | undefined {
  const { letters } = clause;
  if (isOfRest(clause, scene)) return undefined;
  const only = letters.includes('q') ? onlyOneOf(clause, before(), scene) : undefined;
  if (only !== undefined) {
    const place = { first: letters.lastIndexOf('q'), last: letters.length - 1 };
    return { key: only, place, isSure: !isForeign() };
  }
  const read = /[qh]/u.test(letters) ? allOf : outcomeOf;
  const found = read(clause, topic, scene, counted);
  if (!found) return undefined;
  const { key, disputed, end } = found;
  // Where nothing speaks of another matter, so many as the table has are those of the table, and so are some of all.
  const isOurs =
    topic.disclosed || (scene.isOpening && (key.includes(':counted:') || /^q[BL12&a]+q/u.test(letters)));
  const isWhole = disputed ? isOurs : !letters.includes('q') || !isOfPart();
  const first = Math.max(0, letters.search(/q|Dh/u));
  return {
    key,
    place: { first, last: letters.search(/h|.$/u), end },
    isSure: !isForeign() && isWhole,
  };
}

/** 未发生举报、投诉、行政复议和诉讼: of all in the list there was none, whatever else is in it. */
const besideDisputes = /(?:X&){1,6}(?=[BL])|(?<=[BL])(?:&X){1,6}/gu;

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
    const behind = namedBehind(clause, at + 1, words, topic);
    const leading = letters.slice(from, at).replace(/^&/u, '');
    const start = at - leading.length;
    const isCleared = textOf(clause, at, at, scene) === '清零';
    const ahead = { first: start, words: withoutOne(clause, leading, at), behind: words, isCleared };
    const keys =
      behind ??
      ((words === '' && isLast(letters, at, end)) || isBeside(clause, at)
        ? namedBefore(clause, ahead, topic)
        : undefined);
    if (keys) {
      const isMatter =
        /^[WYZ&l]+$/u.test(words) &&
        !certain(scene).test(textOf(clause, at, end - 1, scene) + behindText(clause, end - 1, scene)) &&
        !inYear.test(scene.text.slice(0, clause.lexemes[at]?.start).slice(-longestYear));
      const first = !behind || (from === 0 && !/^[x&q]*$/u.test(leading)) ? start : at;
      const before = { first: from, last: (behind ? at : start) - 1 };
      found.push({ keys, before, first, last: behind || words !== '' ? end - 1 : at, isMatter });
    }
    from = behind ? end : words === '' ? at + 1 : from;
  }
  return found;
}

/** Whether nothing that is denied stands behind a denial: 诉讼未发生, and not 行政强制方面没有发生违法行为. */
const isLast = (letters: string, at: number, end: number): boolean =>
  letters.charAt(at + 1) === '&' || /^[nS!]*$/u.test(letters.slice(at + 1, end));

/** The letters before a denial at `at`, without 一件 of 一件也没有. */
function withoutOne({ lexemes }: Clause, leading: string, at: number): string {
  const { quantity } = lexemes[at - 1] ?? {};
  return quantity?.kind === 'count' && quantity.value === 1 ? leading.slice(0, -1) : leading;
}

/** 无行政许可决定, 我局无行政强制事项: what one is not competent for one has not decided; a government's office may mean itself alone. */
const certain = ({ agents }: Scene): RegExp => (agents.isGovernment ? /决定/u : /决定|事项/u);

/** 2024年度无行政强制: of a year there are decisions, not matters that one is competent for. */
const inYear =
  /(?:20\d\d年度?|全年|[本今]年度?|年内),?(?:[我本](?:局|街道|镇|乡|单位|机关|委|办|部门))?(?:均|也|都)?$/u;
const longestYear = 14;

/** What is called so behind the last word of a list: 行政处罚、行政强制等事项. */
const behindText = ({ lexemes, letters }: Clause, last: number, { text }: Scene): string => {
  const end = lexemes[last]?.end ?? 0;
  return letters.charAt(last) === 'l' ? text.slice(end, end + '事项'.length) : '';
};

/** Whether nothing stands between a denial and the word behind it: 零制发, and not 未经审查不得制发. */
const isBeside = ({ lexemes }: Clause, at: number): boolean => lexemes[at]?.end === lexemes[at + 1]?.start;

/** What is not right about a cause: 因答复不规范引起的复议 is a reconsideration like any other. */
const fault = /^(?:工作|答复|办理|处理)?(?:不|违|失|有误|错|瑕疵)/u;

/** The letters of what a word denies, without 一起 and the fault that would have led to it. */
function deniedBy({ letters, lexemes }: Clause, { first, last }: Place, { text, agents }: Scene): string {
  let words = '';
  for (let at = first; at <= last; at++) {
    const { start = 0, end = 0, quantity } = lexemes[at] ?? {};
    const isOne = quantity?.kind === 'count' && quantity.value === 1;
    const letter = letters.charAt(at);
    const said = text.slice(start, end);
    const isIdle =
      letter === 'x' &&
      (fault.test(said) ||
        isCourt(said) ||
        (words === '' && agents.isOwn(said)) ||
        (isInList(letters, at) && isChannel(said)) ||
        /^x(?:&x)*l[CV]/u.test(letters.slice(at)));
    const isExample = words === '' && 'l&'.includes(letter) && /x&?$/u.test(letters.slice(0, at));
    if (!isOne && letter !== '!' && !isIdle && !isExample) words += letter;
  }
  // 未发生因政府信息公开引发的案件.
  return words === 'S' ? '' : words.replace(besideDisputes, '').replace(/(?<=R)&+(?=A)/u, '');
}

/** 书面或网上: whether a way of asking is named beside another, so that together they are all. */
const isInList = (letters: string, at: number): boolean =>
  (letters.charAt(at - 1) === '&' && letters.charAt(at - 2) === 'x') || letters.startsWith('&x', at + 1);

/** The draft of words that state no number. */
function phraseFrom(
  lexemes: Clause['lexemes'],
  { firm, tentative, ...told }: Pick<Draft, 'key' | 'kind' | 'flow' | 'firm' | 'tentative'>,
  { first, last, end = lexemes[last]?.end }: Place,
): Draft[] {
  const lexeme = lexemes[first];
  if (!lexeme || end === undefined) return [];
  const judged = { firm, sound: firm, tentative, published: false };
  return [{ ...told, lexeme, start: lexeme.start, end, aside: false, ...judged }];
}

/** Disputes are the table's where the paragraph speaks of the disclosure of information, or of nothing else: none at all is none of these. */
const isTold = (keys: readonly string[], { disclosed }: Topic, before: Topic): boolean =>
  disclosed || !keys.some(isDisputed) || '1ABL2'.includes(before.letter);

function isFirm(
  { first, last }: Place,
  { letters, lexemes, current }: Clause,
  { text, agents }: Scene,
): boolean {
  // 无结转自 2022 年的申请.
  if (current.slice(first).includes(false)) return false;
  for (let at = first; at <= last; at++) {
    const letter = letters.charAt(at);
    if ('~#wgWYZFJ'.includes(letter)) return false;
    const { start = 0, end = 0 } = lexemes[at] ?? {};
    if (letter === 'x' && !agents.isOwn(text.slice(start, end))) return false;
  }
  return true;
}

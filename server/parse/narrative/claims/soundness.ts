import { isAnyWay, isChannel } from '../clauses/channel';
import type { Clause } from '../clauses/clauses';
import type { Frame } from '../clauses/phrase-patterns';
import { isDecision } from '../quantities/decided-or-published';
import { applicants, classOfRow, isDisputed, isLead, resultKeys } from '../quantities/quantity-keys';
import { exceptedFrom } from '../scope/excepted';
import { isLedByCause } from '../scope/led-by-cause';
import { isBeyond, tellsOfAnother } from '../scope/other-scope';
import type { Scene, Sentence } from '../scope/scene';
import { isOfThatKind } from '../scope/that-kind';
import { isDisputeTotal, type Topic } from '../scope/topic';
import { standing } from '../words/lexeme';

const papers = /^(?:documents|regulations|licenses|penalties|coercions|decided)/u;

/** 减免行政事业性收费 12 万元: what was not taken, or given back. */
const waived = /减免|[减免缓停][征收缴]|退[还回付]|清退|取消|降低|少收|节[约省]|代收|应收/u;

/** 信息处理费全年收费 0 元: what is charged to those who ask. */
const processing = /处理费|信息公开|申请|收费通知|检索|复制|邮寄/u;

/** So far before its clause a sentence may have said what was charged for. */
const longestLead = 60;
/** What is charged to those who ask is a few yuan. */
const isLarge = ({ value, unit }: { readonly value: number; readonly unit: string }): boolean =>
  /^[万亿]元$/u.test(unit) || value >= 10_000;

/** Whether the fees of a clause are not those of the table: waived, or by a short name that others have as well. */
function isOtherFee({ lexemes }: Clause, { text }: Scene): boolean {
  const start = lexemes[0]?.start ?? 0;
  const words = text.slice(start, lexemes.at(-1)?.end);
  const { value = 0, unit = '' } = lexemes.find(({ letter }) => letter === '$')?.quantity ?? {};
  const before =
    text
      .slice(Math.max(0, start - longestLead), start)
      .split(/[。\n]/u)
      .at(-1) ?? '';
  const isShort = lexemes.some(({ letter, name }) => letter === 'f' && name !== '');
  const isCharged = value === 0 || !isLarge({ value, unit }) || processing.test(before + words);
  return waived.test(words) || (isShort && isCharged);
}

/** What is known where a number is judged; `scene` has what was spoken of before its clause, `topic` what is spoken of at it. */
interface Told {
  readonly clause: Clause;
  readonly scene: Scene;
  readonly sentence: Sentence;
  readonly topic: Topic;
}

/** The words before a phrase: their letters, where they begin in the clause, and where the phrase ends. */
interface Before {
  readonly prefix: string;
  readonly from: number;
  readonly taken: number;
}

/** `open` where the table may count something else, `others` where so may all that follows in the sentence, `some` where it may count more. */
type Soundness = 'sound' | 'some' | 'open' | 'others';

/** Whether the words before a phrase leave no doubt that the table counts the same. */
export function soundness(frame: Pick<Frame, 'key' | 'isBare'>, before: Before, told: Told): Soundness {
  const { key, isBare } = frame;
  const { clause, scene, sentence, topic } = told;
  const { prefix, taken } = before;
  const isOther = /[X!]/u.test(resultKeys.has(key) ? prefix.replace(/^.*l/u, '') : prefix);
  // 对投诉处理不服提起的行政诉讼 12 件，被纠正 3 件.
  if (isOther && isDisputeTotal(key)) return 'others';
  if (topic.foreign || isOther || isOfEach(told) || tellsOfAnother(sentence, scene)) return 'open';
  // 答复函、应诉共 7 件: of several things of which the phrase has the last.
  if (prefix.endsWith('&') && clause.summed === taken - 1) return 'open';
  // A noun without a verb: beside what was published it may count that.
  if (isBare && (sentence.listed || scene.topic.letter === 'X')) return 'others';
  if ((applicants.has(key) || isResult(key)) && isOfUnread(told)) return 'open';
  const isOfCause = isLedByCause(sentence, clause, scene.text);
  if (isPart(key, prefix, told) || (isOfCause && !isDecision(key) && !isResult(key))) return 'open';
  // 园区企业收到申请: applicants, who have taken the agency's place.
  if (isLead(key) && /[CV]$/u.test(prefix) && !isFrom(before, told)) return 'others';
  const isDispute = isDisputed(key);
  // 办理政府信息公开行政复议 7 件: only a government has others' brought before it.
  const isOwnCase = topic.disclosed && prefix === 'H' && !scene.agents.isGovernment;
  if (isDispute && !isOwnCase && /(?<!S[MxQAagGPUK]{0,4})[HRNDc]$/u.test(prefix)) return 'open';
  const found = isBeyond(clause, scene, isDispute) ? 'others' : namesNoOther(key, before, told);
  // 紧盯安全生产领域，作出行政处罚决定 36 件: not more than there were.
  return found === 'sound' && isOfCause ? 'some' : found;
}

/** 办结 64 件，另 3 件(自然人 1 件)仍在检索: whether a bracket is behind a number of which nobody knows what it counts. */
function isOfUnread({ clause, sentence, scene }: Told): boolean {
  if (clause.depth === 0) return false;
  const outer = sentence.beginnings.findLast(({ depth }) => depth < clause.depth);
  const last = outer?.letters.slice(-1) === 'n' ? outer.lexemes.at(-1) : undefined;
  return last !== undefined && !scene.drafts.some(({ lexeme }) => lexeme === last);
}

const isResult = (key: string): boolean => resultKeys.has(key) || key.startsWith('reason');

/** 每五件申请中就有两件: so many of any five. */
const isOfEach = ({ sentence, scene }: Told): boolean =>
  sentence.beginnings
    .slice(-2)
    .some(({ lexemes, letters }) =>
      lexemes.some(
        ({ start, end }, at) =>
          scene.text.slice(start, end) === '每' && 'n'.includes(letters.charAt(at + 1) || '.'),
      ),
    );

/** 来自法人或其他组织的新收申请: whose they are, not who received them. */
function isFrom({ prefix, from }: Before, { clause, scene }: Told): boolean {
  const { start, end } = clause.lexemes[from + prefix.length - 1] ?? { start: 0, end: 0 };
  return (
    /(?:来自|[由源]于?)$/u.test(scene.text.slice(Math.max(0, start - 2), start)) &&
    scene.text.charAt(end) === '的'
  );
}

/** Whether the words before a number take something out of what it counts, or tell of only some of it. */
function isPart(key: string, prefix: string, told: Told): boolean {
  const { sentence, scene, clause } = told;
  if (isResult(key) && isOfThatKind(clause, scene)) return true;
  // Received, 含重复申请: a property of what came in, not what became of it.
  if (key === 'reason' && prefix.endsWith('s')) return !isOfClass(told);
  if (papers.test(key)) return sentence.listed || /[wgijv]/u.test(prefix) || isOfField(prefix, clause, scene);
  if (key === 'fees') return isOtherFee(clause, scene);
  // What was answered in time may be a part of what was answered.
  if (key === 'answered' && prefix.includes('T')) return true;
  return isLead(key) && isExcepted(sentence, scene);
}

/** 其他处理 23 件，包括逾期不补正 13 件: whether the class that was told last is that of the row. */
function isOfClass({ clause, sentence, scene }: Told): boolean {
  const told = scene.drafts.slice(sentence.from).findLast(({ kind }) => kind === 'number');
  const { name = '' } = clause.lexemes.find(({ letter }) => letter === 'r') ?? {};
  return told !== undefined && classOfRow(name) === told.key;
}

/** 对采砂、取水等领域作出: only there. */
function isOfField(prefix: string, { lexemes }: Clause, { text }: Scene): boolean {
  const start = lexemes[0]?.start ?? 0;
  return prefix.includes('l') && '对就在'.includes(text.charAt(start - 1) || '.');
}

/** 除重复和撤回的外，实际办理 5 件: not all of them, and how many less is not said. */
const isExcepted = (sentence: Sentence, { text }: Scene): boolean => exceptedFrom(sentence, text) === 0;

/** 网上平台及线下窗口共收到: several ways of asking, and all that came by them. */
const severalWays = /(?:x&){1,6}x$/u;

/** Whether no unknown word before a phrase may be another body, or narrow what is counted. */
function namesNoOther(key: string, { prefix, from }: Before, { clause, scene }: Told): Soundness {
  const isTogether = severalWays.test(prefix) && clause.summed === from + prefix.length;
  // 通过信函、网络等渠道收到: what 等 sums up is no part of the whole.
  const doubtful = prefix.replace(/^.*lx?/u, '');
  const offset = from + prefix.length - doubtful.length;
  for (let at = 0; at < doubtful.length; at++) {
    const { start, end, name } = clause.lexemes[offset + at] ?? {};
    const words = scene.text.slice(start, end);
    // 各镇: those below, each with a report of its own.
    const isOwn = doubtful.charAt(at - 1) !== '=' && scene.agents.isOwn(words);
    if (doubtful.charAt(at) !== 'x' || name === standing || isOwn || isAnyWay(words)) continue;
    if (isTogether && isChannel(words)) continue;
    // What a bare verb counts next is of the same kind: 某局受理 36 件，答复 35 件. A way of asking is no other body. 因工伤认定引发的复议 22 件，其中维持 20
    // 件: what these came to is no more the table's than they are.
    const goesOn = isDisputeTotal(key) || (isLead(key) && !isChannel(words));
    return goesOn ? 'others' : 'open';
  }
  return 'sound';
}

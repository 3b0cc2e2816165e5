import { draftClaims } from './claims/draft-claims';
import { type Clause, clausesOf, PeriodReader } from './clauses/clauses';
import type { Draft } from './clauses/draft';
import { applicantsInTurn } from './enumerations/applicants-in-turn';
import { byThisReason } from './enumerations/by-this-reason';
import { decisionLists } from './enumerations/decision-lists';
import { deniedNames } from './enumerations/denied-names';
import { inTurn } from './enumerations/in-turn';
import type { Told } from './enumerations/name-lists';
import { outcomesByKind } from './enumerations/outcomes-by-kind';
import { parallelLists } from './enumerations/parallel-lists';
import { quartersIn } from './enumerations/quarters';
import { reworded } from './enumerations/reworded';
import { stillNone } from './enumerations/still-none';
import { bodiesBelow } from './scope/bodies-below';
import type { Agents } from './scope/own-or-other-body';
import { isDisclosing, type Topic, topicAfter, topicOf } from './scope/topic';
import { scan } from './words/lex-prose';
import type { Lexeme } from './words/lexeme';
import { understood } from './words/understood-words';

/** What a paragraph says by its words alone, whatever the tables say. */
export interface ParagraphReading {
  readonly drafts: readonly Draft[];
  /** The words of its sentences that were worth reading. */
  readonly lexemes: readonly Lexeme[];
  /** See `Scene`. */
  readonly topics: ReadonlyMap<Lexeme, Topic>;
}

/** All that the reading of a paragraph depends on beside its words. */
export interface Surroundings {
  readonly agents: Agents;
  /** The year of the report; undefined where it is not known. */
  readonly year: number | undefined;
  /** What is spoken of at its begin. */
  readonly topic: Topic;
  /** Whether the heading above it may be of something which no table counts. */
  readonly isLedElsewhere: boolean;
}

// What makes a sentence worth reading: a number, or words for none or all, beside what the tables know or what relates numbers.
const number =
  /\d|[一二两三四五六七八九]成|半数|一半|过半|分之|[一二两三四五六七八九]倍|翻[一了]?[一两]?番|[一二三四五六七八九十两百千][余多来几]?(?:件|起|宗|例|份|封)|[百千][一二三四五六七八九十零]{0,4}[余多来几]?[条篇项次期]|[一二三四五六七八九十百千万]元/u;
const noneOrAll = /[未无没零均]|不存在|全部|所有|都已/u;
/** A comparison without a number, which the tables of both years can tell. */
const compared = /同比|[与较比于](?:上一?年|去年|前一年)/u;
/** Rows of the tables held against each other, or told to be all, without a number: 不予公开多于部分公开, 理由只有国家秘密. */
const held =
  /次之|其次|居次|居第二|第一[位名]?[、,;和][^。]{2,24}第二|[由从](?:多到少|高到低)|[多高大少低小]于|超[过出]|不及|比[^,;。]{2,16}[多少高低]|只[有涉限包]|仅[有为是涉限包]/u;
const noun = /申请|复议|诉讼|行政争议|许可|处罚|强制|规章|规范性|收费|结转|败诉/u;
const result = /逾期|部分公开|不予公开|无法提供|不予处理|不再处理|第三方|国家秘密|重复申请|补正/u;
const related =
  /申请|过程性信息|内部事务|执法案卷|查询事项|国家秘密|第三方|不掌握|另行制作|补正|没办|没有办|转入|复议|诉讼|起诉|许可|处罚|强制|规章|规范性|收费|结转|败诉|办结|答复|办理|处理|受理|收到|新收|新接|接[件办]|在办|维持|纠|公开|提供|其[中他它余]|[含占比较率倍番]|意度|晓度|分别|持平|[一二两三四五六七八九]成|上一?年|去年|过半|[件条份篇个次期]\(|包括|涵盖|分为|[,(]即|[共合总]计|,共|共\d|[条件份篇个次期]:|信息中[,:]|(?:增|加|长|升|高|降|减|少)[至到]/u;
/** 全部按时办结, at the begin of what stands under a heading. */
const settled =
  /^(?:20\d\d年度?|[本全今]年度?|我[局委办镇乡]|本(?:局|机关|单位)|,){0,4}(?:均|都|全部)(?:都|全部)?已?(?:全部)?(?:按时|按期|如期)?(?:办结|办理完[毕成])/u;
/** 结转 4 件。 behind what another body received: still its own. */
const goingOn =
  /^(?:(?:均|全部|共|已|尚|仍|另|还)?有?\d*件?)(?:办结|答复|结转|予以公开|公开|部分公开|不予|无法提供|其他处理|未办结|未答复|剩余)/u;
/** So many received, or answered, by whom the clause begins with. */
const flow = /^x[^n]{0,4}[RNHD][^n]{0,6}n/u;
/** What words end with that name a body. */
const body = /(?:[局厅部委办室处科股所站队镇乡村]|中心|公司|政府|[法医]院|街道|学校|集团|社区)$/u;
/** What was named so far before a number is no longer spoken of. */
const farthestTopic = 400;
/** 一是畅通受理渠道。: what a paragraph is about, before it tells more. */
const lead = /依申请|(?:受理|申请|办理|答复)(?:渠道|工作|流程|机制|程序|服务)/u;
/** A paragraph so short is the heading of what follows. */
export const longestHeading = 32;

/** Whether a sentence is worth reading; `letter` is what the paragraph speaks of, `isFirst` whether the sentence begins it. */
function isWorthReading(sentence: string, letter: string, isFirst: boolean): boolean {
  if (number.test(sentence)) return related.test(sentence);
  if ((compared.test(sentence) || held.test(sentence)) && (noun.test(sentence) || result.test(sentence)))
    return true;
  if (!noneOrAll.test(sentence)) return false;
  if (noun.test(sentence)) return true;
  return result.test(sentence) || (letter === 'A' && isFirst && settled.test(sentence));
}

/** Whether words before a sentence only say that applications are what follows is about. */
const isLead = (words: string): boolean =>
  words.length <= longestHeading &&
  lead.test(words) &&
  words.indexOf('。') === words.length - 1 &&
  !/\d/u.test(words) &&
  topicOf(words).letter !== 'X';

/** What reads names of the form whose numbers follow them, or of which there was none. */
const byName = [
  inTurn,
  applicantsInTurn,
  outcomesByKind,
  deniedNames,
  decisionLists,
  byThisReason,
  stillNone,
];

const namedIn = (found: readonly Lexeme[], text: string, told: Told): Draft[] =>
  byName.flatMap((read) => read(found, text, told));

/** Reads a paragraph by itself, with the line feeds around it. */
export function readParagraph(text: string, surroundings: Surroundings): ParagraphReading {
  const [start, end] = [1, text.length - 1];
  const { agents, year, isLedElsewhere } = surroundings;
  const [drafts, lexemes]: [Draft[], Lexeme[]] = [[], []];
  const topics = new Map<Lexeme, Topic>();
  let { topic } = surroundings;
  // Sentences without numbers only tell what is spoken of; they are looked at when a number asks for it.
  let [unread, isOfOther] = [start, false];
  const period = new PeriodReader({ year, hasLevels: agents.isGovernment });
  for (let from = start; from < end; ) {
    const to = sentenceEnd(text, from, end);
    const sentence = text.slice(from, to);
    const goesOn = sentence.startsWith('其中');
    period.sentence(goesOn);
    isOfOther &&= goesOn || goingOn.test(sentence);
    if (!goesOn) topic = { ...topic, foreign: isOfOther };
    if (isWorthReading(sentence, topic.letter, from === start) || text.startsWith('其中', to)) {
      const found = understood(scan(text, from, to), text, from);
      for (const each of found) lexemes.push(each);
      if (unread < from) topic = topicAfter(text.slice(Math.max(unread, from - farthestTopic), from), topic);
      topic = isDisclosing(sentence) ? { ...topic, disclosed: true } : topic;
      const isOpening = !isLedElsewhere && (from === start || isLead(text.slice(start, from)));
      const clauses = clausesOf(reworded(found, { text, year, isOwn: agents.isOwn }), period);
      const below = bodiesBelow(text, { start: from, end: to }, agents);
      const told = { topic: { ...topic, foreign: topic.foreign || below.length > 0 }, year };
      const named = namedIn(found, text, told);
      const first = drafts.length;
      topic = draftClaims(clauses, { text, topic, agents, drafts, topics, isOpening, below });
      drafts.push(...replaced(drafts.splice(first), named, parallelLists(found, text)));
      drafts.push(...quartersIn(found, text, { topic, year, isOwn: agents.isOwn }));
      isOfOther ||= clauses.some((clause) => isOfOtherBody(clause, text, agents));
      unread = to;
    }
    from = to;
  }
  return { drafts, lexemes, topics };
}

/** Puts drafts in the place of those of a sentence that there are of the same numbers, and of those that begin at `starts`. */
function replaced(
  drafts: readonly Draft[],
  others: readonly Draft[],
  unclear: ReadonlySet<number>,
): readonly Draft[] {
  const starts = new Set([...others.map(({ lexeme }) => lexeme.start), ...unclear]);
  const kept = starts.size === 0 ? drafts : drafts.filter(({ lexeme }) => !starts.has(lexeme.start));
  // 不予处理、其他处理均为0件: told of the number already.
  const placeOf = ({ key, lexeme }: Draft): string => `${key} ${lexeme.end}`;
  const told = new Set(kept.filter(({ kind }) => kind === 'number').map(placeOf));
  return [...kept, ...others.filter((each) => each.kind !== 'none' || !told.has(placeOf(each)))];
}

/** Where the sentence ends that starts at `from`: behind its full stop, or with the paragraph. */
function sentenceEnd(text: string, from: number, end: number): number {
  const stop = text.slice(from, end).indexOf('。');
  return stop < 0 ? end : from + stop + 1;
}

/** 县政府办公室收到申请 97 件: whether a clause tells how many another body received or answered. */
function isOfOtherBody({ letters, lexemes: [first] }: Clause, text: string, agents: Agents): boolean {
  if (!flow.test(letters)) return false;
  const words = first?.letter === 'x' ? text.slice(first.start, first.end) : '';
  return body.test(words) && !agents.isOwn(words);
}

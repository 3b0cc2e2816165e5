import type { Claim } from '../../report/claim';
import type { Statements } from '../../report/relation';
import { endOf, type Report, sectionReading } from '../../report/report';
import { settle } from './claims-of-drafts';
import { type Clause, clausesOf, PeriodReader } from './clauses';
import { draftClaims } from './draft-claims';
import { scan } from './lex-prose';
import type { Lexeme } from './lexeme';
import { agentsOf } from './own-or-other-body';
import { type Prose, proseOf } from './prose';
import { relationsOf } from './relations';
import type { Draft } from './scene';
import { isDisclosing, noTopic, type Topic, topicAfter, topicOf } from './topic';

/** A report before its narrative is read. */
export type Parsed = Omit<Report, 'claims' | 'relations'>;

// What makes a sentence worth reading: a number, or words for none or all, beside what the tables know or what relates numbers.
const number =
  /\d|[一二两三四五六七八九]成|半数|一半|过半|分之|[一二两三四五六七八九]倍|翻[一了]?[一两]?番|[一二三四五六七八九十两百千][余多来几]?(?:件|起|宗|例|份|封)|[百千][一二三四五六七八九十零]{0,4}[余多来几]?[条篇项次期]|[一二三四五六七八九十百千万]元/u;
const noneOrAll = /[未无没零均]|不存在|全部|所有|都已/u;
/** A comparison without a number, which the tables of both years can tell. */
const compared = /同比|[与较比于](?:上一?年|去年|前一年)/u;
const noun = /申请|复议|诉讼|行政争议|许可|处罚|强制|规章|规范性|收费|结转|败诉/u;
const result = /部分公开|不予公开|无法提供|不予处理|不再处理|第三方|国家秘密|重复申请|补正/u;
const related =
  /申请|过程性信息|内部事务|执法案卷|查询事项|国家秘密|第三方|不掌握|另行制作|补正|复议|诉讼|起诉|许可|处罚|强制|规章|规范性|收费|结转|败诉|办结|答复|办理|处理|受理|收到|新收|新接|接[件办]|在办|维持|纠|公开|提供|其[中他它余]|[含占比较率倍番]|意度|晓度|分别|持平|[一二两三四五六七八九]成|上一?年|去年|过半|[件条份篇个次期]\(|包括|涵盖|分为|[,(]即|[共合总]计|,共|共\d|[条件份篇个次期]:|信息中[,:]|(?:增|加|长|升|高|降|减|少)[至到]/u;
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
/** A heading that speaks of all of it. */
const general = /总体|概述|概况|基本情况|信息公开|政务公开|数据|问题及改进|^\n?$/u;
/** 一是畅通受理渠道。: what a paragraph is about, before it tells more. */
const lead = /依申请|(?:受理|申请|办理|答复)(?:渠道|工作|流程|机制|程序|服务)/u;
/** What else disputes are about. */
const otherWork = /执法|处罚|许可|强制|征收|拆迁|依法行政|法治|审批|复议机[关构]|各类(?:行政)?复议/u;
/** A paragraph so short is the heading of what follows. */
const longestHeading = 32;

/** Reads what the narrative states: the claims that the tables can confirm, and how numbers of one sentence hang together. */
export function readStatements(report: Parsed, view: string): Statements {
  const from = report.title?.span.end ?? 0;
  const read = view.slice(0, endOf(report));
  const prose = proseOf(read, from, report.tables, report.sections);
  const reader = new Reader(report, prose);
  const { text } = prose;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start) reader.paragraph(start, end);
    start = end + 1;
  }
  return { claims: reader.claims, relations: reader.relations };
}

/** Whether a sentence is worth reading; `letter` is what the paragraph speaks of, `isFirst` whether the sentence begins it. */
function isWorthReading(sentence: string, letter: string, isFirst: boolean): boolean {
  if (number.test(sentence)) return related.test(sentence);
  if (compared.test(sentence) && (noun.test(sentence) || result.test(sentence))) return true;
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

class Reader {
  readonly claims: Claim[] = [];
  readonly relations: Statements['relations'][number][] = [];
  private readonly agents;
  private readonly full: Report;
  private readonly problems;
  /** What the last heading speaks of. */
  private heading: Topic = noTopic;
  /** Whether that may be of something which no table counts. */
  private isLedElsewhere = false;

  constructor(
    private readonly report: Parsed,
    private readonly prose: Prose,
  ) {
    this.agents = agentsOf(report.agency?.value);
    this.full = { ...report, claims: [], relations: [] };
    this.problems = sectionReading(this.full, 'problems');
  }

  paragraph(start: number, end: number): void {
    const { text } = this.prose;
    const drafts: Draft[] = [];
    const lexemes: Lexeme[] = [];
    const topics = new Map<Lexeme, Topic>();
    let topic = this.topicAt(start, end);
    // Sentences without numbers only tell what is spoken of; they are looked at when a number asks for it.
    let unread = start;
    let isOfOther = false;
    const period = new PeriodReader({
      year: this.report.year?.value,
      hasLevels: this.agents.isGovernment,
    });
    for (let from = start; from < end; ) {
      const to = this.sentenceEnd(from, end);
      const sentence = text.slice(from, to);
      const goesOn = sentence.startsWith('其中');
      period.sentence(goesOn);
      isOfOther &&= goesOn || goingOn.test(sentence);
      if (!goesOn) topic = { ...topic, foreign: isOfOther };
      if (isWorthReading(sentence, topic.letter, from === start) || text.startsWith('其中', to)) {
        const found = scan(text, from, to);
        for (const each of found) lexemes.push(each);
        if (unread < from)
          topic = topicAfter(text.slice(Math.max(unread, from - farthestTopic), from), topic);
        topic = isDisclosing(sentence) ? { ...topic, disclosed: true } : topic;
        const isOpening = !this.isLedElsewhere && (from === start || isLead(text.slice(start, from)));
        const clauses = clausesOf(found, period);
        topic = draftClaims(clauses, { text, topic, agents: this.agents, drafts, topics, isOpening });
        isOfOther ||= clauses.some((clause) => this.isOfOther(clause));
        unread = to;
      }
      from = to;
    }
    if (end - start <= longestHeading && drafts.length === 0) this.lead(text.slice(start, end));
    this.finish(drafts, lexemes, topics);
  }

  /** 县政府办公室收到申请 97 件: whether a clause tells how many another body received or answered. */
  private isOfOther({ letters, lexemes: [first] }: Clause): boolean {
    if (!flow.test(letters)) return false;
    const words = first?.letter === 'x' ? this.prose.text.slice(first.start, first.end) : '';
    return body.test(words) && !this.agents.isOwn(words);
  }

  /** What a paragraph speaks of at its begin: what the heading does; the problems of the work are those of the disclosure of information. */
  private topicAt(start: number, end: number): Topic {
    const { body } = this.problems ?? {};
    const at = this.prose.offsets[start] ?? 0;
    if (!body || at < body.start || at >= body.end) return this.heading;
    const disclosed = this.heading.disclosed || !otherWork.test(this.prose.text.slice(start, end));
    return { ...this.heading, disclosed };
  }

  /** Takes a short paragraph for the heading of what follows. */
  private lead(words: string): void {
    this.heading = topicOf(words);
    this.isLedElsewhere = this.heading.letter !== 'A' && !general.test(words) && !/[。,]/u.test(words);
  }

  /** The full stop found last: looked for once, however many paragraphs without one stand before it. */
  private stop = -1;

  /** Where the sentence that starts at `from` ends, at the paragraph's `end` at the latest. */
  private sentenceEnd(from: number, end: number): number {
    const { text } = this.prose;
    if (this.stop < from) this.stop = text.indexOf('。', from);
    if (this.stop < 0) this.stop = text.length;
    return Math.min(end, this.stop + 1);
  }

  private finish(
    drafts: readonly Draft[],
    lexemes: readonly Lexeme[],
    topics: ReadonlyMap<Lexeme, Topic>,
  ): void {
    // One by one: there may be more than a call takes arguments.
    for (const claim of settle(drafts, this.full, this.prose)) this.claims.push(claim);
    for (const relation of relationsOf(lexemes, drafts, this.prose, this.full, {
      topics,
      agents: this.agents,
    }))
      this.relations.push(relation);
  }
}

import type { Claim } from '../../report/claim';
import type { Statements } from '../../report/relation';
import { endOf, type Report, sectionReading } from '../../report/report';
import { claimsOfDrafts } from './claims/claims-of-drafts';
import { longestHeading, type ParagraphReading, readParagraph } from './read-paragraph';
import { relationsOf } from './relations';
import { agentsOf } from './scope/own-or-other-body';
import { noTopic, type Topic, topicOf } from './scope/topic';
import { type Prose, proseOf } from './words/prose';

/** A report before its narrative is read. */
export type Parsed = Omit<Report, 'claims' | 'relations'>;

/** A heading that speaks of all of it. */
const general = /总体|概述|概况|基本情况|信息公开|政务公开|数据|问题及改进|^\n?$/u;
/** What else disputes are about. */
const otherWork = /执法|处罚|许可|强制|征收|拆迁|依法行政|法治|审批|复议机[关构]|各类(?:行政)?复议/u;

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
    const { agents, isLedElsewhere, prose } = this;
    const year = this.report.year?.value;
    const topic = this.topicAt(start, end);
    const reading = readParagraph(prose.text, { start, end }, { agents, year, topic, isLedElsewhere });
    if (end - start <= longestHeading && reading.drafts.length === 0) this.lead(prose.text.slice(start, end));
    this.finish(reading);
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
    const topic = topicOf(words);
    // 下一步，将加强培训。: a sentence on other things, not the name of what follows.
    this.heading = topic.letter === 'X' && words.includes(',') && words.endsWith('。') ? noTopic : topic;
    this.isLedElsewhere = this.heading.letter !== 'A' && !general.test(words) && !/[。,]/u.test(words);
  }

  private finish({ drafts, lexemes, topics }: ParagraphReading): void {
    const { agents, full, prose } = this;
    // One by one: there may be more than a call takes arguments.
    for (const claim of claimsOfDrafts(drafts, full, prose)) this.claims.push(claim);
    for (const relation of relationsOf(lexemes, drafts, prose, full, { topics, agents }))
      this.relations.push(relation);
  }
}

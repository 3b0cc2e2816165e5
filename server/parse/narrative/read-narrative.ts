import type { Claim } from '../../report/claim';
import type { Statements } from '../../report/relation';
import { endOf, type Report, sectionReading } from '../../report/report';
import { recent } from '../../text/recent';
import { claimsOfDrafts } from './claims/claims-of-drafts';
import { longestHeading, type ParagraphReading, readParagraph } from './read-paragraph';
import { relationsOf } from './relations';
import { agentsOf } from './scope/own-or-other-body';
import { noTopic, type Topic, topicOf } from './scope/topic';
import { type Prose, paragraphsOf, proseOf } from './words/prose';

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
  const reader = new Reader(report);
  for (const paragraph of paragraphsOf(prose)) reader.paragraph(paragraph);
  return { claims: reader.claims, relations: reader.relations };
}

/** As many as some reports have: a keystroke changes one of them, and the reports of a folder have many alike. */
const paragraphs = recent<ParagraphReading>(500);
/** What is longer is rare, and would hold much memory: the words of each are kept with it. */
const longestKept = 1000;

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

  constructor(private readonly report: Parsed) {
    this.agents = agentsOf(report.agency?.value);
    this.full = { ...report, claims: [], relations: [] };
    this.problems = sectionReading(this.full, 'problems');
  }

  paragraph(paragraph: Prose): void {
    const { text } = paragraph;
    const { agency, year } = this.report;
    const { agents, isLedElsewhere } = this;
    const topic = this.topicAt(paragraph);
    const read = (): ParagraphReading =>
      readParagraph(text, { agents, year: year?.value, topic, isLedElsewhere });
    const about = JSON.stringify([agency?.value, year?.value, topic, isLedElsewhere]);
    const reading = text.length > longestKept ? read() : paragraphs(`${about}${text}`, read);
    const words = wordsOf(text);
    if (words.length <= longestHeading && reading.drafts.length === 0) this.lead(words);
    this.finish(reading, paragraph);
  }

  /** What a paragraph speaks of at its begin: what the heading does; the problems of the work are those of the disclosure of information. */
  private topicAt({ text, offsets }: Prose): Topic {
    const { body } = this.problems ?? {};
    const at = offsets[1] ?? 0;
    if (!body || at < body.start || at >= body.end) return this.heading;
    const disclosed = this.heading.disclosed || !otherWork.test(wordsOf(text));
    return { ...this.heading, disclosed };
  }

  /** Takes a short paragraph for the heading of what follows. */
  private lead(words: string): void {
    const topic = topicOf(words);
    // 下一步，将加强培训。: a sentence on other things, not the name of what follows.
    this.heading = topic.letter === 'X' && words.includes(',') && words.endsWith('。') ? noTopic : topic;
    this.isLedElsewhere = this.heading.letter !== 'A' && !general.test(words) && !/[。,]/u.test(words);
  }

  private finish({ drafts, lexemes, topics }: ParagraphReading, prose: Prose): void {
    const { agents, full } = this;
    // One by one: there may be more than a call takes arguments.
    for (const claim of claimsOfDrafts(drafts, full, prose)) this.claims.push(claim);
    for (const relation of relationsOf(lexemes, drafts, prose, full, { topics, agents }))
      this.relations.push(relation);
  }
}

/** A paragraph without the line feeds around it. */
const wordsOf = (text: string): string => text.slice(1, -1);

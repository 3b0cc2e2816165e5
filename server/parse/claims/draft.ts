import type { Agents } from './agent';
import type { Clause } from './clause';
import { ClauseReader } from './clause-reader';
import { kindsOfResults } from './keys';
import type { Lexeme } from './scan';
import { dividesDocuments, type Topic } from './topic';

/** A claim before its sentence is known to the end. */
export interface Draft {
  /** A frame's key, completed: a subject, `outcome:direct:upheld`, `reason:refused.stateSecret`. */
  readonly key: string;
  readonly kind: 'number' | 'none' | 'all';
  /** The number; for `none` and `all` the first word of the phrase. */
  readonly lexeme: Lexeme;
  readonly start: number;
  readonly end: number;
  /** Whether the phrase itself leaves no doubt what is counted, and whether the words around it leave none. */
  readonly firm: boolean;
  readonly sound: boolean;
  /** Whether all that is open is whether the table's applications or disputes are meant: other numbers may tell. */
  readonly tentative: boolean;
  /** Whether decisions are counted as they were published, which need not be all that were made. */
  readonly published: boolean;
  /** Whether it is only mentioned beside another number: in brackets, or behind 含 or 包括. */
  readonly aside: boolean;
}

/** What the reader of a clause knows and fills. */
export interface Scene {
  readonly text: string;
  readonly topic: Topic;
  readonly agents: Agents;
  readonly drafts: Draft[];
}

/** 收到申请、自然人的申请量、46件申请均已办结: of which kind nobody says. */
const looksLikeApplications = /[RND]n?a|a[RND]|^[^CV]*[CV].*a|^na+q[qHT]*D$/u;

/** 制发4件、废止3件、现行有效的规范性文件23件: what is made and repealed is named last. */
const listsDocuments = /^(?:[ij]n[,&]){1,3}vFn/u;

/** Drafts the claims of a sentence's clauses; answers what is spoken of at its end. */
export function draftClaims(clauses: readonly Clause[], scene: Scene): Topic {
  let { topic } = scene;
  const outer: Topic[] = [];
  const beginnings: Clause[] = [];
  const sentence = { listed: false, beginnings, unpublished: 0, verb: '', from: scene.drafts.length };
  if (topic.letter === '') {
    const kinds = kindsOfResults(clauses);
    if (kinds >= 2) topic = { ...topic, letter: 'A', doubtful: kinds === 2 };
  }
  const [from, to] = [clauses[0]?.lexemes[0]?.start ?? 0, clauses.at(-1)?.lexemes.at(-1)?.end ?? 0];
  if (listsDocuments.test(clauses.map(({ letters }) => letters).join(','))) topic = { ...topic, letter: 'F' };
  if (dividesDocuments(scene.text.slice(from, to))) topic = { ...topic, foreign: true };
  for (const clause of clauses) {
    while (outer.length < clause.depth) outer.push(topic);
    while (outer.length > clause.depth) topic = outer.pop() ?? topic;
    sentence.listed ||= /[ts]/u.test(clause.letters);
    if (/[wgX]/u.test(clause.letters)) sentence.verb = '';
    beginnings.push(clause);
    if (topic.letter === '' && clause.letters.includes('a') && looksLikeApplications.test(clause.letters))
      topic = { ...topic, letter: 'A', doubtful: true };
    // A clause that counts nothing and names nothing does not matter.
    if (!/[n$zqhABLFJWYZX12]/u.test(clause.letters)) continue;
    const reader = new ClauseReader(clause, { ...scene, topic }, sentence);
    topic = reader.read();
  }
  return topic;
}

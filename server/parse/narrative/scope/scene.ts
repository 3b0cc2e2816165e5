import type { Span } from '../../../text/span';
import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import type { Lexeme } from '../words/lexeme';
import type { Agents } from './own-or-other-body';
import type { Topic } from './topic';

/** What the reader of a clause knows and fills. */
export interface Scene {
  readonly text: string;
  readonly topic: Topic;
  readonly agents: Agents;
  readonly drafts: Draft[];
  /** Whether nothing stands before the sentence in its paragraph or over it that might tell of another matter. */
  readonly isOpening: boolean;
  /** What of the text tells of bodies below the agency. */
  readonly below: readonly Span[];
  /** What is spoken of at each percentage that is told of the body itself and the year of the report. */
  readonly topics: Map<Lexeme, Topic>;
}

/** Where a phrase stands: its clause, the place of its first letter there, and what is known of the sentence before it. */
export interface PhrasePlace {
  readonly clause: Clause;
  readonly from: number;
  readonly sentence: Sentence;
  readonly scene: Scene;
}

/** What of a sentence was read before a clause. */
export interface Sentence {
  /** Whether 其中 or 包括 came before. */
  listed: boolean;
  /** All clauses of the sentence. */
  readonly told: readonly Clause[];
  /** The clauses up to and including this one. */
  readonly beginnings: readonly Clause[];
  /** How many of these are known to tell of nothing published; -1 where one tells of it. */
  unpublished: number;
  /** How many of these are known to begin with no other body; -1 where one does. */
  own: number;
  /** The verb that governed the last document or decision; empty where none did. */
  verb: string;
  /** Whether it names so many kinds of results that applications are spoken of, whatever else is counted. */
  readonly isByResults: boolean;
  /** Where the drafts of this sentence begin. */
  readonly from: number;
}

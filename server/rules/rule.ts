import type { Demand } from '../report/demand';
import type { Finding, Severity } from '../report/finding';
import type { Neighbours } from '../report/neighbours';
import type { Report } from '../report/report';
import { saidEither } from '../text/say';
import type { Span } from '../text/span';
import type { Draft, Writing } from './draft';
import type { FaultyNote } from './notes/support/judge';

/** What a rule may look at: the report, its text, the reports it is held against, and nothing else. */
export interface Context {
  readonly report: Report;
  readonly text: string;
  readonly neighbours?: Neighbours;
  /** What offices demand of this report beside the form. */
  readonly demands?: readonly Demand[];
  /** How far its writer is, where somebody is writing it. */
  readonly writing?: Writing;
  /** The cells, by their paths, of a row that somebody is filling in just now: what is being typed is not yet wrong. */
  readonly filling?: ReadonlySet<string> | undefined;
  /** The title that the name of its file tells, where it has none. */
  readonly title?: string;
  /** What it still lacks, where it is visibly being written; the runner finds that out. */
  readonly draft?: Draft | undefined;
  /** Notes that do nothing; known only to the rule that speaks of them, after all others. */
  readonly faults?: readonly FaultyNote[];
}

/** What a rule yields; the runner adds rule, severity and hardness, and empty lists where none are given. */
export type Yield = { readonly message: string; readonly span: Span } & Partial<
  Pick<Finding, 'related' | 'cells' | 'equations' | 'repairs'>
>;

/** A rule: what it finds, how grave that is, what it rests on, and the check, a pure generator of findings. */
export interface Rule {
  /** The thing found, kebab-case, stable for ever. */
  readonly id: string;
  /** The name of the Markdown page beside the rule that describes it, without its folder. */
  readonly family: string;
  readonly severity: Severity;
  /** Given where the rule is off until it is turned on: what it finds is worth a look to some, and often right. */
  readonly isOptional?: true;
  readonly hard: boolean;
  /** One line for lists and settings, in Chinese. */
  readonly summary: string;
  /** One line for lists and settings, in English. */
  readonly summaryEn: string;
  /** The article of the law or the note of the form that the rule rests on; marked: to be told by `said`. */
  readonly basis: string;
  /** Whether a repair is offered at least sometimes. */
  readonly fixable: boolean;
  check(context: Context): Iterable<Yield>;
}

/** What a rule finds, in one line in the reader's tongue. */
export const titleOf = ({ summary, summaryEn }: Rule): string => saidEither(summary, summaryEn);

/** Declares a rule; exists for the type. */
export const rule = (definition: Rule): Rule => definition;

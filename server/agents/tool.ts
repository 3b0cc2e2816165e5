import { say } from '../text/say';
import { Failure } from '../workspace/failure';
import type { ObjectSchema, Schema } from './schema';
import type { Chosen } from './subject';

/** What an agent asks with; which of it a tool takes its schema says. */
export interface Input {
  readonly part?: number;
  readonly from?: number;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
  readonly rule?: string;
  readonly article?: string;
  readonly keys?: readonly string[];
}

/** Plain data that the tool's schema describes. */
export type Answer = Readonly<Record<string, unknown>>;

/** A question that agents may ask. Nothing that a tool does changes anything. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For models that read either language: in Chinese with its English behind it. */
  readonly description: string;
  /** What it takes besides the report. */
  readonly takes: Readonly<Record<string, Schema>>;
  /** Whether the report of the year before makes a difference. */
  readonly looksBack: boolean;
  /** Whether it answers nothing without that, so that it is looked for where it is not named. */
  readonly needsLastYear?: boolean;
  readonly answers: ObjectSchema;
  /** Whether these questions are about a report; some are about the form alone. */
  needsReport(input: Input): boolean;
  /** Answers; throws a Failure that says in a sentence why it cannot. `chosen` is undefined only where it needs no report. */
  answer(input: Input, chosen: Chosen | undefined): Answer;
}

/** A question that is always about a report. */
export const aboutReport = (
  tool: Omit<Tool, 'needsReport' | 'answer'> & { answer(input: Input, chosen: Chosen): Answer },
): Tool => ({
  ...tool,
  needsReport: () => true,
  answer(input, chosen) {
    if (!chosen) throw new Failure(say`没有说是哪一份年报`);
    return tool.answer(input, chosen);
  },
});

import { type Analysis, analyze } from '../../analysis';
import { documentOf, type Neighbours } from '../../report/neighbours';
import { oneLine } from '../../text/plain';
import { say } from '../../text/say';
import { demandsOn } from '../../workspace/demands';
import { Failure } from '../../workspace/failure';
import { filedIn } from '../../workspace/filed';
import { isDocument } from '../../workspace/read';
import { reasonOf } from '../../workspace/reason';
import type { Call } from '../arguments/args';
import { levelsOf } from '../arguments/rule-levels';
import { isStreamed } from '../files/asked';
import { type DocumentPlaces, documentPlaces, placeInThese } from '../files/document-places';
import { readingFor, type Said, timeLimitOf } from '../files/sources';
import { jobsOf } from '../processes/crew';
import { received, receivedBeside, type Sent, sent } from '../processes/sent';
import type { Surroundings } from '../streams/io';
import { overviewReporter, type Reporter, reporterFor } from './reporters';

// What is done for a check on one file or report at a time, in whichever process.

/** The reports of a file. */
export interface Read {
  readonly reports: readonly Sent[];
  /** Undefined for a text, whose lines everybody sees. */
  readonly places: DocumentPlaces | undefined;
}

/** A report to check. */
export interface Checking {
  readonly report: Sent;
  readonly neighbours: Neighbours<Sent> | undefined;
  /** Those of the documents that it and its neighbours stand in. */
  readonly places: ReadonlyMap<string, DocumentPlaces>;
}

/** What came of checking a report. */
export type Outcome =
  | {
      /** What the reporter has made of it. */
      readonly one: unknown;
      /** Whether anything is as grave as `--fail-on`. */
      readonly isFailing: boolean;
      /** Where in our own code rules broke down, for standard error. */
      readonly traces: string;
    }
  | { readonly failed: string };

/** The works of a check; throws a Failure for options that make no sense. */
export function checkWorks(call: Call, at: Surroundings) {
  const check = checkerFor(call, at);
  const isPacked = jobsOf(call).most > 1;
  return {
    read: readingFor(call, at, function* ({ file, content, reports }): Generator<Said<Read>> {
      const places = isDocument(content) && content.slots.length > 0 ? documentPlaces(content) : undefined;
      yield { made: { reports: filedIn(file, reports).map((each) => sent(each, { isPacked })), places } };
    }),
    answer: readingFor(call, at, function* ({ file, reports }): Generator<Said<Outcome>> {
      for (const each of filedIn(file, reports))
        yield {
          made: check({ report: sent(each, { isPacked: false }), neighbours: undefined, places: new Map() }),
        };
    }),
    check: async (checking: Checking) => check(checking),
  };
}

/** The reporter that a call asks for, in a process of its own: what comes as lines of JSON is answered so. */
export function reporterOf({ command, values: { format, stdin } }: Call, at: Surroundings): Reporter {
  if (command === 'report') return overviewReporter(format);
  return reporterFor(stdin === 'ndjson' ? 'json' : format, at);
}

function checkerFor(call: Call, at: Surroundings): (checking: Checking) => Outcome {
  if (isStreamed(call) && call.values.format !== 'text' && call.values.format !== 'json')
    throw new Failure(say`选项 --stdin ndjson 不能与 --format ${call.values.format ?? ''} 同用`);
  const reporter = reporterOf(call, at);
  const levels = levelsOf(call.values.rules);
  const isFailing = failingFrom(call.values['fail-on']);
  const limit = timeLimitOf(call);
  return ({ report: told, neighbours: beside, places }) => {
    const { text, report, excerpt, document } = received(told);
    const neighbours: Neighbours | undefined = beside && receivedBeside(beside);
    const file = documentOf({ document, ...(excerpt && { excerpt }) });
    try {
      const analysis = limit(() =>
        analyze(text, {
          report,
          origin: excerpt?.origin,
          neighbours,
          demands: demandsOn(call.notices ?? [], report, file),
          rules: levels,
        }),
      );
      const one = reporter.one({ file, analysis, part: excerpt?.part }, placeInThese(places));
      return { one, isFailing: isFailing(analysis), traces: at.traces ? tracesOf(analysis, file) : '' };
    } catch (error) {
      return { failed: reasonOf(error) };
    }
  };
}

const tracesOf = ({ broken }: Analysis, file: string): string =>
  broken
    .map(({ rule, stack }) => `${oneLine(file)} [${rule}]\n${stack.split('\n').map(oneLine).join('\n')}\n`)
    .join('');

function failingFrom(level: string | undefined): (analysis: Analysis) => boolean {
  // Only who checks is told by the status what was found.
  if (level === undefined || level === 'never') return () => false;
  const failing = new Set(level === 'warning' ? ['error', 'warning'] : ['error']);
  return ({ findings }) => findings.some(({ severity }) => failing.has(severity));
}

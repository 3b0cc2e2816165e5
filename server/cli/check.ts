import { type Analysis, analyze } from '../analysis';
import { findingsLine } from '../export/findings';
import { generator } from '../export/generator';
import { articleOf, beginning, ending } from '../export/page/page';
import { type Checked, resultsOf, sarifLog } from '../export/sarif';
import { documentOf, type Filed } from '../report/neighbours';
import { isRecognised } from '../report/report';
import { rules } from '../rules/all';
import { oneLine } from '../text/plain';
import { filedIn } from '../workspace/filed';
import { isDocument } from '../workspace/read';
import { reasonOf } from '../workspace/reason';
import { createIndex, type ReportIndex } from '../workspace/reports';
import { createTally } from '../workspace/summary';
import type { Call } from './args';
import { createDocumentPlaces } from './document-places';
import { complain, type ExitCode, exit, type Io, writeAsIs } from './io';
import { partsFrom } from './parts';
import { eachReport, statusOf, type Tally, timeLimitOf } from './sources';
import { type Doubt, doubtsText, summaryText } from './summary';
import { addTo, findingsText, noTotals, type PlaceIn, totalsText } from './text';

/** Writes what was found in one report, and at the end what there is to say about all. */
interface Reporter {
  one(checked: Checked): string;
  end(tally: Tally, doubts: readonly Doubt[]): string;
}

/** Checks reports: 1 where something was found at or above `--fail-on`, 2 where a path could not be checked. */
export async function check(call: Call, io: Io): Promise<ExitCode> {
  const { values } = call;
  const places = createDocumentPlaces();
  const reporter = reporterFor(values.format, io, places.placeIn);
  // What is for people has colours, and of the reports only what does nothing.
  const put = (text: string): Promise<void> =>
    values.format === 'text' ? io.write(text) : writeAsIs(io, text);
  const isFailing = failingFrom(values['fail-on']);
  const index = createIndex();
  if (values.parts !== undefined) index.setParts(await partsFrom(values.parts, io));
  // All are read before the first is checked: any may be another's report of the year before.
  const reports: Filed[] = [];
  const read = await eachReport(call, io, ({ file, content, reports: excerpts }) => {
    if (isDocument(content) && content.slots.length > 0) places.add(file, content);
    const filed = filedIn(file, excerpts);
    reports.push(...filed);
    index.set(
      file,
      filed.filter(({ report }) => isRecognised(report)),
    );
  });
  const doubts: Doubt[] = [];
  const limit = timeLimitOf(call);
  let found = false;
  let failed = 0;
  for (const filed of reports) {
    const file = documentOf(filed);
    doubts.push({ file, doubtful: index.doubtsOf(filed), passedOver: index.passedOverBy(filed) });
    const analysis = attempt(() => limit(() => analysisOf(filed, index)), file, io);
    if (!analysis) failed++;
    else {
      found ||= isFailing(analysis);
      if (io.traces) trace(analysis, file, io);
      await put(reporter.one({ file, analysis, part: filed.excerpt?.part }));
    }
  }
  const tally = { ...read, failed: read.failed + failed };
  await put(reporter.end(tally, doubts));
  return statusOf(tally) || (found ? exit.found : exit.clean);
}

/** What the work gives; undefined, and a complaint that names the file, where it fails. */
function attempt(work: () => Analysis, file: string, io: Io): Analysis | undefined {
  try {
    return work();
  } catch (error) {
    complain(io, `${file}：${reasonOf(error)}`);
    return undefined;
  }
}

/** Says where in our own code rules broke down. */
function trace({ broken }: Analysis, file: string, io: Io): void {
  for (const { rule, stack } of broken)
    io.writeError(`${oneLine(file)} [${rule}]\n${stack.split('\n').map(oneLine).join('\n')}\n`);
}

function analysisOf(filed: Filed, index: ReportIndex): Analysis {
  const { text, report, excerpt } = filed;
  const neighbours = index.neighboursOf(filed);
  return analyze(text, { report, origin: excerpt?.origin, neighbours });
}

function failingFrom(level: string | undefined): (analysis: Analysis) => boolean {
  if (level === 'never') return () => false;
  const failing = new Set(level === 'warning' ? ['error', 'warning'] : ['error']);
  return ({ findings }) => findings.some(({ severity }) => failing.has(severity));
}

function reporterFor(format: string | undefined, io: Io, placeIn: PlaceIn): Reporter {
  if (format === 'json')
    return { one: ({ file, analysis, part }) => findingsLine(file, analysis, part), end: () => '' };
  if (format === 'html') return pageReporter();
  return format === 'sarif' ? sarifReporter() : textReporter(io, placeIn);
}

/** One page with all reports, one behind the other. */
function pageReporter(): Reporter {
  let lead = beginning;
  return {
    one({ file, analysis }) {
      const before = lead;
      lead = '\n';
      return before + articleOf(analysis, file);
    },
    end: () => (lead === beginning ? '' : ending),
  };
}

function textReporter({ colours }: Io, placeIn: PlaceIn): Reporter {
  let totals = noTotals;
  const counts = createTally();
  return {
    one: ({ file, analysis }) => {
      totals = addTo(totals, analysis);
      counts.add(analysis.report.agency?.value, analysis.findings);
      return findingsText(file, analysis, { colours, placeIn });
    },
    end(tally, doubts) {
      if (tally.done === 0) return '';
      const summary = totals.reports > 1 ? summaryText(counts.summary()) : '';
      return summary + doubtsText(doubts) + totalsText(totals, tally);
    },
  };
}

function sarifReporter(): Reporter {
  // Results are kept, not analyses: a province has thousands of reports.
  const results: ReturnType<typeof resultsOf> = [];
  return {
    one: (checked) => {
      results.push(...resultsOf(checked, rules));
      return '';
    },
    end: ({ failed }) =>
      `${JSON.stringify(sarifLog(results, { version: generator.version, rules, successful: failed === 0 }), null, 2)}\n`,
  };
}

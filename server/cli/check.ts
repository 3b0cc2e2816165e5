import { type Analysis, analyze } from '../analysis';
import { documentOf, type Filed } from '../report/neighbours';
import { isRecognised } from '../report/report';
import { oneLine } from '../text/plain';
import { Failure } from '../workspace/failure';
import { filedIn } from '../workspace/filed';
import { isDocument } from '../workspace/read';
import { reasonOf } from '../workspace/reason';
import { createIndex, type ReportIndex } from '../workspace/reports';
import type { Call } from './args';
import { isStreamed, tellerOf } from './asked';
import { createDocumentPlaces } from './document-places';
import { type ExitCode, exit, type Io, writeAsIs } from './io';
import { type Levels, levelsOf } from './levels';
import { partsFrom } from './parts';
import { reporterFor } from './reporters';
import { eachReport, statusOf, type Tally, timeLimitOf } from './sources';
import type { Doubt } from './summary';
import type { PlaceIn } from './text';

/**
 * Checks reports: 1 where something was found at or above `--fail-on`, 2 where a path could not be checked. All are read before the
 * first is checked, since any may be another's report of the year before; those that come as a stream are checked each by itself.
 */
export async function check(call: Call, io: Io): Promise<ExitCode> {
  const index = createIndex();
  if (call.values.parts !== undefined) index.setParts(await partsFrom(call.values.parts, io));
  const places = createDocumentPlaces();
  const checker = createChecker(call, io, { index, placeIn: places.placeIn });
  const reports: Filed[] = [];
  const read = await eachReport(call, io, async ({ file, content, reports: excerpts }) => {
    if (isDocument(content) && content.slots.length > 0) places.add(file, content);
    const filed = filedIn(file, excerpts);
    if (isStreamed(call)) for (const each of filed) await checker.one(each);
    else {
      reports.push(...filed);
      const recognised = filed.filter(({ report }) => isRecognised(report));
      index.set(file, recognised);
    }
  });
  for (const [done, filed] of reports.entries()) {
    await checker.one(filed);
    io.progress(`已核对 ${done + 1} / ${reports.length} 份`);
  }
  io.progress('');
  return checker.end(read);
}

interface Setting {
  /** What a report is held against. */
  readonly index: ReportIndex;
  readonly placeIn: PlaceIn;
}

/** Checks reports one after another, and writes what it finds as it goes. */
function createChecker(call: Call, io: Io, { index, placeIn }: Setting) {
  const format = formatOf(call);
  const reporter = reporterFor(format, io, placeIn);
  // What is for people has colours, and of the reports only what does nothing.
  const put = (text: string): Promise<void> => (format === 'text' ? io.write(text) : writeAsIs(io, text));
  const levels = levelsOf(call.values.rules);
  const isFailing = failingFrom(call.values['fail-on']);
  const limit = timeLimitOf(call);
  const tell = tellerOf(call, io);
  const doubts: Doubt[] = [];
  let found = false;
  let failed = 0;
  return {
    async one(filed: Filed): Promise<void> {
      const file = documentOf(filed);
      const doubt = { file, doubtful: index.doubtsOf(filed), passedOver: index.passedOverBy(filed) };
      // A stream has no end that could wait for those that are none.
      if (doubt.doubtful.length + doubt.passedOver.length > 0) doubts.push(doubt);
      try {
        const analysis = limit(() => analysisOf(filed, index, levels));
        found ||= isFailing(analysis);
        if (io.traces) trace(analysis, file, io);
        await put(reporter.one({ file, analysis, part: filed.excerpt?.part }));
      } catch (error) {
        failed++;
        await tell(file, reasonOf(error));
      }
    },
    async end(read: Tally): Promise<ExitCode> {
      const tally = { ...read, failed: read.failed + failed };
      await put(reporter.end(tally, doubts));
      return statusOf(tally) || (found ? exit.found : exit.clean);
    },
  };
}

/** What comes as lines of JSON is answered so; throws a Failure where it cannot be. */
function formatOf(call: Call): string | undefined {
  const { format } = call.values;
  if (!isStreamed(call)) return format;
  if (format !== 'text' && format !== 'json')
    throw new Failure(`选项 --stdin ndjson 不能与 --format ${format} 同用`);
  return 'json';
}

/** Says where in our own code rules broke down. */
function trace({ broken }: Analysis, file: string, io: Io): void {
  for (const { rule, stack } of broken)
    io.writeError(`${oneLine(file)} [${rule}]\n${stack.split('\n').map(oneLine).join('\n')}\n`);
}

function analysisOf(filed: Filed, index: ReportIndex, rules: Levels): Analysis {
  const { text, report, excerpt } = filed;
  const neighbours = index.neighboursOf(filed);
  return analyze(text, { report, origin: excerpt?.origin, neighbours, rules });
}

function failingFrom(level: string | undefined): (analysis: Analysis) => boolean {
  if (level === 'never') return () => false;
  const failing = new Set(level === 'warning' ? ['error', 'warning'] : ['error']);
  return ({ findings }) => findings.some(({ severity }) => failing.has(severity));
}

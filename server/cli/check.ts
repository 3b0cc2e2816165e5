import { findingsLine } from '../export/findings';
import { resultsOf, sarifLog } from '../export/sarif';
import type { Severity } from '../report/finding';
import { rules } from '../rules/all';
import type { Call } from './args';
import { type ExitCode, exit, type Io } from './io';
import { eachReport, type Source, statusOf, type Tally } from './sources';
import { addTo, findingsText, noTotals, summaryText } from './text';
import { version } from './version';

/** Writes what was found in one file, and at the end what there is to say about all. */
interface Reporter {
  one(source: Source): string;
  end(tally: Tally): string;
}

/** Checks reports: 1 where something was found at or above `--fail-on`, 2 where a path could not be checked. */
export async function check({ operands, values }: Call, io: Io): Promise<ExitCode> {
  const reporter = reporterFor(values.format, io);
  const failing = severitiesFrom(values['fail-on']);
  let found = false;
  const tally = await eachReport(operands, io, async (source) => {
    found ||= source.analysis.findings.some(({ severity }) => failing.has(severity));
    await io.write(reporter.one(source));
  });
  await io.write(reporter.end(tally));
  return statusOf(tally) || (found ? exit.found : exit.clean);
}

function severitiesFrom(level: string | undefined): ReadonlySet<Severity> {
  if (level === 'never') return new Set();
  return new Set(level === 'warning' ? ['error', 'warning'] : ['error']);
}

function reporterFor(format: string | undefined, io: Io): Reporter {
  if (format === 'json') return { one: ({ file, analysis }) => findingsLine(file, analysis), end: () => '' };
  return format === 'sarif' ? sarifReporter() : textReporter(io);
}

function textReporter({ colours }: Io): Reporter {
  let totals = noTotals;
  return {
    one: ({ file, analysis }) => {
      totals = addTo(totals, analysis);
      return findingsText(file, analysis, { colours });
    },
    end: (tally) => (tally.done > 0 ? summaryText(totals, tally) : ''),
  };
}

function sarifReporter(): Reporter {
  // Results are kept, not analyses: a province has thousands of reports.
  const results: ReturnType<typeof resultsOf> = [];
  return {
    one: (source) => {
      results.push(...resultsOf(source, rules));
      return '';
    },
    end: ({ failed }) =>
      `${JSON.stringify(sarifLog(results, { version, rules, successful: failed === 0 }), null, 2)}\n`,
  };
}

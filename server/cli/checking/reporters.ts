import { annotationOfLost, annotationsOf } from '../../export/annotations';
import { joinerOf } from '../../export/exporting';
import { findingsLine } from '../../export/findings';
import { generator } from '../../export/generator';
import { articleOf, beginningOfChecks, ending } from '../../export/page/page';
import { type Checked, resultsOf, sarifLog } from '../../export/sarif';
import { rules } from '../../rules/all';
import { createTally, type Found } from '../../workspace/summary';
import { type Format, formats } from '../arguments/formats';
import { type Lost, lostLine } from '../files/asked';
import type { PlaceIn } from '../files/document-places';
import type { Tally } from '../files/sources';
import type { Surroundings } from '../streams/io';
import { qualityOf } from './code-quality';
import { findingsText, noTotals, sumOf, type Totals, totalsOf, totalsText } from './findings-text';
import { type Facts, factsOf, overviewOf } from './overview';
import { overviewPage } from './overview-page';
import { type Doubt, doubtsText, summaryText } from './summary';

/**
 * Writes what was found in one report, and at the end what there is to say about all. What it makes of `one` needs none of the others, and
 * is plain data that another process may have made; `take` is given them in order.
 */
export interface Reporter {
  one(checked: Checked, placeIn: PlaceIn): unknown;
  /** What can be written at once. */
  take(one: never): string;
  /** What can be written at once of a file of which nothing came. */
  lose(lost: Lost): string;
  end(tally: Tally, doubts: readonly Doubt[]): string;
}

const reporters: Readonly<Record<Format, (at: At) => Reporter>> = {
  text: textReporter,
  json: () => lineByLine(({ file, analysis, part }) => findingsLine(file, analysis, part), lostLine),
  sarif: sarifReporter,
  html: pageReporter,
  github: () => lineByLine(annotationsOf, ({ file, error }) => annotationOfLost(file ?? '', error)),
  gitlab: qualityReporter,
};

/** The reporter of a format; what is for people is in `colours`, or not, and paths may be those from `cwd`. */
export const reporterFor = (format: string | undefined, at: At): Reporter =>
  reporters[formats.find((each) => each === format) ?? 'text'](at);

type At = Pick<Surroundings, 'cwd' | 'colours'>;

/** Puts all reports together, as a page or as JSON, for who looks after many. */
export function overviewReporter(format: string | undefined): Reporter {
  const all: Facts[] = [];
  const lost: Lost[] = [];
  return {
    one: (checked) => factsOf(checked),
    take(facts: Facts) {
      all.push(facts);
      return '';
    },
    lose(each) {
      lost.push(each);
      return '';
    },
    end({ failed }) {
      const overview = overviewOf(all, lost, failed);
      return format === 'json' ? `${JSON.stringify(overview, null, 2)}\n` : overviewPage(overview);
    },
  };
}

const nothing = (): string => '';

const lineByLine = (one: (checked: Checked) => string, lose: Reporter['lose']): Reporter => ({
  one: (checked) => one(checked),
  take: (line: string) => line,
  lose,
  end: nothing,
});

/** One page with all reports, one behind the other. */
function pageReporter(): Reporter {
  const { next, end } = joinerOf({ before: beginningOfChecks, apart: '\n', after: ending });
  return {
    one: ({ file, analysis }) => articleOf(analysis, file),
    take: (article: string) => next(article, ''),
    lose: nothing,
    end,
  };
}

/** What counts of a report. */
interface Counted {
  readonly lines: string;
  readonly totals: Totals;
  readonly agency: string | undefined;
  readonly found: readonly Found[];
}

function textReporter({ colours }: At): Reporter {
  let totals = noTotals;
  const counts = createTally();
  return {
    one: ({ file, analysis }, placeIn): Counted => ({
      lines: findingsText(file, analysis, { colours, placeIn }),
      totals: totalsOf(analysis),
      agency: analysis.report.agency?.value,
      found: analysis.findings.map(({ rule, severity }) => ({ rule, severity })),
    }),
    take({ lines, totals: own, agency, found }: Counted) {
      totals = sumOf(totals, own);
      counts.add(agency, found);
      return lines;
    },
    lose: nothing,
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
    one: (checked) => resultsOf(checked, rules),
    take(own: typeof results) {
      results.push(...own);
      return '';
    },
    lose: nothing,
    end: ({ failed }) =>
      `${JSON.stringify(sarifLog(results, { version: generator.version, rules, successful: failed === 0 }), null, 2)}\n`,
  };
}

function qualityReporter({ cwd }: At): Reporter {
  const issues: ReturnType<typeof qualityOf> = [];
  return {
    one: (checked) => qualityOf(checked, cwd),
    take(own: typeof issues) {
      issues.push(...own);
      return '';
    },
    lose: nothing,
    end: () => `${JSON.stringify(issues, null, 2)}\n`,
  };
}

import { annotationsOf } from '../export/annotations';
import { findingsLine } from '../export/findings';
import { generator } from '../export/generator';
import { articleOf, beginning, ending } from '../export/page/page';
import { type Checked, resultsOf, sarifLog } from '../export/sarif';
import { rules } from '../rules/all';
import { createTally } from '../workspace/summary';
import { qualityOf } from './code-quality';
import { type Format, formats } from './formats';
import type { Io } from './io';
import type { Tally } from './sources';
import { type Doubt, doubtsText, summaryText } from './summary';
import { addTo, findingsText, noTotals, type PlaceIn, totalsText } from './text';

/** Writes what was found in one report, and at the end what there is to say about all. */
export interface Reporter {
  one(checked: Checked): string;
  end(tally: Tally, doubts: readonly Doubt[]): string;
}

const reporters: Readonly<Record<Format, (io: Io, placeIn: PlaceIn) => Reporter>> = {
  text: textReporter,
  json: () => lineByLine(({ file, analysis, part }) => findingsLine(file, analysis, part)),
  sarif: sarifReporter,
  html: pageReporter,
  github: () => lineByLine(annotationsOf),
  gitlab: qualityReporter,
};

/** The reporter of a format; `placeIn` says where a place is in what has no lines. */
export const reporterFor = (format: string | undefined, io: Io, placeIn: PlaceIn): Reporter =>
  reporters[formats.find((each) => each === format) ?? 'text'](io, placeIn);

const lineByLine = (one: Reporter['one']): Reporter => ({ one, end: () => '' });

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

function qualityReporter(): Reporter {
  const issues: ReturnType<typeof qualityOf> = [];
  return {
    one(checked) {
      issues.push(...qualityOf(checked));
      return '';
    },
    end: () => `${JSON.stringify(issues, null, 2)}\n`,
  };
}

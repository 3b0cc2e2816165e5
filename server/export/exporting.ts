import type { Analysis } from '../analysis';
import { say } from '../text/say';
import { csvHead, exportCsv } from './csv';
import { type ExportOptions, exportLine, exportReport, type Whose } from './json';
import { type ExportName, exportKinds } from './kinds';
import { knownOf } from './known';
import { exportMarkdown } from './markdown';
import { beginningOf, ending, publishedOf } from './page/page';
import { missingOf, unplacedOf } from './printed';
import { exportWord } from './word';
import { exportXlsx } from './xlsx';

/** A report that is exported. */
export interface Exporting extends Whose {
  readonly analysis: Analysis;
  /** How it is written as JSON. */
  readonly options?: ExportOptions;
}

/** What is written into a file, and what of the reports is not in it, in sentences for people. */
export interface Exported {
  readonly content: Uint8Array | string;
  readonly left: readonly string[];
}

/** How reports are written one behind the other, as text. What one is written as depends on no other. */
export interface Writer {
  one(report: Exporting): string;
  /** What stands before the first, which is called so. */
  before(title: string): string;
  /** What stands between two of them. */
  readonly apart: string;
  /** What stands behind the last. */
  readonly after: string;
}

/** Writes one behind the other what a writer has made of each. */
export interface Joiner {
  /** What one that is called so is written as, with what has to stand before it. */
  next(written: string, title: string): string;
  end(): string;
}

/** Joins what is written of reports, as they come. */
export function joinerOf({ before, apart, after }: Omit<Writer, 'one'>): Joiner {
  let isBegun = false;
  return {
    next(written, title) {
      const lead = isBegun ? apart : before(title);
      isBegun = true;
      return lead + written;
    },
    end: () => (isBegun ? after : ''),
  };
}

/** What a report is called where it has to be called something. */
export const titleOf = ({ analysis: { report } }: Exporting): string =>
  report.title?.value ?? '政府信息公开工作年度报告';

type TextName = {
  [Name in ExportName]: (typeof exportKinds)[Name]['isBinary'] extends true ? never : Name;
}[ExportName];
type BinaryName = Exclude<ExportName, TextName>;

/** Whether reports are no text as what they are exported as. */
export const isBinary = (to: ExportName): to is BinaryName => exportKinds[to].isBinary;

const binary: Readonly<Record<BinaryName, (analysis: Analysis) => Uint8Array>> = {
  docx: exportWord,
  xlsx: exportXlsx,
};

/** Writes the reports of a file, or one of them, as a file of their own; of a kind that takes only one, the first. */
export function exportedAs(to: ExportName, reports: readonly Exporting[]): Exported {
  const [first, ...others] = reports;
  if (!first) return { content: '', left: [] };
  if (isBinary(to)) {
    const more = others.length > 0 ? [say`文件里另有 ${others.length} 份年报，没有写进去`] : [];
    return { content: binary[to](knownOf(first.analysis)), left: [...leftOf(to, first), ...more] };
  }
  const writer = reportsAs(to, { isAlone: others.length === 0 });
  const { next, end } = joinerOf(writer);
  const content = reports.map((each) => next(writer.one(each), titleOf(each))).join('') + end();
  return { content, left: reports.flatMap((report) => leftOf(to, report)) };
}

/** What of a report is not in what it is exported as, in sentences for people. JSON has all, and CSV tells what is missing. */
export function leftOf(to: ExportName, { analysis }: Exporting): string[] {
  const { report } = knownOf(analysis);
  if (to === 'json') return [];
  return to === 'csv' ? unplacedOf(report) : [...unplacedOf(report), ...missingOf(report)];
}

/** Nothing stands before, between and behind what is written so. */
export const plain = { before: () => '', apart: '', after: '' } as const;

const texts: Readonly<Record<TextName, (isAlone: boolean) => Writer>> = {
  json: (isAlone) => ({
    ...plain,
    one: ({ analysis, options, ...whose }) =>
      isAlone ? exportReport(analysis, options) : exportLine(whose, analysis, options),
  }),
  csv: () => ({
    ...plain,
    before: () => csvHead,
    one: (report) => exportCsv(report, knownOf(report.analysis)),
  }),
  md: () => ({ ...plain, one: ({ analysis }) => exportMarkdown(knownOf(analysis)), apart: '\n' }),
  html: () => ({
    before: (title) => beginningOf(title),
    one: ({ analysis }) => publishedOf(knownOf(analysis)),
    apart: '\n',
    after: ending,
  }),
};

/** Writes reports one behind the other; `isAlone` where there is only one, and it stands for itself. */
export const reportsAs = (to: TextName, { isAlone }: { readonly isAlone: boolean }): Writer =>
  texts[to](isAlone);

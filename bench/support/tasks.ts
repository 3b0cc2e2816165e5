import { analyze } from '../../server/analysis';
import { exportReport } from '../../server/export/json';
import { parseReport } from '../../server/parse/parse';
import { repairFindings } from '../../server/repair/findings';
import { checkReport } from '../../server/rules/check';
import { autocorrect, jsonService, markdownlint, textlint } from './linters';
import type { ReportFile } from './reports';

type Task = (report: ReportFile) => () => unknown;

/** What takes nothing but a report's text. */
const ofText =
  (work: (text: string) => unknown): Task =>
  ({ text }) =>
  () =>
    work(text);

/** What is measured of a report: each makes, apart from what is measured, the work that is. */
export const tasks = {
  decode:
    ({ bytes }) =>
    () =>
      bytes.toString(),
  analyze: ofText((text) => analyze(text)),
  // The parts of the analysis, each for itself.
  read: ofText((text) => parseReport(text)),
  check({ text }) {
    const report = parseReport(text);
    return () => checkReport({ report, text }, {});
  },
  repair({ text }) {
    const context = { report: parseReport(text), text };
    const found = checkReport(context, {});
    return () => repairFindings(context, found);
  },
  textlint: ofText(textlint),
  markdownlint: ofText(markdownlint),
  'autocorrect-node': ofText(autocorrect),
  'vscode-json-languageservice'({ text }) {
    const exported = exportReport(analyze(text));
    return () => jsonService(exported);
  },
} as const satisfies Readonly<Record<string, Task>>;

export type TaskName = keyof typeof tasks;

import type { WorkspaceEdit } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import { exportReport } from '../export/json';
import { type Fix, totalFixes } from '../features/fixes';
import { looksLikeReport } from '../parse/sniff';
import type { Confidence } from '../report/finding';
import { isRecognised } from '../report/report';
import { rulePage } from '../rules/pages';
import { type EditGroup, toWorkspaceEdit } from './edits';
import { fileNameOf } from './file-name';
import type { Feature } from './host';
import * as messages from './messages';

/** The questions that only our own client asks. */
export const custom: Feature = ({ connection, client, guard }) => {
  connection.onRequest(
    messages.exportJson,
    guard.answer<messages.DocumentParams, messages.ExportedReport>(
      'exportJson',
      ({ document, analysis }) => ({
        json: exportReport(analysis),
        fileName: fileNameOf(document.uri, analysis.report),
      }),
    ),
  );
  connection.onRequest(
    messages.rulePage,
    guard.always<messages.RulePageParams, string | null>('rulePage', ({ id }) => rulePage(id) ?? null),
  );
  connection.onRequest(
    messages.readsLikeReport,
    guard.always<messages.TextParams, boolean>('readsLikeReport', ({ text }) => looksLikeReport(text)),
  );
  connection.onRequest(
    messages.fixTotals,
    guard.answer<messages.FixTotalsParams, WorkspaceEdit | null>(
      'fixTotals',
      ({ document, analysis }, { version }) => {
        const groups = totalsOf(analysis);
        return document.version === version && groups.length > 0
          ? toWorkspaceEdit(document, groups, client)
          : null;
      },
    ),
  );
  connection.onRequest(
    messages.status,
    guard.answer<messages.DocumentParams, messages.ReportStatus>('status', ({ analysis }) =>
      statusOf(analysis),
    ),
  );
  return {};
};

/** The preview shows the edits under these headings, so that users see how sure each is. */
const headings: Readonly<Record<Confidence, string>> = {
  safe: '不改变数字',
  unique: '唯一能使各项勾稽都成立的改法',
  possible: '可能的改法之一，请核对原始数据',
};

function totalsOf(analysis: Analysis): EditGroup[] {
  const fixes = totalFixes(analysis);
  const of = (confidence: Confidence): readonly Fix[] =>
    fixes.filter(({ repair }) => repair.confidence === confidence);
  return (['safe', 'unique', 'possible'] as const)
    .map((confidence) => ({
      confirm: { label: headings[confidence], description: '修正全部合计' },
      edits: of(confidence).flatMap(({ repair }) => repair.edits),
    }))
    .filter(({ edits }) => edits.length > 0);
}

function statusOf({ report, coverage, balances, findings }: Analysis): messages.ReportStatus {
  const count = (severity: keyof messages.ReportStatus['findings']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    recognised: isRecognised(report),
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    ...coverage,
    unwatched: coverage.unwatched.length,
    balanced: balances.filter(({ difference }) => difference === 0).length,
    findings: {
      error: count('error'),
      warning: count('warning'),
      information: count('information'),
      hint: count('hint'),
    },
  };
}

import type { WorkspaceEdit } from 'vscode-languageserver';
import { exportLine, exportReport } from '../export/json';
import { totalFixes } from '../features/fixes';
import { looksLikeReport } from '../parse/sniff';
import type { Confidence, Edit } from '../report/finding';
import { rulePage } from '../rules/pages';
import type { Opened, Served } from './documents';
import { type EditGroup, shifted, toWorkspaceEdit } from './edits';
import { fileNameOf, lastName, linesNameOf } from './file-name';
import type { Feature } from './host';
import * as messages from './messages';

/** The questions that only our own client asks. */
export const custom: Feature = ({ connection, client, guard }) => {
  connection.onRequest(
    messages.exportJson,
    guard.answer<messages.DocumentParams, messages.ExportedReport>('exportJson', exportOf),
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
      ({ document, reports }, { version }) => {
        const groups = totalsOf(reports);
        return document.version === version && groups.length > 0
          ? toWorkspaceEdit(document, groups, client)
          : null;
      },
    ),
  );
  return {};
};

function exportOf({ document, reports }: Opened): messages.ExportedReport {
  const [first, ...others] = reports.map(({ analysis }) => analysis);
  if (first && others.length === 0) {
    return { json: exportReport(first), reports: 1, fileName: fileNameOf(document.uri, first.report) };
  }
  const { uri } = document;
  const file = lastName(uri);
  const lines = reports.map(({ analysis }, index) => exportLine({ file, part: index + 1 }, analysis));
  return { json: lines.join(''), reports: reports.length, fileName: linesNameOf(uri) };
}

/** The preview shows the edits under these headings, so that users see how sure each is. */
const headings: Readonly<Record<Confidence, string>> = {
  safe: '不改变数字',
  unique: '唯一能使各项勾稽都成立的改法',
  possible: '可能的改法之一，请核对原始数据',
};

function totalsOf(reports: readonly Served[]): EditGroup[] {
  const fixes = reports.map(({ analysis, start }) => ({ start, fixes: totalFixes(analysis) }));
  const editsOf = (confidence: Confidence): readonly Edit[] =>
    fixes.flatMap(({ start, fixes: own }) =>
      own
        .filter(({ repair }) => repair.confidence === confidence)
        .flatMap(({ repair }) => shifted(repair.edits, start)),
    );
  return (['safe', 'unique', 'possible'] as const)
    .map((confidence) => ({
      confirm: { label: headings[confidence], description: '修正全部合计' },
      edits: editsOf(confidence),
    }))
    .filter(({ edits }) => edits.length > 0);
}

import { l10n, type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import {
  type DocumentParams,
  type FixTotalsParams,
  fixTotals,
  type ReportStatus,
  status,
  type TotalFixes,
  totalFixes,
} from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { inform } from '../editor/say';
import { serverUri } from '../editor/word-uri';
import { sentences } from '../editor/words';
import { tellNoReport } from '../recognition/no-report';
import { nothingTicked, whatToTick } from './ticking';

/** Makes the totals of a report right that users choose from a list, in one step that one undo takes back. */
export async function fixAllTotals(server: Server, document: TextDocument): Promise<void> {
  const about: DocumentParams = { uri: serverUri(document.uri) };
  const fixes = await server.ask<TotalFixes>(totalFixes, about);
  if (!fixes) return tellNoReport(server, document);
  if (fixes.changes.length === 0) {
    inform(l10n.t('There is no total that is wrong and has a certain fix.'));
    return;
  }
  const chosen = await choose(fixes);
  if (!chosen) return;
  if (chosen.length === 0) return void inform(nothingTicked());
  const params: FixTotalsParams = { ...about, version: fixes.version, chosen };
  const answer = await server.ask<WorkspaceEdit>(fixTotals, params);
  const { protocol2CodeConverter } = await server.client();
  const edit = answer && (await protocol2CodeConverter.asWorkspaceEdit(answer));
  if (!edit || document.version !== fixes.version || !(await workspace.applyEdit(edit))) {
    inform(l10n.t('The document has changed meanwhile. Please run the command again.'));
    return;
  }
  const now = await server.ask<ReportStatus>(status, about);
  const figures = chosen.reduce((sum, index) => sum + (fixes.changes[index]?.figures ?? 0), 0);
  const left = fixes.changes.length - chosen.length;
  const done =
    left > 0
      ? l10n.t('Figures changed: {0}; not chosen: {1}. One undo takes all of it back.', figures, left)
      : l10n.t('Figures changed: {0}. One undo takes all of it back.', figures);
  inform(sentences(done, l10n.t('Now: {0}', now?.verdict.detail ?? l10n.t('not checked'))));
}

/** The places in the list of what users tick; undefined where they leave it. What is certain is ticked for them. */
async function choose({ changes }: TotalFixes): Promise<readonly number[] | undefined> {
  const items = changes.map(({ label, description, detail, isCertain }, index) => {
    const item: QuickPickItem = { label, description, detail, picked: isCertain };
    return { ...item, index };
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Fix All Totals'),
    placeHolder: whatToTick(changes),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ index }) => index);
}

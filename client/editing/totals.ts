import { type QuickPickItem, type TextDocument, window, workspace } from 'vscode';
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
import { serverUri } from '../editor/word-uri';

/** Makes the totals of a report right that users choose from a list, in one step that one undo takes back. */
export async function fixAllTotals(server: Server, document: TextDocument): Promise<void> {
  const about: DocumentParams = { uri: serverUri(document.uri) };
  const fixes = await server.ask<TotalFixes>(totalFixes, about);
  if (!fixes || fixes.changes.length === 0) {
    window.showInformationMessage('没有需要并且能够确定改法的合计。');
    return;
  }
  const chosen = await choose(fixes);
  if (!chosen || chosen.length === 0) return;
  const params: FixTotalsParams = { ...about, version: fixes.version, chosen };
  const answer = await server.ask<WorkspaceEdit>(fixTotals, params);
  const { protocol2CodeConverter } = await server.client();
  const edit = answer && (await protocol2CodeConverter.asWorkspaceEdit(answer));
  if (!edit || document.version !== fixes.version || !(await workspace.applyEdit(edit))) {
    window.showInformationMessage('文档在此期间有改动，请再执行一次。');
    return;
  }
  const now = await server.ask<ReportStatus>(status, about);
  const figures = chosen.reduce((sum, index) => sum + (fixes.changes[index]?.figures ?? 0), 0);
  const left = fixes.changes.length - chosen.length;
  const done = `已改 ${figures} 个数${left > 0 ? `，${left} 项没有选` : ''}，一次撤销可以全部恢复。`;
  window.showInformationMessage(`${done}现在：${now?.verdict.detail ?? '未能检查'}`);
}

/** The places in the list of what users tick; undefined where they leave it. What is certain is ticked for them. */
async function choose({ changes }: TotalFixes): Promise<readonly number[] | undefined> {
  const items = changes.map(({ label, description, detail, isCertain }, index) => {
    const item: QuickPickItem = { label, description, detail, picked: isCertain };
    return { ...item, index };
  });
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: '修正全部合计',
    placeHolder: '勾选要改的，按回车一次改好；只有唯一的改法已经勾上',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ index }) => index);
}

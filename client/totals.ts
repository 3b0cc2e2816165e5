import { type TextDocument, window, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import { type FixTotalsParams, fixTotals } from '../server/lsp/messages';
import type { Server } from './server';

/** Makes all totals of a report right, after the user has seen and ticked every change in the preview. */
export async function fixAllTotals(server: Server, document: TextDocument): Promise<void> {
  const { version } = document;
  const params: FixTotalsParams = { uri: document.uri.toString(), version };
  const answer = await server.ask<WorkspaceEdit>(fixTotals, params);
  if (!answer) {
    window.showInformationMessage('没有需要并且能够确定改法的合计。');
    return;
  }
  const client = await server.client();
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer);
  if (document.version !== version) {
    window.showInformationMessage('文档在此期间有改动，请再执行一次。');
    return;
  }
  // The edit asks for confirmation, so that VS Code shows its preview first.
  await workspace.applyEdit(edit, { isRefactoring: true });
}

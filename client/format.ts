import { type Selection, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEdit } from 'vscode-languageclient';
import type { Server } from './server';

/**
 * Lays the tables of a report out anew, those in the selection where there is one; one undo takes it back. The same as the editor's own
 * commands that format, for documents whose language has other formatters too.
 */
export async function formatReport(server: Server, document: TextDocument): Promise<void> {
  const { version } = document;
  const editor = window.activeTextEditor;
  const { code2ProtocolConverter, protocol2CodeConverter } = await server.client();
  const about = {
    textDocument: { uri: document.uri.toString() },
    options: { tabSize: 4, insertSpaces: false },
  };
  const selected: Selection | undefined = editor?.document === document ? editor.selection : undefined;
  const edits = await server.ask<TextEdit[]>(
    selected && !selected.isEmpty ? 'textDocument/rangeFormatting' : 'textDocument/formatting',
    selected && !selected.isEmpty ? { ...about, range: code2ProtocolConverter.asRange(selected) } : about,
  );
  if (!edits || edits.length === 0) {
    window.showInformationMessage('没有要整理的表格：已经是这样的排法，或者表格里还有别的内容，不便移动。');
    return;
  }
  const change = new WorkspaceEdit();
  change.set(document.uri, await protocol2CodeConverter.asTextEdits(edits));
  if (document.version !== version || !(await workspace.applyEdit(change)))
    window.showInformationMessage('文档在此期间有改动，请再执行一次。');
}

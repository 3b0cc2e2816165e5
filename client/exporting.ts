import { commands, env, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { type DocumentParams, type ExportedReport, exportJson } from '../server/lsp/messages';
import { jsonUri } from './pages';
import type { Server } from './server';
import { exists, writeWhole } from './write';

/** Writes a report's JSON to a file beside it, or where the user says if it has no place yet. */
export async function exportToFile(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedReport(server, document);
  if (!exported) return;
  const target = document.isUntitled
    ? await askWhere(exported.fileName)
    : await besideOf(document, exported.fileName);
  if (!target) return;
  await writeWhole(target, exported.json);
  // The command is done; what users do with the message is their own time.
  void offerToOpen(target, exported);
}

async function offerToOpen(target: Uri, { reports }: ExportedReport): Promise<void> {
  const open = '打开';
  const what = reports > 1 ? `（${reports} 份年报，一份一行）` : '';
  const chosen = await window.showInformationMessage(`已导出 ${baseName(target)}${what}`, open);
  if (chosen === open) await commands.executeCommand('vscode.open', target);
}

/** Puts a report's JSON on the clipboard. */
export async function exportToClipboard(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedReport(server, document);
  if (!exported) return;
  await env.clipboard.writeText(exported.json);
  window.setStatusBarMessage('年报的 JSON 已复制到剪贴板', 5_000);
}

/** Shows a report's JSON beside it, read-only. */
export async function previewJson(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedReport(server, document);
  if (!exported) return;
  const preview = await workspace.openTextDocument(jsonUri(document.uri, exported.fileName));
  await window.showTextDocument(preview, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

/** Tells users that a document is no report. */
export const tellNoReport = (): void =>
  void window.showInformationMessage('当前文档未识别为政府信息公开工作年度报告。');

async function exportedReport(server: Server, document: TextDocument): Promise<ExportedReport | null> {
  const params: DocumentParams = { uri: document.uri.toString() };
  const exported = await server.ask<ExportedReport>(exportJson, params);
  if (!exported) tellNoReport();
  return exported;
}

const askWhere = (fileName: string): Thenable<Uri | undefined> => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { JSON: [fileName.slice(fileName.lastIndexOf('.') + 1)] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName) }),
  });
};

async function besideOf(document: TextDocument, fileName: string): Promise<Uri | undefined> {
  const target = Uri.joinPath(document.uri, '..', fileName);
  if (!(await exists(target))) return target;
  const overwrite = '覆盖';
  const question = `${fileName} 已经存在，要覆盖它吗？`;
  return (await window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite
    ? target
    : undefined;
}

const baseName = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

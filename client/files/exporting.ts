import { commands, env, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import {
  type DocumentParams,
  type ExportedFile,
  type ExportedPage,
  type ExportFormat,
  type ExportParams,
  exportAs,
  exportFormats,
  exportPage,
} from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { sampleScheme } from '../editor/documents';
import { baseName } from '../editor/names';
import { tellNoReport } from '../editor/no-report';
import { fileOf, serverUri } from '../editor/word-uri';
import { exists, writeWhole } from '../editor/write';
import { jsonUri } from '../views/pages';

/** What is written beside a report. */
interface Written {
  readonly content: Uint8Array | string;
  readonly fileName: string;
  /** What else is to be said of it. */
  readonly note: string;
}

/** Asks what a report is to be exported as, and writes it so. */
export async function exportAsAsked(server: Server, document: TextDocument): Promise<void> {
  const items = Object.entries(exportFormats).map(([to, { name, purpose, ending }]) => ({
    to: to as ExportFormat,
    label: name,
    description: ending,
    detail: purpose,
  }));
  const chosen = await window.showQuickPick(items, { title: '导出为', matchOnDetail: true });
  if (chosen) await exportToFile(chosen.to)(server, document);
}

/** Writes a report as a file of another kind beside it, or where the user says if it has no place yet. */
export const exportToFile =
  (to: ExportFormat) =>
  async (server: Server, document: TextDocument): Promise<void> => {
    const exported = await exportedAs(server, document, to);
    if (!exported) return;
    const { text, base64 = '', fileName, reports, left } = exported;
    const lines = to === 'json' && reports > 1 ? `（${reports} 份年报，一份一行）` : '';
    await writeBeside(document, {
      content: text ?? Buffer.from(base64, 'base64'),
      fileName,
      note: [lines, ...left].filter((each) => each !== '').join('。'),
    });
  };

/** Writes the page with the report as the form and all that was checked, to be printed and signed, in the same way. */
export async function exportPageToFile(server: Server, document: TextDocument): Promise<void> {
  const params: DocumentParams = { uri: serverUri(document.uri) };
  const exported = await server.ask<ExportedPage>(exportPage, params);
  if (!exported) return tellNoReport();
  await writeBeside(document, {
    content: exported.html,
    fileName: exported.fileName,
    note: '用浏览器打开即可打印',
  });
}

async function writeBeside(document: TextDocument, written: Written): Promise<void> {
  const { fileName, content } = written;
  const isPlaceless = document.isUntitled || document.uri.scheme === sampleScheme;
  const target = isPlaceless ? await askWhere(fileName) : await besideOf(fileOf(document.uri), fileName);
  if (!target) return;
  await writeWhole(target, content);
  // The command is done; what users do with the message is their own time.
  void offerToOpen(target, written);
}

async function offerToOpen(target: Uri, { note }: Written): Promise<void> {
  const open = '打开';
  const chosen = await window.showInformationMessage(
    `已导出 ${baseName(target)}${note === '' ? '' : `。${note}`}`,
    open,
  );
  if (chosen !== open) return;
  const isForOthers = /\.(?:html|docx|xlsx|csv)$/u.test(target.path);
  if (isForOthers && target.scheme === 'file') await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** Puts a report's JSON on the clipboard. */
export async function exportToClipboard(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedAs(server, document, 'json');
  if (!exported) return;
  await env.clipboard.writeText(exported.text ?? '');
  window.setStatusBarMessage('年报的 JSON 已复制到剪贴板', 5_000);
}

/** Shows a report's JSON beside it, read-only. */
export async function previewJson(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedAs(server, document, 'json');
  if (!exported) return;
  const preview = await workspace.openTextDocument(jsonUri(document.uri, exported.fileName));
  await window.showTextDocument(preview, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

async function exportedAs(
  server: Server,
  document: TextDocument,
  to: ExportFormat,
): Promise<ExportedFile | null> {
  const params: ExportParams = { uri: serverUri(document.uri), to };
  const exported = await server.ask<ExportedFile>(exportAs, params);
  if (!exported) tellNoReport();
  return exported;
}

const askWhere = (fileName: string): Thenable<Uri | undefined> => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { 文件: [fileName.slice(fileName.lastIndexOf('.') + 1)] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName) }),
  });
};

async function besideOf(uri: Uri, fileName: string): Promise<Uri | undefined> {
  const target = Uri.joinPath(uri, '..', fileName);
  if (!(await exists(target))) return target;
  const overwrite = '覆盖';
  const question = `${fileName} 已经存在，要覆盖它吗？`;
  return (await window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite
    ? target
    : undefined;
}

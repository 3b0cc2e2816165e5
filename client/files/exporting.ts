import { commands, env, l10n, type TextDocument, UIKind, Uri, ViewColumn, window, workspace } from 'vscode';
import { bytesOf } from '../../server/lsp/messages/bytes';
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
import { writeWhole } from '../connection/write';
import { sampleScheme } from '../editor/documents';
import { baseName } from '../editor/names';
import { inform, warn } from '../editor/say';
import { fileOf, serverUri } from '../editor/word-uri';
import { statements } from '../editor/words';
import { exists } from '../editor/write';
import { tellNoReport } from '../recognition/no-report';
import { jsonUri } from '../views/pages';

/** What is written beside a report. */
interface Written {
  readonly content: Uint8Array | string;
  readonly fileName: string;
  /** What else is to be said of it. */
  readonly notes: readonly string[];
}

/** Asks what a report is to be exported as, and writes it so. */
export async function exportAsAsked(server: Server, document: TextDocument): Promise<void> {
  const items = forPeople().map(([to, { name, purpose, ending }]) => ({
    to: to as ExportFormat,
    label: name,
    description: ending,
    detail: purpose,
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t('Export as'), matchOnDetail: true });
  if (chosen) await exportToFile(chosen.to)(server, document);
}

/** What reports are exported as, what programs read behind what people do. */
const forPeople = () => {
  const { json, ...others } = exportFormats;
  return Object.entries({ ...others, json });
};

/** Writes a report as a file of another kind beside it, or where the user says if it has no place yet. */
export const exportToFile =
  (to: ExportFormat) =>
  async (server: Server, document: TextDocument): Promise<void> => {
    const exported = await exportedAs(server, document, to);
    if (!exported) return;
    const { text, base64 = '', fileName, reports, left } = exported;
    const lines =
      to === 'json' && reports > 1 ? [l10n.t('(reports: {0}, each in a line of its own)', reports)] : [];
    await writeBeside(server, document, {
      content: text ?? bytesOf(base64),
      fileName,
      notes: [...lines, ...left],
    });
  };

/** Writes the page with the report as the form and all that was checked, to be printed and signed, in the same way. */
export async function exportPageToFile(server: Server, document: TextDocument): Promise<void> {
  const params: DocumentParams = { uri: serverUri(document.uri) };
  const exported = await server.ask<ExportedPage>(exportPage, params);
  if (!exported) return tellNoReport(server, document);
  await writeBeside(server, document, {
    content: exported.html,
    fileName: exported.fileName,
    notes: [l10n.t('Open it in a browser to print it')],
  });
}

async function writeBeside(server: Server, document: TextDocument, written: Written): Promise<void> {
  const { fileName, content } = written;
  const isPlaceless = document.isUntitled || document.uri.scheme === sampleScheme;
  const target = isPlaceless ? await askWhere(fileName) : await besideOf(fileOf(document.uri), fileName);
  if (!target) return;
  await writeWhole(server, target, content);
  // The command is done; what users do with the message is their own time.
  void offerToOpen(target, written);
}

async function offerToOpen(target: Uri, { notes }: Written): Promise<void> {
  const open = l10n.t('Open');
  const chosen = await inform(statements(l10n.t('Exported {0}', baseName(target)), ...notes), open);
  if (chosen !== open) return;
  const isForOthers = /\.(?:html|docx|xlsx|csv)$/u.test(target.path);
  // In a browser no other program can be handed a file.
  if (isForOthers && target.scheme === 'file' && env.uiKind === UIKind.Desktop)
    await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

/** Puts a report's JSON on the clipboard. */
export async function exportToClipboard(server: Server, document: TextDocument): Promise<void> {
  const exported = await exportedAs(server, document, 'json');
  if (!exported) return;
  await env.clipboard.writeText(exported.text ?? '');
  window.setStatusBarMessage(l10n.t('The JSON of the report is on the clipboard'), 5_000);
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
  if (!exported) await tellNoReport(server, document);
  return exported;
}

const askWhere = (fileName: string): Thenable<Uri | undefined> => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    filters: { [l10n.t('File')]: [fileName.slice(fileName.lastIndexOf('.') + 1)] },
    ...(folder && { defaultUri: Uri.joinPath(folder, fileName) }),
  });
};

async function besideOf(uri: Uri, fileName: string): Promise<Uri | undefined> {
  const target = Uri.joinPath(uri, '..', fileName);
  if (!(await exists(target))) return target;
  const overwrite = l10n.t('Overwrite');
  const question = l10n.t('{0} exists already. Overwrite it?', fileName);
  return (await warn(question, { modal: true }, overwrite)) === overwrite ? target : undefined;
}

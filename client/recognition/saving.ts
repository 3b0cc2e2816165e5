import { commands, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { type DocumentParams, type ReportStatus, status } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { writeWhole } from '../connection/write';
import { serverUri } from '../editor/word-uri';

/** The command on the key that saves, while a report that has no file is active; not in the palette. */
export const saveCommand = 'nianbao.saveReport';

const endings: Readonly<Record<string, string>> = { markdown: 'md', html: 'html' };

/** The ending of the file that a document is to be saved in. */
export const endingOf = ({ languageId }: TextDocument): string => endings[languageId] ?? 'txt';

/**
 * Saves a report that has no file yet under the name of its agency and year and with an ending, so that it goes on being checked, in
 * UTF-8; any other document as VS Code does. Rejects where it cannot be written, with the document as it was.
 */
export async function saveReport(server: Server, document: TextDocument | undefined): Promise<void> {
  if (!document) return;
  const params: DocumentParams = { uri: serverUri(document.uri) };
  const read = document.isUntitled ? await server.ask<ReportStatus>(status, params) : null;
  if (!read) {
    await document.save();
    return;
  }
  const target = await askWhere(read.fileName, endingOf(document));
  if (!target) return;
  await writeWhole(server, target, document.getText());
  const { selection, viewColumn } = await window.showTextDocument(document);
  // Its text is in the file.
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await window.showTextDocument(target, { selection, preview: false, ...(viewColumn && { viewColumn }) });
}

function askWhere(name: string, ending: string): Thenable<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const fileName = `${name}.${ending}`;
  return window.showSaveDialog({
    title: l10n.t('Save Report'),
    filters: { [l10n.t('Text')]: [ending] },
    defaultUri: folder ? Uri.joinPath(folder, fileName) : Uri.file(`/${fileName}`),
  });
}

import { type Disposable, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { readsLikeReport, type TextParams } from '../server/lsp/messages';
import { isCandidate } from './documents';
import type { Server } from './server';

const unreadable = '\ufffd';
const encoding = 'gb18030';

/**
 * Warns of a report that was opened in the wrong encoding, which saving would destroy, and offers to open it in the right one.
 * Files under other names than those of reports are opened as UTF-8, and many offices still write GBK.
 */
export function guardEncoding(server: Server, log: LogOutputChannel): Disposable {
  const known = new Set<string>();
  const look = (document: TextDocument): void => {
    const uri = document.uri.toString();
    if (known.has(uri) || document.isUntitled || document.isDirty || !isCandidate(document)) return;
    if (!document.getText().includes(unreadable)) return;
    known.add(uri);
    offer(server, document).catch((error) => log.warn('未能判断文件的编码', error));
  };
  for (const document of workspace.textDocuments) look(document);
  return workspace.onDidOpenTextDocument(look);
}

async function offer(server: Server, document: TextDocument): Promise<void> {
  const bytes = await workspace.fs.readFile(document.uri);
  const params: TextParams = { text: await workspace.decode(bytes, { encoding }) };
  if (params.text.includes(unreadable) || !(await server.ask<boolean>(readsLikeReport, params))) return;
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const reopen = '以 GB18030 重新打开';
  const warning = `${name} 像是用 GB18030（GBK）写成的年报，现在显示为乱码。请不要保存，否则原文会损坏。`;
  const chosen = await window.showWarningMessage(warning, reopen);
  // VS Code refuses to read a changed document again, and rightly so.
  if (chosen === reopen) await workspace.openTextDocument(document.uri, { encoding });
}

import { type Disposable, type LogOutputChannel, type TextDocument, window, workspace } from 'vscode';
import { readsLikeReport, type TextParams } from '../server/lsp/messages';
import { isCandidate, ownLanguage } from './documents';
import type { Server } from './server';

const unreadable = '\ufffd';
/** What reports are written in, the ones that tell most clearly first: few other bytes are valid UTF-8. */
const encodings = ['utf8', 'gb18030', 'big5hkscs'] as const;
const names: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  gb18030: 'GB18030（GBK）',
  gbk: 'GBK',
  gb2312: 'GB2312',
  big5hkscs: 'Big5',
};
/** What the commonest characters of UTF-8 become when it is read as GBK, and any bytes when they are read as Latin letters. */
const traces = /[锛銆鐨\u0080-\u00ff]/gu;
const fewestTraces = 8;
/** So much of a text shows how it was read. */
const head = 4000;

/** What an encoding is called. */
export const encodingName = (encoding: string): string => names[encoding] ?? encoding.toUpperCase();

/**
 * Warns of a report that was opened in the wrong encoding, which saving would destroy, and offers to open it in the right one.
 * Files under other names than those of reports are opened as UTF-8, and many offices still write GBK.
 */
export function guardEncoding(server: Server, log: LogOutputChannel): Disposable {
  const known = new Set<string>();
  const look = (document: TextDocument): void => {
    const uri = document.uri.toString();
    if (known.has(uri) || document.isUntitled || document.isDirty || !isCandidate(document)) return;
    if (document.languageId !== ownLanguage && !looksGarbled(document.getText())) return;
    known.add(uri);
    offer(server, document).catch((error) => log.warn('未能判断文件的编码', error));
  };
  for (const document of workspace.textDocuments) look(document);
  return workspace.onDidOpenTextDocument(look);
}

function looksGarbled(text: string): boolean {
  if (text.includes(unreadable)) return true;
  return (text.slice(0, head).match(traces)?.length ?? 0) >= fewestTraces;
}

async function offer(server: Server, document: TextDocument): Promise<void> {
  const encoding = await rightEncoding(server, document);
  if (!encoding) return;
  const reopen = `以 ${encodingName(encoding)} 重新打开`;
  const warning = `${nameOf(document)} 像是用 ${encodingName(encoding)} 写成的年报，现在显示为乱码。请不要保存，否则原文会损坏。`;
  const chosen = await window.showWarningMessage(warning, reopen);
  // VS Code refuses to read a changed document again, and rightly so.
  if (chosen === reopen) await workspace.openTextDocument(document.uri, { encoding });
}

/** The encoding in which a file that does not read like a report does; undefined where there is none. */
async function rightEncoding(server: Server, document: TextDocument): Promise<string | undefined> {
  const isReport = async (text: string): Promise<boolean> => {
    const params: TextParams = { text };
    return !text.includes(unreadable) && (await server.ask<boolean>(readsLikeReport, params)) === true;
  };
  if (await isReport(document.getText())) return undefined;
  const bytes = await workspace.fs.readFile(document.uri);
  for (const encoding of encodings) {
    if (encoding === document.encoding) continue;
    if (await isReport(await workspace.decode(bytes, { encoding }))) return encoding;
  }
  return undefined;
}

/** Opens a report anew in the encoding in which it can be read, and says so where it is read already; rejects for one that was changed. */
export async function reopen(server: Server, document: TextDocument): Promise<void> {
  const encoding = document.isUntitled ? undefined : await rightEncoding(server, document);
  if (encoding) {
    if (document.isDirty) throw new Error('文件已经改动，请先撤销改动（不要保存），再重新打开');
    await workspace.openTextDocument(document.uri, { encoding });
    return;
  }
  const read = `${nameOf(document)} 现在按 ${encodingName(document.encoding)} 读取，没有更合适的编码。`;
  void window.showInformationMessage(read);
}

const nameOf = ({ uri }: TextDocument): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

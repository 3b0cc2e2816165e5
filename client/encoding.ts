import { type TextDocument, window, workspace } from 'vscode';
import { readsLikeReport, type TextParams } from '../server/lsp/messages';
import type { Server } from './server';

/** What stands for bytes that mean nothing in an encoding. */
export const unreadable = '\ufffd';
/** What reports are written in, the ones that tell most clearly first: few other bytes are valid UTF-8. */
const encodings = ['utf8', 'gb18030', 'big5hkscs'] as const;
const names: Readonly<Record<string, string>> = {
  utf8: 'UTF-8',
  gb18030: 'GB18030（GBK）',
  gbk: 'GBK',
  gb2312: 'GB2312',
  big5hkscs: 'Big5',
};
/** What an encoding is called. */
export const encodingName = (encoding: string): string => names[encoding] ?? encoding.toUpperCase();

/** The encoding in which a file that does not read like a report does; undefined where there is none. */
export async function rightEncoding(server: Server, document: TextDocument): Promise<string | undefined> {
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

/** A document's name without its folder. */
export const nameOf = ({ uri }: TextDocument): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

import { type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { type RewriteParams, type Rewriting, rewrite } from '../../server/lsp/messages/writing';
import type { Server } from '../connection/server';
import { rangeOf } from '../editor/places';
import { serverUri } from '../editor/word-uri';

type To = RewriteParams['to'];

const done: Readonly<Record<To, (count: number) => string>> = {
  simplified: (count) => `已把 ${count} 个繁体字改为简体`,
  unglossed: (count) => `已去掉 ${count} 处拼音`,
};

const nothing: Readonly<Record<To, string>> = {
  simplified: '没有繁体字。',
  unglossed: '汉字后面没有拼音。',
};

/** Writes a report in simplified characters, or without pinyin, in one step that one undo takes back. */
export const rewriteReport =
  (to: To) =>
  async (server: Server, document: TextDocument): Promise<void> => {
    const params: RewriteParams = { uri: serverUri(document.uri), to };
    const answer = await server.ask<Rewriting>(rewrite, params);
    if (!answer || answer.edits.length === 0) {
      window.showInformationMessage(nothing[to]);
      return;
    }
    const change = new WorkspaceEdit();
    for (const { range, newText } of answer.edits) change.replace(document.uri, rangeOf(range), newText);
    const isMade = document.version === answer.version && (await workspace.applyEdit(change));
    window.showInformationMessage(
      isMade ? `${done[to](answer.count)}，一次撤销可以恢复。` : '文档在此期间有改动，请再执行一次。',
    );
  };

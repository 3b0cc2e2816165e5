import { l10n, type TextDocument, WorkspaceEdit, workspace } from 'vscode';
import { type RewriteParams, type Rewriting, rewrite } from '../../server/lsp/messages/writing';
import type { Server } from '../connection/server';
import { rangeOf } from '../editor/places';
import { inform } from '../editor/say';
import { serverUri } from '../editor/word-uri';

type To = RewriteParams['to'];

const done: Readonly<Record<To, (count: number) => string>> = {
  simplified: (count) => l10n.t('Characters made simplified: {0}. One undo takes it back.', count),
  unglossed: (count) => l10n.t('Pinyin removed: {0}. One undo takes it back.', count),
};

const nothing: Readonly<Record<To, () => string>> = {
  simplified: () => l10n.t('There are no traditional characters.'),
  unglossed: () => l10n.t('No character has pinyin behind it.'),
};

/** Writes a report in simplified characters, or without pinyin, in one step that one undo takes back. */
export const rewriteReport =
  (to: To) =>
  async (server: Server, document: TextDocument): Promise<void> => {
    const params: RewriteParams = { uri: serverUri(document.uri), to };
    const answer = await server.ask<Rewriting>(rewrite, params);
    if (!answer || answer.edits.length === 0) {
      inform(nothing[to]());
      return;
    }
    const change = new WorkspaceEdit();
    for (const { range, newText } of answer.edits) change.replace(document.uri, rangeOf(range), newText);
    const isMade = document.version === answer.version && (await workspace.applyEdit(change));
    inform(
      isMade
        ? done[to](answer.count)
        : l10n.t('The document has changed meanwhile. Please run the command again.'),
    );
  };

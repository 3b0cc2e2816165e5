import { Disposable, type LogOutputChannel, l10n, type TextDocument, type TextEditor, window } from 'vscode';
import { type CursorParams, cursor } from '../../server/lsp/messages/writing';
import type { Server } from '../connection/server';
import { isCandidate } from '../editor/documents';
import { serverUri } from '../editor/word-uri';

/** In a longer line, such as the source of a page has, there may be several rows. */
const longestRow = 300;

/** Tells the server in which line the cursor is: a row of a table that is being filled in is judged once it is left. */
export function followCursor(server: Server, log: LogOutputChannel): Disposable {
  let told: { readonly document: TextDocument; readonly line: number } | undefined;
  const send = async (params: CursorParams): Promise<void> => {
    try {
      await (await server.client()).sendNotification(cursor, params);
    } catch (error) {
      log.warn(l10n.t('Could not tell where the cursor is'), error);
    }
  };
  const follow = (editor: TextEditor | undefined): void => {
    if (!server.running) return;
    const before = told;
    const document = editor && isCandidate(editor.document) ? editor.document : undefined;
    const position = editor?.selection.active;
    told = document && position && { document, line: position.line };
    if (before && before.document !== document) void send({ uri: serverUri(before.document.uri) });
    if (!document || !position) return;
    const { line, character } = position;
    const isShort = document.lineAt(line).text.length <= longestRow;
    if (before?.document === document && before.line === line && isShort) return;
    void send({ uri: serverUri(document.uri), position: { line, character } });
  };
  follow(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) follow(textEditor);
    }),
  );
}

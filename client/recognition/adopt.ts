import { Disposable, type LogOutputChannel, languages, type TextDocument, workspace } from 'vscode';
import { readsLikeReport, type TextParams } from '../../server/lsp/messages';
import type { Server } from '../connection/server';
import { isGuessed, sign } from '../editor/documents';
import { afterPause } from '../editor/pause';

/**
 * Takes reports for plain text that VS Code guessed to be something else, so that they are checked: new ones, saved ones, and
 * those opened again. Once while a document is open, so that users may choose another language. Ours would have it saved in the
 * encoding of our files, under whatever name.
 */
export function adoptReports(server: Server, log: LogOutputChannel): Disposable {
  const adopted = new Set<string>();
  const adopt = async (document: TextDocument): Promise<void> => {
    const params: TextParams = { text: document.getText() };
    if (!sign.test(params.text) || !(await server.ask<boolean>(readsLikeReport, params))) return;
    if (document.isClosed || adopted.has(document.uri.toString())) return;
    adopted.add(document.uri.toString());
    await languages.setTextDocumentLanguage(document, 'plaintext');
  };
  const pauses = afterPause((document) => {
    adopt(document).catch((error) => log.warn('未能判断文件的语言', error));
  });
  const look = (document: TextDocument): void => {
    if (isGuessed(document) && !adopted.has(document.uri.toString())) pauses.start(document);
  };
  for (const document of workspace.textDocuments) look(document);
  return Disposable.from(
    pauses,
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => look(document)),
    workspace.onDidCloseTextDocument(({ uri }) => {
      // A change of language closes a document and opens it again at once; a name that is free will be used again.
      setTimeout(() => {
        if (!isOpen(uri.toString())) adopted.delete(uri.toString());
      });
    }),
  );
}

const isOpen = (uri: string): boolean => workspace.textDocuments.some((each) => each.uri.toString() === uri);

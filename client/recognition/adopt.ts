import {
  Disposable,
  type LogOutputChannel,
  languages,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  workspace,
} from 'vscode';
import { readsLikeReport, type TextParams } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { isOpenName, ownLanguage, sign } from '../editor/documents';
import { afterPause } from '../editor/pause';

/**
 * Puts reports whose names do not tell, and those that VS Code guessed to be something else, into our language, so that they are checked
 * and look like all others: new ones, saved ones, and those opened again. From each language once while a document is open, so that users
 * may choose another.
 */
export function adoptReports(server: Server, log: LogOutputChannel): Disposable {
  const choices = choicesOf();
  const adopt = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const params: TextParams = { text: document.getText() };
    if (!sign.test(params.text) || !(await server.ask<boolean>(readsLikeReport, params))) return;
    // What has changed meanwhile is looked at anew.
    if (document.isClosed || document.version !== version || choices.has(document)) return;
    choices.take(document);
    await languages.setTextDocumentLanguage(document, ownLanguage);
  };
  const attempt = (document: TextDocument): void => {
    adopt(document).catch((error) => log.warn('未能判断文件的语言', error));
  };
  const pauses = afterPause(attempt);
  const look = (document: TextDocument, ask: (document: TextDocument) => void): void => {
    choices.see(document);
    if (isOpenName(document) && !choices.has(document)) ask(document);
  };
  for (const document of workspace.textDocuments) look(document, pauses.start);
  return Disposable.from(
    pauses,
    workspace.onDidOpenTextDocument((document) => look(document, pauses.start)),
    // VS Code guesses the language of what is pasted into a new file after little more than half a second, and guesses no more once it
    // has one. What changes a file at once may be another program, or its encoding, and is not the last of it.
    workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      look(document, document.isUntitled && isPasted(contentChanges) ? attempt : pauses.start),
    ),
    workspace.onDidCloseTextDocument(({ uri }) => {
      // A change of language closes a document and opens it again at once; a name that is free will be used again.
      setTimeout(() => {
        if (!isOpen(uri.toString())) choices.forget(uri.toString());
      });
    }),
  );
}

/** Which languages of open documents somebody has chosen. VS Code's guess may come after a report was adopted: it is another language. */
function choicesOf() {
  /** The languages that documents were adopted from; of those whose names told ours, none. */
  const left = new Map<string, Set<string>>();
  return {
    has({ uri, languageId }: TextDocument): boolean {
      const before = left.get(uri.toString());
      return before !== undefined && (before.size === 0 || before.has(languageId));
    },
    see({ uri, languageId }: TextDocument): void {
      if (languageId === ownLanguage && !left.has(uri.toString())) left.set(uri.toString(), new Set());
    },
    take({ uri, languageId }: TextDocument): void {
      left.set(uri.toString(), new Set(left.get(uri.toString())).add(languageId));
    },
    forget: (uri: string): void => void left.delete(uri),
  };
}

/** Nobody types so many characters at once. */
const typedAtMost = 100;

const isPasted = (changes: readonly TextDocumentContentChangeEvent[]): boolean =>
  changes.some(({ text }) => text.length > typedAtMost);

const isOpen = (uri: string): boolean => workspace.textDocuments.some((each) => each.uri.toString() === uri);

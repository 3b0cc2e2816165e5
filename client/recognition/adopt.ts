import {
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  workspace,
} from 'vscode';
import { isOpenName, ownLanguage, readsLikeReport } from '../editor/documents';
import { afterPause } from '../editor/pause';

/**
 * Puts reports whose names do not tell, and those that VS Code guessed to be something else, into our language, so that they are checked
 * and look like all others: new ones, saved ones, and those opened again. From each language once while a document is open, so that users
 * may choose another.
 */
export function adoptReports(log: LogOutputChannel): Disposable {
  const choices = choicesOf();
  const adopt = (document: TextDocument): void => {
    if (choices.has(document) || !readsLikeReport(document.getText())) return;
    choices.take(document);
    languages
      .setTextDocumentLanguage(document, ownLanguage)
      .then(undefined, (error) => log.warn(l10n.t('Could not change the language of a file'), error));
  };
  const pauses = afterPause(adopt);
  const look = (document: TextDocument, ask: (document: TextDocument) => void): void => {
    choices.see(document);
    if (isOpenName(document) && !choices.has(document)) ask(document);
  };
  for (const document of workspace.textDocuments) look(document, pauses.start);
  return Disposable.from(
    pauses,
    // VS Code guesses the language of what is in a new file after little more than half a second, and guesses no more once somebody has
    // chosen one; a guess that is under way then opens the document anew. What changes a file at once may be another program, or its
    // encoding, and is not the last of it.
    workspace.onDidOpenTextDocument((document) => look(document, document.isUntitled ? adopt : pauses.start)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
      look(document, document.isUntitled && isPasted(contentChanges) ? adopt : pauses.start),
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

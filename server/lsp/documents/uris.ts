import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { nameOf } from '../protocol/uri';

/** The URIs of open documents by their names; has forgotten what was read of one where it is opened or closed. */
export function urisOf(
  all: TextDocuments<TextDocument>,
  forget: (uri: string) => void,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  all.onDidOpen(({ document: { uri } }) => {
    names.set(nameOf(uri), uri);
    // A client may open again what it has not closed: another text then has a version that was read before.
    forget(uri);
  });
  all.onDidClose(({ document: { uri } }) => {
    names.delete(nameOf(uri));
    forget(uri);
  });
  return names;
}

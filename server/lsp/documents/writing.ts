import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Writing } from '../../rules/draft';

/** How far the writers of open documents are. */
export interface Writings {
  of(document: TextDocument): Writing;
}

/** Follows what is opened and saved; what has no file yet is never saved, and somebody is writing it. */
export function writingsOf(all: TextDocuments<TextDocument>): Writings {
  const known = new Map<string, { readonly opened: number; saved: number }>();
  all.onDidOpen(({ document: { uri, version } }) => void known.set(uri, { opened: version, saved: version }));
  all.onDidSave(({ document: { uri, version } }) => {
    const versions = known.get(uri);
    if (versions) versions.saved = version;
  });
  all.onDidClose(({ document: { uri } }) => void known.delete(uri));
  return {
    of({ uri, version }) {
      const { opened, saved } = known.get(uri) ?? { opened: version, saved: version };
      if (uri.startsWith('untitled:') || version !== saved) return 'changed';
      return version === opened ? 'open' : 'saved';
    },
  };
}

import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FilledRow } from '../../features/writing/filling';
import type { Writing } from '../../rules/draft';

/** How far the writer of a document is. */
export interface Progress {
  readonly writing: Writing;
  /** The cells, by their paths, of the row that is being filled in; undefined where none is. */
  readonly filling: ReadonlySet<string> | undefined;
}

/** How far the writers of open documents are. */
export interface Writings {
  of(document: TextDocument): Progress;
  /** Notes in which row of a table the cursor is now. */
  moved(document: TextDocument, row: FilledRow | undefined): void;
  /** Has something done once the cursor has left a row that was being filled in: it can be judged. */
  onDidFill(listener: (uri: string) => void): void;
}

/** A row, and the version of the document in which the cursor came to it. */
interface Entered extends FilledRow {
  readonly version: number;
}

/**
 * Follows what is opened and saved; what has no file yet is never saved, and somebody is writing it. A row that told nothing when the
 * cursor came to it is being filled in once something is typed, until the cursor leaves it or the document is saved.
 */
export function writingsOf(all: TextDocuments<TextDocument>): Writings {
  const known = new Map<string, { readonly opened: number; saved: number }>();
  const rows = new Map<string, Entered>();
  const listeners: ((uri: string) => void)[] = [];
  all.onDidOpen(({ document: { uri, version } }) => void known.set(uri, { opened: version, saved: version }));
  all.onDidSave(({ document: { uri, version } }) => {
    rows.delete(uri);
    const versions = known.get(uri);
    if (versions) versions.saved = version;
  });
  all.onDidClose(({ document: { uri } }) => {
    known.delete(uri);
    rows.delete(uri);
  });
  const writingOf = ({ uri, version }: TextDocument): Writing => {
    const { opened, saved } = known.get(uri) ?? { opened: version, saved: version };
    if (uri.startsWith('untitled:') || version !== saved) return 'changed';
    return version === opened ? 'open' : 'saved';
  };
  const fillingOf = ({ uri, version }: TextDocument): ReadonlySet<string> | undefined => {
    const row = rows.get(uri);
    return row?.isEmpty && row.version !== version ? row.cells : undefined;
  };
  return {
    of: (document) => ({ writing: writingOf(document), filling: fillingOf(document) }),
    moved(document, row) {
      const { uri, version } = document;
      const before = rows.get(uri);
      const [first] = before?.cells ?? [];
      if (row && first !== undefined && row.cells.has(first)) return;
      const waited = fillingOf(document) !== undefined;
      if (row) rows.set(uri, { ...row, version });
      else rows.delete(uri);
      if (waited) for (const listener of listeners) listener(uri);
    },
    onDidFill: (listener) => void listeners.push(listener),
  };
}

import type { Documents, Opened } from './documents';

/** Says whether what is known of this version is wanted: always, or, with `run: onSave`, as long as nothing was typed. */
export interface Due {
  isDue(opened: Opened): boolean;
}

/** Follows what is opened and saved. */
export function dueOf(documents: Documents): Due {
  const saved = new Map<string, number>();
  const remember = ({ document }: { readonly document: { uri: string; version: number } }) =>
    void saved.set(document.uri, document.version);
  documents.all.onDidOpen(remember);
  documents.all.onDidSave(remember);
  documents.all.onDidClose(({ document }) => void saved.delete(document.uri));
  return {
    isDue: ({ document: { uri, version }, settings }) =>
      // What was never saved would never be checked.
      settings.run === 'onType' || uri.startsWith('untitled:') || saved.get(uri) === version,
  };
}

import { languages, type TextDocument } from 'vscode';
import { servedLanguages } from './documents';

/**
 * Takes a new document that turned out to be a report for plain text where VS Code guessed it to be something else; once, so
 * that users may choose another language. Ours would have it saved in the encoding of our files, under whatever name.
 */
export type Adopt = (document: TextDocument) => Promise<void>;

/** Makes an {@link Adopt}, which remembers what it changed. */
export function adoption(): Adopt {
  const changed = new Set<string>();
  return async (document) => {
    const uri = document.uri.toString();
    if (!document.isUntitled || servedLanguages.includes(document.languageId) || changed.has(uri)) return;
    changed.add(uri);
    await languages.setTextDocumentLanguage(document, 'plaintext');
  };
}

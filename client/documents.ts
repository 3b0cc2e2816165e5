import type { TextDocument } from 'vscode';
import { languages } from 'vscode';

/** The language of reports, as the manifest names it. */
export const ownLanguage = 'nianbao';

// Not the sides of a comparison, not settings, not output: only what people write.
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

/** The documents that the server may be asked about; whether they are reports it finds out by itself. */
export const selector = [ownLanguage, 'plaintext', 'markdown'].flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

const largestLength = 1_000_000;

/** Says whether a text of another language is too long to be a report; such a text never leaves the editor. */
export const isTooLong = (languageId: string, text: string): boolean =>
  languageId !== ownLanguage && text.length > largestLength;

/** Says whether the server should know of a document. */
export const isCandidate = (document: TextDocument): boolean =>
  languages.match(selector, document) > 0 && !isTooLong(document.languageId, document.getText());

import { languages, type TextDocument } from 'vscode';
import { wordScheme } from './word-uri';

/** The language of reports, as the manifest names it. */
export const ownLanguage = 'nianbao';

/** The languages that reports are written in. */
const servedLanguages: readonly string[] = [ownLanguage, 'plaintext', 'markdown', 'html'];

/** The scheme of the report that people try things on. */
export const sampleScheme = 'nianbao-sample';

// Not the sides of a comparison, not settings, not output: only what people write.
const schemes = ['file', 'vscode-vfs', 'vscode-remote', wordScheme, sampleScheme];

/** Documents in whatever language. */
export const anyLanguage: readonly { readonly scheme: string }[] = schemes.map((scheme) => ({ scheme }));

/** The documents that the server may be asked about; whether they are reports it finds out by itself. */
export const selector: readonly { readonly scheme: string; readonly language?: string }[] = [
  ...servedLanguages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
  // VS Code guesses the language of what is pasted into a new document, and takes reports for configuration files.
  { scheme: 'untitled' },
];

/** What every report says of itself; whether a text that says it is a report the server finds out. */
export const sign = /信息公[开開]|資訊公開/u;

const largestLength = 1_000_000;

/** Says whether a text of another language is too long to be a report; such a text never leaves the editor. */
export const isTooLong = (languageId: string, text: string): boolean =>
  languageId !== ownLanguage && text.length > largestLength;

/** Says whether a document is in a language of reports, or of a scheme that is none of people's own. */
const isServed = ({ uri, languageId, isUntitled }: TextDocument): boolean =>
  servedLanguages.includes(languageId) || !(isUntitled || schemes.includes(uri.scheme));

/** Says whether the server should know of a document. */
export const isCandidate = (document: TextDocument): boolean =>
  languages.match(selector, document) > 0 && !isTooLong(document.languageId, document.getText());

/** Names that leave the language open: VS Code guesses it from the text then, and takes reports for configuration files. */
const leavesOpen = /(?:^|\/)[^./][^./]*$|\.(?:txt|text|ini|log|conf)$/iu;

/** Says whether the language of a document was left open: nobody has named one, or VS Code may have guessed it wrongly. */
export const isOpenName = (document: TextDocument): boolean =>
  isGuessed(document) || (document.languageId === 'plaintext' && isCandidate(document));

/** Says whether VS Code may have guessed the language of a document wrongly: one in another language, under a name that leaves it open. */
export const isGuessed = (document: TextDocument): boolean =>
  !isServed(document) &&
  (document.isUntitled || leavesOpen.test(document.uri.path)) &&
  !isTooLong(document.languageId, document.getText());

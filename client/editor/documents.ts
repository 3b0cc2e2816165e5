import { type DocumentFilter, languages, type TextDocument, workspace } from 'vscode';
import { looksLikeReport } from '../../server/parse/view/detect';
import { wordScheme } from './word-uri';

/** The language of reports, as the manifest names it. */
export const ownLanguage = 'nianbao';

/** The languages that reports are written in. */
const servedLanguages: readonly string[] = [ownLanguage, 'plaintext', 'markdown', 'html'];

/** The scheme of the report that people try things on. */
export const sampleScheme = 'nianbao-sample';

// Not the sides of a comparison, not settings, not output: only what people write.
const usual = ['file', 'vscode-vfs', 'vscode-remote', wordScheme, sampleScheme];

/** The schemes of files, wherever they lie: a folder may be opened from any place that an extension knows of. */
const schemes = (): readonly string[] => [
  ...new Set([...usual, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
];

/** Documents in whatever language. */
export const anyLanguage = (): DocumentFilter[] => schemes().map((scheme) => ({ scheme }));

/** The documents that the server may be asked about; whether they are reports it finds out by itself. */
export const selector = (): readonly { readonly scheme: string; readonly language?: string }[] => [
  ...servedLanguages.flatMap((language) => schemes().map((scheme) => ({ language, scheme }))),
  // VS Code guesses the language of what is pasted into a new document, and takes reports for configuration files.
  { scheme: 'untitled' },
];

/** What every report says of itself. */
export const sign = /信息公[开開]|資訊公開/u;

/** What reports have on lines of their own, or in their tables; what only speaks of reports names them within sentences. */
const mark =
  /(?:年度?[报報]告|年[报報]|公[开開]工作[报報]告)[\s）)]{0,9}$|^[#\s]{0,9}[一1１][、.．]\s{0,3}(?:总体情况|總體情況|概述)|[结結][转轉]下年度[继繼][续續][办辦]理|本年新收政府信息公[开開]申/mu;

/** Says at once whether a text reads like a report, or the beginning of one; whether it is one the server finds out. */
export const readsLikeReport = (text: string): boolean =>
  sign.test(text) && mark.test(text) && looksLikeReport(text);

const largestLength = 1_000_000;

/** Says whether a text of another language is too long to be a report; such a text never leaves the editor. */
export const isTooLong = (languageId: string, text: string): boolean =>
  languageId !== ownLanguage && text.length > largestLength;

/** Says whether a document is in a language of reports, or of a scheme that is none of people's own. */
const isServed = ({ uri, languageId, isUntitled }: TextDocument): boolean =>
  servedLanguages.includes(languageId) || !(isUntitled || schemes().includes(uri.scheme));

/** Says whether the server should know of a document. */
export const isCandidate = (document: TextDocument): boolean =>
  languages.match(selector(), document) > 0 && !isTooLong(document.languageId, document.getText());

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

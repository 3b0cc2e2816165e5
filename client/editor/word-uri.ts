import { Uri } from 'vscode';
import { documentEndings } from './names';

const isDocument = ({ path }: Uri): boolean =>
  documentEndings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

/**
 * The scheme of documents of office programs that are shown as text; the server knows them by their files. The query says of which scheme
 * these are, where they are on no disk.
 */
export const wordScheme = 'nianbao-word';

/** Whether an address is that of a text in a document. */
export const isWord = ({ scheme }: Uri): boolean => scheme === wordScheme;

/** The file that an address is about. */
export const fileOf = (uri: Uri): Uri =>
  isWord(uri) ? uri.with({ scheme: uri.query === '' ? 'file' : uri.query, query: '' }) : uri;

/** The address at which people see what is in a file. */
export const shownAs = (uri: Uri): Uri =>
  // A place of which more is to be told than its path, an older state of a file for one, is none that documents are opened from.
  isDocument(uri) && !isWord(uri) && uri.query === ''
    ? uri.with({ scheme: wordScheme, query: uri.scheme === 'file' ? '' : uri.scheme })
    : uri;

/** How the server calls a document. */
export const serverUri = (uri: Uri): string => fileOf(uri).toString();

/** The address of what the server calls so. */
export const clientUri = (name: string): Uri => shownAs(Uri.parse(name));

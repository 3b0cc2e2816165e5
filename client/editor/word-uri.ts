import { Uri } from 'vscode';
import { documentEndings } from './names';

const isDocument = ({ path }: Uri): boolean =>
  documentEndings.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

/** The scheme of documents of office programs that are shown as text; the server knows them by their files. */
export const wordScheme = 'nianbao-word';

/** Whether an address is that of a text in a document. */
export const isWord = ({ scheme }: Uri): boolean => scheme === wordScheme;

/** The file that an address is about. */
export const fileOf = (uri: Uri): Uri => (isWord(uri) ? uri.with({ scheme: 'file' }) : uri);

/** The address at which people see what is in a file. */
export const shownAs = (uri: Uri): Uri =>
  uri.scheme === 'file' && isDocument(uri) ? uri.with({ scheme: wordScheme }) : uri;

/** How the server calls a document. */
export const serverUri = (uri: Uri): string => fileOf(uri).toString();

/** The address of what the server calls so. */
export const clientUri = (name: string): Uri => shownAs(Uri.parse(name));

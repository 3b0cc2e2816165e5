import { decoded } from '../../workspace/paths';

/**
 * One spelling for all that clients and file systems have for the URI of a file: each part escaped as VS Code does, drives in small
 * letters. What is no file is called as it is.
 */
export function nameOf(uri: string): string {
  const [, host, path] = /^file:\/\/([^/?#]*)([^?#]*)/iu.exec(uri) ?? [];
  if (path === undefined) return uri;
  const plain = decoded(path).replace(/^\/[A-Za-z]:/u, (drive) => drive.toLowerCase());
  return `file://${host}${escapePath(plain)}`;
}

/** The URI of what lies below a folder. */
export const below = (folder: string, path: string): string => `${folder}/${escapePath(path)}`;

/** The path of `name` from a folder, with forward slashes; undefined where it does not lie in it. */
export const pathFrom = (folder: string, name: string): string | undefined =>
  name.startsWith(`${folder}/`) ? decoded(name.slice(folder.length + 1)) : undefined;

/** The name of a folder, without a slash at its end. */
export const folderName = (uri: string): string => nameOf(uri).replace(/(?<!\/)\/+$/u, '');

const escapePath = (path: string): string => path.split('/').map(escape).join('/');

/** Lone surrogates cannot be escaped; no file system has them. */
const escape = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

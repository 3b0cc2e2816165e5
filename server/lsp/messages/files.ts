// What the server asks of a client through which it reaches files, and what a client asks that has a file for the server to write; see
// messages.ts. Only a client is asked whose options say that it reaches files. Bytes travel in Base64.

/** What lies in a folder: {@link FileParams} in, {@link FolderContent} or {@link FileRefusal} out. */
export const readFolder = 'nianbao/readFolder';

/** What a file holds: {@link ReadFileParams} in, {@link FileContent} or {@link FileRefusal} out. */
export const readFile = 'nianbao/readFile';

/** Puts a file in the place of another: {@link ReplaceFileParams} in; null out, or {@link FileRefusal} where nothing was written. */
export const replaceFile = 'nianbao/replaceFile';

/**
 * Asked by the client: puts a file where there is one or none, whole or not at all. {@link WriteFileParams} in; null out, or
 * {@link FileRefusal} where nothing was written.
 */
export const writeFile = 'nianbao/writeFile';

export interface FileParams {
  readonly uri: string;
}

export interface ReadFileParams extends FileParams {
  /** The folder that it has to lie in, with no link between; anywhere without. */
  readonly folder?: string;
  /** More bytes are not read; all are without. */
  readonly most?: number;
}

export interface WriteFileParams extends FileParams {
  readonly bytes: string;
}

export interface ReplaceFileParams extends WriteFileParams {
  /** What was read of it; where it holds anything else now nothing is written. Null where that does not matter, nor whether it is there. */
  readonly before: string | null;
}

/** What lies in a folder, by its names; links and whatever else are left out. */
export interface FolderContent {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

export interface FileContent {
  /** Null where it has more than was asked for, or is no file of the folder. */
  readonly bytes: string | null;
}

/** Why it was not done, in a sentence for people. */
export interface FileRefusal {
  readonly refusal: string;
}

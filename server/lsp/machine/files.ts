/** A file below a folder, or a folder that could not be looked into. */
export interface Listed {
  /** The path from the folder that was asked for, with forward slashes. */
  readonly below: string;
  /** Why a folder could not be looked into; undefined for a file. */
  readonly reason?: string;
}

/** How the server reaches files; handed in where it is started. Folders and files are named by their URIs. */
export interface Files {
  /** The files in a folder and in those below it that are to be entered. Links are not followed. */
  list(folder: string, enters: (below: string) => boolean): AsyncIterable<Listed>;
  /**
   * The bytes of a file that lies in a folder; undefined where it has more than `most` or is no file of that folder, but a link that
   * leads out of it, say. Rejects where it cannot be read.
   */
  read(file: string, folder: string, most: number): Promise<Uint8Array | undefined>;
  /** The bytes of a file that the user has named. Rejects where it cannot be read. */
  whole(file: string): Promise<Uint8Array>;
  /** Puts `bytes` in the place of what was read `before`, whole or not at all; rejects where the file is no longer that. */
  replace(file: string, before: Uint8Array, bytes: Uint8Array): Promise<void>;
}

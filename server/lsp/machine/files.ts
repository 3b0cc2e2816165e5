/** A file below a folder, or a folder that could not be looked into. */
export interface Listed {
  /** The path from the folder that was asked for, with forward slashes. */
  readonly below: string;
  /** Why a folder could not be looked into; undefined for a file. */
  readonly reason?: string;
}

/** How the server reaches files. Folders and files are named by their URIs. */
export interface Files {
  /** Whether files of such a URI are reached at all. */
  reaches(uri: string): boolean;
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
  /** Puts `bytes` into a file, there or not, whole or not at all; rejects for a link that leads out of its folder. */
  put(file: string, bytes: Uint8Array): Promise<void>;
}

/** What lies in a folder, without links, by its names. */
export interface Inside {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The files below a folder, by name, where `read` tells what lies in one of the paths below it or, as a string, why it cannot. */
export async function* walk(
  read: (below: string) => Promise<Inside | string>,
  enters: (below: string) => boolean,
  below = '',
): AsyncGenerator<Listed> {
  const inside = await read(below);
  if (typeof inside === 'string') {
    yield { below, reason: inside };
    return;
  }
  const folders = new Set(inside.folders);
  for (const name of [...inside.files, ...folders].sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    if (!folders.has(name)) yield { below: path };
    else if (enters(path)) yield* walk(read, enters, path);
  }
}

/** Reaches the files that one of several can reach, each through the first that can; rejects for others. Undefined without any. */
export function firstOf(...all: readonly (Files | undefined)[]): Files | undefined {
  const ways = all.filter((each) => each !== undefined);
  if (ways.length < 2) return ways[0];
  const wayTo = (uri: string): Files => {
    const way = ways.find((each) => each.reaches(uri));
    if (!way) throw new Error(`no way to ${uri}`);
    return way;
  };
  return {
    reaches: (uri) => ways.some((each) => each.reaches(uri)),
    list: (folder, enters) => wayTo(folder).list(folder, enters),
    read: async (file, folder, most) => wayTo(folder).read(file, folder, most),
    whole: async (file) => wayTo(file).whole(file),
    replace: async (file, before, bytes) => wayTo(file).replace(file, before, bytes),
    put: async (file, bytes) => wayTo(file).put(file, bytes),
  };
}

import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { Original } from './encoding';

/**
 * The bytes of reports that show as garbage, kept in VS Code's own folder from before anything is written until they are back, or no
 * longer wanted. They outlive windows; they do not lie beside the file, where they would be taken along.
 */
export interface Originals {
  /** Keeps the bytes of a file in place of others of it; rejects where they cannot be written. */
  keep(uri: Uri, original: Original): Promise<void>;
  /** Says whether something was kept of a file. */
  has(uri: Uri): boolean;
  /** What was kept of a file; undefined where nothing was. */
  find(uri: Uri): Promise<Original | undefined>;
  /** Takes note of what VS Code wrote in the place of what is kept. */
  wrote(uri: Uri, bytes: Uint8Array): Promise<void>;
  /** Says whether these are the bytes that VS Code wrote last in the place of what is kept, and not another program. */
  isWritten(uri: Uri, bytes: Uint8Array): Promise<boolean>;
  forget(uri: Uri): Promise<void>;
}

interface Entry {
  readonly file: string;
  readonly encoding: string;
  readonly time: number;
  /** A digest of what was written in its place. */
  readonly written?: string;
}

const prefix = 'nianbao.original:';
/** What nobody asked for in so long, or under so many newer ones, is no longer wanted. */
const longest = 90 * 24 * 60 * 60 * 1000;
const most = 100;

/** The originals of all windows; drops the old ones. */
export function originalsOf({ globalState: state, globalStorageUri }: ExtensionContext): Originals {
  const folder = Uri.joinPath(globalStorageUri, 'originals');
  const known = new Map<string, Original>();
  const entryOf = (uri: Uri): Entry | undefined => state.get<Entry>(keyOf(uri));
  const has = (uri: Uri): boolean => entryOf(uri) !== undefined;
  const fileOf = ({ file }: Entry): Uri => Uri.joinPath(folder, file);
  const drop = async (key: string, entry = state.get<Entry>(key)): Promise<void> => {
    await state.update(key, undefined);
    if (entry) await remove(fileOf(entry));
  };
  const find = async (uri: Uri): Promise<Original | undefined> => {
    const entry = entryOf(uri);
    const read = entry && known.get(uri.toString());
    return !entry || read ? read : bytesIn(fileOf(entry), entry);
  };
  for (const key of outdated(state)) void drop(key);
  return {
    find,
    has,
    async keep(uri, original) {
      const before = await find(uri);
      if (before?.encoding === original.encoding && sameBytes(before.bytes, original.bytes)) return;
      const file = newName();
      await workspace.fs.writeFile(Uri.joinPath(folder, file), original.bytes);
      const old = entryOf(uri);
      await state.update(keyOf(uri), { file, encoding: original.encoding, time: Date.now() });
      known.set(uri.toString(), original);
      if (old) await remove(fileOf(old));
    },
    async wrote(uri, bytes) {
      const written = await digestOf(bytes);
      if (has(uri)) await state.update(keyOf(uri), { ...entryOf(uri), written });
    },
    isWritten: async (uri, bytes) => (await digestOf(bytes)) === entryOf(uri)?.written,
    async forget(uri) {
      known.delete(uri.toString());
      await drop(keyOf(uri));
    },
  };
}

/** What an entry's file holds; undefined where it cannot be read. */
async function bytesIn(file: Uri, { encoding }: Entry): Promise<Original | undefined> {
  const bytes = await workspace.fs.readFile(file).then(undefined, () => undefined);
  return bytes && { bytes, encoding };
}

/** Deletes a file, if it is there. */
const remove = async (file: Uri): Promise<void> => workspace.fs.delete(file).then(undefined, () => undefined);

async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const newName = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}.bin`;

const keyOf = (uri: Uri): string => prefix + uri.toString();

function outdated(state: ExtensionContext['globalState']): readonly string[] {
  const entries = state
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key, time: state.get<Entry>(key)?.time ?? 0 }))
    .sort((a, b) => b.time - a.time);
  return entries
    .filter(({ time }, index) => index >= most || time < Date.now() - longest)
    .map(({ key }) => key);
}

/** Says whether two files are the same. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

import { said, say } from '../../text/say';
import { decode } from '../../workspace/decode';
import { type Notice, readDemands } from '../../workspace/demands';
import { reasonOf } from '../../workspace/reason';
import type { Files } from '../machine/files';
import { below, nameOf } from '../protocol/uri';
import { folderOf } from './ignore';

/** What the files state that the setting `nianbao.demands` names. */
export interface DemandsStore {
  /**
   * The notices of the file at a path below the folder of a document; none where the path is empty, and none and a sentence to the user
   * where they cannot be read.
   */
  of(path: string, uri: string): Promise<readonly Notice[]>;
  /** Whether a file, by its name, was asked for. */
  has(name: string): boolean;
}

/** Where the files lie. */
export interface Sources {
  readonly files: Files | undefined;
  /** The client's folders, by their names. */
  readonly folders: ReadonlySet<string>;
}

/** Larger files are something else. */
const mostBytes = 1024 * 1024;

/** Reads the files when they are asked for; `warn` is told what is wrong with one. */
export function demandsStoreOf({ files, folders }: Sources, warn: (message: string) => void): DemandsStore {
  const asked = new Set<string>();
  const read = async (path: string, uri: string): Promise<ReturnType<typeof readDemands>> => {
    // What is not saved yet lies in no folder.
    const folder = folderOf(nameOf(uri), [...folders]) ?? [...folders][0];
    if (!files || folder === undefined) return { fault: say`没有打开文件夹，无从找起` };
    const name = below(folder, path);
    asked.add(name);
    const bytes = await files.read(name, folder, mostBytes);
    if (!bytes) return { fault: say`不是这个文件夹里的文件，或者太大` };
    return readDemands(decode(bytes)?.text ?? '');
  };
  return {
    async of(path, uri) {
      if (path === '') return [];
      const found = await read(path, uri).catch((error: unknown) => ({ fault: reasonOf(error) }));
      if ('notices' in found) return found.notices;
      warn(say`设置 nianbao.demands 里的 ${path}：${said(found.fault)}；其中的要求都没有核对`);
      return [];
    },
    has: (name) => asked.has(name),
  };
}

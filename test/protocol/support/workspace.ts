import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver-protocol';
import type { Files } from '../../../server/lsp/machine/files';
import { capable, type Session, start } from './session';

/** The folder of the tests, as VS Code spells it. */
export const folder = 'file:///c%3A/%E5%B9%B4%E6%8A%A5';

export const uriOf = (path: string): string =>
  `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** Files in memory: contents, or an error for one that cannot be read. They can be changed. */
export class Disk implements Files {
  readonly contents = new Map<string, string | Uint8Array | Error>();
  /** The paths that were read, in order. */
  readonly reads: string[] = [];
  /** What every reading waits for. */
  held: Promise<void> = Promise.resolve();

  constructor(contents: Readonly<Record<string, string | Uint8Array | Error>>) {
    for (const [path, content] of Object.entries(contents)) this.contents.set(path, content);
  }

  reaches(uri: string) {
    return uri.startsWith('file:');
  }

  async *list(root: string, enters: (below: string) => boolean) {
    if (root !== folder) return;
    for (const below of this.contents.keys()) {
      const folders = below.split('/').slice(0, -1);
      if (folders.every((_, depth) => enters(folders.slice(0, depth + 1).join('/')))) yield { below };
    }
  }

  async read(file: string, _folder: string, most: number) {
    await this.held;
    const path = decodeURIComponent(file.slice(folder.length + 1));
    this.reads.push(path);
    const content = this.contents.get(path);
    if (content === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
    if (content instanceof Error) throw content;
    const bytes = Buffer.from(content);
    return bytes.length > most ? undefined : bytes;
  }

  async whole(file: string) {
    return (await this.read(file, folder, Number.POSITIVE_INFINITY)) ?? Buffer.alloc(0);
  }

  async replace(file: string, before: Uint8Array, bytes: Uint8Array) {
    assert.ok(Buffer.from(await this.whole(file)).equals(before));
    await this.put(file, bytes);
  }

  async put(file: string, bytes: Uint8Array) {
    this.contents.set(decodeURIComponent(file.slice(folder.length + 1)), bytes);
  }
}

const able = {
  ...capable,
  workspace: {
    ...capable.workspace,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** A client that can do all that VS Code can, with the folder open. */
export const startIn = (disk: Disk, options: Parameters<typeof start>[0] = {}): Promise<Session> =>
  start({ capabilities: able, files: disk, folders: [folder], ...options });

/** Tells the server that files were changed, or are gone. */
export const changed = (session: Session, disk: Disk, ...paths: readonly string[]): Promise<void> =>
  session.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: paths.map((path) => ({
      uri: uriOf(path),
      type: disk.contents.has(path) ? FileChangeType.Changed : FileChangeType.Deleted,
    })),
  });

import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
} from 'vscode';

interface Entry {
  /** Undefined for a folder. */
  readonly bytes: Uint8Array | undefined;
  readonly mtime: number;
}

/** Files that are nowhere but in the memory of the browser, as those of a virtual workspace. */
export class Memory implements FileSystemProvider {
  private readonly entries = new Map<string, Entry>([['/', { bytes: undefined, mtime: 0 }]]);
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat({ path }: Uri): FileStat {
    const { bytes, mtime } = this.at(path);
    const type = bytes ? FileType.File : FileType.Directory;
    return { type, ctime: 0, mtime, size: bytes?.length ?? 0 };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const { bytes } = this.at(path);
    if (bytes) throw FileSystemError.FileNotADirectory(path);
    const root = path.endsWith('/') ? path : `${path}/`;
    return [...this.entries]
      .filter(([each]) => each.startsWith(root) && each !== root && !each.slice(root.length).includes('/'))
      .map(([each, entry]) => [each.slice(root.length), entry.bytes ? FileType.File : FileType.Directory]);
  }

  createDirectory(uri: Uri): void {
    this.put(uri, undefined);
  }

  readFile({ path }: Uri): Uint8Array {
    const { bytes } = this.at(path);
    if (!bytes) throw FileSystemError.FileIsADirectory(path);
    return bytes;
  }

  writeFile(uri: Uri, bytes: Uint8Array): void {
    this.put(uri, Uint8Array.from(bytes));
  }

  delete(uri: Uri): void {
    this.at(uri.path);
    for (const path of this.below(uri.path)) this.entries.delete(path);
    this.changes.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    this.at(from.path);
    for (const path of this.below(from.path)) {
      const entry = this.at(path);
      this.entries.delete(path);
      this.entries.set(to.path + path.slice(from.path.length), { ...entry, mtime: Date.now() });
    }
    this.changes.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  private put(uri: Uri, bytes: Uint8Array | undefined): void {
    const isThere = this.entries.has(uri.path);
    this.entries.set(uri.path, { bytes, mtime: Date.now() });
    this.changes.fire([{ type: isThere ? FileChangeType.Changed : FileChangeType.Created, uri }]);
  }

  private below(path: string): string[] {
    return [...this.entries.keys()].filter((each) => each === path || each.startsWith(`${path}/`));
  }

  private at(path: string): Entry {
    const entry = this.entries.get(path);
    if (!entry) throw FileSystemError.FileNotFound(path);
    return entry;
  }
}

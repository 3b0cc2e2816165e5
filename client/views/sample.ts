import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Range,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import text from '../../samples/青岚市水务局2024年政府信息公开工作年度报告.txt';
import { sampleScheme } from '../editor/documents';

const sample = Uri.from({ scheme: sampleScheme, path: '/青岚市水务局2024年政府信息公开工作年度报告.txt' });

const firstWrong = text.indexOf('31', text.indexOf('（一）予以公开'));

/**
 * Opens a made-up report with two wrong sums, at the first of them. It is a file of its own that lies in memory: nothing of the user's is
 * touched, and nothing is to be saved before somebody types in it.
 */
export async function openSample(): Promise<void> {
  const document = await workspace.openTextDocument(sample);
  const sum = document.positionAt(firstWrong);
  const selection = new Range(sum, sum);
  const editor = await window.showTextDocument(document, { selection, preview: false });
  editor.revealRange(selection, TextEditorRevealType.InCenter);
}

/** Keeps the sample. */
export const serveSample = (): Disposable =>
  workspace.registerFileSystemProvider(sampleScheme, new SampleFile(), { isCaseSensitive: true });

/** By the mark the text is read as UTF-8 whatever the user's files are in. */
const mark = '\ufeff';

class SampleFile implements FileSystemProvider {
  private content = new TextEncoder().encode(mark + text);
  private mtime = Date.now();
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  watch(): Disposable {
    return new Disposable(() => {});
  }

  stat(uri: Uri) {
    known(uri);
    return { type: FileType.File, ctime: 0, mtime: this.mtime, size: this.content.length };
  }

  readFile(uri: Uri): Uint8Array {
    known(uri);
    return this.content;
  }

  /** What was tried in it is kept as long as the window is open. */
  writeFile(uri: Uri, content: Uint8Array): void {
    known(uri);
    this.content = Uint8Array.from(content);
    this.mtime = Date.now();
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }
}

function known(uri: Uri): void {
  if (uri.path !== sample.path) throw FileSystemError.FileNotFound(uri);
}

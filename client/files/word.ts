import {
  type CustomReadonlyEditorProvider,
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  type LogOutputChannel,
  languages,
  Range,
  RelativePattern,
  type TextDocument,
  Uri,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type WordRefusal,
  type WordText,
  type WriteWordParams,
  wordText,
  writeWord,
} from '../../server/lsp/messages/word';
import type { Server } from '../connection/server';
import { ownLanguage } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName, documentEndings } from '../editor/names';
import { fileOf, isWord, shownAs, wordScheme } from '../editor/word-uri';

// A document of an office program is shown, and where it is one that we write also edited, as the text that the server reads in it: a
// file of a scheme of its own, whose reading and saving are reading and writing the document.

/** What VS Code opens reports with, by their names, and what users may choose for any document. */
const editorTypes = ['nianbao.word', 'nianbao.anyWord'];

/** Shows documents of office programs as text, and writes what was changed there back into them. */
export function serveWord(server: Server, log: LogOutputChannel): Disposable {
  const files = new WordFiles(server);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(wordScheme, files, {
      isCaseSensitive: process.platform === 'linux',
    }),
    workspace.onDidOpenTextDocument((document) => void inOwnLanguage(document)),
    ...editorTypes.map((type) => window.registerCustomEditorProvider(type, textInstead(log))),
    commands.registerCommand('nianbao.openWord', async (uri?: Uri) => {
      const chosen = uri ?? (await choose());
      if (chosen) await open(chosen, log);
    }),
  );
}

async function choose(): Promise<Uri | undefined> {
  const [chosen] = (await window.showOpenDialog({ filters: { 文档: [...documentEndings] } })) ?? [];
  return chosen;
}

async function open(uri: Uri, log: LogOutputChannel): Promise<void> {
  try {
    await window.showTextDocument(await workspace.openTextDocument(shownAs(uri)), { preview: false });
  } catch (error) {
    await tell(log, `没有打开 ${baseName(uri)}：${messageOf(error)}`, error);
  }
}

const inOwnLanguage = async (document: TextDocument): Promise<void> => {
  if (isWord(document.uri) && document.languageId !== ownLanguage)
    await languages.setTextDocumentLanguage(document, ownLanguage);
};

/** An editor that makes way for that of the text. */
const textInstead = (log: LogOutputChannel): CustomReadonlyEditorProvider => ({
  openCustomDocument: (uri) => ({ uri, dispose() {} }),
  async resolveCustomEditor({ uri }, panel: WebviewPanel) {
    await open(uri, log);
    panel.dispose();
  },
});

/** By the mark the text is read as UTF-8 whatever the user's files are in. */
const mark = '\ufeff';

class WordFiles implements FileSystemProvider {
  private readonly changes = new EventEmitter<FileChangeEvent[]>();
  /** Those of which it was said what they have besides their text. */
  private readonly told = new Set<string>();
  /** Those whose digital signatures the user lets go. */
  private readonly voided = new Set<string>();
  readonly onDidChangeFile = this.changes.event;

  constructor(private readonly server: Server) {}

  watch(uri: Uri): Disposable {
    // A file's own name may mean something in a pattern.
    const folder = new RelativePattern(Uri.joinPath(fileOf(uri), '..'), '*');
    const watcher = workspace.createFileSystemWatcher(folder, true);
    const tell = (type: FileChangeType) => (changed: Uri) => {
      if (changed.path === uri.path) this.changes.fire([{ uri, type }]);
    };
    watcher.onDidChange(tell(FileChangeType.Changed));
    watcher.onDidDelete(tell(FileChangeType.Deleted));
    return watcher;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const stat = await workspace.fs.stat(fileOf(uri));
    return (await isWritten(uri)) ? stat : { ...stat, permissions: FilePermission.Readonly };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const read = await this.server.ask<WordText>(wordText, { uri: fileOf(uri).toString() });
    if (!read || 'refusal' in read) throw refused(read?.refusal);
    if (!this.told.has(uri.path)) {
      this.told.add(uri.path);
      for (const note of notesOn(read)) window.showInformationMessage(`${baseName(uri)} ${note}`);
    }
    return new TextEncoder().encode(mark + read.text);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const text = linesOf(new TextDecoder().decode(content));
    const voidsSignature = this.voided.has(uri.path);
    const params: WriteWordParams = { uri: fileOf(uri).toString(), text, voidsSignature };
    const answer = await this.server.ask<WordRefusal>(writeWord, params);
    if (!answer) return;
    if (answer.rest !== undefined) void offerRest(uri, text, { ...answer, rest: answer.rest });
    if (answer.isSigned) void this.offerVoiding(uri);
    throw refused(answer.refusal);
  }

  /** Asks whether the digital signature may go, and saves then. */
  private async offerVoiding(uri: Uri): Promise<void> {
    const question = `${baseName(uri)} 没有保存：文件有数字签名，保存以后签名就失效，须重新签名。改的字还在编辑器里。`;
    if ((await window.showWarningMessage(question, voidSignature)) !== voidSignature) return;
    this.voided.add(uri.path);
    await openAt(uri)?.save();
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions('这里只有文档');
  }

  delete(): never {
    throw FileSystemError.NoPermissions('请在资源管理器里删除文档');
  }

  rename(): never {
    throw FileSystemError.NoPermissions('请在资源管理器里给文档改名');
  }

  dispose(): void {
    this.changes.dispose();
  }
}

const voidSignature = '保存，签名失效';

/** What is said of a document when it is first read. */
function notesOn({ isTracked, isSigned }: Exclude<WordText, WordRefusal>): string[] {
  return [
    ...(isTracked ? ['里有修订，按全部接受后的样子读取；在这里改的字直接写进文件，不另记修订。'] : []),
    ...(isSigned ? ['有数字签名，保存任何改动都会使签名失效；保存时会先问。'] : []),
  ];
}

const openAt = (uri: Uri): TextDocument | undefined =>
  workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());

const renumber = '按 Word 的编号保存';
const takeBack = '撤回写不回的，保存其余的';

/**
 * Offers to take back what cannot be written of a text that was not saved, and to save the rest. What is taken back comes again with
 * the editor's own undoing.
 */
async function offerRest(
  uri: Uri,
  text: string,
  { rest, isRenumbered }: WordRefusal & { readonly rest: string },
): Promise<void> {
  const [question, answer] = isRenumbered
    ? [`${baseName(uri)} 没有保存：标题由 Word 自动编号，多了一个，后面的号会顺次改。`, renumber]
    : [
        `${baseName(uri)} 没有保存：有的改动写不回 Word 文件。其余的可以保存；撤回的字按撤消还能找回来。`,
        takeBack,
      ];
  if ((await window.showWarningMessage(question, answer)) !== answer) return;
  const document = openAt(uri);
  // What was typed since is not known to be written either: it is saved, or refused, anew.
  if (document && linesOf(document.getText()) === text) {
    const change = new WorkspaceEdit();
    change.replace(uri, new Range(0, 0, document.lineCount, 0), rest);
    await workspace.applyEdit(change);
  }
  await document?.save();
}

/** A text with line ends as the server has them. */
const linesOf = (text: string): string => text.replace(/\r\n?/gu, '\n');

const refused = (reason = '检查服务没有回答'): FileSystemError => FileSystemError.Unavailable(reason);

/** Whether a document is one that is written. Those of WPS are so where they are archives. */
async function isWritten(uri: Uri): Promise<boolean> {
  if (/\.wps$/iu.test(uri.path)) {
    const [first, second] = await workspace.fs.readFile(fileOf(uri));
    return first === 0x50 && second === 0x4b;
  }
  return /\.docx$/iu.test(uri.path);
}

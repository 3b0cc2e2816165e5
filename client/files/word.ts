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
  l10n,
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
import { literal } from '../../server/lsp/messages/literal';
import {
  type WordRefusal,
  type WordText,
  type WriteWordParams,
  wordText,
  writeWord,
} from '../../server/lsp/messages/word';
import type { Machine } from '../connection/machine';
import type { Server } from '../connection/server';
import { ownLanguage } from '../editor/documents';
import { messageOf, tell } from '../editor/log';
import { baseName, documentEndings } from '../editor/names';
import { inform, warn } from '../editor/say';
import { fileOf, isWord, shownAs, wordScheme } from '../editor/word-uri';

// A document of an office program is shown, and where it is one that we write also edited, as the text that the server reads in it: a
// file of a scheme of its own, whose reading and saving are reading and writing the document.

/** What VS Code opens reports with, by their names, and what users may choose for any document. */
const editorTypes = ['nianbao.word', 'nianbao.anyWord'];

/** Shows documents of office programs as text, and writes what was changed there back into them. */
export function serveWord(server: Server, { isCaseSensitive }: Machine, log: LogOutputChannel): Disposable {
  const files = new WordFiles(server);
  return Disposable.from(
    files,
    workspace.registerFileSystemProvider(wordScheme, files, { isCaseSensitive }),
    workspace.onDidOpenTextDocument((document) => void inOwnLanguage(document)),
    ...editorTypes.map((type) => window.registerCustomEditorProvider(type, textInstead(log))),
    commands.registerCommand('nianbao.openWord', async (uri?: Uri) => {
      const chosen = uri ?? (await choose());
      if (chosen) await open(chosen, log);
    }),
  );
}

async function choose(): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({ filters: { [l10n.t('Documents')]: [...documentEndings] } })) ?? [];
  return chosen;
}

async function open(uri: Uri, log: LogOutputChannel): Promise<void> {
  try {
    await window.showTextDocument(await workspace.openTextDocument(shownAs(uri)), { preview: false });
  } catch (error) {
    await tell(log, l10n.t('{0} was not opened: {1}', baseName(uri), messageOf(error)), error);
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
      for (const note of notesOn(baseName(uri), read)) inform(note);
    }
    return new TextEncoder().encode(mark + read.text);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const text = linesOf(new TextDecoder().decode(content));
    const voidsSignature = this.voided.has(uri.path);
    const params: WriteWordParams = { uri: fileOf(uri).toString(), text, voidsSignature };
    const answer = await this.server.ask<true | WordRefusal>(writeWord, params);
    if (answer === true) return;
    if (!answer) throw refused();
    if (answer.rest !== undefined) void offerRest(uri, text, { ...answer, rest: answer.rest });
    if (answer.isSigned) void this.offerVoiding(uri);
    throw refused(answer.refusal);
  }

  /** Asks whether the digital signature may go, and saves then. */
  private async offerVoiding(uri: Uri): Promise<void> {
    const question = l10n.t(
      '{0} was not saved: it has a digital signature, which saving makes invalid, so that it would have to be signed again. What you changed is still in the editor.',
      baseName(uri),
    );
    const voidSignature = l10n.t('Save without Signature');
    if ((await warn(question, voidSignature)) !== voidSignature) return;
    this.voided.add(uri.path);
    await openAt(uri)?.save();
  }

  readDirectory(): [] {
    return [];
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions(l10n.t('There are only documents here'));
  }

  delete(): never {
    throw FileSystemError.NoPermissions(l10n.t('Please delete the document in the explorer'));
  }

  rename(): never {
    throw FileSystemError.NoPermissions(l10n.t('Please rename the document in the explorer'));
  }

  dispose(): void {
    this.changes.dispose();
  }
}

/** What is said of a document when it is first read. */
function notesOn(name: string, { isTracked, isSigned, notices }: Exclude<WordText, WordRefusal>): string[] {
  return [
    ...(isTracked
      ? [
          l10n.t(
            '{0} has tracked changes and is read as if all were accepted; what you change here is written into the file untracked.',
            name,
          ),
        ]
      : []),
    ...(isSigned
      ? [
          l10n.t(
            '{0} has a digital signature, which any saved change makes invalid; you will be asked before that.',
            name,
          ),
        ]
      : []),
    ...notices.map((notice) => l10n.t('{0}: {1}', name, notice)),
  ];
}

const openAt = (uri: Uri): TextDocument | undefined =>
  workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());

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
    ? [
        l10n.t(
          '{0} was not saved: Word numbers its headings, there is one more, and the numbers behind it change.',
          baseName(uri),
        ),
        l10n.t('Save as Word Numbers It'),
      ]
    : [
        l10n.t(
          '{0} was not saved: some changes cannot be written into the Word file. The rest can be saved; what is taken back comes again with Undo.',
          baseName(uri),
        ),
        l10n.t('Take Back What Cannot Be Written and Save the Rest'),
      ];
  if ((await warn(question, answer)) !== answer) return;
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

/** VS Code shows the reason in a sentence of its own, behind the name of the error, which would be English words. */
const refused = (reason = l10n.t('The server did not answer')): FileSystemError =>
  Object.assign(FileSystemError.Unavailable(literal(reason)), { name: '' });

/** Whether a document is one that is written. Those of WPS are so where they are archives. */
async function isWritten(uri: Uri): Promise<boolean> {
  if (/\.wps$/iu.test(uri.path)) {
    const [first, second] = await workspace.fs.readFile(fileOf(uri));
    return first === 0x50 && second === 0x4b;
  }
  return /\.docx$/iu.test(uri.path);
}

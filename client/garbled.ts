import {
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  commands,
  Diagnostic,
  type DiagnosticCollection,
  DiagnosticSeverity,
  Disposable,
  type LogOutputChannel,
  languages,
  type Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { isCandidate, ownLanguage, selector, sign } from './documents';
import { encodingName, nameOf, reopen, rightEncoding, unreadable } from './encoding';
import { afterPause } from './pause';
import type { Server } from './server';

/** What the commonest characters of UTF-8 become when it is read as GBK, and any bytes when they are read as Latin letters. */
const traces = /[锛銆鐨\u0080-\u00ff]/gu;
const fewestTraces = 8;
/** So much of a text shows how it was read. */
const head = 4000;

/** What is said of a report whose text shows as garbage; the server's rules speak of what can be read. */
const code = 'garbled-file';
/** Behind a quick fix and a key; in no menu. */
const discardCommand = 'nianbao.discardAndReopen';
const saveCommand = 'nianbao.saveGarbled';

/**
 * Opens a report again in the encoding that it is written in, where it was opened in another: saving would destroy it. Files under
 * other names than those of reports are opened as UTF-8, and many offices still write GBK. It is done once while a file is open;
 * where it cannot be done (the text was changed) or users want it otherwise, the file is marked while it shows as garbage, and the
 * key that saves asks first.
 */
export function guardEncoding(server: Server, log: LogOutputChannel): Disposable {
  const marks = languages.createDiagnosticCollection('nianbao-garbled');
  const reopened = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const isDoubtful = isCandidate(document) && looksGarbled(document);
    const encoding = isDoubtful ? await rightEncoding(server, document) : undefined;
    if (document.isClosed || document.version !== version) return;
    if (encoding && !document.isDirty && !reopened.has(uri.toString())) {
      reopened.add(uri.toString());
      await openIn(document, encoding);
    } else marks.set(uri, encoding ? [markOf(document, encoding)] : []);
    await tellKeys(marks);
  };
  const pauses = afterPause((document) => {
    look(document).catch((error) => log.warn('未能判断文件的编码', error));
  });
  const isMarked = ({ uri }: TextDocument): boolean => marks.get(uri)?.length === 1;
  const start = (document: TextDocument): void => {
    if (!document.isUntitled && (isMarked(document) || looksGarbled(document))) pauses.start(document);
  };
  for (const document of workspace.textDocuments) start(document);
  return Disposable.from(
    marks,
    pauses,
    workspace.onDidOpenTextDocument(start),
    workspace.onDidChangeTextDocument(({ document }) => {
      // What was typed into readable text makes no garbage of it; only what is read anew may.
      if (!document.isDirty || isMarked(document)) start(document);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      reopened.delete(uri.toString());
      marks.delete(uri);
    }),
    window.onDidChangeActiveTextEditor(() => tellKeys(marks)),
    waysBack(server),
  );
}

/** What leads from a marked document back to its text: the quick fix, and the key that saves. */
const waysBack = (server: Server): Disposable =>
  Disposable.from(
    commands.registerCommand(discardCommand, async (uri: Uri) => {
      await discard(server, await workspace.openTextDocument(uri));
    }),
    commands.registerCommand(saveCommand, () => askBeforeSaving(server)),
    languages.registerCodeActionsProvider([...selector], { provideCodeActions: reopenActions }),
  );

/** Whether the document of the active editor is marked, for the key that saves. */
const tellKeys = (marks: DiagnosticCollection): Thenable<void> => {
  const active = window.activeTextEditor?.document.uri;
  return commands.executeCommand(
    'setContext',
    'nianbao.garbled',
    !!active && marks.get(active)?.length === 1,
  );
};

/** Says whether a text may be garbage; one under a report's name is, where it says nothing that every report says. */
function looksGarbled(document: TextDocument): boolean {
  const text = document.getText();
  if (text.includes(unreadable)) return true;
  if (document.languageId === ownLanguage && text !== '' && !sign.test(text)) return true;
  return (text.slice(0, head).match(traces)?.length ?? 0) >= fewestTraces;
}

async function openIn(document: TextDocument, encoding: string): Promise<void> {
  await workspace.openTextDocument(document.uri, { encoding });
  const name = encodingName(encoding);
  void window.showInformationMessage(`${nameOf(document)} 是用 ${name} 写成的，已经按这个编码打开。`);
}

function markOf(document: TextDocument, encoding: string): Diagnostic {
  const message = `这份年报是用 ${encodingName(encoding)} 写成的，现在显示为乱码。请不要保存，否则原文会损坏；请以 ${encodingName(encoding)} 重新打开`;
  const mark = new Diagnostic(document.lineAt(0).range, message, DiagnosticSeverity.Error);
  mark.source = '年报';
  mark.code = code;
  return mark;
}

function reopenActions(document: TextDocument, _range: Range, context: CodeActionContext): CodeAction[] {
  const diagnostics = context.diagnostics.filter((each) => each.code === code);
  if (diagnostics.length === 0) return [];
  const title = document.isDirty ? '放弃改动，以正确的编码重新打开' : '以正确的编码重新打开';
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command: discardCommand, arguments: [document.uri] };
  action.diagnostics = diagnostics;
  action.isPreferred = true;
  return [action];
}

/** Opens a report anew as it is on the disk. What was typed into garbage is nothing to keep. */
async function discard(server: Server, document: TextDocument): Promise<void> {
  if (document.isDirty) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await reopen(server, document);
}

async function askBeforeSaving(server: Server): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const [discarding, saving] = ['放弃改动，重新打开', '仍然保存'];
  const question = `${nameOf(document)} 现在显示为乱码，保存会把乱码写进文件，原文不能再恢复。`;
  const chosen = await window.showWarningMessage(question, { modal: true }, discarding, saving);
  if (chosen === discarding) await discard(server, document);
  if (chosen === saving) await document.save();
}

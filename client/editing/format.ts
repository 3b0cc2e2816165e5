import {
  type Disposable,
  l10n,
  type Position,
  type Range,
  Selection,
  type TextDocument,
  type TextEdit,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { type FormatParams, type Formatting, formatTables } from '../../server/lsp/messages/writing';
import type { Server } from '../connection/server';
import { inform } from '../editor/say';
import { serverUri } from '../editor/word-uri';
import { listed } from '../editor/words';

/**
 * Lays the tables of a report out anew, those in the selection where there is one, and says what was done; one undo takes it back. The
 * same as the editor's own commands that format, for documents whose language has other formatters too.
 */
export async function formatReport(server: Server, document: TextDocument): Promise<void> {
  const editor = window.activeTextEditor;
  const selected = editor?.document === document ? editor.selection : undefined;
  const range = selected && !selected.isEmpty ? selected : undefined;
  const { formatting, edits } = await formattingOf(server, document, range);
  if (!formatting) return;
  const isCurrent = document.version === formatting.version;
  const stay = isCurrent && editor && selected ? keepingPlaces(editor, edits) : undefined;
  const change = new WorkspaceEdit();
  change.set(document.uri, [...edits]);
  const isDone = isCurrent && (edits.length === 0 || (await workspace.applyEdit(change)));
  if (isDone) stay?.();
  inform(
    isDone ? said(formatting) : l10n.t('The document has changed meanwhile. Please run the command again.'),
  );
}

/** Has the editor's own commands that format say in the status bar what was done: they may go on at every saving. */
export const tellingFormats = (server: () => Server): Middleware => ({
  provideDocumentFormattingEdits: (document) => toldEdits(server(), document),
  provideDocumentRangeFormattingEdits: (document, range) => toldEdits(server(), document, range),
});

async function toldEdits(server: Server, document: TextDocument, range?: Range): Promise<TextEdit[]> {
  const { formatting, edits } = await formattingOf(server, document, range);
  if (formatting?.version !== document.version) return [];
  if (window.activeTextEditor?.document === document) tellOnce(document, said(formatting), edits.length > 0);
  return [...edits];
}

const shownFor = 8000;
const waitedFor = 5000;

/** Tells once a document is changed, where something is to change in it, and at once where nothing is. */
function tellOnce(document: TextDocument, message: string, isChanging: boolean): void {
  const tell = (): Disposable => window.setStatusBarMessage(message, shownFor);
  if (!isChanging) {
    tell();
    return;
  }
  const listener = workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document) return;
    listener.dispose();
    tell();
  });
  // Who asked may make nothing of the answer.
  setTimeout(() => listener.dispose(), waitedFor);
}

async function formattingOf(server: Server, document: TextDocument, range?: Range) {
  const { code2ProtocolConverter, protocol2CodeConverter } = await server.client();
  const params: FormatParams = {
    uri: serverUri(document.uri),
    range: range ? code2ProtocolConverter.asRange(range) : null,
  };
  const formatting = await server.ask<Formatting>(formatTables, params);
  const edits = (await protocol2CodeConverter.asTextEdits([...(formatting?.edits ?? [])])) ?? [];
  return { formatting, edits: edits as readonly TextEdit[] };
}

/** Answers what puts the cursors of an editor, once some edits are made, into the cells in which they were. */
function keepingPlaces(editor: TextEditor, edits: readonly TextEdit[]): () => void {
  const { document } = editor;
  const changes = edits
    .map(({ range, newText }) => ({
      from: document.offsetAt(range.start),
      to: document.offsetAt(range.end),
      length: newText.length,
    }))
    .sort((a, b) => a.from - b.from);
  const text = document.getText();
  const moved = (position: Position): number => {
    const at = document.offsetAt(position);
    let shift = 0;
    for (const { from, to, length } of changes) {
      // Who stands behind a word stays behind it.
      const isBefore = at < from || (at === from && (from < to || /[^\s|]/u.test(text.charAt(at - 1))));
      if (isBefore) break;
      // Within what is replaced there is no place to stay in: the next word is one.
      shift += length - (Math.min(at, to) - from);
    }
    return at + shift;
  };
  const places = editor.selections.map(({ anchor, active }) => [moved(anchor), moved(active)] as const);
  return () => {
    editor.selections = places.map(
      ([anchor, active]) => new Selection(document.positionAt(anchor), document.positionAt(active)),
    );
  };
}

/** What was done, in a line. */
function said({ count, left, found }: Formatting): string {
  if (found === 0) return l10n.t('No table was recognised that could be laid out.');
  const others = left.length > 0 && listed(left);
  if (count > 0)
    return others
      ? l10n.t(
          'Tables laid out: {0}. Left as they are, since other content stands among them: {1}.',
          count,
          others,
        )
      : l10n.t('Tables laid out: {0}.', count);
  return others
    ? l10n.t('Left as they are, since other content stands among them: {0}.', others)
    : l10n.t('The tables are tidy already; nothing was changed.');
}

import {
  Disposable,
  type LogOutputChannel,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type DocumentParams, type DocumentReading, reading } from '../server/lsp/messages';
import { isCandidate } from './documents';
import { tellNoReport } from './exporting';
import { legendOf, type Paint, paintOf } from './paint';
import type { Server } from './server';

/** The developer's view: how a report was read, shown over its text. */
export interface ReadingView extends Disposable {
  /** Shows it over a document, or takes it away where it is shown. */
  toggle(document: TextDocument): Promise<void>;
}

/** While somebody types the view waits for a pause. */
const pauseMs = 300;

/** Makes the view; nothing is asked for before it is first shown, and it follows edits as long as it is. */
export function readingView(server: Server, log: LogOutputChannel): ReadingView {
  const readings = new Map<TextDocument, DocumentReading | null>();
  const legend = legendOf();
  let paint: Paint | undefined;
  let timer: NodeJS.Timeout | undefined;

  const show = (editors: readonly TextEditor[]): void => {
    for (const editor of editors) {
      const read = readings.get(editor.document);
      // Of an older version the marks move with the text until the answer for this one is there.
      if (!read || read.version === editor.document.version) paint?.show(editor, read ?? undefined);
    }
    const active = window.activeTextEditor?.document;
    legend.show(active && readings.get(active));
  };
  const refresh = async (document: TextDocument): Promise<void> => {
    const read = await ask(server, document);
    if (!readings.has(document) || (read && read.version !== document.version)) return;
    readings.set(document, read);
    show(window.visibleTextEditors.filter((editor) => editor.document === document));
  };
  const follow = (document: TextDocument): void => {
    if (!readings.has(document)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const [each, read] of readings) {
        if (read?.version === each.version) continue;
        refresh(each).catch((error) => log.warn('未能取得识别结果', error));
      }
    }, pauseMs);
  };
  const events = Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => follow(document)),
    workspace.onDidCloseTextDocument((document) => void readings.delete(document)),
    window.onDidChangeVisibleTextEditors(show),
    window.onDidChangeActiveTextEditor(() => show([])),
  );
  return {
    async toggle(document) {
      if (readings.delete(document)) {
        show(window.visibleTextEditors.filter((editor) => editor.document === document));
        return;
      }
      const read = await ask(server, document);
      if (!read) {
        tellNoReport();
        return;
      }
      paint ??= paintOf();
      readings.set(document, read);
      show(window.visibleTextEditors.filter((editor) => editor.document === document));
      follow(document);
    },
    dispose: () => {
      clearTimeout(timer);
      for (const each of [events, legend, paint]) each?.dispose();
    },
  };
}

async function ask(server: Server, document: TextDocument): Promise<DocumentReading | null> {
  const params: DocumentParams = { uri: document.uri.toString() };
  return isCandidate(document) ? server.ask<DocumentReading>(reading, params) : null;
}

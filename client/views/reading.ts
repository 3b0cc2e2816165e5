import {
  Disposable,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import { type DocumentParams, type DocumentReading, reading } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { isCandidate } from '../editor/documents';
import { serverUri } from '../editor/word-uri';
import { tellNoReport } from '../recognition/no-report';
import { legendOf, type Paint, paintOf } from './paint';

/** While somebody types the view waits for a pause. */
const pauseMs = 300;

/**
 * The developer's view: how reports were read, shown over their text. Nothing is asked for before it is first shown; it follows
 * edits as long as it is.
 */
export class ReadingView implements Disposable {
  /** The documents that it is shown over; null where one is no report any more. */
  private readonly readings = new Map<TextDocument, DocumentReading | null>();
  private readonly legend = legendOf();
  private readonly events: Disposable;
  private paint: Paint | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly server: Server,
    private readonly log: LogOutputChannel,
  ) {
    this.events = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => this.follow(document)),
      workspace.onDidCloseTextDocument((document) => void this.readings.delete(document)),
      window.onDidChangeVisibleTextEditors((editors) => this.show(editors)),
      window.onDidChangeActiveTextEditor(() => this.show([])),
    );
  }

  /** Shows it over a document, or takes it away where it is shown. */
  async toggle(document: TextDocument): Promise<void> {
    if (!this.readings.delete(document)) {
      const read = await this.ask(document);
      if (!read) {
        await tellNoReport(this.server, document);
        return;
      }
      this.readings.set(document, read);
      // What was typed while the server read.
      this.follow(document);
    }
    this.show(editorsOf(document));
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const each of [this.events, this.legend, this.paint]) each?.dispose();
  }

  private show(editors: readonly TextEditor[]): void {
    for (const editor of editors) {
      const read = this.readings.get(editor.document);
      // Marks of an older version move with the text until the answer for this one is there.
      if (read && read.version !== editor.document.version) continue;
      if (read) this.paint ??= paintOf();
      this.paint?.show(editor, read ?? undefined);
    }
    const active = window.activeTextEditor?.document;
    this.legend.show(active && this.readings.get(active));
  }

  private follow(document: TextDocument): void {
    if (!this.readings.has(document)) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const [each, read] of this.readings) {
        if (read?.version === each.version) continue;
        this.refresh(each).catch((error) =>
          this.log.warn(l10n.t('Could not learn how the text is read'), error),
        );
      }
    }, pauseMs);
  }

  private async refresh(document: TextDocument): Promise<void> {
    const read = await this.ask(document);
    if (!this.readings.has(document) || (read && read.version !== document.version)) return;
    this.readings.set(document, read);
    this.show(editorsOf(document));
  }

  private async ask(document: TextDocument): Promise<DocumentReading | null> {
    const params: DocumentParams = { uri: serverUri(document.uri) };
    return isCandidate(document) ? this.server.ask<DocumentReading>(reading, params) : null;
  }
}

const editorsOf = (document: TextDocument): TextEditor[] =>
  window.visibleTextEditors.filter((editor) => editor.document === document);

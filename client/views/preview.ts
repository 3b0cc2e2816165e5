import {
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type DocumentParams, type Preview, preview } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { baseName } from '../editor/names';
import { afterPause } from '../editor/pause';
import { showRange } from '../editor/places';
import { serverUri } from '../editor/word-uri';
import { tellNoReport } from '../recognition/no-report';
import type { FromPreview, ToPreview } from '../webview/messages';

/** Who has just led the other does not follow it. */
const leadMs = 400;

/** The kind of the panel, by which VS Code opens it again after a reload. */
const viewType = 'nianbao.preview';

/** The previews of documents, one each. */
export interface Previews extends Disposable {
  /** Shows the preview of a document beside it; brings the one that there is to the front. */
  open(document: TextDocument): Promise<void>;
}

/** Makes the previews; none is there before the first is asked for, or VS Code brings one back. */
export function previewsOf(server: Server, log: LogOutputChannel, extension: Uri): Previews {
  const shown = new Map<string, Shown>();
  const show = (panel: WebviewPanel, document: TextDocument): void => {
    const key = document.uri.toString();
    const one = shownIn(panel, { server, log, extension, document });
    shown.set(key, one);
    panel.onDidDispose(() => {
      one.dispose();
      shown.delete(key);
    });
  };
  const serializer = window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel, state: unknown) {
      const uri = typeof state === 'string' ? Uri.parse(state) : undefined;
      if (uri) show(panel, await workspace.openTextDocument(uri));
      else panel.dispose();
    },
  });
  return {
    async open(document) {
      const there = shown.get(document.uri.toString());
      if (there) return there.panel.reveal(undefined, true);
      if (!(await previewOf(server, document))) return tellNoReport(server, document);
      // It is beside the text: one of which no editor is open is closed by VS Code after a while.
      if (editorsOf(document).length === 0) await window.showTextDocument(document, { preview: false });
      const options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist')] };
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      show(window.createWebviewPanel(viewType, '', place, options), document);
    },
    // The panels stay: a window that is loaded anew brings them back.
    dispose: () => Disposable.from(serializer, ...shown.values()).dispose(),
  };
}

interface Shown extends Disposable {
  readonly panel: WebviewPanel;
}

interface Source {
  readonly server: Server;
  readonly log: LogOutputChannel;
  readonly extension: Uri;
  readonly document: TextDocument;
}

/** Fills a panel with a document's preview and keeps both in step. */
function shownIn(panel: WebviewPanel, source: Source): Shown {
  const { document } = source;
  const { webview } = panel;
  const send = (message: ToPreview): void => void webview.postMessage(message);
  const drawing = drawingOf(source, send);
  let ledAt = 0;
  const events = Disposable.from(
    drawing,
    webview.onDidReceiveMessage((message: FromPreview) => {
      if (message.kind === 'ready') return drawing.follow();
      ledAt = Date.now();
      if (message.kind === 'go') return void goTo(document, message.at);
      for (const editor of editorsOf(document)) scrollTo(editor, message.line);
    }),
    workspace.onDidCloseTextDocument((closed) => {
      // A document that gets another language is closed and opened in one go.
      if (closed === document) setTimeout(() => document.isClosed && panel.dispose());
    }),
    cursorOf(document, (message) => {
      if (Date.now() - ledAt >= leadMs) send(message);
    }),
  );
  panel.title = l10n.t('Preview {0}', baseName(document.uri));
  webview.html = frame(webview, source.extension);
  return { panel, dispose: () => events.dispose() };
}

/** Over what was drawn before, which may be right no more. */
const outdated = (): string =>
  `<p class="outdated verdict warning" role="status">${l10n.t('The preview is out of date: the server did not answer. Below is what it was before.')}</p>`;

/** What draws a document, again after every pause. */
interface Drawing extends Disposable {
  follow(): void;
}

function drawingOf({ document, server, log }: Source, send: (message: ToPreview) => void): Drawing {
  let isNew = true;
  let last = { html: '', style: '' };
  const show = (html: string): void => {
    send({ kind: 'show', uri: document.uri.toString(), html, style: last.style });
  };
  const draw = async (): Promise<void> => {
    const drawn = await previewOf(server, document);
    // What was typed while the server read is drawn after the next pause.
    if (drawn && drawn.version !== document.version) return;
    last = drawn ?? {
      html: `<p class="absent">${l10n.t('This text is not recognised as a report.')}</p>`,
      style: '',
    };
    show(last.html);
    const [editor] = isNew ? editorsOf(document) : [];
    isNew = false;
    if (editor) send(pointAt(editor.selection.active));
  };
  const pauses = afterPause(() => {
    draw().catch((error) => {
      log.warn(l10n.t('Could not update the preview'), error);
      show(`${outdated()}${last.html}`);
    });
  });
  const follow = (): void => pauses.start(document);
  const events = Disposable.from(
    pauses,
    workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) follow();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === document.uri.toString())) follow();
    }),
  );
  return { follow, dispose: () => events.dispose() };
}

/** Tells where the cursor of a document is, and which line of it is the first in sight. */
const cursorOf = (document: TextDocument, tell: (message: ToPreview) => void): Disposable =>
  Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (textEditor.document !== document || !selection) return;
      tell(pointAt(selection.active));
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [range] }) => {
      if (textEditor.document === document && range) tell({ kind: 'scroll', line: range.start.line });
    }),
  );

const pointAt = ({ line, character }: Position): ToPreview => ({ kind: 'point', line, character });

const previewOf = (server: Server, document: TextDocument): Promise<Preview | null> => {
  const params: DocumentParams = { uri: serverUri(document.uri) };
  return server.ask<Preview>(preview, params);
};

const editorsOf = (document: TextDocument): TextEditor[] =>
  window.visibleTextEditors.filter((editor) => editor.document === document);

/** Selects in the text what was clicked in the preview. */
async function goTo(document: TextDocument, at: string): Promise<void> {
  const [from = 0, start = 0, to = 0, end = 0] = at.split(/[:-]/u).map(Number);
  const range = { start: { line: from, character: start }, end: { line: to, character: end } };
  await showRange(document, range, editorsOf(document)[0]?.viewColumn ?? ViewColumn.One);
}

const scrollTo = (editor: TextEditor, line: number): void =>
  editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);

/** An empty page that may run our script alone and load nothing. */
function frame(webview: Webview, extension: Uri): string {
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('');
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'preview.js'));
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}" id="style"></style>
</head>
<body class="live">
<p id="said" class="unseen" role="status"></p>
<main id="report"></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

import { PassThrough } from 'node:stream';
import {
  createConnection,
  StreamMessageReader as ServerReader,
  StreamMessageWriter as ServerWriter,
} from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../../server/lsp/machine/files';
import { createServer } from '../../../server/lsp/server';
import type { Span } from '../../../server/text/span';
import type { Limit } from '../../../server/workspace/limit';
import { speakHere } from '../../../server/workspace/tongue';

/** A client that can do all that VS Code can, as far as the server asks. */
export const capable = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    publishDiagnostics: { relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
} satisfies ClientCapabilities;

const { diagnostic: _, ...textDocumentWithoutPull } = capable.textDocument;

/** The same client where it cannot ask for diagnostics, and one that can do nothing. */
export const pushed: ClientCapabilities = { ...capable, textDocument: textDocumentWithoutPull };
export const incapable: ClientCapabilities = {};

/** A client and a server talking over a pair of streams. */
export interface Session {
  readonly connection: MessageConnection;
  readonly capabilities: ServerCapabilities;
  /** Diagnostics that the server sent by itself, the latest last. */
  readonly published: PublishDiagnosticsParams[];
  /** What the server asked or told, by method, in order. */
  readonly received: string[];
  readonly log: string[];
  /** The messages that users were shown. */
  readonly shown: string[];
  /** What the server is told when it asks for settings. */
  settings: Readonly<Record<string, unknown>>;
  /** What it is told when it asks for sections other than ours. */
  readonly sections: Record<string, unknown>;
  /** What the answer with the settings waits for. */
  held: Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces a span of the document as it was last told. */
  change(uri: string, version: number, span: Span | undefined, newText: string): Promise<void>;
  /** Replaces the whole document. */
  replace(uri: string, version: number, text: string): Promise<void>;
  diagnose(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  close(): void;
}

interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly settings?: Session['settings'];
  /** What the server can reach, and the folders that the client has open. */
  readonly files?: Files;
  readonly limit?: Limit;
  readonly folders?: readonly string[];
  /** The language of its user, as BCP 47 tags it. */
  readonly locale?: string;
}

const opened: Session[] = [];

/** Ends all sessions of a test. */
export function closeSessions(): void {
  for (const session of opened.splice(0)) session.close();
}

/** Starts a server and a client that has introduced itself. */
export async function start(options: Options = {}): Promise<Session> {
  const { capabilities = capable, initializationOptions = { rulePageScheme: 'nianbao-doc' } } = options;
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new ServerReader(toServer), new ServerWriter(toClient));
  createServer(server, {
    ...(options.files && { files: options.files }),
    ...(options.limit && { limit: options.limit }),
    speak: speakHere,
  });
  const connection = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const session = sessionOf(connection, options.settings ?? {}, () => {
    connection.dispose();
    server.dispose();
  });
  opened.push(session);
  connection.listen();
  const { capabilities: offered } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    locale: options.locale,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities,
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return Object.assign(session, { capabilities: offered });
}

function sessionOf(connection: MessageConnection, settings: Session['settings'], close: () => void): Session {
  const published: PublishDiagnosticsParams[] = [];
  const received: string[] = [];
  const log: string[] = [];
  const shown: string[] = [];
  const texts = new Map<string, string>();
  const changed = (uri: string, version: number, change: object): Promise<void> =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  const session: Session = {
    connection,
    capabilities: {},
    published,
    received,
    log,
    shown,
    settings,
    sections: {},
    held: Promise.resolve(),
    open: (uri, text, languageId = 'nianbao') => {
      texts.set(uri, text);
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    change: (uri, version, span, newText) => {
      const text = texts.get(uri) ?? '';
      texts.set(uri, text.slice(0, span?.start) + newText + text.slice(span?.end));
      return changed(uri, version, { range: rangeIn(text, span), text: newText });
    },
    replace: (uri, version, text) => {
      texts.set(uri, text);
      return changed(uri, version, { text });
    },
    diagnose: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    close,
  };
  connection.onRequest(async (method, params) => {
    received.push(method);
    if (method !== 'workspace/configuration') return null;
    await session.held;
    return (params as { items: readonly { section: string }[] }).items.map(({ section }) =>
      section === 'nianbao' ? session.settings : (session.sections[section] ?? null),
    );
  });
  connection.onNotification((method, params) => {
    received.push(method);
    if (method === 'textDocument/publishDiagnostics') published.push(params as PublishDiagnosticsParams);
    if (method === 'window/logMessage') log.push((params as { message: string }).message);
    if (method === 'window/showMessage') shown.push((params as { message: string }).message);
  });
  return session;
}

/** The items of a full report of diagnostics; throws for any other. */
export function itemsOf(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  if (report.kind !== 'full') throw new Error(`a full report was expected, not ${JSON.stringify(report)}`);
  return report.items;
}

/** The range of a span of `text`. */
export function rangeIn(text: string, span: Span | undefined): Range {
  if (!span) throw new Error('no such mark');
  const document = TextDocument.create('file:///x', 'nianbao', 1, text);
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) };
}

/** Waits until `condition` gives something; rejects after twenty seconds, for what never comes. */
export async function until<T>(condition: () => T | undefined): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = condition();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

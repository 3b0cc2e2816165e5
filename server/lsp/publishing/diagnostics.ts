import {
  CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { say } from '../../text/say';
import type { Opened } from '../documents/documents';
import type { Feature, Host } from '../documents/host';
import type { Client } from '../protocol/client';
import { toDiagnostics } from '../protocol/convert';

/** Findings as diagnostics: asked for by clients that can, sent to all others; while typing or on saving, as users like. */
export const diagnostics: Feature = (host) => (host.client.pullsDiagnostics ? pulled(host) : pushed(host));

const diagnosticsOf = ({ reports }: Opened, client: Client): Diagnostic[] =>
  reports.flatMap(({ document, analysis }) => toDiagnostics(document, analysis, client));

/** Which revision of each document the client has the findings of. */
interface Shown {
  set(uri: string, revision: string): void;
  /** The documents whose findings were made beside other reports than there are now. */
  outdated(): readonly string[];
}

function shownRevisions({ documents }: Host): Shown {
  const revisions = new Map<string, string>();
  documents.all.onDidClose(({ document }) => void revisions.delete(document.uri));
  return {
    set: (uri, revision) => void revisions.set(uri, revision),
    outdated: () =>
      [...revisions].flatMap(([uri, revision]) => (documents.isOutdated(uri, revision) ? [uri] : [])),
  };
}

function pulled(host: Host): ReturnType<Feature> {
  const { connection, documents, guard, settings, reports } = host;
  const shown = shownRevisions(host);
  const answer = async (params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> => {
    const { uri } = params.textDocument;
    if (!documents.get(uri)) throw new ResponseError(LSPErrorCodes.RequestFailed, say`文档没有打开：${uri}`);
    const opened = await documents.open(uri);
    if (!opened)
      return { kind: DocumentDiagnosticReportKind.Full, items: documents.abandoned.diagnostics(uri) };
    shown.set(uri, opened.revision);
    const previous = params.previousResultId;
    // Findings of an older text stay until saving; those made under other settings do not.
    const keep = previous?.endsWith(`/${settings.generation}`) && !host.due.isDue(opened);
    if (previous !== undefined && (keep || previous === opened.revision)) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: previous };
    }
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId: opened.revision,
      items: diagnosticsOf(opened, host.client),
    };
  };
  connection.languages.diagnostics.on(guard.always('diagnostics', answer));
  const refresh = (): void => {
    if (!host.client.refreshesDiagnostics) return;
    connection.languages.diagnostics
      .refresh()
      .catch((error) => connection.console.warn(say`${'refresh'}：${String(error)}`));
  };
  settings.onDidChange(refresh);
  documents.writings.onDidFill(refresh);
  reports.onDidChange(() => {
    if (shown.outdated().length > 0) refresh();
  });
  return {
    // Documents lean on each other, but only on what is saved: clients are told when to ask again, and need not ask at every key.
    diagnosticProvider: { identifier: 'nianbao', interFileDependencies: false, workspaceDiagnostics: false },
  };
}

function pushed(host: Host): ReturnType<Feature> {
  const { connection, documents, guard, settings, reports } = host;
  const waiting = new Map<string, boolean>();
  const shown = shownRevisions(host);
  const send = guard.always('diagnostics', async ({ uri, always }: { uri: string; always: boolean }) => {
    const opened = await documents.open(uri);
    if (opened && !always && !host.due.isDue(opened)) return;
    if (opened) shown.set(uri, opened.revision);
    const items = opened ? diagnosticsOf(opened, host.client) : documents.abandoned.diagnostics(uri);
    await connection.sendDiagnostics({
      uri,
      diagnostics: items,
      ...(opened && { version: opened.document.version }),
    });
  });
  /** Changes that arrive together are answered together. */
  const schedule = (uri: string, always = false): void => {
    const scheduled = waiting.get(uri);
    waiting.set(uri, always || scheduled === true);
    if (scheduled !== undefined) return;
    setTimeout(() => {
      const params = { uri, always: waiting.get(uri) === true };
      waiting.delete(uri);
      // What goes wrong is in the log.
      if (documents.get(uri)) send(params, CancellationToken.None).catch(() => undefined);
    }, 0);
  };
  documents.all.onDidChangeContent(({ document }) => schedule(document.uri));
  documents.all.onDidSave(({ document }) => schedule(document.uri));
  documents.all.onDidClose(
    ({ document: { uri } }) => void connection.sendDiagnostics({ uri, diagnostics: [] }),
  );
  const again = (uris: readonly string[]): void => {
    for (const uri of uris) schedule(uri, true);
  };
  documents.writings.onDidFill((uri) => schedule(uri));
  settings.onDidChange(() => again(documents.all.keys()));
  reports.onDidChange(() => again(shown.outdated()));
  return {};
}

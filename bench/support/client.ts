import { spawn } from 'node:child_process';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type Range,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A language server in a process of its own, spoken to over its standard input and output as editors do. */
export interface Client {
  open(uri: string, text: string): Promise<readonly Diagnostic[]>;
  /** Types over a range; answers what the server finds then. */
  type(uri: string, range: Range, text: string): Promise<readonly Diagnostic[]>;
  end(): Promise<void>;
}

/** Starts the server of a bundle; rejects where it does not answer. */
export async function clientOf(bundle: string): Promise<Client> {
  const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: { relatedInformation: true, codeDescriptionSupport: true } },
    },
    initializationOptions: { rulePageScheme: 'nianbao-doc' },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return clientOver(connection);
}

function clientOver(connection: ProtocolConnection): Client {
  let version = 1;
  let previousResultId: string | undefined;
  const pull = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
    previousResultId = report.resultId;
    if (report.kind !== DocumentDiagnosticReportKind.Full) throw new Error('nothing new after a keystroke');
    return report.items;
  };
  return {
    async open(uri, text) {
      previousResultId = undefined;
      const textDocument = { uri, languageId: 'nianbao', version, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return pull(uri);
    },
    async type(uri, range, text) {
      version++;
      // Not awaited before the question is sent: an editor does not wait either.
      const changed = connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
      const [items] = await Promise.all([pull(uri), changed]);
      return items;
    },
    async end() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
    },
  };
}

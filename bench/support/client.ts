import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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
  open(uri: string, text: string, languageId?: string): Promise<readonly Diagnostic[]>;
  /** Types over a range; answers what the server finds then. */
  type(uri: string, range: Range, text: string): Promise<readonly Diagnostic[]>;
  /** What the processor spent in it until now, in milliseconds; undefined where the system does not tell (it does under Linux). */
  processor(): number | undefined;
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
  return clientOver(connection, child.pid);
}

function clientOver(connection: ProtocolConnection, pid: number | undefined): Client {
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
    async open(uri, text, languageId = 'nianbao') {
      previousResultId = undefined;
      const textDocument = { uri, languageId, version, text };
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
    processor: () => processorOf(pid),
    async end() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      connection.dispose();
    },
  };
}

/** What the processor spent in a process until now, in milliseconds: the 14th and 15th field, in hundredths of a second. */
function processorOf(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const [user, system] = (readFileSync(file, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13);
  return 10 * (Number(user) + Number(system));
}

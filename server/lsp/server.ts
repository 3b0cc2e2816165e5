import { type Connection, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActions } from './actions';
import { guardOf } from './answer';
import { clientOf } from './client';
import { custom } from './custom';
import { diagnostics } from './diagnostics';
import { documentsOf } from './documents';
import { foldingRanges } from './folding';
import { documentHighlights } from './highlights';
import { inlayHints } from './hints';
import type { Feature } from './host';
import { hover } from './hover';
import { settingsOf } from './settings';
import { documentSymbols } from './symbols';

const synchronization: Feature = () => ({
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
});

const features: readonly Feature[] = [
  synchronization,
  diagnostics,
  hover,
  documentHighlights,
  inlayHints,
  documentSymbols,
  foldingRanges,
  codeActions,
  custom,
];

/** Serves the client at the other end of `connection`; knows nothing of how the two are connected. */
export function createServer(connection: Connection): void {
  connection.onInitialize((params) => {
    const client = clientOf(params);
    const settings = settingsOf(connection, client);
    const documents = documentsOf(connection, settings);
    const guard = guardOf(connection, documents);
    const host = { connection, client, settings, documents, guard };
    return {
      capabilities: Object.assign({}, ...features.map((feature) => feature(host))),
      serverInfo: { name: 'nianbao' },
    };
  });
  connection.listen();
}

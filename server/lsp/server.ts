import { type Connection, TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActions } from './actions';
import { analystOf } from './analyst';
import { guardOf } from './answer';
import { articleLinks } from './articles';
import { checkWorkspace } from './checking';
import { clientOf } from './client';
import { completion } from './completion';
import { custom } from './custom';
import { definition } from './definition';
import { diagnostics } from './diagnostics';
import { documentsOf } from './documents';
import { dueOf } from './due';
import { foldingRanges } from './folding';
import { formatting } from './formatting';
import { documentHighlights } from './highlights';
import { inlayHints } from './hints';
import type { Feature } from './host';
import { hover } from './hover';
import { libraryOf } from './library';
import { type Machine, unlimited } from './machine';
import { moving } from './moving';
import { newReports } from './new-report';
import { refuse } from './order';
import { paste } from './paste';
import { preview } from './preview';
import { reading } from './reading';
import { references } from './references';
import { rename } from './rename';
import { reportsOf } from './reports';
import { rewriting } from './rewrite';
import { selectionRanges } from './selection';
import { settingsOf } from './settings';
import { status } from './status';
import { documentSymbols } from './symbols';
import { semanticTokens } from './tokens';
import { totals } from './totals';
import { wantedOf } from './wanted';
import { foldersIn, watching } from './watching';
import { word } from './word';
import { workspaceSymbols } from './workspace-symbols';

const synchronization: Feature = () => ({
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
});

const features: readonly Feature[] = [
  synchronization,
  diagnostics,
  hover,
  documentHighlights,
  definition,
  references,
  inlayHints,
  documentSymbols,
  workspaceSymbols,
  foldingRanges,
  selectionRanges,
  semanticTokens,
  codeActions,
  completion,
  custom,
  watching,
  checkWorkspace,
  reading,
  status,
  preview,
  totals,
  newReports,
  formatting,
  paste,
  moving,
  rename,
  articleLinks,
  rewriting,
  word,
];

/** Serves the client at the other end of `connection`; knows nothing of how the two are connected. */
export function createServer(connection: Connection, machine: Machine = {}): void {
  const { files, limit = unlimited, apart } = machine;
  const means = { limit, apart };
  refuse(connection);
  connection.onInitialize((params) => {
    const client = clientOf(params);
    machine.follow?.(params.processId);
    const waiting: (() => void)[] = [];
    connection.onInitialized(() => {
      for (const work of waiting) work();
    });
    const whenReady = (work: () => void): void => void waiting.push(work);
    const settings = settingsOf(connection, client, whenReady);
    const reports = reportsOf();
    const analyst = analystOf(connection, limit);
    const documents = documentsOf(connection, { settings, reports, limit, analyst });
    const due = dueOf(documents);
    const wanted = wantedOf(connection, client, settings);
    const library = libraryOf({ documents, reports, wanted, files, means, folders: foldersIn(params) });
    const guard = guardOf(connection, documents, limit);
    const made = { settings, documents, due, guard, reports, wanted, library };
    const host = { connection, whenReady, client, analyst, files, means, ...made };
    return {
      capabilities: Object.assign({}, ...features.map((feature) => feature(host))),
      serverInfo: { name: 'nianbao' },
    };
  });
  connection.listen();
}

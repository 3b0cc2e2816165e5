import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Tongue, tongue, tongueOf } from '../tongues/tongues';
import { codeActions } from './answers/actions';
import { agents } from './answers/agents';
import { articleLinks } from './answers/articles';
import { completion } from './answers/completion';
import { custom } from './answers/custom';
import { definition } from './answers/definition';
import { filling } from './answers/filling';
import { foldingRanges } from './answers/folding';
import { formatting } from './answers/formatting';
import { documentHighlights } from './answers/highlights';
import { inlayHints } from './answers/hints';
import { hover } from './answers/hover';
import { moving } from './answers/moving';
import { newReports } from './answers/new-report';
import { paste } from './answers/paste';
import { preview } from './answers/preview';
import { reading } from './answers/reading';
import { references } from './answers/references';
import { rename } from './answers/rename';
import { rewriting } from './answers/rewrite';
import { selectionRanges } from './answers/selection';
import { documentSymbols } from './answers/symbols';
import { semanticTokens } from './answers/tokens';
import { totals } from './answers/totals';
import { word } from './answers/word';
import { workspaceSymbols } from './answers/workspace-symbols';
import { writing } from './answers/writing';
import { analystOf } from './documents/analyst';
import { guardOf } from './documents/answer';
import { documentsOf } from './documents/documents';
import { dueOf } from './documents/due';
import type { Feature } from './documents/host';
import { libraryOf } from './documents/library';
import { reportsOf } from './documents/reports';
import { settingsOf } from './documents/settings';
import { wantedOf } from './documents/wanted';
import { clientFiles } from './machine/client-files';
import { firstOf } from './machine/files';
import { type Machine, unlimited } from './machine/machine';
import { refuse } from './machine/order';
import { clientOf } from './protocol/client';
import { checkWorkspace } from './publishing/checking';
import { diagnostics } from './publishing/diagnostics';
import { status } from './publishing/status';
import { foldersIn, watching } from './publishing/watching';

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
  filling,
  rename,
  articleLinks,
  rewriting,
  word,
  writing,
  agents,
];

/** The tongue of the client's user; for one that tells of none, that in which the server was started. */
const tongueIn = ({ locale }: InitializeParams): Tongue =>
  typeof locale === 'string' && locale !== '' ? tongueOf(locale) : tongue();

/** Serves the client at the other end of `connection`; knows nothing of how the two are connected. */
export function createServer(connection: Connection, machine: Machine = {}): void {
  const { limit = unlimited } = machine;
  refuse(connection);
  connection.onInitialize((params) => {
    const client = clientOf(params);
    machine.follow?.(params.processId);
    const { reachesFiles, programs } = client.options;
    const files = firstOf(machine.files, reachesFiles === true ? clientFiles(connection) : undefined);
    const means = { limit, apart: machine.apart?.(programs) };
    const waiting: (() => void)[] = [];
    connection.onInitialized(() => {
      for (const work of waiting) work();
    });
    const whenReady = (work: () => void): void => void waiting.push(work);
    const folders = foldersIn(params);
    const settings = settingsOf(connection, client, whenReady, { files, folders });
    const reports = reportsOf();
    const analyst = analystOf(connection, limit);
    const documents = documentsOf(connection, { settings, reports, limit, analyst });
    const due = dueOf(documents);
    const wanted = wantedOf(connection, client, settings);
    const library = libraryOf({ documents, reports, wanted, files, means, folders });
    const guard = guardOf(connection, documents, limit);
    const made = { settings, documents, due, guard, reports, wanted, library };
    const host = { connection, whenReady, client, analyst, files, means, ...made };
    const answer: InitializeResult = {
      capabilities: Object.assign({}, ...features.map((feature) => feature(host))),
      serverInfo: { name: 'nianbao' },
    };
    // All that is asked from here on finds somebody to answer it, also while the tongue is being loaded; findings in Chinese are better
    // than none.
    const loaded = Promise.resolve(machine.speak?.(tongueIn(params), programs));
    return loaded.catch((error: unknown) => connection.console.error(String(error))).then(() => answer);
  });
  connection.listen();
}

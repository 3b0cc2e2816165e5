import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { IgnoreParams } from '../server/lsp/messages/messages';
import { offersHere } from './agents/offers';
import type { Own } from './connection/launch';
import type { Machine } from './connection/machine';
import { type Server, serverOf, startOnDemand } from './connection/server';
import { followCursor } from './editing/filling';
import { formatReport, tellingFormats } from './editing/format';
import { ignoreRule } from './editing/ignore';
import { followTables, type Moving } from './editing/moving';
import { createReport } from './editing/new-report';
import { providePasting } from './editing/pasting';
import { leavingReadOnly } from './editing/read-only';
import { rewriteReport } from './editing/script';
import { fixAllTotals } from './editing/totals';
import { type Active, followActive } from './editor/active';
import { messageOf, tell } from './editor/log';
import { registerShowing } from './editor/places';
import { isReadOnly, tellReadOnly } from './editor/read-only';
import { ignoreCommand } from './editor/server-links';
import { shownAs } from './editor/word-uri';
import { guardEncoding } from './encoding/garbled';
import { guardLosses } from './encoding/losses';
import { originalsOf } from './encoding/originals';
import {
  exportAsAsked,
  exportPageToFile,
  exportToClipboard,
  exportToFile,
  previewJson,
} from './files/exporting';
import { serveWord } from './files/word';
import { adoptReports } from './recognition/adopt';
import { offerEnding } from './recognition/ending';
import { type KnownReports, knownReports } from './recognition/known';
import { tellNoReport } from './recognition/no-report';
import { saveCommand, saveReport } from './recognition/saving';
import { type Checking, workspaceCheck } from './views/checking';
import { registerFindings } from './views/findings';
import { markDocuments } from './views/marks';
import { providePages } from './views/pages';
import { previewsOf } from './views/preview';
import { ReadingView } from './views/reading';
import { openSample, serveSample } from './views/sample';
import { showStatus } from './views/status';

type DocumentCommand = (server: Server, document: TextDocument) => Promise<void>;

/** A command that changes the report. */
const changing =
  (run: DocumentCommand): DocumentCommand =>
  async (server, document) =>
    (await isReadOnly(document)) ? tellReadOnly(document) : run(server, document);

type DocumentCommands = Readonly<Record<string, readonly [title: string, run: DocumentCommand]>>;

/** Commands about a report: the one that is given, or the one in the active editor. */
const documentCommands = (): DocumentCommands => ({
  'nianbao.exportAs': [l10n.t('Export'), exportAsAsked],
  'nianbao.exportJson': [l10n.t('Export as JSON'), exportToFile('json')],
  'nianbao.copyJson': [l10n.t('Copy as JSON'), exportToClipboard],
  'nianbao.previewJson': [l10n.t('Preview JSON'), previewJson],
  'nianbao.exportPage': [l10n.t('Export Check Sheet'), exportPageToFile],
  'nianbao.exportWord': [l10n.t('Export as Word Document'), exportToFile('docx')],
  'nianbao.fixTotals': [l10n.t('Fix Totals'), changing(fixAllTotals)],
  'nianbao.formatTables': [l10n.t('Format Tables'), changing(formatReport)],
  'nianbao.simplify': [l10n.t('Convert to Simplified Characters'), changing(rewriteReport('simplified'))],
  'nianbao.removePinyin': [l10n.t('Remove Pinyin'), changing(rewriteReport('unglossed'))],
});

type View = (document: TextDocument) => Promise<void>;

/** Commands that show a report in another way. */
const viewCommands = (showReading: View, openPreview: View, mend: View): DocumentCommands => ({
  'nianbao.reopen': [l10n.t('Reopen'), (_, document) => mend(document)],
  'nianbao.showReading': [l10n.t('Show How the Report Was Read'), (_, document) => showReading(document)],
  'nianbao.openPreview': [l10n.t('Open Preview'), (_, document) => openPreview(document)],
});

type OtherCommand = (argument: unknown) => Promise<void>;

/** Commands about all reports, or none. */
const otherCommands = (
  server: Server,
  checking: Checking,
  tables: Moving,
): Readonly<Record<string, readonly [title: string, run: OtherCommand]>> => ({
  [ignoreCommand]: [l10n.t('Turn Rule Off'), (params) => ignoreRule(params as IgnoreParams)],
  [saveCommand]: [l10n.t('Save'), () => saveReport(server, window.activeTextEditor?.document)],
  'nianbao.newReport': [l10n.t('New Report'), (folder) => createReport(server, folder)],
  'nianbao.openSample': [l10n.t('Open Sample'), openSample],
  'nianbao.nextCell': [l10n.t('Go to Next Cell'), () => tables.move('next')],
  'nianbao.previousCell': [l10n.t('Go to Previous Cell'), () => tables.move('previous')],
  'nianbao.checkWorkspace': [l10n.t('Check Workspace'), async () => void (await checking.check())],
  'nianbao.restartServer': [l10n.t('Restart'), () => server.restart()],
});

/** What goes on by itself wherever there are reports. */
const attendance = (
  server: Server,
  machine: Machine,
  reports: KnownReports,
  log: LogOutputChannel,
): Disposable[] => [
  startOnDemand(server, log),
  adoptReports(log),
  guardLosses(log),
  offerEnding(log),
  providePasting(server),
  serveWord(server, machine, log),
  serveSample(),
  reports,
  showStatus(server, reports, log),
  registerFindings(server),
  followCursor(server, log),
  markDocuments(),
  registerShowing(),
  commands.registerCommand('nianbao.showLog', () => log.show()),
];

/** Starts the extension on a machine. */
export function start(context: ExtensionContext, machine: Machine): void {
  const log = window.createOutputChannel('年报 nianbao', { log: true });
  const reports = knownReports(context);
  const middleware = { ...tellingFormats(() => server), ...leavingReadOnly };
  const own: Own = { middleware, reports: reports.uris };
  const server: Server = serverOf({ context, machine, log, own });
  const view = new ReadingView(server, log);
  const previews = previewsOf(server, log, context.extensionUri);
  const checking = workspaceCheck(server);
  const encodings = guardEncoding(originalsOf(context), log);
  const active = followActive();
  const tables = followTables(server, log);
  const register = registering(log);
  const views = viewCommands(
    (document) => view.toggle(document),
    (document) => previews.open(document),
    (document) => encodings.mend(document),
  );
  const forDocuments = Object.entries({ ...documentCommands(), ...views }).map(([id, [title, run]]) =>
    register(id, title, (argument) => onDocument(argument, { server, active, run })),
  );
  context.subscriptions.push(
    log,
    server,
    encodings,
    ...attendance(server, machine, reports, log),
    providePages(server, checking.page),
    view,
    previews,
    checking,
    active,
    tables,
    offersHere(context, { server, machine, active, log }),
    ...forDocuments,
    ...Object.entries(otherCommands(server, checking, tables)).map(([id, [title, run]]) =>
      register(id, title, run),
    ),
  );
}

/** Registers commands of which it is told, by their titles, where they fail. */
const registering =
  (log: LogOutputChannel) =>
  (id: string, title: string, run: OtherCommand): Disposable =>
    commands.registerCommand(id, (argument: unknown) =>
      run(argument).catch((error) => tell(log, l10n.t('“{0}” failed: {1}', title, messageOf(error)), error)),
    );

interface Doing {
  readonly server: Server;
  readonly active: Active;
  readonly run: DocumentCommand;
}

/** Does something with the document of a command: menus hand over its address, the palette nothing. */
async function onDocument(argument: unknown, { server, active, run }: Doing): Promise<void> {
  const document =
    argument instanceof Uri ? await workspace.openTextDocument(shownAs(argument)) : active.document;
  await (document ? run(server, document) : tellNoReport(server, undefined));
}

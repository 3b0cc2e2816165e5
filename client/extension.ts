import {
  commands,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { IgnoreParams } from '../server/lsp/messages/messages';
import { type Server, serverOf, startOnDemand } from './connection/server';
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
import { tellNoReport } from './editor/no-report';
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

/** Commands about a report: the one that is given, or the one in the active editor. */
const documentCommands: Readonly<Record<string, readonly [title: string, run: DocumentCommand]>> = {
  'nianbao.exportAs': ['导出', exportAsAsked],
  'nianbao.exportJson': ['导出为 JSON', exportToFile('json')],
  'nianbao.copyJson': ['复制', exportToClipboard],
  'nianbao.previewJson': ['预览', previewJson],
  'nianbao.exportPage': ['导出核对表', exportPageToFile],
  'nianbao.exportWord': ['导出为 Word', exportToFile('docx')],
  'nianbao.fixTotals': ['修正合计', changing(fixAllTotals)],
  'nianbao.formatTables': ['整理表格', changing(formatReport)],
  'nianbao.simplify': ['转为简体', changing(rewriteReport('simplified'))],
  'nianbao.removePinyin': ['去掉拼音', changing(rewriteReport('unglossed'))],
};

type View = (document: TextDocument) => Promise<void>;

/** Commands that show a report in another way. */
const viewCommands = (showReading: View, openPreview: View, mend: View): typeof documentCommands => ({
  'nianbao.reopen': ['重新打开', (_, document) => mend(document)],
  'nianbao.showReading': ['显示识别结果', (_, document) => showReading(document)],
  'nianbao.openPreview': ['打开预览', (_, document) => openPreview(document)],
});

type OtherCommand = (argument: unknown) => Promise<void>;

/** Commands about all reports, or none. */
const otherCommands = (
  server: Server,
  checking: Checking,
  tables: Moving,
): Readonly<Record<string, readonly [title: string, run: OtherCommand]>> => ({
  [ignoreCommand]: ['关闭规则', (params) => ignoreRule(params as IgnoreParams)],
  [saveCommand]: ['保存', () => saveReport(server, window.activeTextEditor?.document)],
  'nianbao.newReport': ['新建年报', (folder) => createReport(server, folder)],
  'nianbao.openSample': ['打开样例', openSample],
  'nianbao.nextCell': ['移到下一格', () => tables.move('next')],
  'nianbao.previousCell': ['移到上一格', () => tables.move('previous')],
  'nianbao.checkWorkspace': ['检查工作区', async () => void (await checking.check())],
  'nianbao.restartServer': ['重新启动', () => server.restart()],
});

/** What goes on by itself wherever there are reports. */
const attendance = (server: Server, reports: KnownReports, log: LogOutputChannel): Disposable[] => [
  startOnDemand(server, log),
  adoptReports(log),
  guardLosses(log),
  offerEnding(log),
  providePasting(server),
  serveWord(server, log),
  serveSample(),
  reports,
  showStatus(server, reports, log),
  registerFindings(),
  markDocuments(),
  registerShowing(),
];

/** Called by VS Code when a document or command of ours is first met. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('年报 nianbao', { log: true });
  const reports = knownReports(context);
  const server: Server = serverOf(context, log, {
    middleware: { ...tellingFormats(() => server), ...leavingReadOnly },
    reports: reports.uris,
  });
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
  const forDocuments = Object.entries({ ...documentCommands, ...views }).map(([id, [title, run]]) =>
    register(id, title, (argument) => onDocument(argument, active, (document) => run(server, document))),
  );
  context.subscriptions.push(
    log,
    server,
    encodings,
    ...attendance(server, reports, log),
    providePages(server, checking.page),
    view,
    previews,
    checking,
    active,
    tables,
    commands.registerCommand('nianbao.showLog', () => log.show()),
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
      run(argument).catch((error) => tell(log, `${title}失败：${messageOf(error)}`, error)),
    );

/** Does something with the document of a command: menus hand over its address, the palette nothing. */
async function onDocument(argument: unknown, active: Active, work: View): Promise<void> {
  const document =
    argument instanceof Uri ? await workspace.openTextDocument(shownAs(argument)) : active.document;
  if (document) await work(document);
  else tellNoReport();
}

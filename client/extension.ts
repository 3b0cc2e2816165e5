import { commands, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode';
import type { IgnoreParams } from '../server/lsp/messages';
import { adoptReports } from './adopt';
import { workspaceCheck } from './checking';
import { reopen } from './encoding';
import { exportToClipboard, exportToFile, previewJson, tellNoReport } from './exporting';
import { guardEncoding } from './garbled';
import { ignoreCommand, ignoreRule } from './ignore';
import { messageOf, tell } from './log';
import { guardLosses } from './losses';
import { providePages } from './pages';
import { registerShowing } from './places';
import { ReadingView } from './reading';
import { type Server, serverOf, startOnDemand } from './server';
import { showStatus } from './status';
import { fixAllTotals } from './totals';

type DocumentCommand = (server: Server, document: TextDocument) => Promise<void>;

/** Commands about a report: the one that is given, or the one in the active editor. */
const documentCommands: Readonly<Record<string, readonly [title: string, run: DocumentCommand]>> = {
  'nianbao.exportJson': ['导出', exportToFile],
  'nianbao.copyJson': ['复制', exportToClipboard],
  'nianbao.previewJson': ['预览', previewJson],
  'nianbao.fixTotals': ['修正合计', fixAllTotals],
  'nianbao.reopen': ['重新打开', reopen],
};

/** Called by VS Code when a document or command of ours is first met. */
export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('年报 nianbao', { log: true });
  const server = serverOf(context, log);
  const view = new ReadingView(server, log);
  const checking = workspaceCheck(server);
  const register = (id: string, title: string, run: (argument: unknown) => Promise<void>) =>
    commands.registerCommand(id, (argument: unknown) =>
      run(argument).catch((error) => tell(log, `${title}失败：${messageOf(error)}`, error)),
    );
  const shown: DocumentCommand = (_, document) => view.toggle(document);
  const all = { ...documentCommands, 'nianbao.showReading': ['显示识别结果', shown] as const };
  const forDocuments = Object.entries(all).map(([id, [title, run]]) =>
    register(id, title, async (argument) => {
      const document = await documentOf(argument);
      if (document) await run(server, document);
      else tellNoReport();
    }),
  );
  context.subscriptions.push(
    log,
    server,
    startOnDemand(server, log),
    adoptReports(server, log),
    guardEncoding(server, log),
    guardLosses(server, log),
    providePages(server),
    showStatus(server, log),
    view,
    checking,
    registerShowing(),
    register(ignoreCommand, '关闭规则', (params) => ignoreRule(params as IgnoreParams)),
    register('nianbao.checkWorkspace', '检查工作区', async () => void (await checking.check())),
    register('nianbao.restartServer', '重新启动', () => server.restart()),
    commands.registerCommand('nianbao.showLog', () => log.show()),
    ...forDocuments,
  );
}

/** Menus hand over the address of a document, the palette nothing. */
async function documentOf(argument: unknown): Promise<TextDocument | undefined> {
  return argument instanceof Uri ? workspace.openTextDocument(argument) : window.activeTextEditor?.document;
}

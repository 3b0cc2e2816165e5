import {
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { type DocumentParams, type ReportStatus, status } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { isCandidate, ownLanguage } from '../editor/documents';
import { afterPause } from '../editor/pause';
import { serverUri } from '../editor/word-uri';
import type { KnownReports } from '../recognition/known';
import { findingsCommand } from './findings';

/**
 * Says in the language status how the active document was read, and in the status bar what it comes to; keeps the context key
 * `nianbao.recognised`.
 */
export function showStatus(server: Server, reports: KnownReports, log: LogOutputChannel): Disposable {
  const item = languages.createLanguageStatusItem('nianbao.status', { language: ownLanguage });
  item.name = '年报';
  const bar = window.createStatusBarItem('nianbao.verdict', StatusBarAlignment.Left, 0);
  bar.name = '年报核对结果';
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const known = document && server.running && isCandidate(document);
    const read = !known ? undefined : server.halted ? 'halted' : await ask(server, log, document);
    if (window.activeTextEditor?.document !== document) return;
    const recognised = read !== undefined && typeof read !== 'string' && read.recognised;
    // In other languages the item is seen only where the text is a report.
    const isOwn = !recognised && read !== 'halted';
    item.selector = { language: isOwn ? ownLanguage : (document?.languageId ?? ownLanguage) };
    show(item, read);
    showVerdict(bar, read);
    await commands.executeCommand('setContext', 'nianbao.recognised', recognised);
    if (document && typeof read === 'object') await reports.learn(document.uri, recognised);
    await commands.executeCommand('setContext', untitledReport, recognised && document?.isUntitled === true);
    await tellRewritable(recognised ? read : undefined);
  };
  void update();
  // What is typed may change how much could be checked, with no finding more or less.
  const pauses = afterPause((document) => {
    if (document === window.activeTextEditor?.document) void update();
  });
  return Disposable.from(
    item,
    bar,
    pauses,
    server.onDidChangeHalted(update),
    workspace.onDidChangeTextDocument(({ document }) => pauses.start(document)),
    workspace.onDidSaveTextDocument((document) => pauses.start(document)),
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void update();
    }),
  );
}

/** Whether the active document is a report that has no file yet, for the key that saves. */
const untitledReport = 'nianbao.untitledReport';

/** Whether there is something to be written otherwise in the active document, for the commands that do it. */
const rewritable: Readonly<Record<string, (read: ReportStatus) => number>> = {
  'nianbao.traditional': ({ traditional }) => traditional,
  'nianbao.glossed': ({ glosses }) => glosses,
};

async function tellRewritable(read: ReportStatus | undefined): Promise<void> {
  for (const [key, count] of Object.entries(rewritable))
    await commands.executeCommand('setContext', key, read !== undefined && count(read) > 0);
}

/** Shows what a report comes to, and nothing for any other document. */
function showVerdict(bar: StatusBarItem, read: Status): void {
  if (
    read === undefined ||
    (typeof read !== 'string' && !read.recognised && read.verdict.draft === undefined)
  ) {
    bar.hide();
    return;
  }
  const { text, detail, spoken } = typeof read === 'string' ? unread[read] : read.verdict;
  bar.command = read === 'halted' ? restart : findingsCommand;
  bar.text = text;
  bar.tooltip = detail;
  bar.accessibilityInformation = { label: spoken, role: 'button' };
  bar.show();
}

const unread = {
  failed: {
    item: '未能检查',
    text: '年报 ? 未能检查',
    detail: '检查服务没有回答，详见日志',
    spoken: '年报：未能检查',
  },
  halted: {
    item: '已停',
    text: '年报 已停',
    detail: '检查服务接连意外退出，已经停止，年报没有核对。点击重新启动',
    spoken: '年报：检查服务已停，按下重新启动',
  },
};

const restart = 'nianbao.restartServer';

/** What the server says of a document; undefined where it does not serve it, which is not the same as not answering. */
type Status = ReportStatus | undefined | keyof typeof unread;

async function ask(server: Server, log: LogOutputChannel, document: TextDocument): Promise<Status> {
  const params: DocumentParams = { uri: serverUri(document.uri) };
  try {
    return (await server.ask<ReportStatus>(status, params)) ?? undefined;
  } catch (error) {
    log.warn('未能取得识别结果', error);
    return 'failed';
  }
}

function show(item: LanguageStatusItem, read: Status): void {
  item.command = { command: findingsCommand, title: '问题' };
  if (read === 'halted') item.command = { command: restart, title: '重新启动' };
  if (typeof read === 'string') {
    item.text = unread[read].item;
    item.detail = unread[read].detail;
    item.severity = LanguageStatusSeverity.Error;
    return;
  }
  if (read?.verdict.draft !== undefined) {
    item.text = '正在起草';
    item.detail = read.verdict.detail;
    item.severity = LanguageStatusSeverity.Information;
    return;
  }
  if (!read?.recognised) {
    item.text = '未识别为年报';
    item.detail = '文中没有找到年度报告的章节或表格';
    item.severity = LanguageStatusSeverity.Warning;
    return;
  }
  showReading(item, read);
}

function showReading(item: LanguageStatusItem, read: ReportStatus): void {
  const { reports, agency, year, balanced, equations, findings } = read;
  const soft = findings.information + findings.hint;
  item.text = listed([
    reports > 1 && `${reports} 份年报`,
    `勾稽 ${balanced}/${equations}${read.assumed > 0 ? '（空白、符号按 0 计）' : ''}`,
    year && `${year} 年度`,
    agency,
  ]);
  const found =
    listed([
      read.read < read.cells && `读出 ${read.read}/${read.cells} 格`,
      findings.error > 0 && `错误 ${findings.error}`,
      findings.warning > 0 && `警告 ${findings.warning}`,
      soft > 0 && `提示 ${soft}`,
    ]) || '没有发现问题';
  item.detail = listed([found, read.unwatched > 0 && `${read.unwatched} 格没有勾稽关系可核对`]);
  item.severity = findings.error > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
}

const listed = (parts: readonly (string | number | false | null)[]): string =>
  parts.filter(Boolean).join(' · ');

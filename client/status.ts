import {
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  languages,
  type TextDocument,
  window,
} from 'vscode';
import { type DocumentParams, type ReportStatus, status } from '../server/lsp/messages';
import { isCandidate, ownLanguage } from './documents';
import type { Server } from './server';

/** Says in the language status how the active document was read, and keeps the context key `nianbao.recognised`. */
export function showStatus(server: Server, log: LogOutputChannel): Disposable {
  const item = languages.createLanguageStatusItem('nianbao.status', { language: ownLanguage });
  item.name = '年报';
  item.command = { command: 'workbench.actions.view.problems', title: '查看问题' };
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const known = document && server.running && isCandidate(document);
    const read = known ? await ask(server, log, document) : null;
    if (window.activeTextEditor?.document !== document) return;
    // In other languages the item is seen only where the text is a report.
    const language = read?.recognised ? document?.languageId : undefined;
    item.selector = { language: language ?? ownLanguage };
    show(item, read);
    await commands.executeCommand('setContext', 'nianbao.recognised', read?.recognised === true);
  };
  void update();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) void update();
    }),
  );
}

async function ask(
  server: Server,
  log: LogOutputChannel,
  document: TextDocument,
): Promise<ReportStatus | null> {
  const params: DocumentParams = { uri: document.uri.toString() };
  try {
    return await server.ask<ReportStatus>(status, params);
  } catch (error) {
    log.warn('未能取得识别结果', error);
    return null;
  }
}

function show(item: LanguageStatusItem, read: ReportStatus | null): void {
  if (!read?.recognised) {
    item.text = '未识别为年报';
    item.detail = '文中没有找到年度报告的章节或表格';
    item.severity = LanguageStatusSeverity.Warning;
    return;
  }
  const { agency, year, balanced, equations, findings } = read;
  item.text = [`勾稽 ${balanced}/${equations}`, year && `${year} 年度`, agency].filter(Boolean).join(' · ');
  item.detail = `读出 ${read.read}/${read.cells} 格 · 错误 ${findings.error} · 警告 ${findings.warning} · 提示 ${findings.information + findings.hint}`;
  item.severity = findings.error > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
}

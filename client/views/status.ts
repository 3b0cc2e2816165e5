import {
  type Command,
  commands,
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  type LogOutputChannel,
  l10n,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { literal } from '../../server/lsp/messages/literal';
import { type DocumentParams, type ReportStatus, status } from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { isCandidate, ownLanguage } from '../editor/documents';
import { messageOf } from '../editor/log';
import { afterPause } from '../editor/pause';
import { serverUri } from '../editor/word-uri';
import type { KnownReports } from '../recognition/known';
import { findingsCommand, type Heading } from './findings';

/**
 * Says in the language status how the active document was read, and in the status bar what it comes to; keeps the context key
 * `nianbao.recognised`.
 */
export function showStatus(server: Server, reports: KnownReports, log: LogOutputChannel): Disposable {
  const item = languages.createLanguageStatusItem('nianbao.status', { language: ownLanguage });
  item.name = l10n.t('Nianbao');
  const bar = window.createStatusBarItem('nianbao.verdict', StatusBarAlignment.Left, 0);
  bar.name = l10n.t('Nianbao: result');
  let answered: TextDocument | undefined;
  const update = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    const known = document && server.running && isCandidate(document);
    if (!known || document !== answered) showWaiting(item, bar, known === true);
    const read = !known ? undefined : server.halted ? halted() : await ask(server, log, document);
    if (window.activeTextEditor?.document !== document) return;
    answered = known ? document : undefined;
    const recognised = read !== undefined && !isUnread(read) && read.recognised;
    // In other languages the item is seen only where the text is a report.
    const isShown = recognised || isUnread(read);
    item.selector = { language: (isShown && document?.languageId) || ownLanguage };
    if (known) show(item, read);
    showVerdict(bar, read);
    if (document && read && !isUnread(read)) await reports.learn(document.uri, recognised);
    await tellContext(document, recognised ? read : undefined);
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
      if (uris.some(isActive)) void update();
    }),
  );
}

const isActive = (uri: Uri): boolean => uri.toString() === window.activeTextEditor?.document.uri.toString();

/** Whether the active document is a report that has no file yet, for the key that saves. */
const untitledReport = 'nianbao.untitledReport';

/** Whether there is something to be written otherwise in the active document, for the commands that do it. */
const rewritable: Readonly<Record<string, (read: ReportStatus) => number>> = {
  'nianbao.traditional': ({ traditional }) => traditional,
  'nianbao.glossed': ({ glosses }) => glosses,
};

/** Sets the context keys by which commands are shown and keys work, for the active document and the report that it is. */
async function tellContext(
  document: TextDocument | undefined,
  read: ReportStatus | undefined,
): Promise<void> {
  await commands.executeCommand('setContext', 'nianbao.recognised', read !== undefined);
  await commands.executeCommand('setContext', untitledReport, read && document?.isUntitled === true);
  for (const [key, count] of Object.entries(rewritable))
    await commands.executeCommand('setContext', key, read !== undefined && count(read) > 0);
}

/** Shows what a report comes to, and nothing for any other document. */
function showVerdict(bar: StatusBarItem, read: Status): void {
  if (read === undefined || (!isUnread(read) && !read.recognised && read.verdict.draft === undefined)) {
    bar.hide();
    return;
  }
  const { text, detail, spoken } = isUnread(read) ? read : read.verdict;
  bar.command = isUnread(read) ? read.command : listOf(read.verdict);
  bar.backgroundColor = isUnread(read) ? read.background : undefined;
  bar.text = text;
  bar.tooltip = detail;
  bar.accessibilityInformation = { label: spoken, role: 'button' };
  bar.show();
}

const listOf = ({ text, detail }: Heading): Command => ({
  command: findingsCommand,
  title: l10n.t('Findings'),
  arguments: [{ text, detail }],
});

/** Why nobody can say what a document comes to. */
interface Unread {
  readonly item: string;
  readonly text: string;
  readonly detail: string;
  readonly spoken: string;
  readonly command: string;
  /** What the command does, in a word. */
  readonly title: string;
  readonly background: ThemeColor;
}

const failed = (reason: string): Unread => ({
  item: l10n.t('Not checked'),
  text: l10n.t('Nianbao ? not checked'),
  detail: l10n.t('{0}. Click to see the log', reason),
  spoken: l10n.t('Nianbao: not checked, {0}; press to see the log', reason),
  command: 'nianbao.showLog',
  title: l10n.t('Log'),
  background: new ThemeColor('statusBarItem.warningBackground'),
});

const halted = (): Unread => ({
  item: l10n.t('Stopped'),
  text: l10n.t('Nianbao stopped'),
  detail: l10n.t(
    'The server ended unexpectedly again and again and was stopped; the report is not checked. Click to restart',
  ),
  spoken: l10n.t('Nianbao: the server is stopped; press to restart'),
  command: 'nianbao.restartServer',
  title: l10n.t('Restart'),
  background: new ThemeColor('statusBarItem.errorBackground'),
});

/** What the server says of a document; undefined where it does not serve it, which is not the same as not answering. */
type Status = ReportStatus | undefined | Unread;

const isUnread = (read: Status): read is Unread => read !== undefined && 'background' in read;

async function ask(server: Server, log: LogOutputChannel, document: TextDocument): Promise<Status> {
  const params: DocumentParams = { uri: serverUri(document.uri) };
  try {
    return (await server.ask<ReportStatus>(status, params)) ?? undefined;
  } catch (error) {
    log.warn(l10n.t('Could not learn how the text is read'), error);
    return failed(messageOf(error));
  }
}

/** Nothing is said of a text that nobody has read yet, least of all what another came to; the server may be about to. */
function showWaiting(item: LanguageStatusItem, bar: StatusBarItem, isAsked: boolean): void {
  bar.hide();
  item.busy = isAsked;
  item.command = undefined;
  item.text = isAsked ? l10n.t('Reading…') : l10n.t('Not read yet');
  item.detail = '';
  item.severity = LanguageStatusSeverity.Information;
}

function show(item: LanguageStatusItem, read: Status): void {
  item.busy = false;
  item.command = read && !isUnread(read) ? listOf(read.verdict) : undefined;
  if (isUnread(read)) {
    item.command = { command: read.command, title: read.title };
    item.text = read.item;
    item.detail = literal(read.detail);
    item.severity = LanguageStatusSeverity.Error;
    return;
  }
  if (read?.verdict.draft !== undefined) {
    item.text = l10n.t('Being drafted');
    item.detail = literal(read.verdict.detail);
    item.severity = LanguageStatusSeverity.Information;
    return;
  }
  if (!read?.recognised) {
    item.text = l10n.t('Not recognised as a report');
    item.detail = l10n.t('The text has no section and no table of an annual report');
    item.severity = LanguageStatusSeverity.Warning;
    return;
  }
  showReading(item, read);
}

function showReading(item: LanguageStatusItem, read: ReportStatus): void {
  const { reports, agency, year, balanced, equations, findings } = read;
  const soft = findings.information + findings.hint;
  const name = agency && literal(agency);
  item.text = listed([
    reports > 1 && l10n.t('Reports: {0}', reports),
    read.assumed > 0
      ? l10n.t('Equations {0}/{1} (blanks and marks count as 0)', balanced, equations)
      : l10n.t('Equations {0}/{1}', balanced, equations),
    year && l10n.t('Year {0}', year),
    name,
  ]);
  const found =
    listed([
      read.read < read.cells && l10n.t('Cells read {0}/{1}', read.read, read.cells),
      findings.error > 0 && l10n.t('Errors {0}', findings.error),
      findings.warning > 0 && l10n.t('Warnings {0}', findings.warning),
      soft > 0 && l10n.t('Hints {0}', soft),
    ]) || l10n.t('Nothing found');
  item.detail = listed([
    found,
    read.unwatched > 0 && l10n.t('Cells that are in no equation: {0}', read.unwatched),
  ]);
  item.severity = findings.error > 0 ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
}

const listed = (parts: readonly (string | number | false | null)[]): string =>
  parts.filter(Boolean).join(' · ');

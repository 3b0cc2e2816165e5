import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  l10n,
  languages,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  type Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  window,
} from 'vscode';
import {
  type DocumentParams,
  type ReportVerdict,
  type TotalFixes,
  totalFixes,
} from '../../server/lsp/messages/messages';
import type { Server } from '../connection/server';
import { serverUri } from '../editor/word-uri';

/** Behind the verdict in the status bar; in no menu. */
export const findingsCommand = 'nianbao.showFindings';

/** What the list is headed by. */
export type Heading = Pick<ReportVerdict, 'text' | 'detail'>;

/** A line of the list: what was found, with its place, or what can be done with the report. */
type Line = QuickPickItem & { readonly range?: Range; readonly command?: string };

/**
 * Makes the command: it lists what was found in the active report, the gravest first, and what can be done with it; so also where nothing
 * was found. The text follows the list, and is where it was before once the list is left.
 */
export const registerFindings = (server: Server): Disposable =>
  commands.registerCommand(findingsCommand, async (heading?: Heading) => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const list = window.createQuickPick<Line>();
    list.title = heading?.text;
    list.placeholder = heading?.detail;
    list.matchOnDescription = true;
    list.items = linesOf(editor, await hasTotals(server, editor.document));
    const chosen = await chooseFrom(list, editor);
    if (chosen?.command) await commands.executeCommand(chosen.command, editor.document.uri);
    else await window.showTextDocument(editor.document, editor.viewColumn);
  });

const signs: Readonly<Record<DiagnosticSeverity, string>> = {
  [DiagnosticSeverity.Error]: '$(error)',
  [DiagnosticSeverity.Warning]: '$(warning)',
  [DiagnosticSeverity.Information]: '$(info)',
  [DiagnosticSeverity.Hint]: '$(lightbulb)',
};

/** Whether totals can be made right; not where nobody says. */
async function hasTotals(server: Server, { uri }: TextDocument): Promise<boolean> {
  const about: DocumentParams = { uri: serverUri(uri) };
  const fixes = await Promise.race([
    server.ask<TotalFixes>(totalFixes, about).catch(() => null),
    new Promise<null>((resolve) => setTimeout(resolve, longestWaitMs, null)),
  ]);
  return fixes !== null && fixes.changes.length > 0;
}

/** So long a click may have no answer; the server may be busy. */
const longestWaitMs = 500;

function linesOf({ document }: TextEditor, hasTotals: boolean): readonly Line[] {
  const own = l10n.t('Nianbao');
  const findings = languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === own)
    .sort(byGravity)
    .map(({ message, range, severity }) => ({
      label: `${signs[severity]} ${l10n.t('Line {0}', range.start.line + 1)}`,
      description: message
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
      range,
    }));
  const isWrong = findings.length > 0;
  const nothing: Line = { label: `$(check) ${l10n.t('Nothing found')}` };
  return [
    ...(isWrong ? findings : [nothing]),
    { label: '', kind: QuickPickItemKind.Separator },
    ...(hasTotals ? [{ label: `$(wand) ${l10n.t('Fix All Totals')}`, command: 'nianbao.fixTotals' }] : []),
    ...(isWrong
      ? []
      : [{ label: `$(checklist) ${l10n.t('Export Check Sheet')}`, command: 'nianbao.exportPage' }]),
    { label: `$(open-preview) ${l10n.t('Open Preview')}`, command: 'nianbao.openPreview' },
  ];
}

const byGravity = (a: Diagnostic, b: Diagnostic): number =>
  a.severity - b.severity || a.range.start.compareTo(b.range.start);

/** The line that is chosen; undefined where the list is left, and the text is shown again as it was. */
function chooseFrom(list: QuickPick<Line>, editor: TextEditor): Promise<Line | undefined> {
  const { selection, visibleRanges } = editor;
  const here = list.items.find(({ range }) => range?.contains(selection.active)) ?? list.items[0];
  list.activeItems = here ? [here] : [];
  return new Promise((resolve) => {
    let chosen: Line | undefined;
    const follow = ({ range }: Line): void => {
      if (!range) return;
      editor.selection = new Selection(range.start, range.start);
      editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    };
    list.onDidChangeActive(([line]) => line && follow(line));
    list.onDidAccept(() => {
      [chosen] = list.selectedItems;
      list.hide();
    });
    list.onDidHide(() => {
      if (!chosen?.range) {
        editor.selection = selection;
        editor.revealRange(visibleRanges[0] ?? selection, TextEditorRevealType.AtTop);
      }
      list.dispose();
      resolve(chosen);
    });
    list.show();
    // What is active from the beginning is not told of. The cursor stays where it is within a finding.
    if (here && !here.range?.contains(selection.active)) follow(here);
  });
}

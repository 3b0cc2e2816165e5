import {
  commands,
  type Diagnostic,
  type Disposable,
  l10n,
  languages,
  Selection,
  TextEditorRevealType,
  window,
} from 'vscode';

/** Behind the verdict in the status bar; in no menu. */
export const findingsCommand = 'nianbao.showFindings';

/**
 * Makes the command: it leads to the gravest finding of the active report, unless the cursor is at one, and to the list of problems, which
 * follows the active editor; findings of other reports may stand in it as well.
 */
export const registerFindings = (): Disposable =>
  commands.registerCommand(findingsCommand, async () => {
    const editor = window.activeTextEditor;
    const all = editor ? languages.getDiagnostics(editor.document.uri) : [];
    const own = l10n.t('Nianbao');
    const findings = all.filter(({ source }) => source === own).sort(byGravity);
    const [first] = findings;
    if (editor && first && !findings.some(({ range }) => range.contains(editor.selection.active))) {
      editor.selection = new Selection(first.range.start, first.range.start);
      editor.revealRange(first.range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
    await commands.executeCommand('workbench.actions.view.problems');
  });

const byGravity = (a: Diagnostic, b: Diagnostic): number =>
  a.severity - b.severity || a.range.start.compareTo(b.range.start);

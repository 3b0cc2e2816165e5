import assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type Range, type Uri, workspace } from 'vscode';
import { diagnosticsBecome, errorsOf, findingOf, openReport } from '../support/editor';
import { cleanText, wrongText } from '../support/report';

describe('mending', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('restores a wrong total with the preferred quick fix, the finding is gone, and one undo takes it back', async () => {
    const wrong = await wrongText();
    const document = await openReport('待修正.txt', wrong);
    const { range } = await findingOf(document.uri, 'row-total');
    const fixes = await quickFixes(document.uri, range);
    const fix = fixes.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit, `a preferred fix among: ${fixes.map(({ title }) => title).join('; ')}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.equal(document.getText(), await cleanText());
    await diagnosticsBecome(document.uri, () => errorsOf(document.uri).length === 0);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), wrong);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

const quickFixes = (uri: Uri, range: Range): Thenable<CodeAction[]> =>
  commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    CodeActionKind.QuickFix.value,
    Number.MAX_SAFE_INTEGER, // how many of them shall be resolved
  );

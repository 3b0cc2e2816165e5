import assert from 'node:assert/strict';
import { type CodeAction, commands, DiagnosticSeverity, window, workspace } from 'vscode';
import { diagnosticsBecome, findingOf, openReport, ruleOf } from '../support/editor';

describe('writing a report', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has one piece of information in an empty file, whose fix adds the form', async () => {
    const { uri } = await openReport('示例县统计局2024年政府信息公开工作年度报告.txt', '');
    const all = await diagnosticsBecome(uri, (found) => found.length > 0);
    assert.deepEqual(all.map(ruleOf), ['unfinished-draft']);
    const { range, severity } = await findingOf(uri, 'unfinished-draft');
    assert.equal(severity, DiagnosticSeverity.Information);
    const fixes = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
    const fix = fixes.find(({ title }) => title.startsWith('补上还差的'));
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(window.activeTextEditor?.document.getText() ?? '', /四、结转下年度继续办理(?:\t0){7}\n/);
    await diagnosticsBecome(uri, (found) =>
      found.every(({ message }) => /第五、第六部分的内容/.test(message)),
    );
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

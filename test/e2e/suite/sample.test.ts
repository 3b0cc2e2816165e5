import assert from 'node:assert/strict';
import { commands, DiagnosticSeverity, languages, Position, window } from 'vscode';
import { diagnosticsBecome, select } from '../support/editor';

describe('the sample', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is opened at the first of its two wrong sums, nothing to save, and so again', async () => {
    await commands.executeCommand('nianbao.openSample');
    const editor = window.activeTextEditor ?? assert.fail('no editor');
    const { document } = editor;
    assert.equal(document.languageId, 'nianbao');
    assert.equal(document.isDirty, false);
    assert.match(document.lineAt(0).text, /^青岚市水务局/u);
    await diagnosticsBecome(
      document.uri,
      (found) => found.filter(({ severity }) => severity === DiagnosticSeverity.Error).length === 2,
    );
    select(document.lineAt(document.lineCount - 1).range);
    await commands.executeCommand('nianbao.openSample');
    assert.ok(window.activeTextEditor?.selection.isEmpty);
    const { active } = window.activeTextEditor.selection;
    assert.equal(document.getText(document.getWordRangeAtPosition(active)), '31');
    const errors = languages
      .getDiagnostics(document.uri)
      .filter(({ severity }) => severity === DiagnosticSeverity.Error);
    assert.ok(errors.some(({ range }) => range.contains(active)));
    assert.ok(
      errors.every(({ range }) => range.end.isAfter(active)),
      'no error stands before it',
    );
    const [shown] = window.activeTextEditor.visibleRanges;
    assert.ok(shown?.contains(active));
    assert.equal(document.isDirty, false);
  });

  it('is saved where it lies, and asks nothing when it is closed', async () => {
    await commands.executeCommand('nianbao.openSample');
    const editor = window.activeTextEditor ?? assert.fail('no editor');
    const text = editor.document.getText();
    await editor.edit((edit) => edit.insert(new Position(1, 0), '试'));
    assert.ok(await editor.document.save());
    assert.equal(editor.document.isDirty, false);
    await commands.executeCommand('undo');
    assert.ok(await editor.document.save());
    assert.equal(editor.document.getText(), text);
  });
});

import assert from 'node:assert/strict';
import { commands, type TextEdit } from 'vscode';
import { fileUri, openReport, readText } from '../support/editor';
import { cleanReport } from '../support/report';

describe('tables', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are laid out anew by the command in one step, and then there is nothing to format', async () => {
    const text = await readText(fileUri(cleanReport));
    const document = await openReport('表格整理.md', text);
    await commands.executeCommand('nianbao.formatTables');
    assert.match(document.getText(), /^\| 二、上年结转[^|\n]*\|(?: \d+ \|){7}$/mu);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    const plain = await openReport('表格整理.nianbao', text);
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      plain.uri,
      { tabSize: 4, insertSpaces: false },
    );
    assert.ok(edits.length > 0);
  });
});

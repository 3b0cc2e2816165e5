import assert from 'node:assert/strict';
import { commands, type TextEdit, window } from 'vscode';
import { fileUri, findingOf, openReport, rangeOf, readText, select } from '../support/editor';
import { seenInStatus } from '../support/hands';
import { cleanReport, wrongText } from '../support/report';

describe('tables', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('are laid out anew by the command in one step, and then there is nothing to format', async () => {
    const text = await readText(fileUri(cleanReport));
    const document = await openReport('表格整理.md', text);
    await commands.executeCommand('nianbao.formatTables');
    assert.match(document.getText(), /^\| 二、上年结转[^|\n]*\|(?: \d+ \|){7}$/mu);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const plain = await openReport('表格整理.nianbao', text);
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatDocumentProvider',
      plain.uri,
      { tabSize: 4, insertSpaces: false },
    );
    assert.ok(edits.length > 0);
  });

  it('are told of in the status bar when the editor’s own command lays them out', async () => {
    const { uri } = await openReport('编辑器整理.nianbao', await wrongText());
    await findingOf(uri, 'row-total');
    await commands.executeCommand('editor.action.formatDocument');
    await seenInStatus('已整理');
    await commands.executeCommand('editor.action.formatDocument');
    await seenInStatus('表格已整齐，没有改动');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('leave the cursor in its cell', async () => {
    const text = await readText(fileUri(cleanReport));
    for (const [name, layout] of [
      ['表格光标.md', /^\| 行政许可 \|/mu],
      ['表格光标.txt', /^行政许可\t/mu],
    ] as const) {
      const document = await openReport(name, text);
      for (const place of ['end', 'start'] as const) {
        const at = rangeOf(document, '行政许可', /\d+$/u);
        const figure = document.getText(at);
        select(at.with({ start: at[place], end: at[place] }));
        await commands.executeCommand('nianbao.formatTables');
        assert.match(document.getText(), layout);
        const cursor = window.activeTextEditor?.selection.active ?? assert.fail('no editor');
        const word = document.getWordRangeAtPosition(cursor, /\d+/u);
        assert.equal(word && document.getText(word), figure);
        assert.ok(word?.[place].isEqual(cursor));
        await commands.executeCommand('undo');
        assert.equal(document.getText(), text);
      }
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

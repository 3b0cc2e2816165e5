import assert from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  Selection,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { findingOf, openReport, rangeOf } from '../support/editor';
import { accepted } from '../support/picking';
import { brokenRow, brokenTotal, cleanText, wrongText } from '../support/report';

describe('writing', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('completes a figure with what the equations know', async () => {
    const document = await openReport('补全.txt', await wrongText());
    const { end } = rangeOf(document, brokenRow, brokenTotal);
    const { message } = await findingOf(document.uri, 'row-total');
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
    );
    const [first] = items;
    assert.match(first?.detail ?? '', /由行合计推出/u, message);
  });

  it('writes a new report with the tabs of its heads, and stops at what is to be written', async () => {
    const isThere = async (): Promise<boolean> => /^\t自然人\t/mu.test(textOfEditor());
    await accepted(commands.executeCommand('nianbao.newReport'), isThere);
    const { document, selection } = window.activeTextEditor ?? assert.fail();
    assert.ok(document.isUntitled);
    assert.doesNotMatch(document.getText(), /^ /mu);
    assert.match(document.getText(), /^\t\t商业企业\t/mu);
    assert.match(document.lineAt(selection.active.line).text, /主动公开。$/u);
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    assert.match(document.lineAt(editorLine()).text, /依申请公开。$/u);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('completes a table with the tabs of its head', async () => {
    const clean = await cleanText();
    const [before = ''] = clean.split('（本列数据');
    const after = clean.slice(clean.indexOf('四、政府信息公开行政复议'));
    const document = await openReport('补全表.nianbao', `${before}\n${after}`);
    const editor = window.activeTextEditor ?? assert.fail();
    // Not what VS Code guesses from the table that is left.
    editor.options = { ...editor.options, insertSpaces: true };
    const place = document.positionAt(before.length);
    editor.selection = new Selection(place, place);
    await findingOf(document.uri, 'missing-table');
    await accepted(
      commands.executeCommand('editor.action.triggerSuggest'),
      async () => document.getText().includes('自然人'),
      'acceptSelectedSuggestion',
    );
    assert.match(document.getText(), /^\t自然人\t.*\n\t\t商业企业\t/mu);
    assert.equal(document.getText(editor.selection), '0');
  });

  it('moves from cell to cell, over the ends of rows, and selects the figures', async () => {
    const document = await openReport('移动.txt', await cleanText());
    const editor = window.activeTextEditor ?? assert.fail();
    const selected = (): string => document.getText(editor.selection);
    const rowOf = (): string => document.lineAt(editor.selection.start).text.split(/[|\t]/u)[0]?.trim() ?? '';
    const { start } = rangeOf(document, '规章', /规章/u);
    editor.selection = new Selection(start, start);
    const figures = figuresIn(document, '规章');
    for (const figure of figures) {
      await commands.executeCommand('nianbao.nextCell');
      assert.equal(selected(), figure);
      assert.match(rowOf(), /规章/u);
    }
    await commands.executeCommand('nianbao.nextCell');
    assert.match(rowOf(), /行政规范性文件/u);
    await commands.executeCommand('nianbao.previousCell');
    assert.match(rowOf(), /规章/u);
    assert.equal(selected(), figures.at(-1));
  });

  it('gives the agency another name wherever its own stands', async () => {
    const document = await openReport('改名.txt', await cleanText());
    const before = document.getText().split('示例县水务局').length;
    assert.ok(before > 1);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(1),
      '示例县水利局',
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText().split('示例县水利局').length, before);
  });

  it('writes a report in simplified characters and without pinyin, each step taken back by one undo', async () => {
    const clean = await cleanText();
    const scraped = clean.replace('行政处罚', '行政處(chǔ)罰').replace('规章', '規(guī)章');
    const document = await openReport('繁体.txt', scraped);
    await commands.executeCommand('nianbao.simplify');
    assert.equal(document.getText(), clean.replace('行政处罚', '行政处(chǔ)罚').replace('规章', '规(guī)章'));
    await commands.executeCommand('nianbao.removePinyin');
    assert.equal(document.getText(), clean);
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), scraped);
  });

  it('leaves Tab what it is outside of tables', async () => {
    const document = await openReport('缩进.txt', await cleanText());
    const editor = window.activeTextEditor ?? assert.fail();
    const { start } = rangeOf(document, '一、总体情况', /一、/u);
    editor.selection = new Selection(start, start);
    await commands.executeCommand('nianbao.nextCell');
    assert.match(document.lineAt(start.line).text, /^\s+一、总体情况/u);
  });
});

const textOfEditor = (): string => window.activeTextEditor?.document.getText() ?? '';

const editorLine = (): number => window.activeTextEditor?.selection.active.line ?? -1;

/** The figures behind the label in the row of a table. */
const figuresIn = (document: TextDocument, row: string): string[] =>
  document
    .lineAt(rangeOf(document, row, /^.*\d/u).start.line)
    .text.split(/[|\t]/u)
    .slice(1)
    .map((cell) => cell.trim());

import assert from 'node:assert/strict';
import {
  type CodeAction,
  commands,
  type DocumentHighlight,
  type DocumentSymbol,
  type FoldingRange,
  type InlayHint,
  Range,
  type SelectionRange,
  window,
  workspace,
} from 'vscode';
import { fileUri, findingOf, openReport, rangeOf, show } from '../support/editor';
import { languageBecomes } from '../support/language';
import { cleanReport, wrongText } from '../support/report';

const inner = '4.保护第三方合法权益';

describe('what is shown of a report', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('has an outline whose labels are those over a row, and stretches to fold where they stand', async () => {
    const document = await show(fileUri(cleanReport));
    const [title] = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const row = rangeOf(document, inner, /\d/u);
    const path: DocumentSymbol[] = [];
    for (let at = title; at; at = at.children.find(({ range }) => range.contains(row))) path.push(at);
    assert.deepEqual(
      path.slice(1).map(({ name }) => name),
      [
        '三、收到和处理政府信息公开申请情况',
        '表三',
        '三、本年度办理结果',
        '（三）不予公开',
        '不予公开·保护第三方合法权益',
      ],
    );
    const folds = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = folds.map(({ start }) => start);
    for (const { selectionRange } of path.slice(3, 5)) assert.ok(starts.includes(selectionRange.start.line));
  });

  it('has its cells as far apart as ever, whatever is guessed of its lines', async () => {
    const text = `${await wrongText()}${'六个方面的情况如下。\n  （一）甲。\n'.repeat(20)}`;
    const document = await openReport('缩进.txt', text);
    await languageBecomes(document.uri.toString(), 'nianbao');
    const { options } = window.activeTextEditor ?? assert.fail();
    assert.deepEqual([options.tabSize, options.insertSpaces], [4, false]);
  });

  it('is selected wider and wider from a figure, and what a total is the sum of is lit up', async () => {
    const document = await show(fileUri(cleanReport));
    const figure = rangeOf(document, inner, /\d/u);
    const [selection] = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [figure.start],
    );
    const sizes: number[] = [];
    for (let at = selection; at; at = at.parent) sizes.push(document.getText(at.range).length);
    assert.ok(sizes.length > 4 && sizes.every((size, at) => at === 0 || size >= (sizes[at - 1] ?? 0)));
    assert.equal(sizes.at(-1), document.getText().length);
    const total = rangeOf(document, '一、本年新收', /16$/);
    const lit = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      total.start,
    );
    assert.ok(lit.length > 6 && lit.some(({ range }) => range.isEqual(total)));
  });

  it('says behind a figure what it would have to be, and at which others that is seen', async () => {
    const document = await openReport('应为几.txt', await wrongText());
    const { range, relatedInformation = [] } = await findingOf(document.uri, 'row-total');
    assert.ok(relatedInformation.length > 0);
    const hints = await commands.executeCommand<InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new Range(0, 0, document.lineCount, 0),
    );
    const hint = hints.find(({ position }) => position.isEqual(range.end)) ?? assert.fail('no hint');
    const label = typeof hint.label === 'string' ? hint.label : hint.label.map(({ value }) => value).join('');
    assert.match(label, /8/u);
  });

  it('is mended wherever no figure changes by the action for all', async () => {
    const text = (await wrongText()).replace('一、总体情况', '1、总体情况');
    const document = await openReport('一次修正.txt', text);
    await findingOf(document.uri, 'row-total');
    const [action] = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new Range(0, 0, document.lineCount, 0),
      'source.fixAll.nianbao',
    );
    assert.ok(action?.edit && (await workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), await wrongText());
  });
});

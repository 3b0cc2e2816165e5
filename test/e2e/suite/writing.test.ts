import assert from 'node:assert/strict';
import { type CompletionList, commands } from 'vscode';
import { findingOf, openReport, rangeOf } from '../support/editor';
import { brokenRow, brokenTotal, wrongText } from '../support/report';

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
});

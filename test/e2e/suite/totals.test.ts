import assert from 'node:assert/strict';
import { commands, type TextDocument } from 'vscode';
import { findingOf, openReport } from '../support/editor';
import { accepted } from '../support/picking';
import { cleanText, wrongText } from '../support/report';

describe('mending all totals', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('makes what is certain from the list in one step, and one undo takes it back', async () => {
    const document = await openReport('合计待选.txt', await wrongText());
    await findingOf(document.uri, 'row-total');
    const before = document.getText();
    await accepted(commands.executeCommand('nianbao.fixTotals'), () => isClean(document));
    assert.equal(document.getText(), await cleanText());
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

const isClean = async (document: TextDocument): Promise<boolean> =>
  document.getText() === (await cleanText());

import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { errorsOf, findingOf, openReport, rangeOf, select } from '../support/editor';
import { seenInStatus } from '../support/hands';
import { cleanText } from '../support/report';
import { pause } from '../support/saving';

describe('filling in a table', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('judges a row of zeros that is filled in once the cursor has left it', async () => {
    const document = await openReport('填一行.txt', await cleanText());
    await seenInStatus('年报 ✓');
    const row = rangeOf(document, '2.重复申请', /0$/);
    select(row);
    // Nobody types in the moment in which the cursor comes to a row.
    await pause(500);
    await commands.executeCommand('type', { text: '3' });
    await seenInStatus('年报 ?');
    assert.deepEqual(errorsOf(document.uri), []);
    await commands.executeCommand('cursorUp');
    await findingOf(document.uri, 'row-total');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { findingOf, openReport, rangeOf } from '../support/editor';
import { seenInPreview, walkPreview } from '../support/hands';
import { wrongText } from '../support/report';
import { pause } from '../support/saving';

describe('the preview of a report', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('is gone through by keys in the preview, which lead back to the text, and its verdict is read out in words', async () => {
    const document = await openReport('预览走格.txt', await wrongText());
    await findingOf(document.uri, 'row-total');
    await commands.executeCommand('nianbao.openPreview', document.uri);
    await seenInPreview('错误 1');
    const said = await walkPreview(1, ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']);
    assert.match(said, /^年报：有 1 处错误和警告/u);
    const figure = rangeOf(document, '（一）予以公开', /(?<=7\t)1/u);
    for (let tries = 0; !window.activeTextEditor?.selection.isEqual(figure); tries++) {
      assert.ok(tries < 80, 'the figure is selected in the text');
      await pause(100);
    }
  });
});

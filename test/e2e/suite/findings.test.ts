import assert from 'node:assert/strict';
import { commands, Position, ViewColumn, window, workspace } from 'vscode';
import { findingOf, openReport } from '../support/editor';
import { clickStatus, goneFromStatus, seenInList, seenInStatus, takeFromExplorer } from '../support/hands';
import { cleanText, wrongText } from '../support/report';
import { pause } from '../support/saving';
import { servers } from '../support/servers';

describe('what a report comes to', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('leads from the status bar to what was found in the active report', async () => {
    const document = await openReport('结论.txt', await wrongText());
    const { range } = await findingOf(document.uri, 'row-total');
    clickStatus('年报 ✗');
    await seenInList('修正全部合计');
    for (let tries = 0; !window.activeTextEditor?.selection.active.isEqual(range.start); tries++) {
      assert.ok(tries < 80, 'the cursor is at the finding');
      await pause(250);
    }
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(250);
    assert.ok(window.activeTextEditor?.selection.active.isEqual(range.start), 'and stays there');
  });

  it('leads to what was found in this report, of several that are wrong, and back where the list is left', async () => {
    await openReport('别的结论.txt', await wrongText());
    const document = await openReport('正确.txt', await cleanText());
    clickStatus('年报 ✓');
    await seenInList('没有发现问题');
    await commands.executeCommand('workbench.action.closeQuickOpen');
    assert.equal(window.activeTextEditor?.document, document);
    assert.ok(
      window.activeTextEditor.selection.active.isEqual(new Position(0, 0)),
      'the cursor is where it was',
    );
  });

  it('offers to make totals right only where some can be', async () => {
    const clean = await cleanText();
    const document = await openReport('缺标题.txt', clean.replace('六、其他需要报告的事项\n', ''));
    await findingOf(document.uri, 'missing-section');
    clickStatus('年报 ✗');
    const lines = await seenInList('打开预览');
    await commands.executeCommand('workbench.action.closeQuickOpen');
    assert.doesNotMatch(lines, /修正全部合计/u);
  });

  it('is not that of the report beside it, as long as this one is not read', async () => {
    const wrong = await openReport('在旁边.txt', await wrongText());
    await findingOf(wrong.uri, 'row-total');
    const right = await openReport('已读.txt', await cleanText());
    await window.showTextDocument(wrong, ViewColumn.Beside);
    await seenInStatus('年报 ✗');
    await window.showTextDocument(right, ViewColumn.One);
    await seenInStatus('年报 ✓');
    const [pid] = servers();
    assert.ok(pid);
    process.kill(pid, 'SIGSTOP');
    try {
      await window.showTextDocument(wrong, ViewColumn.Two);
      await goneFromStatus('年报 ✓');
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await seenInStatus('年报 ✗');
  });

  it('is asked for in the explorer, whatever the file is called, once it was recognised', async () => {
    const document = await openReport('setup.txt', await cleanText());
    await commands.executeCommand('workbench.view.explorer');
    await commands.executeCommand('workbench.files.action.showActiveFileInExplorer');
    for (let tries = 0; tries < 20; tries++) await pause(100);
    await commands.executeCommand('workbench.action.closeAllEditors');
    assert.ok(document);
    takeFromExplorer('setup.txt', '年报', '预览 JSON');
    // Others that were looked at before may still be in memory.
    const isShown = (): boolean =>
      workspace.textDocuments.some(
        ({ languageId, uri }) => languageId === 'json' && uri.path.includes('setup'),
      );
    for (let tries = 0; !isShown(); tries++) {
      assert.ok(tries < 80, 'the report is shown as JSON');
      await pause(250);
    }
  });
});

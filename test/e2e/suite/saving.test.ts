import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, readText, ruleOf } from '../support/editor';
import { accepted } from '../support/picking';
import { wrongText } from '../support/report';

const name = '示例县水务局2025年政府信息公开工作年度报告.txt';

describe('saving a new report', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('offers a name with an ending, under which it goes on being checked', async () => {
    const content = (await wrongText()).replaceAll('2024年', '2026年').replaceAll('2023年', '2025年');
    const { uri } = await window
      .showTextDocument(await workspace.openTextDocument({ content }))
      .then(({ document }) => document);
    await findingOf(uri, 'row-total');
    await accepted(commands.executeCommand('nianbao.saveReport'), isSaved);
    assert.equal(await readText(fileUri(name)), content);
    const saved = window.activeTextEditor?.document;
    assert.equal(saved?.uri.toString(), fileUri(name).toString());
    assert.equal(
      window.tabGroups.activeTabGroup.activeTab?.isPreview,
      false,
      'the next file opens beside it',
    );
    await diagnosticsBecome(fileUri(name), (all) => all.some((each) => ruleOf(each) === 'row-total'));
    await workspace.fs.delete(fileUri(name));
  });
});

const isSaved = async (): Promise<boolean> =>
  window.activeTextEditor?.document.uri.toString() === fileUri(name).toString();

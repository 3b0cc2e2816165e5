import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { diagnosticsBecome, fileUri, findingOf, openReport, readText, ruleOf } from '../support/editor';
import { languageBecomes } from '../support/language';
import { accepted } from '../support/picking';
import { cleanText, wrongText } from '../support/report';

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

  it('is offered under an ending of ours from the menu too, and goes on being checked', async () => {
    const content = (await wrongText()).replaceAll('2024年', '2026年').replaceAll('2023年', '2025年');
    const { document } = await window.showTextDocument(
      await workspace.openTextDocument({ language: 'ini', content }),
    );
    await findingOf(document.uri, 'row-total');
    await languageBecomes(document.uri.toString(), 'nianbao');
    await accepted(
      commands.executeCommand('workbench.action.files.saveAs'),
      async () => window.activeTextEditor?.document.isUntitled === false,
    );
    const saved = window.activeTextEditor?.document ?? assert.fail('an editor is active');
    assert.match(saved.uri.path, /\/示例县水务局2025年政府信息公开工作年度报告\.年报\.txt$/u);
    assert.equal(saved.languageId, 'nianbao');
    await findingOf(saved.uri, 'row-total');
    assert.equal(await readText(saved.uri), content);
    await workspace.fs.delete(saved.uri);
  });

  it('offers an ending once it is saved under a name without one', async () => {
    const bare = fileUri('示例县水务局2025年年报');
    const ended = fileUri('示例县水务局2025年年报.txt');
    const document = await openReport('示例县水务局2025年年报', await cleanText());
    await window.activeTextEditor?.edit((edit) =>
      edit.insert(document.positionAt(document.getText().length), '\n'),
    );
    await document.save();
    for (let tries = 0; window.activeTextEditor?.document.uri.toString() !== ended.toString(); tries++) {
      assert.ok(tries < 40, 'the file has an ending');
      await new Promise((resolve) => setTimeout(resolve, 250));
      await commands.executeCommand('notification.acceptPrimaryAction');
    }
    await assert.rejects(async () => workspace.fs.stat(bare));
    await workspace.fs.delete(ended);
  });
});

const isSaved = async (): Promise<boolean> =>
  window.activeTextEditor?.document.uri.toString() === fileUri(name).toString();

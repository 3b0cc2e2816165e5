import assert from 'node:assert/strict';
import { commands, Range, type Uri, WorkspaceEdit, workspace } from 'vscode';
import { diagnosticsBecome, findingOf, openReport } from '../support/editor';
import { seenInPreview, seenInStatus, takeFromMessage } from '../support/hands';
import { wrongText } from '../support/report';
import { serverOtherThan, servers } from '../support/servers';

const replaceFirst = async (uri: Uri, from: string, to: string): Promise<void> => {
  const document = await workspace.openTextDocument(uri);
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0);
  const edit = new WorkspaceEdit();
  const start = document.positionAt(at);
  edit.replace(uri, new Range(start, document.positionAt(at + from.length)), to);
  assert.ok(await workspace.applyEdit(edit));
};

describe('a server that fails', () => {
  afterEach(async () => {
    await workspace.saveAll();
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('is started again when it is killed, with the documents as they are', async () => {
    const { uri } = await openReport('被杀.txt', await wrongText());
    await findingOf(uri, 'row-total');
    const [pid] = servers();
    assert.ok(pid);
    process.kill(pid, 'SIGKILL');
    await serverOtherThan(pid);
    await replaceFirst(uri, '\t9\n', '\t8\n');
    await diagnosticsBecome(uri, (all) => all.length === 0);
  });

  it('is started again when it does not answer, and reads what it was told last when that changes', async () => {
    const { uri } = await openReport('停住.txt', await wrongText());
    await findingOf(uri, 'row-total');
    const [pid] = servers();
    assert.ok(pid);
    process.kill(pid, 'SIGSTOP');
    await replaceFirst(uri, '\t9\n', '\t7\n');
    await serverOtherThan(pid);
    // It is not said to be no report.
    await seenInStatus('年报 ? 未能检查');
    void commands.executeCommand('nianbao.fixTotals');
    await pause(2000);
    const messages = await takeFromMessage('修正合计失败', '显示日志');
    assert.ok(messages.includes('修正合计失败：这份文件没有检查完，已经放下，改动以后再查'));
    await replaceFirst(uri, '\t7\n', '\t9\n');
    await findingOf(uri, 'row-total');
    await serverOtherThan(pid);
  });

  it('stays stopped when it was killed again and again, until users start it', async () => {
    const { uri } = await openReport('屡杀.txt', await wrongText());
    await findingOf(uri, 'row-total');
    await commands.executeCommand('nianbao.openPreview');
    await seenInPreview('年报 ✗');
    for (let kills = 0; servers().length > 0; kills++) {
      assert.ok(kills < 8, 'it is given up at some time');
      const [pid] = servers();
      assert.ok(pid);
      process.kill(pid, 'SIGKILL');
      // It comes back within that, or not at all.
      for (let tries = 0; tries < 150 && !servers().some((each) => each !== pid); tries++) await pause(100);
    }
    // It says that it cannot, and waits for users to read that.
    void commands.executeCommand('nianbao.showReading');
    await pause(2000);
    assert.deepEqual(servers(), []);
    await seenInStatus('年报 已停');
    await seenInPreview('预览没有更新');
    const messages = await takeFromMessage('已经停止', '重新启动');
    assert.deepEqual(
      messages.filter((each) => each.includes('退出')),
      ['年报检查服务接连意外退出，已经停止，年报暂时没有核对。'],
    );
    await serverOtherThan(0);
    await replaceFirst(uri, '\t9\n', '\t8\n');
    await diagnosticsBecome(uri, (all) => all.length === 0);
  });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

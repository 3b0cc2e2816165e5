import assert from 'node:assert/strict';
import { type Task, type TaskExecution, tasks, workspace } from 'vscode';
import { diagnosticsBecome, fileUri } from '../support/editor';
import { clickDialog } from '../support/hands';
import { wrongText } from '../support/report';

const ended = (execution: TaskExecution): Promise<number | undefined> =>
  new Promise((resolve) => {
    const listening = tasks.onDidEndTaskProcess((end) => {
      if (end.execution !== execution) return;
      listening.dispose();
      resolve(end.exitCode);
    });
  });

describe('the tasks', () => {
  const wrong = fileUri('任务核对的.txt');
  let offered: readonly Task[];
  before(async () => {
    // Behind a server the folder is in Restricted Mode, and VS Code asks before it has to do with tasks.
    if (!workspace.isTrusted) clickDialog('Trust');
    offered = await tasks.fetchTasks({ type: 'nianbao' });
    await workspace.fs.writeFile(wrong, new TextEncoder().encode(await wrongText()));
  });
  after(() => workspace.fs.delete(wrong));

  it('check the folder, once or again after each change', () => {
    const told = offered.map(({ name, isBackground }) => [name, isBackground]);
    assert.deepEqual(told, [
      ['核对年报', false],
      ['核对年报，有改动就再核对', true],
    ]);
  });

  it('put what they find into the problems, in a file that nobody opened', async () => {
    const once = offered.find(({ isBackground }) => !isBackground);
    assert.ok(once);
    assert.equal(await ended(await tasks.executeTask(once)), 1);
    // The server tells its rules with a link to their page, a task by name alone.
    await diagnosticsBecome(wrong, (all) => all.some(({ code }) => code === 'row-total'));
  });
});

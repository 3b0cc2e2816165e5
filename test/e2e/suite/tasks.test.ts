import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { ProcessExecution, type Task, tasks, workspace } from 'vscode';
import { fileUri } from '../support/editor';
import { trustFolder } from '../support/hands';
import { wrongText } from '../support/report';

/** Starts what VS Code would start in a terminal, of which there is none here. */
const started = ({ execution }: Task): Promise<{ readonly code: unknown; readonly output: string }> =>
  new Promise((resolve) => {
    assert.ok(execution instanceof ProcessExecution);
    const { process: command, args, options: { cwd, env = {} } = {} } = execution;
    execFile(command, args, { cwd, env: { ...process.env, ...env } }, (error, output) =>
      resolve({ code: error?.code ?? 0, output }),
    );
  });

describe('the tasks', () => {
  const wrong = '任务核对的.txt';
  let offered: readonly Task[];
  before(async () => {
    // VS Code has no tasks in Restricted Mode.
    await trustFolder();
    offered = await tasks.fetchTasks({ type: 'nianbao' });
    await workspace.fs.writeFile(fileUri(wrong), new TextEncoder().encode(await wrongText()));
  });
  after(() => workspace.fs.delete(fileUri(wrong)));

  it('check the folder, once or again after each change', () => {
    const told = offered.map(({ name, isBackground }) => [name, isBackground]);
    assert.deepEqual(told, [
      ['核对年报', false],
      ['核对年报，有改动就再核对', true],
    ]);
  });

  it('tell what they find as the problem matcher reads it', async () => {
    const once = offered.find(({ isBackground }) => !isBackground);
    assert.deepEqual(once?.problemMatchers, ['$nianbao']);
    const { code, output } = await started(once);
    // 2 where another suite has left something there that cannot be read.
    assert.ok(code === 1 || code === 2, `${code}`);
    const [line] = output.split('\n').filter((each) => each.includes(`file=${wrong},`));
    assert.match(line ?? '', /^::error file=.*,line=\d+,.*,title=row-total::.*予以公开/u);
  });
});

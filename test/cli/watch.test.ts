import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });

describe('nianbao check --watch', () => {
  for (const operand of ['.', '甲.txt', '*.txt']) {
    it(
      `checks again what is changed: ${operand}`,
      withFolder({ '甲.txt': wrong }, async (cwd) => {
        const stop = new AbortController();
        let rounds = 0;
        const onWrite = (text: string): void => {
          if (!text.includes('等候改动')) return;
          if (++rounds === 1) writeFileSync(path.join(cwd, '甲.txt'), right);
          else stop.abort();
        };
        const args = ['check', '--watch', operand];
        const { status, stdout } = await nianbao(args, { cwd, until: stop.signal, onWrite });
        assert.deepEqual(stdout.match(/^核对 1 份年报：错误 \d/gmu), [
          '核对 1 份年报：错误 1',
          '核对 1 份年报：错误 0',
        ]);
        assert.equal(status, 0);
      }),
    );
  }

  for (const [what, operand, away, back] of [
    ['a file that is deleted and written again', '甲/甲.txt', '甲/甲.txt', '甲/旧.txt'],
    ['a folder that is replaced', '甲', '甲', '旧'],
    ['a file whose folder is replaced', '甲/甲.txt', '甲', '旧'],
    ['a pattern whose folder is replaced', '甲/*.txt', '甲', '旧'],
  ] as const)
    it(
      `waits for what was there to come back: ${what}`,
      withFolder({ '甲/甲.txt': wrong }, async (cwd) => {
        const stop = new AbortController();
        const steps = [
          () => renameSync(path.join(cwd, away), path.join(cwd, back)),
          () => renameSync(path.join(cwd, back), path.join(cwd, away)),
          () => writeFileSync(path.join(cwd, '甲/甲.txt'), right),
        ];
        let checked = '';
        const onWrite = (text: string): void => {
          checked += text;
          if (!text.includes('等候改动')) return;
          const isLast = checked.includes('错误 0');
          // Each step waits for the round that tells of the one before it; a change may be told in more rounds than one.
          const due = [checked.includes('错误 1'), isGone(), checked.split('错误 1').length > 2][
            3 - steps.length
          ];
          if (isLast) stop.abort();
          else if (due) steps.shift()?.();
        };
        const isGone = (): boolean => !existsSync(path.join(cwd, away));
        const { status, stderr } = await nianbao(['check', '--watch', operand], {
          cwd,
          until: stop.signal,
          onWrite,
        });
        assert.equal(status, 0);
        assert.ok(stderr.includes(`nianbao: ${operand}：等它回来\n`), stderr);
        assert.deepEqual(steps, []);
      }),
    );

  it(
    'goes on through many changes without a word of its own',
    withFolder({ '甲.txt': right }, async (cwd) => {
      const stop = new AbortController();
      const said: string[] = [];
      const listen = (warning: Error): void => void said.push(warning.message);
      process.on('warning', listen);
      let rounds = 0;
      const onWrite = (text: string): void => {
        if (!text.includes('等候改动')) return;
        if (++rounds < 14) writeFileSync(path.join(cwd, '甲.txt'), rounds % 2 ? wrong : right);
        else stop.abort();
      };
      const { stderr } = await nianbao(['check', '--watch', '.'], { cwd, until: stop.signal, onWrite });
      await new Promise((resolve) => setImmediate(resolve));
      process.off('warning', listen);
      assert.deepEqual([stderr, said], ['', []]);
    }),
  );

  for (const path of ['没有', '没有/*.txt'])
    it(`does not wait for what is not there: ${path}`, async () => {
      const { status, stdout, stderr } = await nianbao(['check', '--watch', path], {
        until: new AbortController().signal,
      });
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^nianbao: 没有.*：没有这个文件或文件夹，不能等候改动\n$/u);
    });

  for (const args of ['check --watch -', 'check --watch --stdin ndjson', 'check --watch --format json .']) {
    it(`refuses ${args}`, async () => {
      const { status, stderr } = await nianbao(args.split(' '));
      assert.equal(status, 2);
      assert.match(stderr, /--watch/u);
    });
  }
});

describe('the hook before a commit', () => {
  const hookIn = (readme: string): string =>
    /`\.git\/hooks\/pre-commit`[\s\S]*?```sh\n([\s\S]*?)```/u.exec(readFileSync(readme, 'utf8'))?.[1] ?? '';

  it('is the same in both tongues', () => {
    assert.match(hookIn('README.md'), /^#!\/bin\/sh\n/u);
    assert.equal(hookIn('README.en.md'), hookIn('README.md'));
  });

  it(
    'checks what is staged and nothing else, under its path in the repository',
    withFolder({ '乡 镇/甲.txt': right, 'README.md': '# 说明\n', '两\n行.txt': right }, async (cwd) => {
      const git = (...args: readonly string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });
      const commit = (...options: readonly string[]) => {
        const who = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
        const done = spawnSync('git', [...who, 'commit', '-qm', '一', ...options], { cwd, encoding: 'utf8' });
        return { passes: done.status === 0, said: done.stdout + done.stderr };
      };
      const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);
      git('init', '-q');
      const hook = path.join(cwd, '.git/hooks/pre-commit');
      const command = `'${process.execPath}' '${path.resolve('dist/cli.js')}'`;
      writeFileSync(hook, hookIn('README.md').replace('nianbao check', `${command} check`));
      chmodSync(hook, 0o755);
      git('add', '.');
      assert.ok(commit().passes, 'what is right passes, with what is no report');

      write('乡 镇/甲.txt', wrong);
      git('add', '.');
      write('乡 镇/甲.txt', right);
      const held = commit();
      assert.ok(!held.passes, 'what is right in the folder only is held back');
      assert.match(held.said, /^乡 镇\/甲\.txt:\d+:\d+ 错误/mu);

      write('乡 镇/甲.txt', `${right}\n`);
      git('add', '.');
      write('乡 镇/甲.txt', wrong);
      assert.ok(commit().passes, 'what is wrong in the folder only is none of it');
      assert.ok(!commit('-a').passes, 'what -a adds is staged');

      write('乙.txt', right);
      git('add', '乙.txt');
      rmSync(path.join(cwd, '乙.txt'));
      git('rm', '-q', '--cached', '两\n行.txt');
      assert.ok(commit().passes, 'neither a file that is deleted nor one that is gone from the folder');
      git('mv', '乡 镇/甲.txt', '丙.txt');
      assert.match(commit('-a').said, /^丙\.txt:\d+:\d+ 错误/mu);
    }),
  );
});

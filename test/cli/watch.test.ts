import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
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
  it(
    'lets right reports pass and what is none, and holds back a wrong one',
    withFolder({ '甲.txt': right, 'README.md': '# 说明\n' }, async (cwd) => {
      const git = (...args: readonly string[]) => execFileSync('git', args, { cwd, stdio: 'pipe' });
      const commit = () =>
        spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', '一'], {
          cwd,
          encoding: 'utf8',
        });
      git('init', '-q');
      const cli = path.resolve('dist/cli.js');
      const hook = path.join(cwd, '.git/hooks/pre-commit');
      // As the README has it, with the command at its place.
      writeFileSync(
        hook,
        `#!/bin/sh\ngit diff --cached --name-only -z --diff-filter=ACMR | '${process.execPath}' '${cli}' check --files-from -\n`,
      );
      chmodSync(hook, 0o755);
      git('add', '.');
      assert.equal(commit().status, 0);
      writeFileSync(path.join(cwd, '甲.txt'), wrong);
      git('add', '.');
      const held = commit();
      assert.notEqual(held.status, 0);
      assert.match(held.stdout + held.stderr, /甲\.txt:\d+:\d+ 错误/u);
    }),
  );
});

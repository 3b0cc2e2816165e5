import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { limitOf } from '../../server/workspace/within';
import { withEndlessRule } from '../core/support/endless';
import { nianbao, reportText, withFolder } from './nianbao';

const odd = reportText({ '六、其他需要': '6、其他需要' });
const endless = reportText({ 目录已经更新: withEndlessRule.trap, '六、其他需要': '6、其他需要' });
const said = 'nianbao: 乙.txt：超过 2 秒没有检查完，已经放下\n';

const three = { '甲.txt': odd, '乙.txt': endless, '丙.txt': odd };
const limit = ['--time-limit', '2'];

describe('a file that is never done', () => {
  it(
    'is named and does not keep the others from being checked',
    withFolder(
      three,
      withEndlessRule(async (cwd) => {
        for (const format of ['text', 'json', 'sarif']) {
          const { status, stdout, stderr } = await nianbao(['check', ...limit, '--format', format, '.'], {
            cwd,
          });
          assert.equal(stderr, said);
          assert.equal(status, 2);
          const named = ['甲', '乙', '丙'].filter((name) =>
            stdout.includes(format === 'sarif' ? encodeURI(`${name}.txt`) : `${name}.txt`),
          );
          // Programs read of the second in its place that it was given up.
          assert.deepEqual(named, format === 'json' ? ['甲', '乙', '丙'] : ['甲', '丙'], stdout);
          if (format === 'text') assert.match(stdout, /核对 2 份年报：.*；1 处未能检查\n$/u);
          if (format === 'sarif')
            assert.equal(JSON.parse(stdout).runs[0].invocations[0].executionSuccessful, false);
        }
      }),
    ),
  );

  it(
    'is not exported, and the others are',
    withFolder(
      three,
      withEndlessRule(async (cwd) => {
        const { status, stderr } = await nianbao(['export', ...limit, '--out', '出', '.'], { cwd });
        assert.deepEqual({ status, stderr }, { status: 2, stderr: said });
        assert.deepEqual(readdirSync(path.join(cwd, '出')).sort(), ['丙.json', '甲.json']);
      }),
    ),
  );

  it(
    'is not written, and the others are',
    withFolder(
      three,
      withEndlessRule(async (cwd) => {
        const { status, stderr } = await nianbao(['fix', ...limit, '--write', '.'], { cwd });
        assert.deepEqual({ status, stderr }, { status: 2, stderr: said });
        const textOf = (name: string): string => readFileSync(path.join(cwd, name), 'utf8');
        assert.equal(textOf('乙.txt'), endless);
        assert.equal(textOf('甲.txt'), reportText());
        assert.equal(textOf('丙.txt'), reportText());
      }),
    ),
  );

  it('has a limit that is a number of seconds', async () => {
    for (const wrong of ['0', '-3', 'x', '1e9', 'Infinity']) {
      const { status, stderr } = await nianbao(['check', `--time-limit=${wrong}`, '-'], { input: odd });
      assert.equal(status, 2);
      assert.equal(stderr, `nianbao: 选项 --time-limit 应为秒数，不是 ${wrong}\n`);
    }
  });
});

describe('a limit', () => {
  const limit = limitOf(0.2);

  it('stops loops, expressions and what would catch it, and hands on what is given or thrown', () => {
    const caught = (): void => {
      try {
        for (;;);
      } catch {}
    };
    const slow = (): boolean => /^(a+)+$/.test(`${'a'.repeat(40)}b`);
    for (const work of [caught, slow, () => limit(caught)]) assert.throws(() => limit(work), /超过 0\.2 秒/u);
    const given = { is: 'the same' };
    assert.equal(
      limit(() => given),
      given,
    );
    assert.throws(
      () =>
        limit(() => {
          throw new RangeError('own');
        }),
      RangeError,
    );
  });

  it('counts what is worked, not what is waited', () => {
    let begun = 0;
    const waiting = (): string => {
      begun++;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500);
      return 'done';
    };
    // So long that what else goes on in this process meanwhile is little beside it.
    assert.equal(limitOf(1)(waiting), 'done');
    assert.ok(begun > 1, 'the clock had stopped it');
  });
});

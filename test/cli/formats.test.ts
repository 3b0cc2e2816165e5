import assert from 'node:assert/strict';
import path from 'node:path';
import manifest from '../../package.json';
import { type Format, formats } from '../../server/cli/arguments/formats';
import { nianbao, reportText, withFolder } from './nianbao';

const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });
const at = wrong.slice(0, wrong.indexOf('（一）予以公开')).split('\n').length;

describe('the formats of nianbao check', () => {
  it(
    'say the same of a report: how many things there are to say',
    withFolder({ '甲.txt': wrong }, async (cwd) => {
      const told: Readonly<Record<Format, RegExp>> = {
        text: /\[row-total\]$/gmu,
        json: /"rule":"row-total","severity"/gu,
        sarif: /"ruleId": "row-total"/gu,
        html: /class="error"|应为/gu,
        github: /title=row-total::/gu,
        gitlab: /"check_name": "row-total"/gu,
      };
      for (const format of formats) {
        const { status, stdout } = await nianbao(['check', '--format', format, '甲.txt'], { cwd });
        assert.equal(status, 1);
        const count = stdout.match(told[format])?.length ?? 0;
        assert.ok(format === 'html' ? count > 0 : count === 1, `${format}: ${count}`);
      }
    }),
  );

  it(
    'name the place to GitHub, and no name ends the command',
    withFolder({ '甲,乙::100%.txt': wrong }, async (cwd) => {
      const { stdout } = await nianbao(['check', '--format', 'github', '.'], { cwd });
      const [line = '', ...rest] = stdout.split('\n');
      assert.deepEqual(rest, ['']);
      assert.ok(line.startsWith(`::error file=甲%2C乙%3A:100%.txt,line=${at},endLine=${at},col=`), line);
      assert.match(line, /,title=row-total::「予以公开」/u);
    }),
  );

  it(
    'are read by the matcher for tasks of VS Code',
    withFolder({ '100%甲:乙%A0.txt': wrong.replace('六、其他', '6、其他') }, async (cwd) => {
      const args = ['check', '--format', 'github', '100%甲:乙%A0.txt', '丙.txt'];
      const { stdout } = await nianbao(args, { cwd });
      const pattern = manifest.contributes.problemMatchers[0]?.pattern;
      assert.ok(pattern);
      const found = stdout
        .trimEnd()
        .split('\n')
        .map((line) => new RegExp(pattern.regexp, 'u').exec(line) ?? []);
      assert.deepEqual(
        found.map((match) => [pattern.severity, pattern.file, pattern.code].map((group) => match[group])),
        [
          ['error', '100%甲:乙%A0.txt', 'row-total'],
          ['warning', '100%甲:乙%A0.txt', 'heading-number'],
          ['error', '丙.txt', 'unread-file'],
        ],
      );
      assert.equal(found[0]?.[pattern.line], String(at));
      assert.ok(found.every((match) => match[pattern.message]));
    }),
  );

  it(
    'give GitLab paths from the folder that is worked in, in whichever way files are named',
    withFolder({ '乡/甲.txt': wrong }, async (cwd) => {
      const issues = async (file: string) =>
        (await nianbao(['check', '--format', 'gitlab', file], { cwd })).stdout;
      const below = await issues('乡/甲.txt');
      assert.match(below, /"path": "乡\/甲\.txt"/u);
      assert.equal(await issues(path.join(cwd, '乡/甲.txt')), below);
      assert.equal(await issues('./乡/../乡'), below);
    }),
  );

  it(
    'tell GitLab the same finding by the same print, wherever its line is, and two by two',
    withFolder({ '甲.txt': wrong, '乙.txt': `\n\n${wrong}` }, async (cwd) => {
      const of = async (file: string) =>
        JSON.parse((await nianbao(['check', '--format', 'gitlab', file], { cwd })).stdout);
      const [[one], [two], both] = [await of('甲.txt'), await of('乙.txt'), await of('.')];
      assert.deepEqual(one.location, { path: '甲.txt', lines: { begin: at, end: at } });
      assert.equal(two.location.lines.begin, at + 2);
      assert.equal(one.severity, 'critical');
      assert.equal(new Set(both.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size, 2);
      assert.ok(both.some(({ fingerprint }: { fingerprint: string }) => fingerprint === one.fingerprint));
    }),
  );
});

describe('the levels of rules on the command line', () => {
  it(
    'are as given',
    withFolder({ '甲.txt': reportText({ '六、其他需要': '6、其他需要' }) }, async (cwd) => {
      const checked = (given: string) =>
        nianbao(['check', '--rules', `heading-number=${given},late-publication=off`, '甲.txt'], { cwd });
      assert.equal((await checked('error')).status, 1);
      for (const [level, name] of [
        ['warning', /警告 1，/u],
        ['hint', /提示 1$/mu],
        ['off', /错误 0，警告 0，信息 0，提示 0$/mu],
      ] as const) {
        const { status, stdout } = await checked(level);
        assert.equal(status, 0);
        assert.match(stdout, name);
      }
    }),
  );

  it('name the rule and the level that there is not', async () => {
    for (const [given, named] of [
      ['no-such-rule=off', /没有规则 no-such-rule/u],
      ['row-total=loud', /row-total.*error、warning/u],
      ['row-total', /row-total/u],
    ] as const) {
      const { status, stderr } = await nianbao(['check', '--rules', given, 'a.txt']);
      assert.equal(status, 2);
      assert.match(stderr, named);
    }
  });
});

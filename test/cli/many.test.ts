import assert from 'node:assert/strict';
import { reportOf } from '../core/support/whose';
import { nianbao, reportText, withFolder } from './nianbao';

const agency = '云溪县水务局';
const wrongRow = { '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' };

interface Line {
  readonly file: string;
  readonly lastYear: string | null;
}

async function pairs(args: readonly string[], cwd: string): Promise<Readonly<Record<string, string | null>>> {
  const { stdout } = await nianbao(['check', '--format', 'json', ...args], { cwd });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => JSON.parse(line) as Line).map(({ file, lastYear }) => [file, lastYear]),
  );
}

describe('nianbao check of many reports', () => {
  const years = {
    '2023.txt': reportOf({ agency, year: 2023 }),
    'old/2022.html': reportOf({ agency, year: 2022, layout: 'html-word' }),
    'old/other.txt': reportOf({ agency: '云溪县财政局', year: 2022 }),
  };

  it(
    'holds a report against that of the year before, in whichever order they come',
    withFolder(years, async (cwd) => {
      const expected = { '2023.txt': 'old/2022.html', 'old/2022.html': null, 'old/other.txt': null };
      assert.deepEqual(await pairs(['2023.txt', 'old'], cwd), expected);
      assert.deepEqual(await pairs(['old', '2023.txt'], cwd), expected);
      assert.deepEqual(await pairs(['2023.txt'], cwd), { '2023.txt': null });
      const { stdout } = await nianbao(['check', '.'], { cwd });
      assert.match(stdout, /^核对 3 份年报（1 份与上一年的对照）：/mu);
    }),
  );

  it(
    'says which reports contradict each other',
    withFolder({ ...years, 'old/2022改.txt': reportOf({ agency, year: 2022, seed: 3 }) }, async (cwd) => {
      const { stdout } = await nianbao(['check', '.'], { cwd });
      assert.match(
        stdout,
        /^没有对照：同一机关同一年有几份不同的年报\n {4}2023\.txt：old.2022\.html、old.2022改\.txt\n核对 4 份年报：/mu,
      );
    }),
  );

  it(
    'says which reports it passes over for one in the same folder',
    withFolder({ ...years, '2022.txt': reportOf({ agency, year: 2022, seed: 3 }) }, async (cwd) => {
      const { stdout } = await nianbao(['check', '.'], { cwd });
      assert.match(
        stdout,
        /^没有采用：同一机关同一年有几份不同的年报，对照的是同一文件夹里的那一份\n {4}2023\.txt：old.2022\.html\n核对 4 份/mu,
      );
    }),
  );

  it(
    'closes with what was found by rule and by agency, the gravest first',
    withFolder(
      {
        'a.txt': reportText(),
        'b.txt': reportText({ 云溪县档案局: '松涧县教育局', ...wrongRow }),
        'c/c.txt': reportText({ 云溪县档案局: '松涧县教育局', '2024年': '2023年' }),
      },
      async (cwd) => {
        const { stdout } = await nianbao(['check', '.'], { cwd });
        const summary = stdout.slice(stdout.indexOf('按规则'));
        assert.match(summary, /^按规则\n {4}\p{Script=Han}.* \[[a-z-]+\]：错误 \d/u);
        assert.match(summary, /\n按机关\n {4}松涧县教育局（2 份）：错误 \d[^\n]*\n核对 3 份年报/u);
        const one = await nianbao(['check', 'b.txt'], { cwd });
        assert.doesNotMatch(one.stdout, /按规则/u);
      },
    ),
  );

  it(
    'takes the list of parts from a file, and says where it is none',
    withFolder(
      {
        'a.txt': reportText(),
        'parts.json': '{"云溪县": ["云溪县*局"]}',
        'list.json': '["云溪县*局"]',
        'bad.json': '{',
        'long.json': JSON.stringify({ 云溪县: ['*'.repeat(65_537)] }),
      },
      async (cwd) => {
        const run = (parts: string) => nianbao(['check', '--parts', parts, 'a.txt'], { cwd });
        assert.equal((await run('parts.json')).status, 0);
        for (const [file, reason] of [
          ['list.json', '应为 JSON 对象'],
          ['bad.json', '应为 JSON 对象'],
          ['long.json', '“云溪县”的通配符太长'],
        ] as const) {
          const { status, stdout, stderr } = await run(file);
          assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
          assert.match(stderr, new RegExp(`^nianbao: ${file}：${reason}[^\\n]*\\n$`));
        }
        assert.match((await run('nowhere.json')).stderr, /^nianbao: nowhere\.json：没有这个文件或文件夹\n$/);
      },
    ),
  );
});

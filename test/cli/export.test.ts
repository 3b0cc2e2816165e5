import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { exportLine, exportReport } from '../../server/export/json';
import { nianbao, reportText, withFolder } from './nianbao';

const one = reportText();
const other = reportText({ 云溪县档案局: '松涧县教育局' });

describe('nianbao export', () => {
  it(
    'writes one file as a document',
    withFolder({ '甲.txt': one }, async (cwd) => {
      assert.deepEqual(await nianbao(['export', '甲.txt'], { cwd }), {
        status: 0,
        stdout: exportReport(analyze(one)),
        stderr: '',
        served: false,
      });
      assert.equal((await nianbao(['export', '-'], { input: one })).stdout, exportReport(analyze(one)));
    }),
  );

  it(
    'writes a line for each of several, the file first',
    withFolder({ '甲.txt': one, 'b/乙.txt': other }, async (cwd) => {
      const lines =
        exportLine({ file: path.join('b', '乙.txt') }, analyze(other)) +
        exportLine({ file: '甲.txt' }, analyze(one));
      assert.equal((await nianbao(['export', '.'], { cwd })).stdout, lines);
      assert.equal((await nianbao(['export', 'b', '甲.txt'], { cwd })).stdout, lines);
      assert.equal(
        (await nianbao(['export', '*.txt'], { cwd })).stdout,
        exportLine({ file: '甲.txt' }, analyze(one)),
      );
    }),
  );

  it(
    'replaces what it has exported before, and nothing else',
    withFolder({ '甲.txt': one, 'out/甲.json': '{ "name": "别人的文件" }' }, async (cwd) => {
      const { status, stderr } = await nianbao(['export', '甲.txt', '--out', 'out'], { cwd });
      assert.equal(status, 2);
      assert.match(stderr, /甲\.json 已经存在，不是导出的年报，没有覆盖/);
      assert.deepEqual(readdirSync(path.join(cwd, 'out')), ['甲.json']);
      assert.equal(readFileSync(path.join(cwd, 'out/甲.json'), 'utf8'), '{ "name": "别人的文件" }');
    }),
  );

  it(
    'writes files into a folder, in the folders that they came from',
    withFolder({ 'a/甲.txt': one, 'a/b/乙.md': other }, async (cwd) => {
      mkdirSync(path.join(cwd, 'out'));
      writeFileSync(path.join(cwd, 'out/甲.json'), exportReport(analyze(one)) + ' '.repeat(9999));
      assert.deepEqual(await nianbao(['export', 'a', '--out', 'out'], { cwd }), {
        status: 0,
        stdout: '',
        stderr: '',
        served: false,
      });
      assert.equal(readFileSync(path.join(cwd, 'out/甲.json'), 'utf8'), exportReport(analyze(one)));
      assert.equal(readFileSync(path.join(cwd, 'out/b/乙.json'), 'utf8'), exportReport(analyze(other)));
      assert.deepEqual(readdirSync(path.join(cwd, 'out')).sort(), ['b', '甲.json']);
    }),
  );

  it(
    'makes the folder, and names a report from standard input',
    withFolder({}, async (cwd) => {
      const { status } = await nianbao(['export', '-', '--out', 'new/out'], { cwd, input: one });
      assert.equal(status, 0);
      assert.deepEqual(readdirSync(path.join(cwd, 'new/out')), ['stdin.json']);
    }),
  );

  it(
    'writes what comes from several folders under their names',
    withFolder({ '2023/甲.txt': one, '2024/甲.txt': other, '2024/b/乙.txt': one }, async (cwd) => {
      const written = (out: string): string[] =>
        readdirSync(path.join(cwd, out), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.json'))
          .map((name) => name.split(path.sep).join('/'))
          .sort();
      for (const [out, ...operands] of [
        ['folders', '2023', '2024'],
        ['patterns', '2023/*.txt', '2024/**/*.txt'],
      ] as const) {
        const { status, stderr } = await nianbao(['export', ...operands, '--out', out], { cwd });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
        assert.deepEqual(written(out), ['2023/甲.json', '2024/b/乙.json', '2024/甲.json']);
        assert.equal(readFileSync(path.join(cwd, out, '2024/甲.json'), 'utf8'), exportReport(analyze(other)));
      }
      const files = ['2023/甲.txt', '2024/甲.txt'];
      assert.equal((await nianbao(['export', ...files, '--out', 'files'], { cwd })).status, 0);
      assert.deepEqual(written('files'), ['2023/甲.json', '2024/甲.json']);
      assert.equal((await nianbao(['export', '2024/b', '2024', '--out', 'inner'], { cwd })).status, 0);
      assert.deepEqual(written('inner'), ['b/乙.json', '甲.json']);
    }),
  );

  it(
    'does not write two reports into one file',
    withFolder({ 'a/甲.txt': one, 'a/甲.md': other }, async (cwd) => {
      const { status, stderr } = await nianbao(['export', 'a', '--out', 'out'], { cwd });
      assert.equal(status, 2);
      assert.match(stderr, /^nianbao: a.甲\.txt：与 a.甲\.md 同名，没有导出\n$/);
      assert.equal(readFileSync(path.join(cwd, 'out/甲.json'), 'utf8'), exportReport(analyze(other)));
      const again = await nianbao(['export', 'a', '--out', 'out', '--skip-done', 'out'], { cwd });
      assert.equal(again.status, 2);
      assert.match(
        again.stderr,
        /^nianbao: a.甲\.txt：与 a.甲\.md 同名，没有导出\n[^\n]*略过以前导出的 1 个文件\n$/u,
      );
    }),
  );

  it(
    'says so where the folder cannot be made',
    withFolder({ '甲.txt': one }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['export', '甲.txt', '--out', '甲.txt'], { cwd });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.match(stderr, /^nianbao: [^\n]*甲\.txt：已经存在\n$/);
      assert.equal(readFileSync(path.join(cwd, '甲.txt'), 'utf8'), one);
    }),
  );

  it(
    'exports the others where one cannot be read',
    withFolder({ '甲.txt': one }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['export', 'nowhere.txt', '甲.txt'], { cwd });
      const lost = `${JSON.stringify({ file: 'nowhere.txt', error: '没有这个文件或文件夹' })}\n`;
      assert.deepEqual(
        { status, stdout },
        { status: 2, stdout: lost + exportLine({ file: '甲.txt' }, analyze(one)) },
      );
      assert.match(stderr, /^nianbao: nowhere\.txt：[^\n]+\n$/);
      assert.ok(!existsSync(path.join(cwd, 'nowhere.txt')));
    }),
  );

  it(
    'writes the version that is asked for, and where everything stands',
    withFolder({ '甲.txt': one }, async (cwd) => {
      const stdout = async (...options: readonly string[]): Promise<string> =>
        (await nianbao(['export', '甲.txt', ...options], { cwd })).stdout;
      const analysis = analyze(one);
      assert.equal(await stdout('--schema', '1'), exportReport(analysis, { schema: '1' }));
      assert.equal(await stdout('--schema', '2'), exportReport(analysis));
      assert.equal(await stdout('--spans'), exportReport(analysis, { spans: { start: 0 } }));
      const args = ['export', '--out', 'out', '--schema', '1', '甲.txt'];
      assert.equal((await nianbao(args, { cwd })).status, 0);
      assert.equal(
        readFileSync(path.join(cwd, 'out/甲.json'), 'utf8'),
        exportReport(analysis, { schema: '1' }),
      );
    }),
  );

  it(
    'counts places from the beginning of a file of several reports',
    withFolder({ '甲.txt': `${one}\n${other}` }, async (cwd) => {
      const { stdout } = await nianbao(['export', '甲.txt', '--spans'], { cwd });
      const documents = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      const text = `${one}\n${other}`;
      const lines = text.split('\n');
      assert.deepEqual(
        documents.map(({ part, agency, spans }) => {
          const { start, end, range } = spans.agency;
          const line: string = lines[range.start.line] ?? '';
          const printed = line.slice(range.start.character, range.end.character);
          return [part, agency, text.slice(start, end), printed];
        }),
        [
          [1, '云溪县档案局', '云溪县档案局', '云溪县档案局'],
          [2, '松涧县教育局', '松涧县教育局', '松涧县教育局'],
        ],
      );
    }),
  );

  it('refuses places in version 1, and versions that there are not', async () => {
    const refused = async (...options: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await nianbao(['export', '-', ...options], { input: one });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      return stderr;
    };
    assert.equal(await refused('--schema', '1', '--spans'), 'nianbao: 选项 --spans 不能与 --schema 1 同用\n');
    assert.match(await refused('--schema', '3'), /--schema 没有值 3，可用：2、1/u);
  });

  it('says where nothing could be read', async () => {
    const { status, stdout, stderr } = await nianbao(['export', '-'], { input: '今天天气很好。\n' });
    assert.equal(status, 0);
    assert.equal(JSON.parse(stdout).applications, null);
    assert.equal(stderr, 'nianbao: -：没有读到任何一格数字\n');
  });

  it(
    'writes each kind into a folder, and replaces none',
    withFolder({ '甲.txt': one }, async (cwd) => {
      for (const to of ['docx', 'xlsx', 'csv', 'md', 'html']) {
        const args = ['export', '甲.txt', '--to', to, '--out', '出'];
        assert.deepEqual(await nianbao(args, { cwd }), { status: 0, stdout: '', stderr: '', served: false });
        const file = path.join(cwd, '出', `甲.${to}`);
        const before = readFileSync(file);
        const again = await nianbao(args, { cwd });
        assert.equal(again.status, 2);
        assert.match(again.stderr, new RegExp(`甲\\.${to} 已经存在，没有覆盖`, 'u'));
        assert.ok(readFileSync(file).equals(before));
      }
    }),
  );

  it(
    'writes texts one behind the other on standard output',
    withFolder({ '甲.txt': one, '乙.txt': other }, async (cwd) => {
      const output = async (to: string) => (await nianbao(['export', '.', '--to', to], { cwd })).stdout;
      assert.equal((await output('csv')).match(/机关,年度/gu)?.length, 1);
      assert.deepEqual((await output('md')).match(/^# .*(?=2024)/gmu), ['# 松涧县教育局', '# 云溪县档案局']);
      const page = await output('html');
      assert.equal(page.match(/<!DOCTYPE html>|<\/html>/gu)?.length, 2);
      assert.equal(page.match(/<article/gu)?.length, 2);
      for (const to of ['docx', 'xlsx']) {
        const { status, stderr } = await nianbao(['export', '.', '--to', to], { cwd });
        assert.deepEqual([status, stderr], [2, `nianbao: 导出 ${to} 须用 --out 指明写到哪个文件夹\n`]);
      }
      assert.equal((await nianbao(['export', '.', '--to', 'csv', '--spans'], { cwd })).status, 2);
    }),
  );

  it(
    'says what has no place in the form, and what of it the report does not have',
    withFolder(
      {
        '甲.txt': reportText({ '行政许可\t0': '行政许可\t0\t77\t88' }),
        '乙.txt': reportText({ '\n行政强制\t0': '' }),
      },
      async (cwd) => {
        const { status, stderr } = await nianbao(['export', '.', '--to', 'md'], { cwd });
        assert.equal(status, 0);
        assert.match(stderr, /甲\.txt：表二里有 \d 个数没有归入任何一格，没有写进去/u);
        assert.match(stderr, /乙\.txt：表二有 1 格原文里没有，留空/u);
      },
    ),
  );
});

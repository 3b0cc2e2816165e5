import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { nianbao, reportText, withFolder } from './nianbao';

const one = reportText({});

describe('a folder that is written into', () => {
  it(
    'is not read, also where it lies in one that is, and that is said',
    withFolder({ '甲.txt': one, '里/乙.txt': one }, async (cwd) => {
      const args = ['export', '--to', 'md', '--out', '出', '.'];
      assert.equal((await nianbao(args, { cwd })).stderr, '');
      const before = readdirSync(path.join(cwd, '出'), { recursive: true }).sort();
      assert.deepEqual(before, ['甲.md', '里', path.join('里', '乙.md')].sort());
      const { stderr } = await nianbao([...args.slice(0, 2), 'docx', ...args.slice(3)], { cwd });
      assert.equal(stderr, 'nianbao: 出 是写到的文件夹，里面的文件不读\n');
      assert.equal(readdirSync(path.join(cwd, '出')).length, 3);
      // Who names them wants them.
      assert.equal((await nianbao(['export', '--to', 'csv', '--out', '出', '出/甲.md'], { cwd })).stderr, '');
    }),
  );

  it(
    'is refused where it is the one that is read, unless what is written is never read',
    withFolder({ '甲.txt': one }, async (cwd) => {
      for (const to of ['docx', 'md', 'html', 'xlsx']) {
        const { status, stderr } = await nianbao(['export', '--to', to, '--out', './', '.'], { cwd });
        assert.equal(status, 2);
        assert.match(stderr, /就是要读的文件夹.*另指一个文件夹/u);
      }
      for (const to of ['csv', 'json'])
        assert.equal((await nianbao(['export', '--to', to, '--out', '.', '.'], { cwd })).status, 0, to);
      assert.deepEqual(readdirSync(cwd).sort(), ['甲.csv', '甲.json', '甲.txt'].sort());
    }),
  );

  it(
    'has of CSV what is no report, and is told so when it is read back',
    withFolder({ '甲.txt': one }, async (cwd) => {
      for (const shape of [[], ['--flat'], ['--long']]) {
        const { stdout } = await nianbao(['export', '--to', 'csv', ...shape, '甲.txt'], { cwd });
        const { status, stderr } = await nianbao(['check', '-'], { cwd, input: stdout });
        assert.equal(status, 2);
        assert.match(stderr, /^nianbao: -：是从年报导出的 CSV，不是年报，读不回去，没有检查/u);
      }
    }),
  );

  it('has empty cells where the report has them within another row, and that is said', async () => {
    const input = one.replace(/（六）其他处理.*?(?=\t?（七）总计)/su, `（六）其他处理\t${'\t0'.repeat(7)}\n`);
    for (const to of ['md', 'html']) {
      const { stderr } = await nianbao(['export', '-', '--to', to], { input });
      assert.equal(stderr, 'nianbao: -：表三有 14 格原文里并在别的行，留空\n');
    }
  });
});

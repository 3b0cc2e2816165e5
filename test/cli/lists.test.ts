import assert from 'node:assert/strict';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });
const _other = right.replaceAll('云溪县档案局', '松涧县教育局');
const _record = (file: string, text: string): string => `${JSON.stringify({ file, text })}\n`;
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('nianbao and lists of files', () => {
  const files = { 'a/甲.txt': right, 'a/乙 [1].txt': wrong, 'a/说明.md': '# 说明\n' };

  for (const [name, list] of Object.entries({
    'a line': 'a/甲.txt\r\na/说明.md\na/乙 [1].txt\n',
    'with NUL between them': 'a/甲.txt\0a/说明.md\0a/乙 [1].txt\0',
  })) {
    it(
      `reads them, ${name}, and passes over what is no report`,
      withFolder({ ...files, 'list.txt': list }, async (cwd) => {
        const { status, stdout, stderr } = await nianbao(['check', '--files-from', '-'], {
          cwd,
          input: list,
        });
        assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
        assert.match(stdout, /^核对 2 份年报：错误 1.*（跳过 1 个不是年报的文件）$/mu);
        assert.deepEqual(await nianbao(['check', '--files-from', 'list.txt'], { cwd }), {
          status,
          stdout,
          stderr,
          served: false,
        });
      }),
    );
  }

  it(
    'names a file of a list that is not there, and one that is no list',
    withFolder(files, async (cwd) => {
      const missing = await nianbao(['export', '--files-from', '-'], { cwd, input: 'a/丙.txt\na/甲.txt\n' });
      assert.equal(missing.status, 2);
      assert.match(missing.stderr, /^nianbao: a\/丙\.txt：没有这个文件或文件夹\n$/u);
      assert.deepEqual(
        linesOf(missing.stdout).map(({ file }) => file),
        ['a/丙.txt', 'a/甲.txt'],
      );
      const list = await nianbao(['check', '--files-from', '没有.txt'], { cwd });
      assert.deepEqual([list.status, list.stdout], [2, '']);
      assert.match(list.stderr, /没有\.txt/u);
    }),
  );

  it(
    'takes names with NUL between them as they are, a mark before the first too',
    withFolder({ '\ufeff甲.txt': right }, async (cwd) => {
      const { status } = await nianbao(['check', '--files-from', '-'], { cwd, input: '\ufeff甲.txt\0' });
      assert.equal(status, 0);
    }),
  );

  it(
    'passes over a picture whose name is not UTF-8, and names what may be a report',
    withFolder(files, async (cwd) => {
      const input = 'a/甲.txt\0\ufffd\ufffd.png\0';
      const { status, stderr } = await nianbao(['check', '--files-from', '-'], { cwd, input });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      for (const name of ['\ufffd.txt', '\ufffd.pdf', '\ufffd']) {
        const lost = await nianbao(['check', '--files-from', '-'], { cwd, input: `a/甲.txt\0${name}\0` });
        assert.equal(lost.status, 2);
        assert.match(lost.stderr, /文件名不是 UTF-8，打不开；请先改名/u);
      }
    }),
  );

  it(
    'takes an empty list for no files, as a hook has them',
    withFolder(files, async (cwd) => {
      const { status, stdout } = await nianbao(['check', '--files-from', '-'], { cwd, input: '' });
      assert.equal(status, 0);
      assert.match(stdout, /^(?:核对 0 份年报|$)/u);
    }),
  );
});

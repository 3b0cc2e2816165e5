import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });
const other = right.replaceAll('云溪县档案局', '松涧县教育局');
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('nianbao and files of which nothing comes', () => {
  const files = { '1.txt': right, '2.docx': 'PK\u0003\u0004 broken off', '4.txt': wrong };
  const list = '1.txt\n2.docx\n3.txt\n4.txt\n';

  for (const command of ['check --format json', 'export', 'export --flat', 'export --schema 1'])
    it(
      `has a line with an error for each in its place: ${command}`,
      withFolder(files, async (cwd) => {
        const args = [...command.split(' '), '--files-from', '-'];
        const { status, stdout, stderr } = await nianbao(args, { cwd, input: list });
        assert.equal(status, 2);
        const lines = linesOf(stdout);
        assert.deepEqual(
          lines.map(({ file, error }) => [file, typeof error]),
          [
            ['1.txt', 'undefined'],
            ['2.docx', 'string'],
            ['3.txt', 'string'],
            ['4.txt', 'undefined'],
          ],
        );
        for (const { file, error } of lines.slice(1, 3))
          assert.ok(stderr.includes(`nianbao: ${file}：${error}\n`), stderr);
        assert.equal((await nianbao([...args, '--jobs', '2'], { cwd, input: list })).stdout, stdout);
      }),
    );

  for (const command of [
    'check --format gitlab',
    'export --to csv',
    'export --long --to csv',
    'export --out 出',
  ])
    it(
      `keeps what is no lines of JSON as it is: ${command}`,
      withFolder(files, async (cwd) => {
        const { stdout: all } = await nianbao([...command.split(' '), '1.txt', '2.docx', '4.txt'], { cwd });
        const { stdout: read } = await nianbao([...command.split(' '), '1.txt', '4.txt'], { cwd });
        assert.equal(all, read);
      }),
    );

  it(
    'does them again when it goes on',
    withFolder(files, async (cwd) => {
      const { stdout } = await nianbao(['export', '--files-from', '-'], { cwd, input: list });
      writeFileSync(path.join(cwd, 'out.jsonl'), stdout);
      writeFileSync(path.join(cwd, '3.txt'), other);
      const args = ['export', '--files-from', '-', '--skip-done', 'out.jsonl'];
      const again = linesOf((await nianbao(args, { cwd, input: list })).stdout);
      assert.deepEqual(
        again.map(({ file, agency }) => [file, agency]),
        [
          ['2.docx', undefined],
          ['3.txt', '松涧县教育局'],
        ],
      );
    }),
  );

  it(
    'annotates them beside the lines of others',
    withFolder(files, async (cwd) => {
      const { stdout } = await nianbao(['check', '--format', 'github', '1.txt', '3.txt'], { cwd });
      assert.match(
        stdout,
        /^::error file=3\.txt,line=1,endLine=1,title=unread-file::没有这个文件或文件夹\n$/u,
      );
    }),
  );

  for (const [name, content] of Object.entries({ 'no byte': '', 'a mark': '\ufeff', blanks: ' \r\n\n' }))
    it(
      `says of a file with the name of a report that it is empty, however it was found: ${name}`,
      withFolder(
        { '水务局2024年政府信息公开工作年度报告.txt': content, '记录.txt': content },
        async (cwd) => {
          const input = '水务局2024年政府信息公开工作年度报告.txt\n记录.txt\n';
          for (const args of [
            ['export', '.'],
            ['export', '*.txt'],
            ['export', '--files-from', '-'],
          ]) {
            const { status, stdout, stderr } = await nianbao(args, { cwd, input });
            assert.equal(status, 2);
            assert.match(stderr, /^nianbao: 水务局2024年[^\n]*：是空的[^\n]*\n$/u);
            assert.match(stdout, /^\{"file":"水务局[^\n]*","error":"是空的[^\n]*"\}\n$/u);
          }
        },
      ),
    );
});

import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../server/analysis';
import { exportLine } from '../../server/export/json';
import { nianbao, reportText, withFolder } from './nianbao';

const right = reportText();
const wrong = reportText({ '（一）予以公开\t0\t0\t0\t0\t0\t0\t0': '（一）予以公开\t0\t0\t0\t0\t0\t0\t1' });
const other = right.replaceAll('云溪县档案局', '松涧县教育局');
const record = (file: string, text: string): string => `${JSON.stringify({ file, text })}\n`;
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('nianbao and reports as lines of JSON', () => {
  const bad = [
    '{"file":"丙.txt"}',
    '不是 JSON',
    '[]',
    '{"file":1,"text":"一"}',
    '{"file":"丁","text":null}',
    '{}',
  ];
  const named = ['丙.txt', null, null, null, '丁', null];
  const faults = [
    '缺少 "text"',
    '应为 UTF-8 的 JSON 对象',
    '应为 UTF-8 的 JSON 对象',
    '"file" 应为字符串',
    '"text" 应为字符串',
    '缺少 "file"、缺少 "text"',
  ];
  const input = `${record('甲.txt', right)}${bad.map((line) => `${line}\n`).join('')}\n${record('乙.txt', wrong).trimEnd()}`;

  it('checks each by itself, in order, and tells of a bad line in a line', async () => {
    const { status, stdout } = await nianbao(['check', '--stdin', 'ndjson'], { input });
    const lines = linesOf(stdout);
    assert.equal(status, 2);
    assert.deepEqual(
      lines.map(({ file, findings }) => [file, findings?.length]),
      [['甲.txt', 0], ...named.map((file) => [file, undefined]), ['乙.txt', 1]],
    );
    for (const [index, { error }] of lines.slice(1, -1).entries())
      assert.ok(error.startsWith(`标准输入第 ${index + 2} 行：${faults[index]}`), error);
  });

  it('takes the mark that some programs write before the first line', async () => {
    for (const command of ['check', 'export']) {
      const run = (text: string) => nianbao([command, '--stdin', 'ndjson'], { input: text });
      assert.deepEqual(await run(`\ufeff${input}`), await run(input));
    }
  });

  it('exports each as a line, also the only one', async () => {
    const { status, stdout } = await nianbao(['export', '--stdin', 'ndjson'], {
      input: record('甲.txt', right),
    });
    assert.deepEqual([status, stdout], [0, exportLine({ file: '甲.txt' }, analyze(right))]);
  });

  it('shows a terminal no characters that would drive it, in what it tells of a line either', async () => {
    const { stdout } = await nianbao(['export', '--stdin', 'ndjson', '--time-limit', '0.000001'], {
      input: record('甲\u009b31m.txt', right),
      isTerminal: true,
    });
    assert.match(stdout, /"error":"超过/u);
    assert.doesNotMatch(stdout, /\u009b/u);
  });

  it('says nothing of an empty stream', async () => {
    for (const command of ['check', 'export']) {
      const { status, stdout, stderr } = await nianbao([command, '--stdin', 'ndjson'], { input: '' });
      assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
    }
  });

  it('writes of one before it reads the next', async () => {
    const seen: number[] = [];
    let written = 0;
    async function* reports() {
      for (const name of ['甲', '乙', '丙']) {
        seen.push(written);
        yield Buffer.from(record(`${name}.txt`, right));
      }
    }
    await nianbao(['check', '--stdin', 'ndjson'], { stream: reports(), onWrite: () => written++ });
    // What comes in a piece ends in it, so that nothing has to be waited for.
    assert.deepEqual(seen, [0, 1, 2]);
  });

  for (const options of ['--format sarif', '--format html']) {
    it(`refuses ${options}`, async () => {
      const args = ['check', '--stdin', 'ndjson', ...options.split(' ')];
      const { status, stderr } = await nianbao(args, { input });
      assert.equal(status, 2);
      assert.match(stderr, /--stdin ndjson/u);
    });
  }
});

describe('nianbao export --stdin ndjson --to csv', () => {
  for (const shape of [[], ['--flat'], ['--long']])
    it(`writes one table, and tells what is no report beside it: ${shape.join('') || 'as it is'}`, async () => {
      const args = ['export', '--stdin', 'ndjson', '--to', 'csv', ...shape];
      const records = [JSON.stringify({ file: '1.txt', text: right }), '{"file": "2.txt"}', '{', ''];
      const { status, stdout, stderr } = await nianbao(args, { input: records.join('\n') });
      const alone = await nianbao(args, { input: `${records[0]}\n` });
      assert.deepEqual([status, stdout], [2, alone.stdout]);
      assert.ok(stdout.includes('\n1.txt,'));
      assert.match(stderr, /^nianbao: 2\.txt：标准输入第 2 行：.+\nnianbao: 标准输入第 3 行：.+\n$/u);
    });
});

describe('nianbao export that goes on', () => {
  const files = { '1.txt': right, '2.txt': right + other, '3.txt': other };

  it(
    'passes over what it has written, and does again what it has written in part',
    withFolder(files, async (cwd) => {
      const out = path.join(cwd, 'out.jsonl');
      const { stdout: whole } = await nianbao(['export', '.'], { cwd });
      for (const length of [
        0,
        1,
        7,
        300,
        whole.length / 3,
        whole.length / 2,
        whole.length - 1,
        whole.length,
      ]) {
        writeFileSync(out, whole.slice(0, length));
        const { status, stdout } = await nianbao(['export', '--skip-done', 'out.jsonl', '*.txt'], {
          cwd,
          appendsTo: out,
        });
        appendFileSync(out, stdout);
        assert.equal(status, 0);
        assert.equal(readFileSync(out, 'utf8'), whole, `broken off at ${length}`);
      }
      truncateSync(out, 0);
    }),
  );

  it(
    'does so for several lines a report',
    withFolder(files, async (cwd) => {
      const out = path.join(cwd, 'out.jsonl');
      const { stdout: whole } = await nianbao(['export', '--long', '*.txt'], { cwd });
      for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        const end = whole.indexOf('\n', whole.length * share) + 1;
        writeFileSync(out, whole.slice(0, end));
        const args = ['export', '--long', '--skip-done', 'out.jsonl', '*.txt'];
        const { stdout } = await nianbao(args, { cwd, appendsTo: out });
        appendFileSync(out, stdout);
        assert.equal(readFileSync(out, 'utf8'), whole);
      }
    }),
  );

  it(
    'leaves a file alone that is none of its own, and one that it does not write to',
    withFolder({ ...files, 'notes.md': '# 笔记', 'half.jsonl': '{"file":"1.txt","sch' }, async (cwd) => {
      const foreign = await nianbao(['export', '--skip-done', 'notes.md', '1.txt'], {
        cwd,
        appendsTo: path.join(cwd, 'notes.md'),
      });
      assert.deepEqual([foreign.status, foreign.stdout], [2, '']);
      assert.match(foreign.stderr, /notes\.md：不是以前导出的 JSON 各行/u);
      const half = await nianbao(['export', '--skip-done', 'half.jsonl', '1.txt'], { cwd });
      assert.equal(linesOf(half.stdout).length, 1);
      assert.equal(readFileSync(path.join(cwd, 'notes.md'), 'utf8'), '# 笔记');
      assert.equal(readFileSync(path.join(cwd, 'half.jsonl'), 'utf8'), '{"file":"1.txt","sch');
    }),
  );

  it(
    'passes over the files of a folder that are there',
    withFolder(files, async (cwd) => {
      await nianbao(['export', '--out', 'out', '1.txt', '2.txt'], { cwd });
      const { status, stderr } = await nianbao(['export', '--out', 'out', '--skip-done', 'out', '*.txt'], {
        cwd,
      });
      assert.equal(status, 0);
      assert.match(stderr, /^nianbao: 略过以前导出的 2 个文件\n$/u);
      assert.ok(readFileSync(path.join(cwd, 'out/3.json'), 'utf8').includes('松涧县教育局'));
    }),
  );
});

import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { analyze } from '../../server/analysis';
import { findingsLine } from '../../server/export/findings';
import { nianbao, reportText, withFolder } from './nianbao';

const newTotal = '一、本年新收政府信息公开申请数量\t\t0\t0\t0\t0\t0\t0\t';
const clean = reportText();
/** One error: a row total. */
const wrong = reportText({ [`${newTotal}0`]: `${newTotal}3` });
/** One warning: a number in the heading. */
const odd = reportText({ '六、其他需要': '6、其他需要' });

const linesOf = (stdout: string): string[] => stdout.trimEnd().split('\n');
const filesIn = (stdout: string): string[] => linesOf(stdout).map((line) => JSON.parse(line).file);

describe('nianbao check', () => {
  it('is silent on the report that the other tests spoil', () => {
    assert.deepEqual(analyze(clean).findings, []);
    assert.deepEqual(
      analyze(odd).findings.map(({ rule }) => rule),
      ['heading-number'],
    );
  });

  it(
    'writes a line a finding, clickable, with what it rests on below',
    withFolder({ '甲.txt': wrong }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['check', '甲.txt'], { cwd });
      assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
      const { findings } = analyze(wrong);
      assert.ok(findings.some(({ rule }) => rule === 'row-total'));
      const row = wrong.split('\n').findIndex((line) => line.startsWith('一、本年新收')) + 1;
      const total = findings.find(({ rule }) => rule === 'row-total');
      const lines = linesOf(stdout);
      const at = lines.findIndex(
        (line) =>
          line.startsWith(`甲.txt:${row}:${newTotal.length + 1} 错误 `) && line.endsWith(' [row-total]'),
      );
      assert.ok(at >= 0, stdout);
      assert.deepEqual(
        lines
          .slice(at + 1, at + 1 + (total?.related.length ?? 0))
          .map((line) => line.replace(/^ {4}\d+:\d+ /, '')),
        total?.related.map(({ message }) => message),
      );
      assert.match(lines.at(-1) ?? '', new RegExp(`^核对 1 份年报：错误 ${findings.length}，警告 0，`));
    }),
  );

  it(
    'colours only where colours are shown, and lets no text drive the terminal',
    withFolder({ '甲\x1b[2J.txt': wrong }, async (cwd) => {
      const plain = await nianbao(['check', '.'], { cwd });
      assert.ok(!plain.stdout.includes('\x1b'));
      const coloured = await nianbao(['check', '.'], { cwd, colours: true });
      assert.ok(coloured.stdout.includes('\x1b[31m错误\x1b[0m'));
      assert.equal(coloured.stdout.replaceAll(/\p{Cc}\[\d+m/gu, ''), plain.stdout);
    }),
  );

  for (const [failOn, statuses] of Object.entries({
    error: [0, 0, 1],
    warning: [0, 1, 1],
    never: [0, 0, 0],
  })) {
    it(`ends with ${statuses} on no finding, a warning, an error with --fail-on ${failOn}`, async () => {
      const ends = [];
      for (const input of [clean, odd, wrong]) {
        ends.push((await nianbao(['check', '--fail-on', failOn, '-'], { input })).status);
      }
      assert.deepEqual(ends, statuses);
    });
  }

  it('fails on errors unless told otherwise', async () => {
    assert.equal((await nianbao(['check', '-'], { input: odd })).status, 0);
    assert.equal((await nianbao(['check', '-'], { input: wrong })).status, 1);
  });

  it(
    'writes one line a file as JSON',
    withFolder({ 'a/甲.txt': wrong, 'a/乙.md': clean }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['check', '--format', 'json', 'a'], { cwd });
      assert.deepEqual({ status, stderr }, { status: 1, stderr: '' });
      assert.equal(
        stdout,
        findingsLine(path.join('a', '乙.md'), analyze(clean)) +
          findingsLine(path.join('a', '甲.txt'), analyze(wrong)),
      );
    }),
  );

  it(
    'writes one SARIF log for all files',
    withFolder({ '甲.txt': wrong, '乙.txt': odd }, async (cwd) => {
      const { status, stdout } = await nianbao(['check', '--format=sarif', '.', 'nowhere.txt'], { cwd });
      assert.equal(status, 2);
      const { runs } = JSON.parse(stdout);
      const found = [...analyze(odd).findings, ...analyze(wrong).findings].map(({ rule }) => rule);
      assert.deepEqual(
        runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId),
        found,
      );
      assert.deepEqual(runs[0].invocations, [{ executionSuccessful: false }]);
    }),
  );

  it(
    'checks the others where one cannot be read',
    withFolder({ '甲.txt': wrong, '乙.txt': Uint8Array.of(0xff, 0xff, 0x80) }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(
        ['check', '--format', 'json', 'nowhere.txt', '乙.txt', '甲.txt'],
        { cwd },
      );
      assert.equal(status, 2);
      assert.deepEqual(filesIn(stdout), ['nowhere.txt', '乙.txt', '甲.txt']);
      assert.match(
        stderr,
        /^nianbao: nowhere\.txt：没有这个文件或文件夹\nnianbao: 乙\.txt：不是 UTF-8、GB18030[^\n]*\n$/,
      );
    }),
  );

  it(
    'reads the same from every encoding',
    withFolder(
      {
        '1.txt': wrong,
        '2.txt': `\ufeff${wrong}`,
        '3.txt': iconv.encode(wrong, 'gbk'),
        '4.txt': iconv.encode(wrong, 'gb18030'),
        '5.txt': iconv.encode(wrong, 'utf16le', { addBOM: true }),
        '6.txt': iconv.encode(wrong, 'utf16be', { addBOM: true }),
      },
      async (cwd) => {
        const { stdout } = await nianbao(['check', '--format', 'json', '.'], { cwd });
        assert.deepEqual(
          linesOf(stdout).map((line) => `${line}\n`),
          [1, 2, 3, 4, 5, 6].map((n) => findingsLine(`${n}.txt`, analyze(wrong))),
        );
      },
    ),
  );
});

describe('paths', () => {
  const tree = {
    '年报/甲.txt': clean,
    '年报/下级/乙.MD': clean,
    '年报/下级/丙.html': clean,
    '年报/下级/丁.htm': clean,
    '年报/戊.nianbao': clean,
    '年报/说明.txt': '本文件夹存放材料，与年报无关。\n',
    '年报/图.png': clean,
    '年报/.git/己.txt': clean,
    '年报/node_modules/庚.txt': clean,
  };
  const all = ['下级/丁.htm', '下级/丙.html', '下级/乙.MD', '戊.nianbao', '甲.txt'].map((file) =>
    path.join('年报', file),
  );
  const found = async (cwd: string, ...args: string[]) =>
    filesIn((await nianbao(['check', '--format', 'json', ...args], { cwd })).stdout);

  it(
    'lead through folders to what looks like a report',
    withFolder(tree, async (cwd) => {
      assert.deepEqual(await found(cwd, '年报'), all);
      assert.deepEqual(await found(cwd, `年报${path.sep}`), all);
      const { stdout } = await nianbao(['check', '年报'], { cwd });
      assert.match(stdout, /核对 5 份年报：.*（跳过 1 个不是年报的文件）\n$/);
    }),
  );

  it(
    'lead to a file that is named, whatever it looks like',
    withFolder(tree, async (cwd) => {
      assert.deepEqual(await found(cwd, '年报/说明.txt', '年报/图.png', '年报/.git/己.txt'), [
        '年报/说明.txt',
        '年报/图.png',
        '年报/.git/己.txt',
      ]);
    }),
  );

  it(
    'lead to a file once',
    withFolder(tree, async (cwd) => {
      assert.deepEqual(
        await found(cwd, '年报/甲.txt', '年报', './年报/甲.txt', path.join(cwd, '年报/甲.txt')),
        ['年报/甲.txt', ...all.slice(0, -1)],
      );
    }),
  );

  it(
    'may be patterns',
    withFolder(tree, async (cwd) => {
      assert.deepEqual(await found(cwd, '年报/*.txt'), [path.join('年报', '甲.txt')]);
      assert.deepEqual(await found(cwd, '年报/**/*.{html,htm}'), all.slice(0, 2));
      assert.deepEqual(
        await found(cwd, `${cwd}/*/下级/[乙丙].*`),
        [all[1], all[2]].map((file = '') => path.join(cwd, file)),
      );
      const { status, stderr } = await nianbao(['check', '年报/*.docx'], { cwd });
      assert.equal(status, 2);
      assert.equal(stderr, 'nianbao: 年报/*.docx：没有与之相配的文件\n');
    }),
  );

  it(
    'with brackets lead to the file of that name',
    withFolder({ '(图文)甲[1].txt': clean }, async (cwd) => {
      assert.deepEqual(await found(cwd, '(图文)甲[1].txt'), ['(图文)甲[1].txt']);
    }),
  );

  it(
    'that hold no report are complained of',
    withFolder(
      { '空/说明.txt': '无\n', '空/通知.txt': '关于编写政府信息公开工作年度报告的通知\n' },
      async (cwd) => {
        const { status, stderr } = await nianbao(['check', '空'], { cwd });
        assert.equal(status, 2);
        assert.equal(stderr, 'nianbao: 空：其中没有年报（跳过 2 个不是年报的文件）\n');
      },
    ),
  );

  it(
    'do not lead in circles',
    withFolder(tree, async (cwd) => {
      symlinkSync('..', path.join(cwd, '年报/下级/上级'), 'dir');
      symlinkSync('甲.txt', path.join(cwd, '年报/辛.txt'));
      symlinkSync('不存在.txt', path.join(cwd, '年报/断.txt'));
      assert.ok(existsSync(path.join(cwd, '年报/下级/上级/甲.txt')));
      assert.deepEqual(await found(cwd, '年报'), [
        ...all.slice(0, -1),
        // Leads nowhere, which is told in its place.
        path.join('年报', '断.txt'),
        path.join('年报', '甲.txt'),
        path.join('年报', '辛.txt'),
      ]);
    }),
  );
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocx } from '../../server/documents/word/docx';
import { changed, docxOf, paragraph } from '../core/support/layouts/docx';
import { mapRows, type Sheet, sheetOf } from '../core/support/layouts/sheet';
import { numberedOf } from '../core/support/numbered-docx';
import { nianbao, withFolder } from './nianbao';

/** A report whose total of 规章 and 公开 stand as given. */
const right = sheetOf(4, 30);
const totalOf = (sheet: Sheet): string => sheet.rows.applications[2]?.cells.at(-1) ?? '';
const wrong = mapRows(right, (row) =>
  row === right.rows.applications[2]
    ? { ...row, cells: [...row.cells.slice(0, -1), `${Number(totalOf(right)) + 40}`] }
    : row,
);
const emptied = mapRows(right, (row) =>
  right.rows.disputes.includes(row) ? { ...row, cells: row.cells.map(() => '') } : row,
);
const last = sheetOf(11, 30);
/** Of headings that Word numbers the fourth is missing, above its table. */
const withoutFourth = numberedOf(
  /<w:body>([\s\S]*)<w:sectPr\/>/u
    .exec(readDocx(docxOf(right)).parts.get('word/document.xml') ?? '')?.[1]
    ?.replace(
      /<w:p [^>]*><w:r><w:t [^>]*>四、政府信息公开行政复议、行政诉讼情况<\/w:t><\/w:r><\/w:p>/u,
      paragraph(''),
    )
    .replace(
      /(<w:p [^>]*>)(<w:r><w:t [^>]*>)[一二三四五六]、/gu,
      '$1<w:pPr><w:pStyle w:val="h"/></w:pPr>$2',
    ) ?? '',
);
const signed = docxOf(wrong, undefined, { '_xmlsignatures/sig1.xml': '<Signature/>' });

describe('documents of word processors on the command line', () => {
  it(
    'are checked, and findings name tables, rows and cells',
    withFolder({ '年报.docx': docxOf(wrong), '好.docx': docxOf(right) }, async (cwd) => {
      const { status, stdout } = await nianbao(['check', '年报.docx'], { cwd });
      assert.equal(status, 1, stdout);
      assert.match(stdout, /^年报\.docx:表格 2 第 6 行第 9 格 错误 /mu);
      assert.equal((await nianbao(['check', '好.docx'], { cwd })).status, 0);
    }),
  );

  it(
    'have places of their own for the empty cells of a row without a label',
    withFolder({ '年报.docx': docxOf(emptied) }, async (cwd) => {
      const { stdout } = await nianbao(['check', '年报.docx'], { cwd });
      assert.match(stdout, /^年报\.docx:表格 3 第 4 行第 1 格 信息 表四有 15 格空白/mu);
      assert.match(stdout, /表格 3 第 4 行第 2 格 没有数字\n.*表格 3 第 4 行第 3 格 没有数字，等 15 处/u);
    }),
  );

  it(
    'are found in folders, but for the files that a word processor keeps beside what is open',
    withFolder({ '甲.docx': docxOf(right), '~$甲.docx': Buffer.alloc(162, 7) }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['check', '.'], { cwd });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      assert.match(stdout, /核对 1 份年报/u);
    }),
  );

  it(
    'export the same as their text',
    withFolder({ '甲.docx': docxOf(right) }, async (cwd) => {
      const text = readDocx(docxOf(right)).text;
      const exported = await nianbao(['export', '甲.docx'], { cwd });
      assert.equal(exported.stdout, (await nianbao(['export', '-'], { input: text })).stdout);
    }),
  );

  it(
    'are left as they are where a digital signature would no longer hold, unless that is asked for',
    withFolder({ '甲.docx': signed }, async (cwd) => {
      const args = ['fix', '--figures', '--write'];
      const { status, stdout, stderr } = await nianbao([...args, '甲.docx'], { cwd });
      assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
      assert.match(stderr, /甲\.docx：有数字签名[^\n]*签名失效，没有改动；[^\n]*--void-signature/u);
      const now = (): Buffer => readFileSync(path.join(cwd, '甲.docx'));
      assert.ok(now().equals(signed));
      const wanted = await nianbao([...args, '--void-signature', '甲.docx'], { cwd });
      assert.equal(wanted.status, 0, wanted.stdout);
      assert.equal(readDocx(now()).text, readDocx(docxOf(right)).text);
      assert.match((await nianbao(['check', '甲.docx'], { cwd })).stderr, /有数字签名/u);
    }),
  );

  it(
    'take a heading that is missing among those that Word numbers, once, and say once what cannot be written',
    withFolder({ '甲.docx': withoutFourth }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['fix', '--write', '甲.docx'], { cwd });
      assert.match(stdout, /补上标题「四、政府信息公开行政复议、行政诉讼情况」/u, stderr);
      const { text } = readDocx(readFileSync(path.join(cwd, '甲.docx')));
      assert.deepEqual(text.match(/^[一二三四五六]、(?:政府信息公开行政|存在|其他)/gmu), [
        '四、政府信息公开行政',
        '五、存在',
        '六、其他',
      ]);
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    }),
  );

  it(
    'are mended in place',
    withFolder({ '甲.docx': docxOf(wrong) }, async (cwd) => {
      const { status, stdout } = await nianbao(['fix', '--figures', '--write', '甲.docx'], { cwd });
      assert.equal(status, 0, stdout);
      assert.match(stdout, /^甲\.docx：改了 1 处/u);
      const now = readFileSync(path.join(cwd, '甲.docx'));
      assert.equal(readDocx(now).text, readDocx(docxOf(right)).text);
      assert.deepEqual(readdirSync(cwd), ['甲.docx']);
    }),
  );

  it(
    'say by place what would change, in no patch',
    withFolder({ '甲.docx': docxOf(wrong) }, async (cwd) => {
      const { status, stdout, stderr } = await nianbao(['fix', '--figures', '甲.docx'], { cwd });
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      const lines = stdout.trimEnd().split('\n');
      assert.equal(lines[0], '甲.docx：可改 1 处，--write 改到文件里');
      const [old, now] = [wrong, right].map(totalOf);
      assert.equal(lines.at(-1), `    表格 2 第 6 行第 9 格：${old} → ${now}`);
      assert.equal(lines.length, 3);
      assert.ok(readFileSync(path.join(cwd, '甲.docx')).equals(docxOf(wrong)));
    }),
  );

  it(
    'show of a long paragraph only what is around the change',
    withFolder(
      {
        '甲.docx': docxOf({
          ...right,
          sections: right.sections.map((each) =>
            each.heading ? { ...each, heading: each.heading.replace('五、', '六、') } : each,
          ),
        }),
      },
      async (cwd) => {
        const { stdout } = await nianbao(['fix', '甲.docx'], { cwd });
        assert.match(stdout, /^ {4}第 \d+ 段：六、存在的主要问题.{0,8} → 五、存在的主要问题/mu);
      },
    ),
  );

  it(
    'with tracked changes are read as if those were accepted, which is said',
    withFolder({ '甲.docx': docxOf(right, changed), '乙.docx': docxOf(right) }, async (cwd) => {
      for (const command of ['check', 'export', 'fix']) {
        const { status, stderr } = await nianbao([command, '甲.docx'], { cwd });
        assert.deepEqual([status, stderr], [0, 'nianbao: 甲.docx：有修订，按全部接受后的样子读\n']);
        assert.equal((await nianbao([command, '乙.docx'], { cwd })).stderr, '');
      }
    }),
  );

  it(
    'are mended where they can be, and what cannot is named',
    withFolder(
      {
        '甲.docx': docxOf({
          ...wrong,
          sections: wrong.sections.map((each) =>
            each.id === 'disputes' ? { ...each, heading: undefined } : each,
          ),
        }),
      },
      async (cwd) => {
        const { stdout, stderr } = await nianbao(['fix', '--figures', '--write', '甲.docx'], { cwd });
        assert.match(stdout, /^甲\.docx：改了 1 处/u);
        assert.match(stderr, /补上标题「四、.*：表格 2 第 28 行第 8 格：.*请在 Word 中修改/u);
        const now = readDocx(readFileSync(path.join(cwd, '甲.docx'))).text;
        assert.ok(now.includes(`\t${totalOf(right)}\n`) && !now.includes('四、政府信息公开行政复议'));
      },
    ),
  );

  it(
    'stay as they are where a repair needs another row or paragraph',
    withFolder(
      { '甲.docx': docxOf({ ...right, sections: right.sections.filter(({ id }) => id !== 'problems') }) },
      async (cwd) => {
        const before = readFileSync(path.join(cwd, '甲.docx'));
        const { status, stderr } = await nianbao(['fix', '--write', '甲.docx'], { cwd });
        assert.ok(readFileSync(path.join(cwd, '甲.docx')).equals(before));
        assert.ok(status === 0 || /写不回文件，没有改动；请在 Word 中修改/u.test(stderr), stderr);
      },
    ),
  );

  it(
    'are made of reports, into a folder, and replace nothing',
    withFolder({ '甲.txt': readDocx(docxOf(right)).text }, async (cwd) => {
      assert.equal((await nianbao(['export', '--to', 'docx', '甲.txt'], { cwd })).status, 2);
      const args = ['export', '--to', 'docx', '--out', '出', '甲.txt'];
      assert.deepEqual(await nianbao(args, { cwd }), { status: 0, stdout: '', stderr: '', served: false });
      assert.equal((await nianbao(['check', '出/甲.docx'], { cwd })).status, 0);
      const again = await nianbao(args, { cwd });
      assert.equal(again.status, 2);
      assert.match(again.stderr, /已经存在，没有覆盖/u);
    }),
  );

  it(
    'are no empty reports where there is not a byte in them',
    withFolder({ '空.docx': '', '空.XLSX': '', '空.pdf': '', '空.txt': '' }, async (cwd) => {
      for (const command of ['check', 'export']) {
        const { status, stdout, stderr } = await nianbao([command, '空.docx', '空.XLSX', '空.pdf'], { cwd });
        assert.equal(status, 2);
        assert.equal(stderr.match(/空\.\w+：是空的（0 字节），没有检查/gu)?.length, 3, stderr);
        assert.doesNotMatch(stdout, /缺少|schema/u);
      }
      assert.doesNotMatch((await nianbao(['check', '空.txt'], { cwd })).stderr, /0 字节/u);
    }),
  );

  it('name what other documents are, and what to do', async () => {
    const cases: readonly (readonly [bytes: Uint8Array, said: RegExp])[] = [
      [
        Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1'),
        /已损坏，没有检查，也没有改动；请用 Word 或 WPS 打开后另存为 \.docx/u,
      ],
      [
        Buffer.concat([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.alloc(600)]),
        /是旧格式的文档，或者已损坏，读不了/u,
      ],
      [Buffer.from('{\\rtf1\\ansi}'), /是 RTF 文档/u],
      [docxOf(last).slice(0, 2000), /不完整/u],
    ];
    for (const [input, said] of cases) {
      const { status, stderr } = await nianbao(['check', '-'], { input });
      assert.equal(status, 2);
      assert.match(stderr, said);
    }
  });
});

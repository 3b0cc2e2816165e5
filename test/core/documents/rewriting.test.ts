import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOf, readArchive } from '../../../server/documents/containers/zip';
import { readDocx, type WordDocument } from '../../../server/documents/word/docx';
import { Unwritable } from '../../../server/documents/writing/changes';
import { rewriting, rewritten } from '../../../server/documents/writing/rewrite';
import { docx, docxLayouts, docxOf, paragraph, run } from '../support/layouts/docx';
import { sheetOf } from '../support/layouts/sheet';

const plain = (text: string): string => paragraph(run(text));
const table = `<w:tbl><w:tr><w:tc>${plain('规章')}</w:tc><w:tc>${plain('3')}</w:tc></w:tr></w:tbl>`;
const lists = {
  numbering:
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
};
const numbered = paragraph(run('总体情况'), '<w:numPr><w:numId w:val="1"/></w:numPr>');
const mainPart = (bytes: Uint8Array): string => {
  const archive = readArchive(bytes);
  const entry = archive.entries.find(({ name }) => name === 'word/document.xml');
  assert.ok(entry);
  return new TextDecoder().decode(bytesOf(archive, entry, 1e8));
};
const bodyOf = (bytes: Uint8Array): string => /<w:body>(.*)<w:sectPr\/>/su.exec(mainPart(bytes))?.[1] ?? '';

/** What the body of a document with `body` is when `text` was written into it. */
function bodyWith(body: string, change: (text: string) => string): string {
  const document = readDocx(docx(body));
  return bodyOf(rewritten(document, change(document.text)));
}

describe('a text that is written back into its document', () => {
  it('changes the characters of their runs and nothing else', () => {
    const around = (text: string): string =>
      paragraph(
        `${run('收到', '<w:rPr><w:b/></w:rPr>')}<w:proofErr w:type="x"/>${run(text)}${run('件', '<w:rPr><w:i/></w:rPr>')}`,
        '<w:jc w:val="both"/>',
      );
    assert.equal(
      bodyWith(around('31'), (text) => text.replace('31', '13')),
      around('13'),
    );
    assert.equal(
      bodyWith(around('1'), (text) => text.replace('1', '1<2&3')),
      around('1<2&3'),
    );
  });

  it('puts what takes the place of several runs into the first', () => {
    const body = paragraph(`${run('一')}${run('二')}${run('三四')}`);
    assert.equal(
      bodyWith(body, () => '五四\n'),
      paragraph(
        `${run('五')}<w:r><w:t xml:space="preserve"></w:t></w:r><w:r><w:t xml:space="preserve">四</w:t></w:r>`,
      ),
    );
  });

  it('keeps blanks at the ends of runs that did not have any', () => {
    assert.equal(
      bodyWith('<w:p><w:r><w:t>甲</w:t></w:r></w:p>', () => '甲 \n'),
      '<w:p><w:r><w:t xml:space="preserve">甲 </w:t></w:r></w:p>',
    );
  });

  it('fills empty cells with the look of their end', () => {
    const look = '<w:rPr><w:sz w:val="20"/></w:rPr>';
    const cells = (content: string, other: string): string =>
      `<w:tbl><w:tr><w:tc>${plain('规章')}</w:tc><w:tc>${content}</w:tc><w:tc>${other}</w:tc></w:tr></w:tbl>`;
    assert.equal(
      bodyWith(cells(paragraph('', look), '<w:p w:rsidR="1"/>'), () => '规章\t0\t12\n'),
      cells(paragraph(run('0', look), look), `<w:p w:rsidR="1">${run('12')}</w:p>`),
    );
  });

  it('leaves all other entries as they are, byte for byte', () => {
    const before = docxOf(sheetOf(3, 40));
    const document = readDocx(before);
    const after = rewritten(document, document.text.replace(/\d+(?=\n)/u, '77777'));
    const entries = (bytes: Uint8Array): Map<string, string> => {
      const archive = readArchive(bytes);
      return new Map(
        archive.entries.map(({ name, header, data }) => [
          name,
          Buffer.from(bytes.subarray(header, data.end)).toString('latin1'),
        ]),
      );
    };
    const [old, now] = [entries(before), entries(after)];
    assert.deepEqual([...now.keys()], [...old.keys()]);
    assert.deepEqual(
      [...old].filter(([name, bytes]) => now.get(name) !== bytes).map(([name]) => name),
      ['word/document.xml'],
    );
    assert.ok(mainPart(after).includes('77777'));
  });

  it('is the same file where nothing differs', () => {
    const bytes = docxOf(sheetOf(2, 9));
    const document = readDocx(bytes);
    assert.ok(Buffer.from(rewritten(document, document.text)).equals(bytes));
  });

  it('is the same where only blanks at the ends of lines went', () => {
    const row = `<w:tbl><w:tr><w:tc>${plain('规章')}</w:tc><w:tc>${paragraph('')}</w:tc><w:tc>${paragraph('')}</w:tc></w:tr></w:tbl>`;
    const body = `${plain('甲 ')}${row}<w:p/>`;
    assert.equal(
      bodyWith(body, () => '甲\n规章'),
      body,
    );
    assert.equal(
      bodyWith(body, () => '甲\n规章\t3'),
      body.replace(`<w:tc>${paragraph('')}`, `<w:tc>${paragraph(run('3'))}`),
    );
  });

  it('is refused where rows or cells would come or go, and where what is drawn would change', () => {
    const document = readDocx(docx(`${plain('甲')}${table}${numbered}`, lists));
    const refusals: readonly (readonly [from: string, to: string, place: string])[] = [
      ['规章\t3', '规章\t3\t4', '表格 1 第 1 行第 1 格：这一行的单元格有增有减'],
      [
        '规章\t3\n',
        '规章\t3\n文件\t4\n',
        '表格 1 第 1 行第 2 格：不能在这里增加表格的行（新增的是「文件 4」）',
      ],
      ['规章\t3', '规章 3', '表格 1 第 1 行第 1 格：这一行的单元格有增有减'],
      ['规章\t3\n', '', '表格 1 第 1 行第 1 格：不能删去表格的行'],
      ['一、总', '二、总', '第 2 段：这里有自动编号'],
      ['一、总体情况\n', '', '第 2 段：这一段有自动编号'],
      ['甲\n', '甲\n乙\t丙\n', '第 1 段：不能在这里增加表格的行（新增的是「乙 丙」）'],
    ];
    for (const [from, to, told] of refusals) {
      const text = document.text.replace(from, to);
      assert.notEqual(text, document.text);
      assert.throws(
        () => rewritten(document, text),
        (error) =>
          error instanceof Unwritable && error.message.startsWith(told) && error.message.includes('没有改动'),
        `${from} → ${to}`,
      );
    }
  });

  it('is written but for what cannot be, which is told', () => {
    const document = readDocx(docx(`${plain('甲')}${table}${numbered}${plain('丁')}`, lists));
    const wanted = '甲甲\n规章\t4\n文件\t4\n三、总体的情况\n丙\n丁\n';
    const { bytes, text, refusals } = rewriting(document, wanted);
    assert.equal(text, '甲甲\n规章\t4\n一、总体情况\n丙\n丁\n');
    assert.equal(readDocx(bytes).text, text);
    assert.deepEqual(
      refusals.map(({ message }) => message.split('，')[0]),
      [
        '表格 1 第 1 行第 2 格：不能在这里增加表格的行（新增的是「文件 4」）',
        '第 2 段：这里有自动编号等 Word 自动画出的字',
      ],
    );
    assert.throws(() => rewritten(document, wanted), /（另有 1 处也写不回）$/u);
  });

  it('is written into the empty line that was chosen, and out of it', () => {
    const gaps = (...texts: readonly string[]): string =>
      texts
        .map((text) =>
          paragraph(text === '' ? '' : run(text), '<w:rPr/>').replace('<w:r><w:t', '<w:r><w:rPr/><w:t'),
        )
        .join('');
    const before = gaps('甲', '', '', '', '乙');
    for (const [at, after] of [
      gaps('甲', '丙', '', '', '乙'),
      gaps('甲', '', '丙', '', '乙'),
      gaps('甲', '', '', '丙', '乙'),
    ].entries())
      assert.equal(
        bodyWith(before, (text) =>
          text
            .split('\n')
            .with(at + 1, '丙')
            .join('\n'),
        ),
        after,
      );
    const emptied = readDocx(docx(bodyWith(before, (text) => text.replace('乙', '')))).text;
    assert.equal(emptied, '甲\n\n\n\n\n');
  });

  it('may be so long that looking at each pair of lines or characters would never end', () => {
    const many = 20_000;
    const document = readDocx(docx(`${plain('甲1')}<w:p/>`.repeat(many) + paragraph(run('字').repeat(many))));
    const text = document.text.replaceAll('甲1', (found, at: number) => (at % 100 === 0 ? '甲2' : found));
    assert.equal(readDocx(rewritten(document, text)).text, text);
  });

  it('reads as that text, whatever characters change where', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      gone: fc.nat(4),
      put: fc.string({ maxLength: 3 }),
    });
    const documents = docxLayouts.map((_, index) => readDocx(docxOf(sheetOf(index, 30 * index))));
    fc.assert(
      fc.property(
        fc.nat(documents.length - 1),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (index, changes) => {
          const document = documents[index] as WordDocument;
          let text = document.text;
          for (const { at, gone, put } of changes) {
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + put.replace(/[\p{Cc}\ud800-\udfff]/gu, '') + text.slice(from + gone);
          }
          try {
            const now = readDocx(rewritten(document, text)).text;
            assert.equal(trimmed(now), trimmed(text));
          } catch (error) {
            if (!(error instanceof Unwritable)) throw error;
            // What a merged cell covers has no place for characters.
            assert.ok(
              shapeOf(text) !== shapeOf(document.text) || error.message.includes('自动画出'),
              error.message,
            );
            const { bytes, text: rest, refusals } = rewriting(document, text);
            assert.ok(refusals.length > 0);
            assert.equal(trimmed(readDocx(bytes).text), trimmed(rest));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** What shows of a text. */
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();

/** The tabs and line ends of a text: what only the word processor may change. */
const shapeOf = (text: string): string => text.replace(/\n+$/u, '').replace(/[^\t\n]+/gu, '');

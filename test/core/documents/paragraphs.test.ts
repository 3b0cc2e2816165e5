import assert from 'node:assert/strict';
import { Unwritable } from '../../../server/documents/changes';
import { readDocx } from '../../../server/documents/docx';
import { rewritten } from '../../../server/documents/rewrite';
import { docx, paragraph, run } from '../support/layouts/docx';

const jc = (value: string): string => `<w:jc w:val="${value}"/>`;
const bold = '<w:rPr><w:b/></w:rPr>';
const title = paragraph(run('某县年报', bold), jc('center'));
const heading = (text: string): string => paragraph(run(text, bold), '<w:keepNext/>');
const prose = (text: string): string =>
  paragraph(`${run('（一）', bold)}${run(text)}`, '<w:ind w:firstLine="640"/>');
const table = `<w:tbl><w:tr><w:tc>${paragraph(run('规章'))}</w:tc><w:tc>${paragraph(run('3'))}</w:tc></w:tr></w:tbl>`;
/** What is written for a new paragraph that looks as one of these does. */
const fresh = (like: string, text: string): string => like.replace(' w:rsidR="00A1"', '').replace('X', text);
const freshProse = (text: string): string => fresh(paragraph(run('X'), '<w:ind w:firstLine="640"/>'), text);

const bodyOf = (bytes: Uint8Array): string =>
  /<w:body>(.*)<w:sectPr\/>/su.exec(readDocx(bytes).parts.get('word/document.xml') ?? '')?.[1] ?? '';

function written(body: string, text: string): string {
  const now = rewritten(readDocx(docx(body)), text);
  assert.equal(readDocx(now).text, text);
  return bodyOf(now);
}

const refusal = (body: string, text: string): string => {
  try {
    rewritten(readDocx(docx(body)), text);
  } catch (error) {
    if (error instanceof Unwritable) return error.message;
    throw error;
  }
  return assert.fail('it was written');
};

describe('a paragraph that comes into a document', () => {
  const body =
    title +
    heading('一、总体情况') +
    prose('大家都很好。') +
    heading('二、公开情况') +
    table +
    prose('就这样完了。');
  const lines = readDocx(docx(body)).text.split('\n');
  const withLine = (at: number, ...fresh: readonly string[]): string =>
    lines.toSpliced(at, 0, ...fresh).join('\n');

  it('looks as the nearest of its kind does', () => {
    const after = [
      title,
      heading('一、总体情况'),
      prose('大家都很好。'),
      heading('二、公开情况'),
      table,
      prose('就这样完了。'),
    ];
    const cases: readonly (readonly [at: number, text: string, xml: string])[] = [
      [2, '数字全了。', freshProse('数字全了。')],
      [1, '本报告由某县编制。', freshProse('本报告由某县编制。')],
      [3, '三、复议情况', fresh(heading('X'), '三、复议情况')],
      [5, '表下的一句；', freshProse('表下的一句；')],
      [6, '某县', freshProse('某县')],
      [6, '1<2&3。', freshProse('1&lt;2&amp;3。')],
    ];
    for (const [at, text, xml] of cases)
      assert.equal(written(body, withLine(at, text)), after.toSpliced(at, 0, xml).join(''), text);
    assert.equal(
      written(body, withLine(3, '甲。', '', '甲。')),
      after
        .toSpliced(
          3,
          0,
          freshProse('甲。'),
          '<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr></w:p>',
          freshProse('甲。'),
        )
        .join(''),
    );
  });

  it('may be what was the end of another', () => {
    assert.equal(
      written(paragraph(run('甲。乙。')), '甲。\n乙。\n'),
      paragraph(run('甲。')) + fresh(paragraph(run('X')), '乙。'),
    );
  });

  it('does not take over what another is alone: the end of a section, a number, a tracked change, a page that begins', () => {
    for (const own of [
      '<w:sectPr><w:pgSz w:w="1"/></w:sectPr>',
      '<w:pageBreakBefore/>',
      '<w:rPr><w:ins w:id="1"/></w:rPr>',
      '<w:framePr w:w="1"/>',
    ])
      assert.equal(
        written(paragraph(run('甲。'), own), '甲。\n乙。\n'),
        `${paragraph(run('甲。'), own)}<w:p>${run('乙。')}</w:p>`,
        own,
      );
  });

  it('is refused in a table, and in a paragraph that is broken', () => {
    assert.match(
      refusal(body, withLine(5, '文件\t4')),
      /^表格 1 第 1 行第 2 格：新增的「文件 4」不能在这里增加表格的行/u,
    );
    assert.match(refusal(table + table, '规章\t3\n甲\n规章\t3\n'), /新增的「甲」不能在这里增加段落/u);
    const broken = paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`);
    assert.match(refusal(broken, '甲\n丙\n乙\n'), /^第 1 段：新增的「丙」不能在这里把一段分成几段/u);
  });
});

describe('a paragraph that goes from a document', () => {
  const plain = (text: string): string => paragraph(run(text));

  it('goes with its element', () => {
    assert.equal(written(plain('甲') + plain('乙') + plain('丙'), '甲\n丙\n'), plain('甲') + plain('丙'));
    assert.equal(written(plain('甲') + paragraph('') + table, '甲\n规章\t3\n'), plain('甲') + table);
  });

  it('stays where something else would go with it', () => {
    const picture = paragraph(`${run('乙')}<w:r><w:drawing/></w:r>`);
    const section = paragraph(run('乙'), '<w:sectPr/>');
    const mark = paragraph(`<w:bookmarkStart w:id="1" w:name="x"/>${run('乙')}<w:bookmarkEnd w:id="1"/>`);
    const hidden = paragraph(`${run('乙')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>`);
    const removed = paragraph(`${run('乙')}<w:del w:id="1"><w:r><w:delText>丁</w:delText></w:r></w:del>`);
    for (const own of [picture, section, mark, hidden, removed])
      assert.match(refusal(plain('甲') + own + plain('丙'), '甲\n丙\n'), /^第 2 段：这一段里有/u, own);
    assert.match(refusal(table + plain('乙') + table, '规章\t3\n规章\t3\n'), /^第 1 段：表格前后要有一段/u);
    assert.match(refusal(plain('甲') + table, '甲\n'), /^表格 1 第 1 行第 1 格：不能删去表格的行/u);
  });
});

import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { refusalOf, written } from '../support/into-docx';
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

const refusal = (body: string, text: string): string => refusalOf(docx(body), text);

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

  it('is known for what it is by how it begins and ends, set in or not', () => {
    const part = (text: string): string => paragraph(run(text), '<w:outlineLvl w:val="1"/>');
    const sentence = (text: string): string => paragraph(run(text), '<w:ind w:firstLine="640"/>');
    const all = heading('一、总体情况') + part('（一）主动公开') + sentence('大家都很好。');
    const cases: readonly (readonly [line: string, like: string])[] = [
      ['　　十二、复议情况', heading('X')],
      ['　　（十一）依申请公开', part('X')],
      ['(二)依申请公开', part('X')],
      ['（二）这一项没有。', sentence('X')],
      ['见第一、第二项。', sentence('X')],
      ['按（一）办理；', sentence('X')],
      // What is of none of these kinds looks as the nearest does.
      ['见附件二、附件三', sentence('X')],
      ['见附件（一）', sentence('X')],
    ];
    const text = readDocx(docx(all)).text;
    for (const [line, like] of cases)
      assert.equal(written(all, `${text}${line}\n`), all + fresh(like, line), line);
  });

  it('may come before all others, and behind all', () => {
    const begin = heading('一、总体情况') + prose('大家都很好。');
    const text = readDocx(docx(begin)).text;
    assert.equal(written(begin, `二、前\n${text}`), fresh(heading('X'), '二、前') + begin);
    assert.equal(written(begin, `${text}后。\n`), begin + freshProse('后。'));
    assert.equal(
      written(table + prose('就这样完了。'), '规章\t3\n（一）就这样完了。\n后。\n'),
      table + prose('就这样完了。') + freshProse('后。'),
    );
  });

  it('comes beside those that are changed, which stay what they are', () => {
    const rows = [heading('一、甲乙丙丁'), prose('某局收到申请。'), prose('某办没有收到。')];
    const now = written(
      rows.join(''),
      '一、甲乙丙\n又来了一段。\n（一）某局收到申请三件。\n（一）某办没有收到申请。\n',
    );
    assert.equal(
      now,
      [
        heading('一、甲乙丙'),
        freshProse('又来了一段。'),
        prose('某局收到申请三件。'),
        prose('某办没有收到申请。'),
      ].join(''),
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
      /^表格 1 第 1 行第 2 格：不能在这里增加表格的行（新增的是「文件 4」）/u,
    );
    assert.match(
      refusal(body, withLine(6, '某县', '文件\t4')),
      /不能在这里增加表格的行（新增的是「某县 文件 4」）/u,
    );
    const column = `<w:tbl>${['甲', '乙'].map((text) => `<w:tr><w:tc>${paragraph(run(text))}</w:tc></w:tr>`).join('')}</w:tbl>`;
    assert.match(refusal(column, '甲\n丙\n乙\n'), /不能在这里增加表格的行（新增的是「丙」）/u);
    assert.match(refusal(table, '甲\n规章\t3\n'), /不能在这里增加段落（新增的是「甲」）/u);
    assert.match(refusal(table + table, '规章\t3\n甲\n规章\t3\n'), /不能在这里增加段落（新增的是「甲」）/u);
    const broken = paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`);
    assert.match(refusal(broken, '甲\n丙\n乙\n'), /^第 1 段：不能在这里把一段分成几段（新增的是「丙」）/u);
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

  it('stays where tables would become one, or the document would begin or end with one', () => {
    const [one, other] = [plain('乙'), plain('丙')];
    const around = plain('甲') + table + one + table + plain('丁');
    assert.match(refusal(around, '甲\n规章\t3\n规章\t3\n丁\n'), /^第 2 段：表格前后要有一段/u);
    assert.match(refusal(table + one + other + table, '规章\t3\n规章\t3\n'), /表格前后要有一段/u);
    assert.match(refusal(one + table, '规章\t3\n'), /^第 1 段：表格前后要有一段/u);
    assert.match(refusal(table + one, '规章\t3\n'), /^第 1 段：表格前后要有一段/u);
    // One that only says something else is still there.
    assert.equal(written(one + other + table, '甲乙\n规章\t3\n'), plain('甲乙') + table);
  });

  it('stays where it is a part of one', () => {
    const broken = paragraph(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`) + plain('丙');
    assert.match(refusal(broken, '甲\n丙\n'), /^第 1 段：不能在这里删去段落/u);
    assert.match(refusal(broken, '乙\n丙\n'), /^第 1 段：不能在这里删去段落/u);
  });
});

import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { inFormat } from '../../../server/documents/word/numerals';
import { docx, paragraph, run } from '../support/layouts/docx';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbering = (levels: string, more = ''): string =>
  `<w:numbering><w:abstractNum w:abstractNumId="7">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>${more}</w:numbering>`;
const item = (text: string, at = 0, list = 1): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
const linesOf = (body: string, parts: Readonly<Record<string, string>>): string[] =>
  readDocx(docx(body, parts)).text.trimEnd().split('\n');

describe('numbers of lists', () => {
  const headings = numbering(
    level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
  );

  it('are read as they are drawn, each level anew below the one above it', () => {
    assert.deepEqual(
      linesOf(
        [
          item('总体情况'),
          item('主动公开', 1),
          item('依申请公开', 1),
          item('甲', 2),
          item('公开情况'),
          item('乙', 1),
        ].join(''),
        { numbering: headings },
      ),
      ['一、总体情况', '（一）主动公开', '（二）依申请公开', '1.甲', '二、公开情况', '（一）乙'],
    );
  });

  it('are counted where the end of a paragraph was taken out and none comes in which it could go on', () => {
    const listed = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const endless = paragraph(run('主动公开'), `${listed}<w:rPr><w:del w:id="1"/></w:rPr>`);
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('规章'))}</w:tc></w:tr></w:tbl>`;
    assert.deepEqual(linesOf(endless + table + item('依申请公开'), { numbering: headings }), [
      '一、主动公开',
      '规章',
      '二、依申请公开',
    ]);
  });

  it('come from the style of a paragraph, or that on which it is based', () => {
    const styles = `<w:styles><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="K"><w:basedOn w:val="H"/></w:style><w:style w:styleId="N"><w:basedOn w:val="H"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style></w:styles>`;
    const styled = (text: string, style: string): string =>
      paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
    assert.deepEqual(
      linesOf([styled('甲', 'H'), styled('乙', 'K'), styled('丙', 'N'), styled('丁', '无')].join(''), {
        numbering: headings,
        styles,
      }),
      ['一、甲', '二、乙', '丙', '丁'],
    );
  });

  it('begin where a list says so', () => {
    const more = `<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`;
    const lists = numbering(level(0, 'chineseCounting', '%1、'), more);
    assert.deepEqual(
      linesOf([item('甲'), item('乙'), item('丙', 0, 2), item('丁', 0, 2)].join(''), { numbering: lists }),
      ['一、甲', '二、乙', '四、丙', '五、丁'],
    );
  });

  it('say those above them, in digits where the level wants it', () => {
    const lists = numbering(
      level(0, 'chineseCounting', '%1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'bullet', ''),
    );
    assert.deepEqual(linesOf([item('甲'), item('乙', 1), item('丙', 2)].join(''), { numbering: lists }), [
      '一甲',
      '1.1 乙',
      '丙',
    ]);
  });

  it('come with the level of the nearest style that names one', () => {
    const styles = `<w:styles><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="K"><w:basedOn w:val="H"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`;
    const styled = (text: string, style: string): string =>
      paragraph(run(text), `<w:pStyle w:val="${style}"/>`);
    assert.deepEqual(
      linesOf(styled('甲', 'H') + styled('乙', 'K') + styled('丙', 'K'), { numbering: headings, styles }),
      ['一、甲', '（一）乙', '（二）丙'],
    );
  });

  it('go on below what does not begin them anew', () => {
    const lists = (restart: string): string =>
      numbering(
        level(0, 'decimal', '%1、') + level(1, 'decimal', '%2)') + level(2, 'decimal', '%3：', restart),
      );
    const body = [
      item('甲'),
      item('乙', 1),
      item('丙', 2),
      item('丁', 1),
      item('戊', 2),
      item('己'),
      item('庚', 2),
    ];
    const third = (restart: string): string[] =>
      linesOf(body.join(''), { numbering: lists(restart) }).flatMap(
        (line) => /^(\d)：/u.exec(line)?.[1] ?? [],
      );
    assert.deepEqual(third(''), ['1', '1', '1']);
    assert.deepEqual(third('<w:lvlRestart w:val="1"/>'), ['1', '2', '1']);
    assert.deepEqual(third('<w:lvlRestart w:val="0"/>'), ['1', '2', '3']);
  });

  it('are given to what remains when the end of a paragraph was taken out', () => {
    const mark = '<w:rPr><w:del w:id="3"/></w:rPr><w:numPr><w:numId w:val="1"/></w:numPr>';
    const gone = paragraph('<w:del><w:r><w:delText>删去的标题</w:delText></w:r></w:del>', mark);
    assert.deepEqual(linesOf(item('甲') + gone + item('乙'), { numbering: headings }), ['一、甲', '二、乙']);
  });

  it('are drawn in cells of tables', () => {
    const body = `<w:tbl><w:tr><w:tc>${item('属于国家秘密')}</w:tc><w:tc>${paragraph(run('0'))}</w:tc></w:tr></w:tbl>`;
    const lists = numbering(level(0, 'decimal', '%1.'));
    assert.deepEqual(linesOf(body, { numbering: lists }), ['1.属于国家秘密\t0']);
  });

  it('are none where the list is not there, or its styles lead in a circle', () => {
    const styles = `<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>`;
    const body = item('甲', 0, 9) + item('乙', 8) + paragraph(run('丙'), '<w:pStyle w:val="A"/>');
    assert.deepEqual(linesOf(body, { numbering: headings, styles }), ['甲', '乙', '丙']);
    assert.deepEqual(linesOf(item('甲'), {}), ['甲']);
  });

  it('are spelt as word processors do', () => {
    const formats: Readonly<Record<string, Readonly<Record<number, string>>>> = {
      chineseCounting: { 1: '一', 10: '十', 11: '十一', 20: '二十', 101: '一百〇一', 110: '一百一十' },
      chineseCountingThousand: { 101: '一百零一', 1001: '一千零一', 2020: '二千零二十' },
      chineseLegalSimplified: { 3: '叁', 12: '壹拾贰' },
      ideographDigital: { 12: '一二' },
      ideographTraditional: { 1: '甲', 11: '甲' },
      decimalEnclosedCircle: { 1: '①', 20: '⑳', 21: '21' },
      decimalFullWidth: { 12: '１２' },
      lowerLetter: { 1: 'a', 26: 'z', 27: 'aa' },
      upperRoman: { 4: 'IV', 1999: 'MCMXCIX' },
      decimalZero: { 3: '03' },
      anything: { 5: '5' },
    };
    for (const [format, numbers] of Object.entries(formats))
      for (const [count, spelt] of Object.entries(numbers))
        assert.equal(inFormat(Number(count), format), spelt, format);
  });
});

import assert from 'node:assert/strict';
import { readDocx } from '../../../server/documents/word/docx';
import { rewriting } from '../../../server/documents/writing/rewrite';
import { refusalOf, written } from '../support/into-docx';
import { docx, paragraph, run } from '../support/layouts/docx';

// Where the characters of a text go that is written back: into the very run, paragraph and cell that people see them in.

const plain = (text: string): string => paragraph(run(text));
const bold = '<w:rPr><w:b/></w:rPr>';
const table = (...cells: readonly string[]): string =>
  `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;
describe('characters that are written into a document', () => {
  it('look as those do whose place they take, not as those beside them', () => {
    const beside = '<w:r><w:t>件</w:t></w:r>';
    const sentence = (count: string): string => paragraph(`${run('收到', bold)}${run(count)}${beside}`);
    assert.equal(written(sentence('31'), '收到45件\n'), sentence('45'));
  });

  it('take the place of such as the file has to write otherwise', () => {
    assert.equal(written(plain('1<2&3'), '1>2&3\n'), plain('1>2&3'));
    assert.equal(written(plain('1<2&3'), '12&3\n'), plain('12&3'));
    assert.equal(written(plain('1<2&3'), '1<<2和&3\n'), plain('1<<2和&3'));
    assert.equal(written(plain('1<2&3'), '1<2\n'), plain('1<2'));
  });

  it('keep a blank where only the element beside them says that blanks count', () => {
    const text = (content: string, space: string): string => `<w:r><w:t${space}>${content}</w:t></w:r>`;
    const preserve = ' xml:space="preserve"';
    assert.equal(
      written(paragraph(text('甲', '') + text('乙', preserve)), '甲 乙\n'),
      paragraph(text('甲 ', preserve) + text('乙', preserve)),
    );
  });

  it('stay in the paragraph of their cell', () => {
    const cell = (...texts: readonly string[]): string =>
      table(texts.map((text) => (text === '' ? paragraph('') : plain(text))).join(''), plain('3'));
    const cases: readonly (readonly [before: readonly string[], text: string, after: readonly string[]])[] = [
      [['规', '章'], '规则', ['规', '则']],
      [['规', '章'], '法章', ['法', '章']],
      [['规', '章'], '规章制', ['规', '章制']],
      [['规', '', '章'], '规则', ['规', '', '则']],
      [['', '规'], '法规', ['', '法规']],
    ];
    for (const [before, text, after] of cases)
      assert.equal(written(cell(...before), `${text}\t3\n`), cell(...after), before.join('|'));
  });

  it('are refused, with the place, where a merged cell goes on and where all that stands there is filled in anew', () => {
    const down = (content: string, isFirst: boolean): string =>
      `<w:tc><w:tcPr><w:vMerge${isFirst ? ' w:val="restart"' : ''}/></w:tcPr>${content}</w:tc>`;
    const merged = `<w:tbl><w:tr>${down(plain('甲'), true)}<w:tc>${plain('1')}</w:tc></w:tr><w:tr>${down(paragraph(''), false)}<w:tc>${plain('2')}</w:tc></w:tr></w:tbl>`;
    assert.match(refusalOf(docx(merged), '甲\t1\n乙\t2\n'), /这里是合并单元格盖住的地方/u);
    const field = `<w:fldSimple w:instr=" NUMPAGES ">${run('7')}</w:fldSimple>`;
    assert.match(refusalOf(docx(paragraph(field)), '78\n'), /^第 1 段：这里的字由.+填入/u);
  });

  it('are refused where it is another text altogether', () =>
    assert.match(refusalOf(docx(plain('甲').repeat(4100)), '乙\n'.repeat(4100)), /^改动太多，写不回文件/u));

  it('are refused in a sentence about themselves alone, which names the beginning of what is long', () => {
    const told = refusalOf(docx(table(plain('规章'), plain('3'))), '规章\t3\n文件一二三四五六七八九十\t4\n');
    assert.match(told, /不能在这里增加表格的行（新增的是「文件一二三四五六七八九十」）/u);
    assert.match(told, /请在 Word 中修改$/u);
  });
});

describe('a number that Word draws', () => {
  const level = (depth: number, text: string): string =>
    `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, '')}${level(1, '%1.%2')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const item = (depth: number, text: string): string =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`);
  const bytes = docx(item(0, '甲') + item(1, '乙') + item(0, '丙') + item(1, '丁'), { numbering });

  it('is told as the reason where a change takes it along', () =>
    assert.match(refusalOf(bytes, '甲\n己\n丙\n2.1丁\n'), /^第 2 段：这里有自动编号等 Word 自动画出的字/u));

  it('does not become another, since one goes that is counted and shows none: that one stays, and the rest is written', () => {
    const { bytes: now, text, refusals } = rewriting(readDocx(bytes), '甲\n1.1 己\n2.1 丁\n');
    assert.deepEqual(
      refusals.map(({ message }) => message.split('，')[0]),
      ['第 3 段：写进去以后别处的字会跟着变'],
    );
    assert.equal(text, '甲\n1.1 己\n丙\n2.1 丁\n');
    assert.equal(readDocx(now).text, text);
    assert.match(refusalOf(bytes, '甲\n1.1 乙\n2.1 丁\n'), /^第 3 段：写进去以后别处的字会跟着变/u);
  });
});

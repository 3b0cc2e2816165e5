import assert from 'node:assert/strict';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { placeOf } from '../../../server/documents/lines/lines';
import { readXlsx } from '../../../server/documents/sheets/xlsx';
import { cellXml, type SheetParts, xlsx } from '../support/layouts/xlsx';
import { zip } from '../support/zip';

const inline = (name: string, text: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (number: number, ...cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;
const textOf = (sheet: Omit<SheetParts, 'name'>, parts?: Readonly<Record<string, string>>): string =>
  readXlsx(xlsx([{ name: '表', ...sheet }], parts)).text;
const styled = (...codes: readonly string[]): Readonly<Record<string, string>> => ({
  styles: `<styleSheet><numFmts>${codes
    .map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes
    .map((_, index) => `<xf numFmtId="${170 + index}"/>`)
    .join('')}</cellXfs></styleSheet>`,
});

function refusal(bytes: Uint8Array): string {
  try {
    readXlsx(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return `${error.reason}；${error.remedy}`;
    throw error;
  }
  return 'read';
}

describe('workbooks', () => {
  it('say merged cells once, and keep a place for each column', () => {
    const rows = [
      row(1, inline('A1', '结果'), inline('C1', '甲'), inline('D1', '乙')),
      row(2, '<c r="A2" s="0"/>', inline('B2', '子'), '<c r="C2"><v>3</v></c>', '<c r="D2"><v>4</v></c>'),
      row(3, '<c r="A3" s="0"/>', inline('B3', '丑'), '<c r="C3"><v>5</v></c>', '<c r="D3" s="0"/>'),
    ];
    assert.equal(
      textOf({ rows: rows.join(''), merges: ['A2:A3', 'A1:B1', 'C3:D3'] }),
      '结果\t\t甲\t乙\n\t子\t3\t4\n\t丑\t5\t\n',
    );
  });

  it('are paragraphs where a row has one text at its beginning and no cell beside it, broken where it is', () => {
    const rows = [
      row(1, inline('A1', '标题')),
      row(2, inline('A2', '一段\n又一段'), '<c r="B2" s="0"/>'),
      row(3, inline('A3', '规章'), '<c r="B3" s="0"/>', '<c r="C3" s="0"/>'),
      row(5, inline('A5', '名'), inline('B5', '数'), '<c r="C5"><v>7</v></c>'),
    ].join('');
    assert.equal(textOf({ rows, merges: ['A2:C2'] }), '标题\n一段\n又一段\n规章\t\t\n名\t数\t7\n');
  });

  it('name the cell of a place as people do', () => {
    const rows = row(12, inline('A12', '甲'), inline('AB12', '乙'));
    const document = readXlsx(xlsx([{ name: '附表', rows }]));
    assert.equal(placeOf(document, document.text.indexOf('乙')), '工作表「附表」AB12');
  });

  it('show numbers as their formats do', () => {
    const shown = (written: string, code: string): string =>
      textOf(
        { rows: row(1, inline('A1', '甲'), `<c r="B1" s="1"><v>${written}</v></c>`) },
        styled(code),
      ).slice('甲\t'.length, -1);
    const cases: readonly (readonly [written: string, code: string, shown: string])[] = [
      ['12', 'General', '12'],
      ['0.30000000000000004', 'General', '0.3'],
      ['1234567', '#,##0', '1234567'],
      ['10.28', '0.0_ ', '10.3'],
      ['0.125', '0.0%', '12.5%'],
      ['45657', 'yyyy/m/d;@', '2024年12月31日'],
      ['45657', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2024年12月31日'],
      ['3', '[Red]0;[Blue]-0', '3'],
      ['-4', '0_);(0)', '-4'],
      ['5', '0&quot;件&quot;', '5'],
      ['1E3', 'General', '1000'],
    ];
    for (const [written, code, wanted] of cases) assert.equal(shown(written, code), wanted, code);
  });

  it('leave out hidden sheets, how words are read aloud, and what is empty', () => {
    const strings: string[] = [];
    const sheets = [
      { name: '甲', rows: row(1, cellXml('A1', '总体情况', strings)) },
      { name: '乙', rows: row(1, inline('A1', '草稿')), state: 'hidden' },
      { name: '丙', rows: row(9, '<c r="A9" s="0"/>', '<c r="IV9" s="0"/>') },
    ];
    assert.equal(
      readXlsx(xlsx(sheets, { sharedStrings: `<sst>${strings.join('')}</sst>` })).text,
      '总体情况\n',
    );
  });

  it('take what formulas gave, and are refused where they have not been calculated', () => {
    const cell = (content: string): Uint8Array =>
      xlsx([{ name: '表', rows: row(1, inline('A1', '计'), `<c r="B1">${content}</c>`) }]);
    assert.equal(readXlsx(cell('<f>SUM(C1:D1)</f><v>9</v>')).text, '计\t9\n');
    assert.match(refusal(cell('<f>SUM(C1:D1)</f>')), /没有算出结果的公式；.*保存一次/u);
  });

  it('are refused in a sentence where they are broken or made to fill the memory', () => {
    const whole = xlsx([{ name: '表', rows: row(1, inline('A1', '甲')) }]);
    assert.match(refusal(whole.slice(0, -40)), /不完整/u);
    assert.match(refusal(zip({ 'xl/workbook.xml': '<workbook/>' })), /^read$/u);
    const wide = Array.from({ length: 2000 }, (_, at) => row(at + 1, inline(`XFD${at + 1}`, '甲')));
    assert.match(refusal(xlsx([{ name: '表', rows: wide.join('') }])), /里面的内容太多/u);
    const bomb = `<row r="1">${'<c><v>1</v></c>'.repeat(600_000)}</row>`;
    assert.match(refusal(xlsx([{ name: '表', rows: bomb }])), /里面的内容太多/u);
  });
});

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
      ['5', '0&quot;件&quot;', '5件'],
      ['5', 'General&quot;件&quot;', '5件'],
      ['574674', '0,', '575'],
      ['574674', '0.0,&quot;千&quot;', '574.7千'],
      ['574674', '0\\.0,', '57.5'],
      ['57467', ';;;', ''],
      ['0', '0;-0;;@', ''],
      ['0', '#', ''],
      ['7', '000', '007'],
      ['1.005', '0.00', '1.01'],
      ['5', '0.##', '5'],
      ['12000', '[&gt;=10000]0.0,&quot;千&quot;;0', '12.0千'],
      ['9', '[&gt;=10000]0.0,&quot;千&quot;;0', '9'],
      ['-4', '0;[Red]0', '-4'],
      ['-4', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ ', '-4.00'],
      ['0', '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ ', '-'],
      ['31.42', '[$¥-804]#,##0.00', '31.42'],
      ['5', '[DBNum1][$-804]General', '5'],
      ['12', '# ?/?', '12'],
      ['12.5', '# ?/?', '〔数字格式〕'],
      ['0.5', 'h:mm', '〔数字格式〕'],
      ['45657', 'm&quot;月&quot;d&quot;日&quot;', '12月31日'],
      ['1E3', 'General', '1000'],
    ];
    for (const [written, code, wanted] of cases) assert.equal(shown(written, code), wanted, code);
  });

  it('keep the raised mark of a note apart from the figure, and leave out what is struck out', () => {
    const run = (text: string, look: string): string => `<r><rPr>${look}</rPr><t>${text}</t></r>`;
    const raised = '<vertAlign val="superscript"/>';
    const shown = (...runs: readonly string[]): string =>
      textOf(
        { rows: row(1, inline('A1', '甲'), '<c r="B1" t="s"><v>0</v></c>') },
        { sharedStrings: `<sst><si>${runs.join('')}</si></sst>` },
      ).slice('甲\t'.length, -1);
    assert.equal(shown(run('57467', ''), run('4', raised)), '57467[4]');
    assert.equal(
      shown('<r><t>57467</t></r>', run('4', '<vertAlign val="subscript"/>'), run('件', '')),
      '57467[4]件',
    );
    assert.equal(shown(run('m', ''), run('2', raised)), 'm2');
    assert.equal(shown(run('38', ''), run('3', '<vertAlign val="baseline"/>')), '383');
    assert.equal(shown(run('383', '<strike/>'), run('385', '<strike val="0"/>')), '385');
    assert.equal(shown(run('383', '<strike/>')), '〔划掉的数〕');
    assert.equal(
      textOf({
        rows: row(
          1,
          inline('A1', '甲'),
          `<c r="B1" t="inlineStr"><is>${run('5', '')}${run('1', raised)}</is></c>`,
          inline('C1', '6'),
        ),
      }),
      '甲\t5[1]\t6\n',
    );
  });

  it('name a figure that is struck out or white on white', () => {
    const styles = `<styleSheet><fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3" fillId="1"/></cellXfs></styleSheet>`;
    const rows = row(
      1,
      inline('A1', '甲'),
      ...[0, 1, 2, 3].map((style) => `<c s="${style}"><v>${style + 5}</v></c>`),
    );
    assert.equal(textOf({ rows }, { styles }), '甲\t5\t〔划掉的数〕\t〔看不见的数〕\t8\n');
  });

  it('leave out hidden rows and columns, and tell of them and of figures that formats hide', () => {
    const number = (name: string, value: number, style = 0): string =>
      `<c r="${name}" s="${style}"><v>${value}</v></c>`;
    const rows = [
      row(1, inline('A1', '名'), inline('B1', '草稿'), inline('D1', '数'), inline('E1', '计')),
      row(2, inline('A2', '废'), number('D2', 9), number('E2', 9)).replace('<row', '<row hidden="1"'),
      row(3, inline('A3', '规章'), number('B3', 8), number('D3', 5), number('E3', 6, 1)),
      row(4, inline('A4', '文件'), number('B4', 8), number('D4', 7), number('E4', 8)),
    ].join('');
    const sheet = {
      name: '表',
      rows,
      merges: ['A2:A3', 'B1:D1', 'A1:A1'],
      cols: '<col min="2" max="3" hidden="1"/>',
    };
    const book = readXlsx(xlsx([sheet, { name: '底稿', rows: '', state: 'hidden' }], styled(';;;')));
    assert.equal(book.text, '名\t草稿\t计\n废\t5\t\n文件\t7\t8\n');
    assert.equal(placeOf(book, book.text.indexOf('5')), '工作表「表」D3');
    assert.deepEqual(book.notices, [
      '工作表「底稿」是隐藏的，没有读',
      '工作表「表」有 1 行是隐藏的，没有读',
      '工作表「表」有 1 列是隐藏的，没有读',
      '工作表「表」有 1 格里的数按格式不显示，当作空格读',
    ]);
    const zeros = textOf({
      rows: row(1, inline('A1', '规章'), number('B1', 0), number('C1', 5)),
      views: 'showZeros="0"',
    });
    assert.equal(zeros, '规章\t\t5\n');
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

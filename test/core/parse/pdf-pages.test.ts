import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { valueOf } from '../../../server/report/report';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { differences, expectationOf, misread, wrongCells } from '../support/expectation';
import { pdfPageLayouts } from '../support/layouts/pdf-page';
import { type HeadStyle, type Sheet, sheetOf } from '../support/layouts/sheet';

const heads: readonly HeadStyle[] = ['plain', 'broken', 'vertical', 'lost'];

/** Reports of both editions, with figures of one digit and of several. */
const sheets: readonly Sheet[] = [
  { ...sheetOf(1, 5), disputes: 'row' },
  { ...sheetOf(2, 60), disputes: 'blocks' },
  { ...sheetOf(3, 5000), disputes: 'row' },
  { ...sheetOf(4, 60, '2019'), disputes: 'row' },
];

/** What leaves a table's row without one of its figures, or with an empty cell, is looked at where the layout shows cells. */
const takesCells = /^(?:cell-lost|ends-only|zero-(?:some-|mixed-)?blank)/u;

/** A part of 表三 and its head in a text of a PDF. */
const part = (head: string, rows: string): string => `三、收到和处理政府信息公开申请情况\n${head}\n${rows}\n`;
const cells = (text: string): (number | null)[] =>
  parseReport(text)
    .cells.slice(10, 17)
    .map((cell) => valueOf(cell));

describe('text of a PDF with the layout kept', function () {
  this.timeout(60_000);

  for (const layout of pdfPageLayouts) {
    it(`is read as it is printed: ${layout.id}`, () => {
      for (const sheet of sheets.flatMap((each) => heads.map((head) => ({ ...each, head })))) {
        const text = layout.render(sheet);
        assert.deepEqual(differences(parseReport(text), expectationOf(sheet, layout)), [], sheet.head);
      }
    });

    it(`gives no figure to a cell that is not its own, whatever happened to it: ${layout.id}`, () => {
      for (const [index, damage] of damages.entries()) {
        const sheet = sheets[index % sheets.length] as Sheet;
        const made = takesCells.test(damage.id) ? undefined : damaged(sheet, layout, [damage], index);
        if (!made) continue;
        const report = parseReport(made.text);
        assert.deepEqual(misread(report, wrongCells(report, made.expected)), [], damage.id);
      }
    });

    it(`gives no finding where nothing is wrong: ${layout.id}`, () => {
      const { findings } = analyze(layout.render(sheetOf(5, 40)));
      assert.deepEqual(findings, []);
    });
  }
});

describe('a head that is broken over lines', () => {
  const rows = '一、本年新收政府信息公开申请数量      41      0       3       7       0       0       51';

  it('names its columns as they stand beside each other, not as its lines follow', () => {
    const head = [
      '                                                     社会公益   法律服务',
      '                                 自然人    商业企业   科研机构                      其他     总计',
      '                                                      组织       机构',
    ].join('\n');
    assert.deepEqual(cells(part(head, rows)), [41, 0, 3, 7, 0, 0, 51]);
  });

  it('names another order where it stands in one', () => {
    const head = [
      '                                                     社会公益组织  法律服务机构',
      '                                自然人   科研机构                          商业企业   其他   总计',
    ].join('\n');
    assert.deepEqual(cells(part(head, rows)), [41, 0, 0, 3, 7, 0, 51]);
  });
});

describe('a row of 表四 with empty cells', () => {
  const labels = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const step = 12;
  const all = ' '.repeat(step * 15);
  /** Each text at the left of its cell, in its middle, or at its right, wide characters as two columns. */
  const line = (texts: readonly string[], side: 0 | 0.5 | 1): string => {
    let at = 0;
    return texts.reduce((before, text, cell) => {
      const wide = /\d/u.test(text) ? text.length : text.length * 2;
      const from = cell * step + Math.floor((step - 2 - wide) * side);
      const room = text === '' ? '' : all.slice(0, from - at);
      if (text !== '') at = from + wide;
      return before + room + text;
    }, '');
  };
  const table = (row: string): string =>
    `四、政府信息公开行政复议、行政诉讼情况\n${line([...labels, ...labels, ...labels], 0.5)}\n${row}\n五、存在的主要问题及改进情况\n`;
  const read = (row: string): (number | null)[] =>
    parseReport(table(row))
      .cells.slice(-15)
      .map((cell) => valueOf(cell));
  const rows: readonly (readonly string[])[] = [
    ['0', '', '', '', '0', '0', '', '', '', '0', '0', '', '', '', '0'],
    ['', '', '2', '', '2', '', '', '', '1', '1', '', '', '', '', '0'],
    ['13', '', '', '4', '17', '', '', '', '', '', '', '125', '', '1', '126'],
  ];

  for (const [name, side] of [
    ['left', 0],
    ['middle', 0.5],
    ['right', 1],
  ] as const)
    it(`has each figure in the cell below whose label it stands: ${name}`, () => {
      for (const row of rows)
        assert.deepEqual(
          read(line(row, side)),
          row.map((text) => (text === '' ? null : Number(text))),
        );
    });

  it('has none where the row is set in other steps than its head', () => {
    const row = '                 2    2     2           2        4         3         2         5';
    assert.deepEqual(
      read(row).filter((value) => value !== null),
      [],
    );
  });
});

describe('figures with one blank between them', () => {
  const head = '          自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计';
  const label = '一、本年新收政府信息公开申请数量';

  it('are no thousands where the row needs both and adds up', () =>
    assert.deepEqual(
      cells(part(head, `${label}    496  0  153  137  0  20 806`)),
      [496, 0, 153, 137, 0, 20, 806],
    ));

  it('are a stroke and a figure where the row needs both', () => {
    assert.deepEqual(cells(part(head, `${label}    66  -  4  -  -  - 70`)), [
      66,
      null,
      4,
      null,
      null,
      null,
      70,
    ]);
  });

  it('are one number where the row has the others', () =>
    assert.deepEqual(
      cells(part(head, `${label}    1 496  0  0  0  0  0  1 496`)),
      [1496, 0, 0, 0, 0, 0, 1496],
    ));
});

describe('a figure that a narrow cell broke over lines', () => {
  const head = '          自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计';
  const label = '一、本年新收政府信息公开申请数量';
  const before = ' '.repeat(label.length);

  it('is one where its row then adds up', () => {
    const rows = `${before}   42   0    0    0    0    0    43\n${label}   96                   39        35`;
    const split = `${before}   42                             43\n${label}   96   0    0    39   0    0    35`;
    assert.deepEqual(cells(part(head, split)), [4296, 0, 0, 39, 0, 0, 4335]);
    assert.notDeepEqual(cells(part(head, rows)), [4296, 0, 0, 39, 0, 0, 4335]);
  });

  it('is two where the row adds up with one of them', () => {
    const rows = `${label}   96   1    2    39   3    1    142\n二、上年结转政府信息公开申请数量   4                              4`;
    assert.deepEqual(cells(part(head, rows)), [96, 1, 2, 39, 3, 1, 142]);
  });

  it('is not edited: no number can be written in its place', () => {
    const rows = `${before}   42                             43\n${label}   96   0    0    39   0    0    35`;
    const text = `${part(head, rows)}六、其他需要报告的事项\n本年度新收政府信息公开申请4330件。\n`;
    const { report, findings } = analyze(text);
    assert.equal(report.cells[10]?.kind === 'count' && report.cells[10].broken, true);
    const edits = findings.flatMap(({ repairs }) => repairs.flatMap((each) => each.edits));
    const places = report.cells.slice(10, 17).map(({ span }) => span.start);
    assert.deepEqual(
      edits.filter(({ span }) => places.includes(span.start)),
      [],
    );
  });
});

describe('the number of a page', () => {
  const text = (...ends: readonly string[]): string =>
    [
      `二、主动公开政府信息情况\n第二十条第（五）项\n信息内容      本年处理决定数量\n${ends[0]}`,
      `行政许可      94\n第二十条第（六）项\n信息内容      本年处理决定数量\n行政处罚      3\n${ends[1]}`,
      `行政强制      7\n第二十条第（八）项\n信息内容      本年收费金额（单位：万元）\n${ends[2]}`,
      '行政事业性收费      0.5\n',
    ].join('\f');
  const read = (report: string): (number | null)[] =>
    parseReport(report)
      .cells.slice(6, 10)
      .map((cell) => valueOf(cell));

  it('is no figure of the table that goes on behind it', () =>
    assert.deepEqual(read(text('      1', '      2', '      3')), [94, 3, 7, 0.5]));

  it('is one where the pages are not counted', () => {
    const { tables } = parseReport(text('      5', '      9', '      2'));
    assert.equal(tables.flatMap(({ unplaced }) => unplaced).length > 0, true);
  });
});

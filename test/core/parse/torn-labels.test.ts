import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';
import { tornLayouts } from '../support/layouts/torn';

const sizes = [0, 5, 20, 60, 5000] as const;

/** The decisions of 表二, each with its figure behind its label. */
const decided = [
  '行政许可',
  '30',
  '第二十条第（六）项',
  '信息内容',
  '本年处理决定数量',
  '行政处罚',
  '25',
  '行政强制',
  '53',
];

describe('figures torn from their labels', function () {
  this.timeout(60_000);

  for (const layout of tornLayouts)
    it(`are read in the order that the equations prove: ${layout.id}`, () => {
      for (const [at, size] of sizes.entries())
        for (const edition of ['2021', '2019'] as const) {
          const sheet = {
            ...sheetOf(at * 3 + 1, size, edition),
            disputes: at % 2 ? 'row' : 'blocks',
          } as const;
          const { report } = analyze(layout.render(sheet));
          const wrong = wrongCells(report, expectationOf(sheet, layout));
          assert.deepEqual(misread(report, wrong), [], `${size} ${edition}`);
          assert.deepEqual(wrong, [], `${size} ${edition}`);
        }
    });

  it('are read where 表二 prints each before its label', () => {
    const text = around(
      [
        '30',
        '行政许可',
        '第二十条第（六）项',
        '信息内容',
        '本年处理决定数量',
        '25',
        '行政处罚',
        '53',
        '行政强制',
      ],
      ['7.71', '行政事业性收费', heading],
    );
    assert.deepEqual(disclosed(text), [0, 0, 0, 4, 22, 60, 30, 25, 53, 7.71]);
  });

  it('are read before the end of the label that was broken around them', () => {
    const sheet = sheetOf(3, 5000);
    const layout = layoutCalled('spaces');
    const broken = layout
      .render(sheet)
      .replace(/^(一、本年新收政府信息公开申)(请数量) +(.*)$/mu, '$1\n$3$2')
      .replace(/^(四、结转下年度)(继续办理) +(.*)$/mu, '$1\n$3 $2');
    assert.match(broken, /^[\d ]{14,60}请数量$/mu);
    assert.match(broken, /^[\d ]{14,60} 继续办理$/mu);
    const { report } = analyze(broken);
    assert.deepEqual(wrongCells(report, expectationOf(sheet, layout)), []);
  });

  it('are not taken for rows where words stand within these', () => {
    const text = around(decided, ['行政事业性收费', '7.71', heading]);
    const mixed = '规章\n0\n行政规范性文件\n4\n本年制发件数\n本年废止件数\n现行有效件数\n0\n0\n22\n60';
    const torn = text.replace(/规章\n行政规范性文件\n[^第]*60/u, mixed);
    assert.notEqual(torn, text);
    const right = [0, 0, 0, 4, 22, 60];
    assert.ok(
      disclosed(torn)
        .slice(0, 6)
        .every((cell, at) => typeof cell !== 'number' || cell === right[at]),
    );
  });

  it('are read where the last of 表二 stands behind the next heading', () => {
    const text = around(decided, ['行政事业性收费', heading, '', '7.71', '']);
    assert.deepEqual(disclosed(text), [0, 0, 0, 4, 22, 60, 30, 25, 53, 7.71]);
  });

  it('are read where those of 表四 stand between the pieces of its head', () => {
    const whole = layoutCalled('cells-plain').render(sheetOf(6, 20));
    const [before, after] = [whole.indexOf('四、政府信息公开行政复议'), whole.indexOf('五、存在的主要问题')];
    const parts = [
      '行政复议',
      '行政诉讼',
      '未经复议直接起诉',
      ...column,
      ...column,
      '1 0 2 0 3 0 0 1 1',
      '复议后起诉',
      '总\n计',
      ...column,
      '2 0 0 0 4 0 4',
    ];
    const text = `${whole.slice(0, before)}四、政府信息公开行政复议、行政诉讼情况\n${parts.join('\n').replaceAll(' ', '\n')}\n${whole.slice(after)}`;
    const cells = analyze(text)
      .report.cells.slice(-15)
      .map((cell) => (cell.kind === 'count' ? cell.value : cell.kind));
    assert.notDeepEqual(cells, [1, 0, 2, 0, 3, 0, 0, 1, 1, 2, 0, 0, 0, 4, 4]);
    const right = text.replace('2\n0\n0\n0\n4\n0\n4', '2\n4\n0\n0\n0\n4');
    const read = analyze(right)
      .report.cells.slice(-15)
      .map((cell) => (cell.kind === 'count' ? cell.value : cell.kind));
    assert.deepEqual(read, [1, 0, 2, 0, 3, 0, 0, 1, 1, 2, 4, 0, 0, 0, 4]);
  });
});

const heading = '三、收到和处理政府信息公开申请情况';
const column = ['结\n果\n维\n持', '结\n果\n纠\n正', '其\n他\n结\n果', '尚\n未\n审\n结'];

/** A report with a cell a line, and other lines from the figures of 行政许可 and of 行政事业性收费 on. */
function around(decisions: readonly string[], fees: readonly string[]): string {
  const whole = layoutCalled('cells-plain').render(sheetOf(6, 20));
  const [before, after] = [whole.indexOf('二、主动公开'), whole.indexOf(heading) + heading.length];
  const lines = [
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    ...['信息内容', '规章', '行政规范性文件', '本年制发件数', '本年废止件数', '现行有效件数'],
    ...[0, 0, 0, 4, 22, 60].map(String),
    ...['第二十条第（五）项', '信息内容', '本年处理决定数量', ...decisions],
    ...['第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', ...fees],
  ];
  return `${whole.slice(0, before)}${lines.join('\n')}${whole.slice(after)}`;
}

const disclosed = (text: string): unknown[] =>
  analyze(text)
    .report.cells.slice(0, 10)
    .map((cell) => (cell.kind === 'count' ? cell.value : cell.kind));

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { movingIn } from '../../../server/features/showing/moving';
import { report } from '../../protocol/support/report';
import { marked, samples } from './fixtures';

const first = `二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
`;
const others = `第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t⟦7⟧
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t⟦0⟧
行政强制\t⟦-⟧
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t⟦0⟧
`;

const tables: readonly (readonly [layout: string, source: string])[] = [
  ['tabs', `${first}规章\t⟦0⟧\t⟦0⟧\t⟦12⟧\n行政规范性文件\t⟦1⟧\t⟦⟧\t⟦31⟧\n${others}`],
  ['pipes', `${first}规章 | ⟦0⟧ | ⟦0⟧ | ⟦12⟧\n行政规范性文件 | ⟦1⟧ | ⟦0⟧ | ⟦31⟧\n${others}`],
  ['one figure a line', `${first}规章\n⟦0⟧\n⟦0⟧\n⟦12⟧\n行政规范性文件\n⟦1⟧\n⟦0⟧\n⟦31⟧\n${others}`],
  ['a row that is not written to its end', `${first}规章\t⟦0⟧\t⟦0⟧\t⟦12⟧\n行政规范性文件\t1\t5\n${others}`],
  [
    'a cell with a note',
    `${first}规章\t⟦0⟧\t⟦0⟧\t⟦12⟧\n行政规范性文件\t⟦3（其中修订1件）⟧\t⟦0⟧\t⟦31⟧\n${others}`,
  ],
];

describe('moving from cell to cell', () => {
  for (const [layout, source] of tables) {
    it(`goes over the cells in the order of the text: ${layout}`, () => {
      const { analysis, text, spans } = marked(source);
      const said = (all: readonly { start: number; end: number }[]): string[] =>
        all.map(({ start, end }) => `${start} ${text.slice(start, end)}`);
      assert.deepEqual(said(movingIn(analysis).cells), said(spans));
    });
  }

  it('knows every cell of the form in every layout, each once, within a row', () => {
    for (const { name, text } of [...samples, { name: 'pipes', text: report().text }]) {
      const analysis = analyze(text);
      const { rows, cells } = movingIn(analysis);
      const there = analysis.report.cells.filter(({ kind }) => kind !== 'absent' && kind !== 'merged');
      assert.equal(cells.length, there.length, name);
      assert.equal(new Set(cells.map(({ start }) => start)).size, cells.length, name);
      for (const cell of cells)
        assert.ok(
          there.length < 200 || rows.some((row) => row.start <= cell.start && cell.end <= row.end),
          name,
        );
    }
  });

  it('leaves the key what it was behind the last cell of a row that somebody writes', () => {
    const whole = report().text.replaceAll(' | ', '\t');
    const row = '（二）部分公开\t1\t2';
    const text = whole.slice(0, whole.indexOf('（二）部分公开')) + row;
    const { rows } = movingIn(analyze(text, { writing: 'changed' }));
    const isIn = (at: number): boolean => rows.some(({ start, end }) => start <= at && at <= end);
    const behind = (count: number): number => text.length - count;
    assert.deepEqual([3, 2, 1, 0].map(behind).map(isIn), [true, true, false, false]);
    assert.ok(isIn(text.indexOf('（一）予以公开')));
  });

  it('is nowhere in prose, in headings and in the head of a table', () => {
    const { text } = report();
    const { rows } = movingIn(analyze(text));
    for (const words of ['一、总体情况', '（二）依申请公开', '信息内容', '自然人', '五、存在']) {
      const at = text.indexOf(words);
      assert.ok(at >= 0, words);
      assert.ok(!rows.some(({ start, end }) => start <= at && at <= end), words);
    }
  });
});

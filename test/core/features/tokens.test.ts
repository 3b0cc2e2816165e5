import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { enclosing } from '../../../server/features/showing/selection';
import { tokensOf } from '../../../server/features/showing/tokens';
import { samples } from './fixtures';

const text = `示范县林业局2023年政府信息公开工作年度报告

一、总体情况
全年新收政府信息公开申请9件。今年很忙。
二、主动公开政府信息情况
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t-\t/
行政规范
性文件\t1\t0\t12
行政许可\t5
行政处罚\t6
行政强制\t7
行政事业性收费\t8.5
三、收到和处理政府信息公开申请情况
\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计
一、本年新收政府信息公开申请数量\t8\t1\t0\t0\t0\t0\t9
`;

const analysis = analyze(text);

describe('tokens', () => {
  it('paint headings, labels, figures, totals, marks and what the narrative states', () => {
    const painted = tokensOf(analysis).map(
      ({ span, kind, isTotal }) => `${kind}${isTotal ? '+' : ''} ${text.slice(span.start, span.end)}`,
    );
    assert.deepEqual(painted, [
      'heading 一、总体情况',
      'statement 9',
      'heading 二、主动公开政府信息情况',
      'column 信息内容',
      'column 本年制发件数',
      'column 本年废止件数',
      'column 现行有效件数',
      'row 规章',
      'figure 0',
      'mark -',
      'mark /',
      'row 行政规范',
      'row 性文件',
      'figure 1',
      'figure 0',
      'figure 12',
      'row 行政许可',
      'figure 5',
      'row 行政处罚',
      'figure 6',
      'row 行政强制',
      'figure 7',
      'row 行政事业性收费',
      'figure 8.5',
      'heading 三、收到和处理政府信息公开申请情况',
      'column 自然人',
      'column 商业企业',
      'column 科研机构',
      'column 社会公益组织',
      'column 法律服务机构',
      'column 其他',
      'column 总计',
      'row 一、本年新收政府信息公开申请数量',
      'figure 8',
      'figure 1',
      'figure 0',
      'figure 0',
      'figure 0',
      'figure 0',
      'figure+ 9',
    ]);
  });

  for (const { name, text: sample } of samples) {
    it(`of ${name} lie beside each other, each on its line, and cover every figure`, () => {
      const analysed = analyze(sample);
      const tokens = tokensOf(analysed);
      for (const [at, { span }] of tokens.entries()) {
        assert.doesNotMatch(sample.slice(span.start, span.end), /[\r\n]|^\s|\s$/u);
        assert.ok((tokens[at - 1]?.span.end ?? 0) <= span.start);
      }
      const figures = tokens.filter(({ kind }) => kind === 'figure').length;
      assert.equal(figures, analysed.report.cells.filter(({ kind }) => kind === 'count').length);
    });
  }

  it('are none where there is no report', () => {
    assert.deepEqual(tokensOf(analyze('今天天气很好，来了9人。')), []);
  });
});

describe('selection', () => {
  const around = (words: string): string[] =>
    enclosing(analysis, text.indexOf(words) + 1).map(({ start, end }) => text.slice(start, end));

  it('grows from a figure over its row and table to the report', () => {
    const [figure, line, row, table, ...others] = around('12\n');
    assert.deepEqual([figure, line, row], ['12', '性文件\t1\t0\t12', '行政规范\n性文件\t1\t0\t12']);
    assert.match(table ?? '', /^信息内容.*\t8\.5$/su);
    assert.match(others[0] ?? '', /^\s*信息内容/u);
    assert.equal(others.at(-1), text);
  });

  it('grows from a word over its sentence to the section', () => {
    const [first, second] = around('今年很忙');
    assert.equal(first, '今年很忙。');
    assert.match(second ?? '', /^\s*全年新收/u);
  });

  it('of any place holds that place, each stretch within the next and larger', () => {
    for (let offset = 0; offset <= text.length; offset++) {
      const spans = enclosing(analysis, offset);
      assert.ok(spans.length > 0);
      for (const [at, { start, end }] of spans.entries()) {
        assert.ok(start <= offset && offset <= end);
        const outer = spans[at + 1];
        if (outer)
          assert.ok(outer.start <= start && end <= outer.end && outer.end - outer.start > end - start);
      }
    }
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { reportText } from '../../cli/nianbao';

const row = '一、本年新收政府信息公开申请数量\t';
const zeros = (count: number): string => '\t0'.repeat(count);

/** Large numbers in the messages of what is found. */
const told = (text: string): string[] =>
  analyze(text).findings.flatMap(({ message, repairs }) =>
    [message, ...repairs.map(({ title }) => title)].filter((words) => /\d{13}/u.test(words)),
  );

describe('numbers that are too large for a report', () => {
  it('are named in a table, and nothing is worked out of them', () => {
    for (const [one, other] of [
      ['9007199254740991', '9007199254740990'],
      ['1000000000000', '7'],
      ['9,007,199,254,740,993', '1'],
    ] as const) {
      const text = reportText({
        [`${row}${zeros(7)}`]: `${row}\t${one}\t${other}${zeros(4)}\t9`,
      });
      const { findings } = analyze(text);
      assert.ok(
        findings.some(({ rule, message }) => rule === 'not-a-count' && message.includes('数字太大，请核对')),
      );
      assert.ok(!findings.some(({ rule }) => rule === 'row-total'));
      for (const words of told(text)) assert.match(words, /^[^，]*填的是“[\d,]+”：数字太大，请核对/u);
    }
  });

  it('are worked with as long as all that comes of them is true', () => {
    const large = `${row}\t499999999999\t499999999998${zeros(4)}\t999999999998`;
    const { findings } = analyze(reportText({ [`${row}${zeros(7)}`]: large }));
    const words = findings.flatMap(({ message, related }) => [
      message,
      ...related.map((each) => each.message),
    ]);
    assert.ok(
      words.some((each) => each.includes('999999999997')),
      words.join('\n'),
    );
    assert.ok(!findings.some(({ rule }) => rule === 'not-a-count'));
  });

  it('are compared with nothing in sentences', () => {
    for (const sentence of [
      '主动公开信息由9,007,199,254,740,996件减至9,007,199,254,740,995件，减少3件。',
      '主动公开信息9007199254740993条，其中规章9007199254740990件，其他1件。',
      '收取费用90071992547亿元，较上年增加3亿元。',
      '全年新收申请9007199254740993件。',
      '全年新收申请 9007199254740993，其中自然人 9007199254740991 人。',
    ])
      assert.deepEqual(told(reportText({ 公开信息十分及时: sentence })), [], sentence);
    const small = reportText({ 公开信息十分及时: '主动公开信息由96件减至95件，减少3件。' });
    assert.ok(analyze(small).findings.some(({ rule }) => rule === 'change-mismatch'));
  });

  it('are told in sentences too, as what was compared with nothing', () => {
    const at = (sentence: string): string[] => {
      const text = reportText({ 公开信息十分及时: sentence });
      const found = analyze(text).findings.filter(({ rule }) => rule === 'not-a-count');
      return found.map(({ span }) => text.slice(span.start, span.end));
    };
    assert.deepEqual(at('全年新收申请123456789012345件，公开信息１２３４５６７８９０１２３ 条。'), [
      '123456789012345',
      '１２３４５６７８９０１２３',
    ]);
    assert.deepEqual(at('账号123456789012345，新收申请999999999999件，见第1234567890123456件。'), []);
  });

  it('and those with decimals without end are said to be too long', () => {
    for (const decimals of ['1234567890123456789', '5'.repeat(61), '3'.repeat(200)]) {
      const text = reportText({ '行政事业性收费\t0': `行政事业性收费\t0.${decimals}` });
      const [finding, ...others] = analyze(text).findings;
      assert.match(String(finding?.message), /：数字太长，请核对/u);
      assert.deepEqual(others, []);
    }
  });
});

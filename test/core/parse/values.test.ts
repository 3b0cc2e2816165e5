import assert from 'node:assert/strict';
import { readValue } from '../../../server/parse/tokens/figure';
import { mark } from '../support/marked';

/** What is read from a cell, with marks around the digits: `count 1272 ⟦1,272⟧件`. */
function reading(cell: string): string {
  const value = readValue(cell, 0, cell.length);
  if (!value) return 'nothing';
  const number = Number.isNaN(value.number) ? '' : ` ${value.number}`;
  const unit = value.unit && ` ${value.unit}`;
  return `${value.kind}${number}${unit} ${mark(cell, [value])}`;
}

const readings: Readonly<Record<string, readonly string[]>> = {
  'counts, whatever their digits are': [
    'count 0 ⟦0⟧',
    'count 38665 ⟦38665⟧',
    'count 7 ⟦007⟧',
    'count 1203 ⟦１２０３⟧',
    'count 999999999999 ⟦999999999999⟧',
    'count 31.12345678901234 ⟦31.12345678901234⟧',
  ],
  'thousands set apart': ['count 1272 ⟦1,272⟧', 'count 1272345 ⟦1,272,345⟧', 'count 1272 ⟦1，272⟧'],
  amounts: ['count 31.42 ⟦31.42⟧', 'count 96171.6 ⟦96,171.6⟧', 'count 0.5 ⟦0．5⟧'],
  'units behind the digits': [
    'count 7 件 ⟦7⟧件',
    'count 7 件 ⟦7⟧ 件',
    'count 251000 元 ⟦251000⟧元',
    'count 103.3879 万元 ⟦103.3879⟧万元',
    'count 1272 件 ⟦1,272⟧件',
  ],
  'notes behind the digits': ['count 22 ⟦22⟧（其中修订16件）', 'count 3 件 ⟦3⟧件(新增)', 'count 0 ⟦0⟧（无）'],
  'changes with a sign': [
    'signed 1036 ⟦+1036⟧',
    'signed -253 ⟦--253⟧',
    'signed -4 ⟦减4⟧',
    'signed 3 ⟦增3⟧',
    'signed -8 ⟦－8⟧',
  ],
  'strokes and words for none': [
    'mark ⟦-⟧',
    'mark ⟦—⟧',
    'mark ⟦——⟧',
    'mark ⟦/⟧',
    'mark ⟦／⟧',
    'mark ⟦\\⟧',
    'mark ⟦无⟧',
    'mark ⟦無⟧',
  ],
  'more than can be told exactly': [
    'odd ⟦1000000000000⟧',
    'odd ⟦9007199254740991⟧',
    'odd ⟦+1000000000000⟧',
    'odd ⟦0.1234567890123456789⟧',
    `odd ⟦3.${'1'.repeat(90)}⟧`,
    'odd ⟦9007199254740993⟧',
    'odd ⟦12,345,678,901,234,567⟧',
    `odd ⟦${'1'.repeat(400)}⟧`,
  ],
  'letters typed for digits': ['odd ⟦O⟧', 'odd ⟦1O⟧', 'odd ⟦l⟧'],
};

const none = [
  '',
  '其他',
  '2023年',
  '1.属于国家秘密',
  '2023-02-08',
  '0573-87287231',
  '-3-',
  '---',
  '1.2.3',
  '7个月',
  '12:30',
  '（一）',
  '1,2',
  '12,34',
  '第5页',
];

describe('a figure as it is printed', () => {
  for (const [name, expected] of Object.entries(readings)) {
    it(`is read: ${name}`, () => {
      for (const each of expected)
        assert.equal(
          reading(each.replace(/^[a-z]+(?: [-\d.]+)?(?: (?:件|万?元))? /, '').replace(/[⟦⟧]/g, '')),
          each,
        );
    });
  }

  for (const cell of none) it(`is not ${JSON.stringify(cell)}`, () => assert.equal(reading(cell), 'nothing'));

  it('stands where it was looked for', () => {
    const found = readValue('共 1,272 件', 2, 7);
    assert.deepEqual([found?.start, found?.end], [2, 7]);
    assert.equal(readValue('1234', 1, 3)?.number, 23);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { valueOf } from '../../../server/report/report';

// Text that a program copied from a page: zeros are left empty, and only where a figure stands tells whose it is.

/** A line with texts in columns of the table; a Chinese character takes one column of the line. */
const row = (label: string, cells: readonly (readonly [column: number, text: string])[]): string =>
  cells.reduce((line, [column, text]) => line.padEnd(24 + 6 * column) + text, label);

const note = '（本列数据的勾稽关系为：第一项加第二项';
const heads: Readonly<Record<string, string>> = {
  'one character a line': [
    row('', [[2, '申请人情况']]),
    row('', [[2, '法人或其他组织']]),
    row(
      '',
      [...'社法'].map((text, at) => [at + 3, text]),
    ),
    row(
      note,
      [...'自商科会律总'].map((text, at) => [at < 5 ? at : 6, text]),
    ),
    row(
      '',
      [...'然业研公服其计'].map((text, at) => [at, text]),
    ),
    row(
      '',
      [...'人企机益务他'].map((text, at) => [at, text]),
    ),
    row(
      '',
      [...'业构组机'].map((text, at) => [at + 1, text]),
    ),
    row(
      '',
      [...'织构'].map((text, at) => [at + 3, text]),
    ),
  ].join('\n'),
  'some characters a line': [
    row('', [[2, '申请人情况']]),
    row('', [[2, '法人或其他组织']]),
    row(note, [
      [0, '自然'],
      [3, '社会'],
      [4, '法律'],
      [6, '总计'],
    ]),
    row(
      '',
      ['人', '商业', '科研', '公益', '服务', '其他'].map((text, at) => [at, text]),
    ),
    row(
      '',
      ['企业', '机构', '组织', '机构'].map((text, at) => [at + 1, text]),
    ),
  ].join('\n'),
};
const report = (...lines: readonly string[]): string =>
  ['三、收到和处理政府信息公开申请情况', ...lines, '四、政府信息公开行政复议、行政诉讼情况', ''].join('\n');
const cells = (text: string, from: number): (number | null)[] =>
  analyze(text)
    .report.cells.slice(from, from + 7)
    .map((cell) => valueOf(cell));

describe('a head whose labels are broken over lines', () => {
  for (const [name, head] of Object.entries(heads)) {
    const figures = [
      [0, '3'],
      [6, '3'],
    ] as const;
    const aside = figures.map(([column, text]) => [column + 1 / 2, text] as const);
    const text = report(
      head,
      row('一、本年新收', [
        [2, '4'],
        [6, '4'],
      ]),
      row('二、上年结转政府信息公开申请数量', figures),
    );

    it(`tells below which label a figure stands: ${name}`, () => {
      assert.deepEqual(cells(text, 10), [null, null, 4, null, null, null, 4]);
      assert.deepEqual(cells(text, 17), [3, null, null, null, null, null, 3]);
    });

    // One character alone hardly shows how wide all are.
    if (name === 'some characters a line')
      it('tells nothing of the rows of a page that has none', () => {
        const cut = text.replace('四、政府', `\f${row('四、结转下年度继续办理', aside)}\n四、政府`);
        assert.deepEqual(cells(cut, 10), [null, null, 4, null, null, null, 4]);
        assert.deepEqual(cells(cut, 178).slice(0, 6), [null, null, null, null, null, null]);
      });
  }

  it('is none where the characters do not stand below each other', () => {
    const head = (heads['one character a line'] ?? '').replace(/ {6}然/u, '然 ');
    const text = report(
      head,
      row('一、本年新收', [
        [2, '4'],
        [6, '4'],
      ]),
    );
    assert.deepEqual(cells(text, 10).slice(0, 6), [null, null, null, null, null, null]);
  });
});

describe('a row with two equal figures and nothing that tells their columns', () => {
  const text = report(
    '自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计',
    '一、本年新收政府信息公开申请数量 6 6',
    '二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0',
  );

  it('has a total, and no figure that is guessed', () => {
    assert.deepEqual(cells(text, 10), [null, null, null, null, null, null, 6]);
  });
});

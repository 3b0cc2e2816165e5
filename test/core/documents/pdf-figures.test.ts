import assert from 'node:assert/strict';
import { at, type PageText, page, textOf } from '../support/pages';

describe('figures that are broken in a column without lines', () => {
  const columns = [300, 340, 380, 420, 460];
  /** Figures with their right sides at those of the columns. */
  const row = (base: number, figures: readonly string[]): PageText[] =>
    figures.flatMap((figure, column) =>
      figure === '' ? [] : [at(figure, (columns[column] ?? 0) - 5 * figure.length, base, 10)],
    );
  const said = (...texts: readonly PageText[]): string[] =>
    textOf(page(1, texts))
      .split('\n')
      .map((line) => line.trim().replace(/ +/gu, ' '));

  it('are one in the middle of their row', () => {
    const texts = [
      ...row(94, ['', '', '', '1119', '5723']),
      at('一、本年新收政府信息公开申请数量', 80, 100, 10),
      ...row(100, ['339', '8854', '0', '', '']),
      ...row(106, ['', '', '', '2', '7']),
      at('二、上年结转政府信息公开申请数量', 80, 124, 10),
      ...row(124, ['1', '9', '8', '5', '23']),
    ];
    assert.deepEqual(said(...texts).slice(0, 2), [
      '一、本年新收政府信息公开申请数量 339 8854 0 11192 57237',
      '二、上年结转政府信息公开申请数量 1 9 8 5 23',
    ]);
  });

  it('are one at the top, beside a label that is broken too, and at the bottom', () => {
    const top = [
      at('一、本年新收政府信息', 80, 100, 10),
      ...row(100, ['339', '8854', '0', '1119', '5723']),
      at('公开申请数量', 80, 112, 10),
      ...row(112, ['', '', '', '2', '7']),
    ];
    assert.equal(said(...top)[0], '一、本年新收政府信息公开申请数量 339 8854 0 11192 57237');
    const bottom = [
      at('一、本年新收政府信息', 80, 100, 10),
      ...row(100, ['', '', '', '1119', '5723']),
      at('公开申请数量', 80, 112, 10),
      ...row(112, ['339', '8854', '0', '2', '7']),
    ];
    assert.equal(said(...bottom)[1], '公开申请数量 339 8854 0 11192 57237');
  });

  it('are one over three lines, and where all of a row are', () => {
    const texts = [
      ...row(88, ['57', '11']),
      at('（七）总计', 80, 100, 10),
      ...row(100, ['23', '23', '8', '0', '12']),
      ...row(112, ['7', '4']),
    ];
    assert.match(said(...texts)[0] ?? '', /^（七）总计 57237 11234 8 0 12$/u);
    const all = [...row(94, ['57', '11']), at('（七）总计', 80, 100, 10), ...row(106, ['3', '4'])];
    assert.equal(said(...all)[0], '（七）总计 573 114');
  });

  it('are not taken from rows that stand as close', () => {
    const close = [
      at('（七）总计', 80, 100, 10),
      ...row(100, ['339', '8854', '120', '1119', '5723']),
      at('四、结转下年度继续办理', 80, 112, 10),
      ...row(112, ['', '', '', '2', '7']),
      at('规章', 80, 300, 10),
      ...row(300, ['12', '', '5']),
      at('行政规范性文件', 80, 312, 10),
      ...row(312, ['3', '', '']),
      at('行政处罚', 80, 400, 10),
      ...row(400, ['', '', '31']),
      at('行政强制', 80, 412, 10),
      ...row(412, ['', '', '25']),
    ];
    assert.deepEqual(said(...close).slice(0, 6), [
      '（七）总计 339 8854 120 1119 5723',
      '四、结转下年度继续办理 2 7',
      '规章 12 5',
      '行政规范性文件 3',
      '行政处罚 31',
      '行政强制 25',
    ]);
  });

  it('are one whatever stands close in the cells before', () => {
    const texts = [
      at('第三项加第四项之和）', 80, 92, 10),
      ...row(94, ['', '', '', '1119', '5723']),
      at('一、本年新收政府信息公开申请数量', 80, 100, 10),
      ...row(100, ['339', '8854', '0', '', '']),
      ...row(106, ['', '', '', '2', '7']),
    ];
    assert.equal(said(...texts)[1], '一、本年新收政府信息公开申请数量 339 8854 0 11192 57237');
  });

  it('are none in a sentence, beside whose figures programs leave some room', () => {
    const sentence = (base: number, ...words: readonly string[]): PageText[] => {
      let left = 80;
      return words.map((each) => {
        const text = at(each, left, base, 10);
        left = text.right + 2.5;
        return text;
      });
    };
    const texts = [
      ...sentence(100, '全年受理', '3119', '件，办结', '3013', '件，公开', '512', '件，部分公开', '98', '件'),
      ...sentence(112, '年末还有', '103', '件顺延到下一年度继续办理'),
    ];
    assert.equal(
      said(...texts)
        .join('')
        .replaceAll(' ', ''),
      '全年受理3119件，办结3013件，公开512件，部分公开98件年末还有103件顺延到下一年度继续办理',
    );
  });

  it('are none between which there was room for more', () => {
    const texts = [
      ...row(94, ['', '', '', '11', '57']),
      at('（一）予以公开', 80, 100, 10),
      ...row(100, ['339', '8854', '0', '', '']),
      ...row(106, ['', '', '', '2', '7']),
      ...row(124, ['1', '9', '8', '512', '2345']),
    ];
    assert.match(said(...texts).join('|'), /\b11 57\|/u);
  });
});

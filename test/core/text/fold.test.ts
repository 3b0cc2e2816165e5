import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, isDigit, simplify } from '../../../server/text/fold';

describe('folding', () => {
  it('makes one of what people read as one: full width, traditional, radicals and small forms of PDF, blanks', () => {
    for (const [written, read] of [
      ['０１２３４５６７８９', '0123456789'],
      ['公開，２０２３年', '公开,2023年'],
      ['⼀、⾏政⺠⽣⻓⿓⻳⻔', '一、行政民生长龙龟门'],
      ['\uf9b5\uf914', '例乐'],
      ['﹐﹑﹔﹫', ',、;@'],
      ['甲\u3000乙\u00a0丙\u2003丁\t\n', '甲 乙 丙 丁\t\n'],
      ['“甲”—【乙】∶丶。', '"甲"-[乙]:、.'],
    ] as const)
      assert.equal(fold(written), read);
  });

  it('keeps every character in its place, also those that take two units or have no plain one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(fold(text).length, text.length);
        assert.equal(simplify(text).length, text.length);
      }),
    );
    for (const text of ['𠮷野', '\ufad0\ufad1', '']) assert.equal(fold(text), text);
  });

  it('changes nothing but the script where only that is asked', () =>
    assert.equal(simplify('公開２０２３，“甲”。'), '公开２０２３，“甲”。'));

  it('knows the ten digits, and nothing beside them', () => {
    const digits = Array.from({ length: 128 }, (_, unit) => unit).filter(isDigit);
    assert.equal(String.fromCharCode(...digits), '0123456789');
  });
});

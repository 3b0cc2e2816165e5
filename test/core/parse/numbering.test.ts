import assert from 'node:assert/strict';
import { numberingAt } from '../../../server/parse/lexicon/numbering';

/** The number in front of words, as `style value` and what it covers. */
function reading(words: string): string {
  const found = numberingAt(words, 0, words.length);
  return found ? `${found.style} ${found.value} ${words.slice(found.start, found.end)}` : 'none';
}

const readings: readonly (readonly [words: string, expected: string])[] = [
  ['一、总体情况', 'chinese 1 一、'],
  ['六、其他需要报告的事项', 'chinese 6 六、'],
  ['五 、存在的主要问题', 'chinese 5 五 、'],
  ['五.存在的主要问题', 'chinese 5 五.'],
  ['五：存在的主要问题', 'chinese 5 五：'],
  ['十、其他', 'chinese 10 十、'],
  ['十二、其他', 'chinese 12 十二、'],
  ['二十、其他', 'chinese 20 二十、'],
  ['（三）不予公开', 'bracketed 3 （三）'],
  ['(三) 不予公开', 'bracketed 3 (三)'],
  ['（ 三 ）不予公开', 'bracketed 3 （ 三 ）'],
  ['一)主动公开', 'bracketed 1 一)'],
  ['（一）、予以公开', 'bracketed 1 （一）、'],
  ['6、 其他需要报告的事项', 'arabic 6 6、'],
  ['1.属于国家秘密', 'arabic 1 1.'],
  ['１．属于国家秘密', 'arabic 1 １．'],
  ['1.、属于国家秘密', 'arabic 1 1.、'],
  ['（1）属于国家秘密', 'bracketed-arabic 1 （1）'],
  ['8)属于行政查询事项', 'bracketed-arabic 8 8)'],
  ['①属于国家秘密', 'bracketed-arabic 1 ①'],
  ['壹、总体情况', 'chinese 1 壹、'],
  ['叁、收到和处理', 'chinese 3 叁、'],
  ['Ⅳ.政府信息公开', 'chinese 4 Ⅳ.'],
  ['第五部分 存在的问题', 'chinese 5 第五部分'],
  ['第二章：主动公开', 'chinese 2 第二章：'],
  ['第二十条第（一）项', 'none'],
  ['一是公开内容不多', 'none'],
  ['第一、二条', 'none'],
  ['1.5万元', 'none'],
  ['2023年', 'none'],
  ['三', 'none'],
  ['（本列数据的勾稽关系', 'none'],
  ['', 'none'],
];

describe('the number in front of a heading or label', () => {
  for (const [words, expected] of readings)
    it(`of “${words}” is ${expected}`, () => assert.equal(reading(words), expected));

  it('is looked for where it is asked for', () => {
    const found = numberingAt('略 二、主动公开', 2, 8);
    assert.deepEqual(found && { start: found.start, end: found.end, value: found.value }, {
      start: 2,
      end: 4,
      value: 2,
    });
  });
});

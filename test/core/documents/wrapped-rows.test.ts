import assert from 'node:assert/strict';
import { linesIn, type PageText } from '../../../server/documents/pdf/texts';
import { withWholeRows } from '../../../server/documents/pdf/wrapped-rows';

/** Texts as they stand on a page: lines of characters of one size, each at a column of half a character; an empty line is half as high. */
function lines(page: readonly string[]): readonly PageText[] {
  const size = 10;
  let base = 0;
  return page.flatMap((line) => {
    base += line === '' ? size * 0.6 : size * 1.2;
    return [...line.matchAll(/\S+/gu)].map(({ 0: text, index }) => {
      const left = 20 + widthOf(line.slice(0, index)) * 5;
      return { text, left, right: left + widthOf(text) * 5, base, size };
    });
  });
}
const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (each.charCodeAt(0) >= 0x2e80 ? 2 : 1), 0);

const read = (page: readonly string[]): string[] =>
  withWholeRows(linesIn(lines(page)).map((line) => ({ page: 1, line }))).map((part) =>
    'line' in part ? part.line.texts.map(({ text }) => text).join('|') : '',
  );

describe('the rows of a table without lines', () => {
  it('have the lines of their labels joined, where they stand apart', () =>
    assert.deepEqual(
      read([
        '申请人情况      自然人  总计',
        '',
        '5. 属于三类     13      13',
        '内部事务信息',
        '',
        '6.属于四类过    2       2',
        '程性信息',
        '',
        '（七）总计      15      15',
      ]),
      [
        '申请人情况|自然人|总计',
        '5.属于三类内部事务信息|13|13',
        '6.属于四类过程性信息|2|2',
        '（七）总计|15|15',
      ],
    ));

  it('are apart beside a label of several of them, which goes on', () =>
    assert.deepEqual(
      read([
        '三、   （一）予以公   53      53',
        '本年   开',
        '度办',
        '理结   （二）部分公   21      21',
        '果     开',
        '',
        '（三） 1.属于国家     13      13',
        '不予   秘密',
        '公开',
        '',
        '       2.其他         30      30',
      ]),
      [
        '三、本年度办|（一）予以公开|53|53',
        '理结果|（二）部分公开|21|21',
        '（三）不予公开|1.属于国家秘密|13|13',
        '2.其他|30|30',
      ],
    ));

  for (const [name, page] of [
    ['are no further apart than their lines', ['规章     3   5   74', '行政规范', '性文件   5   9   41']],
    [
      'have their figures beside a line in the middle',
      ['行政', '规范性   5   9   41', '文件', '', '规章     3   5   74'],
    ],
    ['stand in one figure, as in a sentence', ['行政许可    1139', '件以内', '', '行政处罚    12']],
    ['have words behind their figures', ['收到 12 13 件', '申请', '', '答复 12 13 件']],
  ] as const)
    it(`are left as they are where they ${name}`, () =>
      assert.deepEqual(
        read(page),
        page.filter((line) => line !== '').map((line) => line.trim().split(/\s+/u).join('|')),
      ));
});

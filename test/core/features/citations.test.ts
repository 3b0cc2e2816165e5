import assert from 'node:assert/strict';
import { cite } from '../../../server/form/guide-basis';
import { rules } from '../../../server/rules/all';
import { rulePage } from '../../../server/rules/pages';
import { citedIn, numberOf, wrongCitations } from '../support/law';

describe('citations', () => {
  for (const [article, text] of [
    [5, '《政府信息公开条例》第五条'],
    [10, '《政府信息公开条例》第十条'],
    [14, '《政府信息公开条例》第十四条'],
    [20, '《政府信息公开条例》第二十条'],
    [56, '《政府信息公开条例》第五十六条'],
    [100, '《政府信息公开条例》第一百条'],
    [102, '《政府信息公开条例》第一百零二条'],
    [110, '《政府信息公开条例》第一百一十条'],
    [123, '《政府信息公开条例》第一百二十三条'],
  ] as const) {
    it(`writes article ${article} as ${text}`, () => assert.equal(cite('条例', article).text, text));
  }

  it('writes several articles and the place in the last', () =>
    assert.equal(cite('行政诉讼法', [26, 44], '第一款').text, '《行政诉讼法》第二十六条、第四十四条第一款'));
});

describe('laws in the pages and lines of the rules', () => {
  for (const rule of rules) {
    it(`${rule.id} cites articles that exist and speak of what is told`, () => {
      const page = rulePage(rule.id) ?? '';
      const prose = page.replace(/^```[\s\S]*?^```$/gmu, '');
      const wrong = [rule.basis, ...prose.split('\n\n')].flatMap((text) =>
        wrongCitations(citedIn(text.replaceAll('\n', '')), page + rule.basis + rule.summary),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('are seen, list by list', () => {
    const seen = (text: string) => citedIn(text).map(({ law, articles }) => [law, articles]);
    assert.deepEqual(seen('见《条例》第三十条、第三十五条至第三十九条、第四十二条。'), [
      ['条例', [30, 35, 36, 37, 38, 39, 42]],
    ]);
    assert.deepEqual(seen('《行政复议法》（2023年修订）第二十三条第一款第（四）项；《立法法》第九十一条'), [
      ['行政复议法', [23]],
      ['立法法', [91]],
    ]);
    assert.deepEqual(seen('《办法》第三条，第四条'), []);
    assert.deepEqual(['十', '二十', '三十五', '九', '一百零二'].map(numberOf), [10, 20, 35, 9, 102]);
    assert.deepEqual(wrongCitations(citedIn('《条例》第四十条'), '答复'), ['条例 40 is in no table']);
    assert.deepEqual(wrongCitations(citedIn('《条例》第四十一条'), '答复'), ['条例 41 speaks of 更正']);
  });

  it('say nothing that no source says', () => {
    const pages = rules.map(({ id }) => rulePage(id) ?? '').join('');
    for (const claim of [/最常见/u, /最容易/u, /会被追责/u, /不是行政事业性收费/u])
      assert.doesNotMatch(pages, claim);
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { articlesIn } from '../../../server/features/explaining/articles';
import { publishedLaws } from '../../../server/form/laws';
import { marked, samples } from './fixtures';

const of = (year: number, prose: string): string =>
  `某县水务局${year}年政府信息公开工作年度报告\n一、总体情况\n${prose}\n`;

const cited: readonly (readonly [what: string, source: string])[] = [
  ['an article', of(2023, '根据⟦《中华人民共和国政府信息公开条例》第五十条⟧编制。')],
  ['an article in digits', of(2023, '见⟦《政府信息公开条例》第20条第（五）项⟧。')],
  ['a list', of(2023, '⟦《条例》第三十条、第三十五条至第三十九条⟧。第四十二条另见。')],
  ['paragraph and item', of(2023, '按⟦《条例》第五十条第一款第（四）项⟧报告。')],
  ['with its edition', of(2023, '⟦《中华人民共和国政府信息公开条例》（国令第711号）第四十九条⟧')],
  ['traditional characters', of(2023, '根據⟦《中華人民共和國政府信息公開條例》第五十條⟧編製。')],
  ['no law, no article', of(2023, '第五十条、《条例》、《某省条例》第三条、《办法》第二条。')],
  ['more articles than it has', of(2023, '《条例》第五十七条。')],
  ['the law in force in the year', of(2024, '⟦《行政复议法》第二十三条⟧规定。')],
  ['another edition', of(2022, '《行政复议法》第二十三条规定。')],
  [
    'captions of the table',
    `${of(2023, '公开信息。第二十条第（一）项另见。')}二、主动公开政府信息情况
⟦第二十条第（一）项⟧
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t0\t0\t0
⟦第二十条第（五）项⟧
信息内容\t本年处理决定数量
行政许可\t3
`,
  ],
];

describe('articles that a report cites', () => {
  for (const [what, source] of cited) {
    it(`lead to their text: ${what}`, () => {
      const { analysis, spans, text } = marked(source);
      const said = (all: readonly { start: number; end: number }[]): string[] =>
        all.map(({ start, end }) => `${start} ${text.slice(start, end)}`);
      assert.deepEqual(said(articlesIn(analysis).map(({ span }) => span)), said(spans));
    });
  }

  it('say what is opened', () => {
    const { analysis } = marked(cited[1]?.[1] ?? '');
    const [link] = articlesIn(analysis);
    assert.equal(link?.tooltip, '打开中国政府网上的《政府信息公开条例》，看第20条第(五)项');
    assert.equal(link?.address, publishedLaws[0]?.address);
  });

  it('are the captions of 表二 in every layout', () => {
    for (const { name, text } of samples) {
      const links = articlesIn(analyze(text)).filter(({ tooltip }) =>
        /第二十条第\([一五六八]\)项/u.test(tooltip),
      );
      assert.ok(links.length >= 4, `${name} ${links.length}`);
    }
  });
});

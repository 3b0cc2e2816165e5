import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseReport } from '../../../server/parse/parse';
import { lineIn, plainIn } from '../../../server/text/plain';
import { unmark } from '../support/marked';

/** What a reader sees of a text; → for a tab. */
const seen = (text: string): string =>
  plainIn(parseReport(text).shown, { start: 0, end: text.length }).replaceAll('\t', '→');

/** What a reader sees of a marked stretch, whatever it cuts. */
function seenIn(marked: string): string {
  const { text, spans } = unmark(marked);
  const [span = { start: 0, end: 0 }] = spans;
  return plainIn(parseReport(text).shown, span).replaceAll('\t', '→');
}

const cases: readonly (readonly [what: string, source: string, seen: string])[] = [
  [
    'paragraphs of a page',
    '<html>\n<body>\n  <p>甲。</p>\n\n  <p>乙。</p>\n</body>\n</html>\n',
    '甲。\n乙。',
  ],
  ['paragraphs without line ends', '<div><p>甲。</p><p class="a>b">乙。</p></div>', '甲。\n乙。'],
  ['a line break of a page', '<p>甲，<br>乙<br/>丙</p>', '甲，\n乙\n丙'],
  ['line ends of the source of a page', '<p>甲，\n    乙 <b>丙</b>\n  丁</p>', '甲， 乙 丙 丁'],
  ['blanks of a page', '<p>&emsp;&emsp;甲&nbsp;&nbsp;乙　　丙&nbsp;</p><p>　　丁</p>', '甲 乙　丙\n丁'],
  [
    'a table of a page',
    '<table>\n<tr>\n<td><p>规 章</p></td><td> 1 </td><td></td><td>&nbsp;</td><td>4</td>\n</tr>\n<tr><th>甲</th><td><p>乙</p><p>丙</p></td></tr></table>',
    '规 章→1→→→4\n甲→乙丙',
  ],
  ['entities', '<p>甲&ldquo;乙&rdquo;&amp;&#19993;&#x4e01;&lt;p&gt;</p>', '甲“乙”&丙丁<p>'],
  [
    'scripts, styles and comments',
    '<p>甲<!-- <p>乙 --></p><style>p{}</style><script>if (a<b) "<p>"</script><p>丙</p>',
    '甲\n丙',
  ],
  ['tags of Markdown', '甲<b>乙</b><sup>1</sup>，5<6，<u>丙</u>', '甲乙1，5<6，丙'],
  ['the signs of Markdown', '## 一、总体情况\n\n> **甲**乙\\_丙\n', '一、总体情况\n\n甲乙_丙'],
  ['a table of Markdown', '| 规章<br>数 | **0** |\n| --- | ---: |\n', '| 规章数 | 0 |\n| --- | ---: |'],
  ['a table of LaTeX', '\\begin{tabular}{ll}\n\\hline\n规章 & 0 \\\\\n\\end{tabular}\n', '规章 → 0'],
  ['a table with commas', '规章,0,0,0\n"文件，办法",1,2,3\n', '规章,0,0,0\n"文件，办法",1,2,3'],
  ['lines as they are wrapped', '　　甲乙\r\n丙。  \r\n\r\n \r\n\r\n　　丁。\r\n', '甲乙\n丙。\n\n　　丁。'],
  ['columns in their places', '　甲　　乙\n    1     2\n', '甲　　乙\n    1     2'],
  ['tabs', '\t甲\t\t乙\t\n\t\t\n', '→甲→→乙→\n→→'],
  ['old line ends', '甲\r乙\r', '甲\n乙'],
  ['what has no width', '\ufeff甲\u200b乙\u00ad', '甲乙'],
  ['glosses as they are printed', '數(shù)據', '數(shù)據'],
  ['nothing', ' \n\t<!-- 甲 -->\n', ''],
];

describe('what a reader sees', () => {
  for (const [what, source, expected] of cases) it(`of ${what}`, () => assert.equal(seen(source), expected));

  it('of a stretch that cuts tags and entities', () => {
    assert.equal(seenIn('<html><body><h2>一、总体情况<⟦/h2><p>甲&nbsp;乙。</p><p cl⟧ass="a">丙'), '甲 乙。');
    assert.equal(seenIn('<html><p cl⟦ass="x">甲&quo⟧t;</p>'), '甲"');
  });

  it('of a page with megabytes of blanks', () => {
    const blanks = ' \0'.repeat(2_000_000);
    assert.equal(seen(`<html><body><p>甲${blanks}乙</p>`), '甲 乙');
  });

  it('of a heading over two lines', () => {
    const { text, spans } = unmark('<div>⟦<p>一、\n</p><p> 总体情况</p>⟧</div>');
    assert.equal(lineIn(parseReport(text).shown, spans[0] ?? { start: 0, end: 0 }), '一、总体情况');
  });

  it('is as long as the text, and of a page without a tag', () => {
    const piece = fc.constantFrom(
      ...['甲', ' ', '\n', '\r\n', '\t', '　', '0', '&nbsp;', '&lt', '<!--', '-->', '**', '# ', '\\_', '|'],
      ...['<td>', '</td>', '<tr>', '<p>', '<p class="甲">', '</p>', '<br/>', '<b>', '</b>', '<table>'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `<html><body>${pieces.join('')}`;
        const { shown } = parseReport(text);
        assert.equal(shown.length, text.length);
        assert.doesNotMatch(plainIn(shown, { start: 0, end: shown.length }), /<\/?[a-z]+[^<]*>/u);
      }),
      { seed: 9, numRuns: 400 },
    );
  });
});

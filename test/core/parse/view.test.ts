import assert from 'node:assert/strict';
import fc from 'fast-check';
import { viewOf } from '../../../server/parse/view/view';

/** What the reader sees of a text: `·` for what is masked, `→` for a tab. */
const seen = (text: string): string => viewOf(text).text.replaceAll('\0', '·').replaceAll('\t', '→');

describe('what the reader looks at', () => {
  it('leaves out glosses behind characters', () => {
    assert.equal(seen('數(shù)據(jù)(jù)，(一)公開（gōng）'), '數·····據········，(一)公開······');
    assert.equal(seen('字号：(大)，(5)'), '字号：(大)，(5)');
  });

  it('leaves out the signs of Markdown', () => {
    for (const text of ['## 一、总体情况', '> ## 一、总体情况', '> 一、总体情况'])
      assert.equal(seen(text).replace(/[· ]/g, ''), '一、总体情况');
    assert.equal(seen('| **规章** | 0 |'), '| ··规章·· | 0 |');
    assert.equal(seen('#1 和 5 > 3'), '#1 和 5 > 3');
  });

  it('sees tabs for the commas of a table, and no quotes', () => {
    const table = [
      '规章,0,0,0',
      '"行政许可, 处罚","1,272",3,""',
      '文件,5,6,7',
      '许可,8,,',
      '处罚,9,,',
      '强制,1,,',
    ];
    assert.deepEqual(seen(table.join('\n')).split('\n'), [
      '规章→0→0→0',
      '·行政许可, 处罚·→·1,272·→3→··',
      '文件→5→6→7',
      '许可→8→→',
      '处罚→9→→',
      '强制→1→→',
    ]);
  });

  it('sees the commas of a field over two lines as they are', () => {
    const table = [
      '"一、本年新收',
      '申请数量","1,272",0',
      '规章,0,0',
      '文件,5,6',
      '许可,8,',
      '处罚,9,',
      '强制,1,',
    ];
    assert.equal(seen(table.join('\n')).split('\n')[0], '·一、本年新收·申请数量·→·1,272·→0');
  });

  it('leaves commas of running text alone', () => {
    const text = '公开信息30条,其中动态20条,公告10条。\n'.repeat(8);
    assert.equal(viewOf(text).text, text);
  });

  it('ends lines where old Macintoshes ended them', () => assert.equal(viewOf('甲\r乙\r').text, '甲\n乙\n'));

  it('is as long as the text, whatever that is', () => {
    const piece = fc.constantFrom(
      ...[
        '甲',
        '(shù)',
        '(',
        ')',
        ',',
        '"',
        '\n',
        '\r',
        '\t',
        '|',
        '#',
        '# ',
        '> ',
        '**',
        '0',
        '1,272',
        '\\.',
        '\\-',
      ],
      ...['<td>', '<p', '&nbsp;', '&', ' ', '\u3000', '\0', '\ud83d', '规章,0,0\n', '\u0007', '\u000b'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(viewOf(text).text.length, text.length);
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});

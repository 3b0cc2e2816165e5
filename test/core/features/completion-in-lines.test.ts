import assert from 'node:assert/strict';
import { applied, labels, offered, replaced, upTo } from './completing';

const granted = '（一）予以公开 | 7 | 1 | 0 | 0 | 0 | 0 | 8';

describe('completion in the lines of a table', () => {
  const heads: readonly (readonly [why: string, source: string, line: string])[] = [
    ['behind a label over five columns', upTo('行政复议 |', '行政复议\t‸'), '行政复议\t\t\t\t\t行政诉讼'],
    [
      'whose first cells are empty',
      upTo(
        '行政复议 |',
        '行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t‸',
      ),
      '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉',
    ],
    [
      'with a cell to skip',
      upTo('申请人情况 |', '\t申请人情况\n\t自然人\t法人或其他组织\t‸'),
      '\t自然人\t法人或其他组织\t\t\t\t\t总计',
    ],
    [
      'begun otherwise than the form has it',
      upTo('行政复议 |', '类别\t行政复议\t‸'),
      '类别\t行政复议\t行政诉讼',
    ],
  ];
  for (const [why, source, line] of heads)
    it(`sets a label of a head into its column: ${why}`, () => {
      const { text, offers } = offered(source);
      const label = line.slice(line.lastIndexOf('\t') + 1);
      const offer = offers.find((each) => each.label === label) ?? assert.fail(String(labels(source)));
      assert.equal(applied(text, offer).split('\n').at(-1), line);
    });

  const lacking: readonly (readonly [why: string, row: string, after: string])[] = [
    ['with a pipe', granted.replace(/ \| 8$/u, '‸'), granted],
    ['with a tab', granted.replaceAll(' | ', '\t').replace(/\t8$/u, '‸'), granted.replaceAll(' | ', '\t')],
  ];
  for (const [why, row, after] of lacking)
    it(`offers the figure that is lacking behind the last one, set off ${why}`, () => {
      const { text, offers } = offered(replaced(granted, row));
      const [offer, ...others] = offers;
      assert.ok(offer && others.length === 0, String(offers.map(({ label }) => label)));
      assert.ok(applied(text, offer).includes(`${after}\n`));
    });

  it('offers no figure behind a row that is whole, or in a line that goes on', () => {
    assert.deepEqual(labels(replaced(granted, `${granted}‸`)), []);
    assert.deepEqual(labels(replaced(granted, granted.replace(/0 \| 8$/u, '0‸ | 8'))), []);
  });
});

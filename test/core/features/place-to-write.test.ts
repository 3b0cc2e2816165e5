import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { placeToWrite } from '../../../server/features/mending/place-to-write';
import { report } from '../../protocol/support/report';

const whole = report().text;
const title = '示范县林业局2023年政府信息公开工作年度报告';
const upTo = (words: string): string => whole.slice(0, whole.indexOf(words));

/** The text after the fix, with a mark before the place to write and behind it. */
function fixed(text: string): string {
  const analysis = analyze(text, { writing: 'changed', title });
  const [repair] = analysis.findings.find(({ rule }) => rule === 'unfinished-draft')?.repairs ?? [];
  assert.ok(repair, 'the draft has a fix');
  const place = placeToWrite(analysis, repair.edits);
  assert.ok(place);
  const { start, end } = place.span;
  return `${place.text.slice(0, start)}⟦${place.text.slice(start, end)}⟧${place.text.slice(end)}`;
}

const drafts: readonly (readonly [draft: string, text: string, expected: RegExp])[] = [
  ['nothing at all', '', /一、总体情况\n⟦⟧\n/u],
  ['a title', `${title}\n`, /一、总体情况\n⟦⟧\n/u],
  ['the first heading', `${title}\n一、总体情况\n`, /一、总体情况⟦⟧\n/u],
  ['the first part', upTo('二、主动公开'), /规章\t⟦0⟧\t0\t0\n/u],
  ['the first part and the heading of the second', upTo('第二十条第（一）项'), /规章\t⟦0⟧\t0\t0\n/u],
  ['two parts', upTo('三、收到和处理'), /一、本年新收政府信息公开申请数量 \| ⟦0⟧ \|/u],
  ['all tables', upTo('五、存在的主要问题'), /五、存在的主要问题及改进情况⟦⟧\n六、/u],
  ['Markdown', `# ${title}\n\n## 一、总体情况\n\n本年度新收政府信息公开申请0件。\n`, /\| ⟦0⟧ \| 0 \| 0 \|/u],
];

describe('where writing goes on once a draft was given what it lacks', () => {
  for (const [draft, text, expected] of drafts) {
    it(`is the first place that is not written yet: ${draft}`, () => assert.match(fixed(text), expected));
  }

  it('is where it was in a document with Windows line ends', () => {
    assert.match(fixed(`${title}\r\n`), /一、总体情况\r\n⟦⟧\r\n/u);
  });
});

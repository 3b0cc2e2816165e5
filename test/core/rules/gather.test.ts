import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { applyEdits } from '../../../server/report/finding';
import { reportOf } from '../claims/facts';

const ofRule = (text: string, wanted: string) => analyze(text).findings.filter(({ rule }) => rule === wanted);

describe('what a rule finds in the same words over and over', () => {
  const cases: readonly (readonly [rule: string, piece: string])[] = [
    ['template-residue', '由XX局办理。\n'],
    ['claim-mismatch', '全年收到政府信息公开申请12345件。\n'],
    ['claim-mismatch', '本年度收到政府信息公开申请7件；\n'],
  ];
  for (const [rule, piece] of cases) {
    it(`is told at every place as long as these can be looked through: ${piece.trim()}`, () => {
      const found = ofRule(reportOf('small', piece.repeat(50)), rule);
      assert.equal(found.length, 50);
      assert.ok(found.every(({ message }) => !message.includes('等 ')));
    });

    it(`is told once where there are more, with how many: ${piece.trim()}`, () => {
      const text = reportOf('small', piece.repeat(51));
      const [finding, ...others] = ofRule(text, rule);
      assert.deepEqual(others, []);
      assert.match(finding?.message ?? '', /（等 51 处）$/u);
      const one = ofRule(reportOf('small', piece), rule)[0];
      assert.equal(finding?.span.start, one?.span.start);
      assert.equal(finding?.severity, one?.severity);
      assert.ok((finding?.related.length ?? 0) > (one?.related.length ?? 0));
    });
  }

  it('is mended at all places by one repair where each has just one', () => {
    const text = reportOf('small', '办理情况（请在此处填写）良好。\n'.repeat(60));
    const [finding] = ofRule(text, 'template-residue');
    const [repair, ...others] = finding?.repairs ?? [];
    assert.deepEqual(others, []);
    assert.equal(repair?.edits.length, 60);
    assert.deepEqual(ofRule(applyEdits(text, repair.edits), 'template-residue'), []);
  });
});

import assert from 'node:assert/strict';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { runRules } from '../../../server/rules/check';
import rule from '../../../server/rules/narrative/zeros-beside-cases';
import { reportWith } from '../claims/facts';

const zeros = edition2021.cells.map(() => 0);

/** What is found beside tables of these figures, of the words that the finding leads to. */
function foundIn(overview: string, figures: readonly number[] = zeros): string[] {
  const text = reportWith({ agency: '示例县水务局', year: 2023, figures }, overview);
  return runRules([rule], { report: parseReport(text), text }, {}).flatMap(({ related }) =>
    related.map(({ span }) => text.slice(span.start, span.end)),
  );
}

describe('zeros-beside-cases', () => {
  const part = (words: string): string =>
    `（一）主动公开。公开信息120条。\n（二）依申请公开。${words}\n（三）监督保障。组织培训。`;

  for (const [overview, words] of [
    ['因信息公开被申请行政复议，复议机关维持。', '因信息公开被申请行政复议，复议机关维持'],
    ['2023年因政府信息公开被提起行政诉讼，法院驳回。', '因政府信息公开被提起行政诉讼，法院驳回'],
    [part('依法答复了一件关于征地补偿的申请。'), '答复了一件关于征地补偿的申请'],
  ] as const) {
    it(`finds ${overview}`, () => {
      assert.deepEqual(foundIn(overview), [words]);
    });
  }

  for (const overview of [
    '没有因信息公开被申请行政复议，复议机关维持的情形。',
    '2022年因信息公开被申请行政复议，复议机关维持。',
    '去年因政府信息公开被提起行政诉讼，法院驳回。',
    '因征地补偿被申请行政复议，复议机关维持。',
    '公民对答复不服，可以就信息公开申请行政复议，复议机关维持的，可以起诉。',
    '依法答复了一件关于建房的申请。',
    part('未收到一件关于征地补偿的申请。'),
    part('办理上级转办的一件关于征地补偿的申请。'),
    part('收到关于建房许可的一件申请。'),
    part('公民可以提出申请。'),
  ]) {
    it(`has nothing to say of ${overview}`, () => assert.deepEqual(foundIn(overview), []));
  }

  it('has nothing to say where the table tells of a case', () => {
    const figures = zeros.with(cellAt(edition2021, 'disputes.reconsideration.upheld'), 1);
    assert.deepEqual(foundIn('因信息公开被申请行政复议，复议机关维持。', figures), []);
  });
});

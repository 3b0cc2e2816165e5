import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { hints } from '../../../server/features/showing/hints';
import { report } from '../../protocol/support/report';

/** A report with a total and a row of zeros lost, and a figure that two sums speak against. */
const text = report({ figures: { 'applications.results.total.commercialEnterprise': '0' } })
  .text.replace(/^(.*本年新收.*) \| 11$/mu, '$1')
  .replace(/^.*重复申请.*\n/mu, '');
const analysis = analyze(text);
const findingOf = (rule: string) => analysis.findings.find((each) => each.rule === rule) ?? assert.fail(rule);
const said = hints(analysis);

describe('where several things are wrong at once', () => {
  it('a figure that is blamed has its hint where the finding stands, and the sums that it breaks have none against it', () => {
    const { span, repairs } = findingOf('row-total');
    assert.deepEqual(
      repairs.map(({ confidence }) => confidence),
      ['possible'],
    );
    assert.equal(said.find(({ offset }) => offset === span.end)?.text, '疑似应为 1');
    assert.deepEqual(
      said.filter(({ text: told }) => /差/u.test(told)),
      [],
    );
  });

  it('a value that is known is told where it is missed', () => {
    assert.match(findingOf('missing-cell').message, /「总计」列的数字，由合计推出可能是 11$/u);
    assert.ok(said.some(({ text: told }) => told === '应补 11'));
  });
});

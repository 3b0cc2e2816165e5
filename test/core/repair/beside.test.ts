import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { analyze } from '../../../server/analysis';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { tableOf } from '../../../server/form/form';
import { applyEdits } from '../../../server/report/finding';
import { balancedFacts } from '../support/facts';
import { written } from '../support/written';
import { sumFindings } from './spoilt';

const line = tableOf(form, 'disputes').rows.flatMap(({ firstCell, columns }) =>
  columns.map((_, column) => firstCell + column),
);

/** A report whose figures of 表四 are these, in the order in which they are printed. */
function reportWith(disputes: readonly number[]): string {
  const figures: Figures = balancedFacts(2, 60);
  for (const [place, cell] of line.entries()) figures[cell] = disputes[place] ?? 0;
  return written('tsv', { seed: 2, size: 60, figures });
}

const right = [3, 1, 4, 2, 10, 4, 2, 1, 1, 8, 2, 2, 0, 1, 5];

describe('disputes, whose kinds are printed on one line', () => {
  it('are one finding where a 0 slipped in before them', () => {
    const wrong = reportWith([0, ...right.slice(0, -1)]);
    const [finding, ...others] = sumFindings(analyze(wrong).findings);
    assert.deepEqual(others, []);
    assert.match(
      finding?.message ?? '',
      /^从「行政复议」行「结果维持」列到「复议后起诉」行「总计」列疑似错后一列：移回后 3 处勾稽关系同时成立$/,
    );
    assert.deepEqual(
      finding?.repairs.map(({ confidence }) => confidence),
      ['possible'],
    );
    assert.equal(applyEdits(wrong, finding?.repairs[0]?.edits ?? []), reportWith(right));
  });

  it('leave the word to the totals where a figure was lost anywhere in a row', () => {
    const found = sumFindings(analyze(reportWith([...right.slice(1), 0])).findings);
    assert.equal(found.length, 3);
    assert.match(found[0]?.message ?? '', /\d 种改法同样可能，不能断定是哪一格$/);
  });

  it('are told of one by one where each is wrong for itself', () => {
    const wrong = reportWith([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const found = sumFindings(analyze(wrong).findings);
    assert.deepEqual(
      found.map(({ repairs }) => repairs[0]?.edits.map(({ cell, to }) => [cell, to])),
      [[['disputes.reconsideration.total', 1]], [['disputes.litigation.direct.total', 1]]],
    );
  });
});

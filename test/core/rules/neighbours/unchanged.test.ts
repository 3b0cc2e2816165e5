import assert from 'node:assert/strict';
import { edition2021 } from '../../../../server/form/edition-2021';
import { at, found, pairOf, said } from '../../support/checking';
import { balancedFacts } from '../../support/facts';
import { layouts } from '../../support/layouts';
import { filed, problemsOf, tell } from '../../support/neighbours';

const form = edition2021;

describe('what stays as it was', function () {
  this.timeout(30_000);

  const tables = ['proactiveDisclosure', 'applications', 'disputes'] as const;
  for (const table of tables) {
    it(`${table} is found where it is last year’s, in every layout, and not where a figure differs`, () => {
      for (const [index, { id: layout }] of layouts.entries()) {
        const pair = pairOf(index + 5, 5000);
        const before = pair.before
          .with(at('proactiveDisclosure.administrativeLicenses'), 318)
          .with(at('proactiveDisclosure.administrativePenalties'), 27 + index);
        const copied = pair.now.map((value, cell) =>
          form.cells[cell]?.table === table ? (before[cell] ?? 0) : value,
        );
        const neighbours = { lastYear: filed(pair.last(before)) };
        const [finding, ...others] = found(pair.own(copied, layout), neighbours, 'stale-table');
        assert.deepEqual(others, []);
        assert.equal(finding?.severity, 'warning', layout);
        const last = form.cells.findLastIndex((cell) => cell.table === table);
        const other = copied.with(last, (copied[last] ?? 0) + 1);
        assert.deepEqual(found(pair.own(other, layout), neighbours, 'stale-table'), []);
      }
    });
  }

  it('disputes that are the same in five figures are asked about, though all are small', () => {
    const ends = ['reconsideration.upheld', 'reconsideration.corrected', 'reconsideration.other'];
    const ways = ['litigation.direct.upheld', 'litigation.afterReconsideration.upheld'];
    const of = (paths: readonly string[]): number[] => {
      const facts = form.cells.map(() => 0);
      for (const [index, path] of paths.entries()) facts[at(`disputes.${path}`)] = 1 + (index % 3);
      return facts;
    };
    const said = (paths: readonly string[]): number => {
      const neighbours = { lastYear: filed(tell({ seed: 1, size: 0, year: 2022, figures: of(paths) })) };
      return found(tell({ seed: 1, size: 0, year: 2023, figures: of(paths) }), neighbours, 'stale-table')
        .length;
    };
    assert.equal(said([...ends, ...ways]), 1);
    assert.equal(said(ends), 0);
  });

  it('tables of zeros and of few small figures may be the same', () => {
    const one = (count: number): number[] => {
      const facts = form.cells.map(() => 0);
      for (const row of ['received', 'results.granted', 'results.total'])
        for (const column of ['naturalPerson', 'total']) facts[at(`applications.${row}.${column}`)] = count;
      facts[at('proactiveDisclosure.normativeDocuments.inForce')] = 12345;
      return facts;
    };
    for (const count of [0, 1, 12, 300]) {
      const last = tell({ seed: 1, size: 0, year: 2022, figures: one(count) });
      const own = tell({ seed: 1, size: 0, year: 2023, figures: one(count) });
      assert.deepEqual(said(found(own, { lastYear: filed(last) })), []);
    }
  });

  it('section five is found where it is last year’s but for years, figures and a word', () => {
    for (const [index, { id: layout }] of layouts.entries()) {
      const figures = balancedFacts(index, 0);
      const problems = problemsOf(index);
      const edited = problems.map((line) => line.replace('已经安排', '已安排').replaceAll(/\d/gu, '7'));
      const neighbours = { lastYear: filed(tell({ seed: index, size: 0, year: 2022, figures, problems })) };
      const own = (lines: readonly string[]): string =>
        tell({ seed: index, size: 0, year: 2023, figures, problems: lines, layout });
      for (const lines of [problems, edited, edited.toReversed()])
        assert.equal(found(own(lines), neighbours, 'copied-text').length, 1, layout);
      assert.deepEqual(found(own(problemsOf(index + 2)), neighbours, 'copied-text'), [], layout);
      assert.deepEqual(found(own(['无。']), neighbours, 'copied-text'), []);
    }
  });

  it('short sentences may be the same', () => {
    const problems = ['没有发现突出的问题，继续做好各项工作，提高公开的质量和水平。'];
    const figures = form.cells.map(() => 0);
    const [last, own] = [2022, 2023].map((year) => tell({ seed: 1, size: 0, year, figures, problems }));
    assert.deepEqual(found(own ?? '', { lastYear: filed(last ?? '') }), []);
  });
});

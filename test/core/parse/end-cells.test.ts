import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { expectationOf, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const separated = ['tsv', 'pipes', 'gfm', 'csv', 'html', 'html-word'].map(layoutCalled);

/** The figures of 表四, and the rows of its first and last cell. */
const ends = [
  { id: 'disputes.reconsideration', at: 0, name: 'first' },
  { id: 'disputes.litigation.afterReconsideration', at: -1, name: 'last' },
] as const;

/** A sheet with `content` in some of the ends of 表四. */
const withEnds = (sheet: Sheet, wanted: readonly (typeof ends)[number][], content: string): Sheet =>
  mapRows(sheet, (row) => {
    const end = wanted.find(({ id }) => id === row.id);
    return end ? { ...row, cells: row.cells.with(end.at, content) } : row;
  });

describe('the first and the last cell of a table whose rows have no labels', function () {
  this.timeout(30_000);

  const choices = [[ends[0]], [ends[1]], ends] as const;
  for (const content of ['', '若干', 'N/A', '待核实', '见上']) {
    for (const wanted of choices) {
      it(`leave all others as they are: ${wanted.map(({ name }) => name).join(' and ')} is “${content}”`, () => {
        for (const layout of separated) {
          for (const [seed, size] of [5, 20, 60].entries()) {
            const sheet = withEnds(sheetOf(seed, size), wanted, content);
            const text = layout.render(sheet);
            const { report, findings } = analyze(text);
            const name = `${layout.id} ${seed}`;
            assert.deepEqual(wrongCells(report, expectationOf(sheet, layout)), [], name);
            const told = findings.filter(({ rule }) => rule === 'not-a-count');
            assert.equal(told.length, content === '' ? 0 : wanted.length, name);
          }
        }
      });
    }
  }
});

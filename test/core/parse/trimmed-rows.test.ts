import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { valueOf } from '../../../server/report/report';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { mapRows, sheetOf } from '../support/layouts/sheet';
import { withZeros, zeroHabits } from '../support/zeros';

const layouts = ['tsv', 'tsv-tight', 'pipes', 'pipes-open', 'pipes-inner', 'gfm', 'csv', 'csv-sheet'].map(
  layoutCalled,
);

/** What editors and writers leave out at the ends of rows: what follows the last figure, or the label where there is none. */
const trimmed = (text: string): string => text.replace(/(?<=[^\s|,]) *[\t|, ]+$/gmu, '');

const emptied = 'proactiveDisclosure.administrativePenalties';

describe('rows whose empty cells at the end were trimmed', function () {
  this.timeout(30_000);

  for (const layout of layouts) {
    it(`give no figure to another cell, and one finding a table in ${layout.id}`, () => {
      for (const [seed, size] of [5, 20, 60, 5000].entries()) {
        for (const habit of zeroHabits) {
          const sheet = withZeros(sheetOf(seed, size), habit, '', seed);
          const text = trimmed(layout.render(sheet));
          const { report, findings } = analyze(text);
          // Which of several empty cells a 0 stands beside makes no difference to what is exported.
          const wrong = misread(report, wrongCells(report, expectationOf(sheet, layout))).filter(
            (index) => valueOf(report.cells[index]) !== 0,
          );
          const name = `${seed} ${habit}`;
          assert.deepEqual(
            wrong.map((index) => report.form.cells[index]?.path),
            [],
            name,
          );
          const told = findings.filter(({ rule }) => /-cell|-table/u.test(rule)).map(({ rule }) => rule);
          assert.deepEqual(
            told.filter((rule) => rule !== 'blank-cell' && rule !== 'unread-table'),
            [],
            name,
          );
          assert.ok(told.length <= 3, name);
        }
      }
    });
  }

  it('leave the same cells empty, and are told of in the same words, as rows that show them', () => {
    for (const layout of [...layouts, layoutCalled('cells-plain'), layoutCalled('html-word')]) {
      const sheet = sheetOf(2, 20);
      const without = (cells: readonly (string | undefined)[]) => ({
        ...mapRows(sheet, (row) => (row.id === emptied ? { ...row, cells } : row)),
      });
      for (const cells of [[''], [undefined]]) {
        const found = analyze(layout.render(without(cells))).findings.filter(({ rule }) =>
          /-cell/u.test(rule),
        );
        assert.deepEqual(
          found.map(({ rule, cells: paths }) => [rule, ...paths]),
          [['blank-cell', emptied]],
          layout.id,
        );
      }
    }
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { differences, expectationOf } from '../support/expectation';
import { layouts } from '../support/layouts';
import { htmlLayouts } from '../support/layouts/html';
import { htmlFormLayouts } from '../support/layouts/html-forms';
import { pdfPageLayouts } from '../support/layouts/pdf-page';
import { type HeadStyle, type Sheet, sheetOf } from '../support/layouts/sheet';
import { untouched, withZeros, zeroHabits } from '../support/zeros';

const pages = [...htmlLayouts, ...htmlFormLayouts];
const sizes = [0, 5, 20, 60, 5000] as const;
const heads: readonly HeadStyle[] = ['plain', 'broken', 'spaced', 'fragments', 'lost', 'vertical'];

/** The same facts over and over, in forms of all shapes. */
const sheets: readonly Sheet[] = Array.from({ length: 10 }, (_, seed) => ({
  ...sheetOf(seed, sizes[seed % sizes.length] ?? 0, seed % 5 === 4 ? '2019' : '2021'),
  disputes: seed % 4 === 3 ? 'blocks' : 'row',
  head: heads[seed % heads.length] ?? 'plain',
}));

describe('forms with cells that have no figure', function () {
  this.timeout(30_000);

  for (const layout of pages) {
    it(`every figure is in its cell in ${layout.id}`, () => {
      for (const sign of ['', '/']) {
        for (const [seed, sheet] of sheets.entries()) {
          for (const habit of zeroHabits) {
            const filled = withZeros(sheet, habit, sign, seed);
            const read = parseReport(layout.render(filled));
            assert.deepEqual(
              differences(read, expectationOf(filled, layout)),
              [],
              `${seed} ${habit} ${sign}`,
            );
          }
        }
      }
    });

    it(`an untouched form is all empty cells and no error in ${layout.id}`, () => {
      for (const disputes of ['row', 'blocks'] as const) {
        const sheet = untouched({ ...sheetOf(3, 5), disputes });
        const { report, findings } = analyze(layout.render(sheet));
        assert.deepEqual(new Set(report.cells.map(({ kind }) => kind)), new Set(['blank']));
        assert.deepEqual(
          findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
          [],
        );
      }
    });
  }

  it('an untouched form is all empty cells wherever its labels stand, told once for each table', () => {
    for (const layout of [...layouts, ...pdfPageLayouts]) {
      // Where all stands in one line there are no tables to be seen.
      if (layout.id === 'table-line') continue;
      const { report, findings } = analyze(layout.render(untouched(sheetOf(3, 5))));
      assert.deepEqual(new Set(report.cells.map(({ kind }) => kind)), new Set(['blank']), layout.id);
      const told = findings
        .filter(({ rule }) => /^(?:blank|missing|unread)-/u.test(rule))
        .map(({ rule }) => rule);
      assert.deepEqual(told, ['blank-cell', 'blank-cell', 'blank-cell'], layout.id);
    }
  });
});

import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { asKnown } from '../../../server/report/unread';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

/** The report with the figure of a cell broken behind its first digit, where the cell has more. */
function torn(sheet: Sheet, layout: ReturnType<typeof layoutCalled>, row: string, column: number): string {
  const printed = mapRows(sheet, (each) =>
    each.id === row
      ? { ...each, cells: each.cells.map((cell, at) => (at === column ? cell?.replace(/^\d/, '$&~') : cell)) }
      : each,
  );
  return layout.render(printed).replace('~', '\n');
}

const sheet = sheetOf(2, 400);
const longCell = (cells: readonly (string | undefined)[]): number =>
  cells.findIndex((cell) => /^\d{2,}$/u.test(cell ?? ''));

describe('a figure with a line end in it', () => {
  for (const layout of ['tsv', 'pipes', 'pipes-inner', 'spaces', 'cells-plain', 'tsv-tight'].map(
    layoutCalled,
  )) {
    it(`is read whole where the sum of its row tells: ${layout.id}`, () => {
      for (const { id, cells } of sheet.rows.applications.filter((row) => longCell(row.cells) >= 0)) {
        const { report } = analyze(torn(sheet, layout, id, longCell(cells)));
        assert.deepEqual(wrongCells(report, expectationOf(sheet, layout)), [], id);
      }
    });
  }

  for (const layout of ['tsv', 'pipes', 'spaces'].map(layoutCalled)) {
    it(`leaves its cell open, and is no error, where nothing tells: ${layout.id}`, () => {
      const row = sheet.rows.proactiveDisclosure.find(
        ({ cells }) => cells.length === 1 && longCell(cells) === 0,
      );
      assert.ok(row);
      const { report, findings } = analyze(torn(sheet, layout, row.id, 0));
      const known = asKnown(report);
      assert.deepEqual(misread(known, wrongCells(known, expectationOf(sheet, layout))), []);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error'),
        [],
      );
      assert.ok(findings.some(({ rule }) => rule === 'unplaced-number'));
    });
  }
});

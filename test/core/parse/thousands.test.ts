import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { layoutCalled } from '../support/layouts';
import { mapRows, sheetOf } from '../support/layouts/sheet';

/** The first cell of 表三, and whether it is said to be no count, where it and the total of its row are printed so. */
function first(
  layout: string,
  own: string,
  total: string,
): readonly [cell: number | string | undefined, told: boolean] {
  const sheet = mapRows(sheetOf(4, 20), (row) =>
    row.id === 'applications.received' ? { ...row, cells: [own, '0', '0', '0', '0', '0', total] } : row,
  );
  const { report, findings } = analyze(layoutCalled(layout).render(sheet));
  const cell = report.cells[10];
  return [
    cell?.kind === 'count' ? cell.value : cell?.kind,
    findings.some(({ rule, span }) => rule === 'not-a-count' && span.start === cell?.span.start),
  ];
}

describe('a blank between digits in a cell', () => {
  for (const layout of ['html', 'cells-pipe', 'tsv']) {
    it(`parts thousands where the sums say so: ${layout}`, () => {
      assert.deepEqual(first(layout, '103 104', '103104'), [103104, false]);
      assert.deepEqual(first(layout, '1 272', '1 272'), [1272, false]);
    });

    it(`is told where it may as well part two counts: ${layout}`, () => {
      assert.deepEqual(first(layout, '103 103', '103'), ['text', true]);
      assert.deepEqual(first(layout, '12 104', '116'), ['text', true]);
    });
  }
});

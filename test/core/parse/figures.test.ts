import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EditionId } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { differences, expectationOf } from '../support/expectation';
import { layoutCalled, layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const editions: readonly EditionId[] = ['2021', '2019'];
const shapes: readonly Sheet['disputes'][] = ['row', 'blocks'];

describe('figures', function () {
  this.timeout(30_000);

  // Figures that need not balance: a reader must not mend what is printed.
  it('reads any figures as they are printed', () => {
    const count = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(99), fc.nat(999_999));
    const rows = layouts.filter(({ id }) => !id.startsWith('pdf')).map(({ id }) => id);
    const place = fc.record({
      id: fc.constantFrom(...rows),
      edition: fc.constantFrom(...editions),
      disputes: fc.constantFrom(...shapes),
    });
    fc.assert(
      fc.property(place, fc.array(count, { minLength: 203, maxLength: 203 }), ({ id, ...kind }, figures) => {
        const layout = layoutCalled(id);
        const queue = [...figures];
        const sheet = mapRows({ ...sheetOf(1, 0, kind.edition), disputes: kind.disputes }, (row) => ({
          ...row,
          cells: row.cells.map(() => String(queue.pop() ?? 0)),
        }));
        const found = differences(parseReport(layout.render(sheet)), expectationOf(sheet, layout));
        assert.deepEqual(found, []);
      }),
      { seed: 20240131, numRuns: 200 },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignedDraft } from '../../server/parse/cells/read-table';
import { parseFigures } from '../../server/parse/parse';
import { fitting } from '../core/support/fitting';
import { layouts } from '../core/support/layouts';
import { sheetOf } from '../core/support/layouts/sheet';
import { runsOf, timeout } from './runs';
import { anyTexts, damagedReports } from './texts';

/** How a text is read where every table is aligned, whether it fits the form or not. */
const aligned = (text: string) => parseFigures(text, alignedDraft);

describe('tables that fit the form exactly', function () {
  this.timeout(timeout);

  it('are read as their alignment reads them, cell for cell, in all layouts with all damage', () =>
    fc.assert(
      fc.property(fc.oneof(damagedReports, anyTexts), (text) =>
        assert.deepEqual(parseFigures(text), aligned(text)),
      ),
      runsOf(400),
    ));

  it('are most of those that nothing happened to', () => {
    const found = layouts.map((layout, seed) => fitting(layout.render(sheetOf(seed, 30))));
    const [exact, all] = [found.map((each) => each.exact), found.map((each) => each.all)].map((counts) =>
      counts.reduce((sum, count) => sum + count, 0),
    );
    assert.ok((exact ?? 0) > 0.6 * (all ?? 0), `${exact} of ${all}`);
  });
});

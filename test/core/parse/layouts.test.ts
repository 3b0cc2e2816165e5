import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import type { EditionId } from '../../../server/form/form';
import { parseReport } from '../../../server/parse/parse';
import { differences, expectationOf } from '../support/expectation';
import { layoutCalled, layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const editions: readonly EditionId[] = ['2021', '2019'];
const shapes: readonly Sheet['disputes'][] = ['row', 'blocks'];

describe('one reading for all layouts', function () {
  // Much is read here; the machine may be busy with other things.
  this.timeout(30_000);

  for (const layout of layouts) {
    it(`reads what is written down as ${layout.id}`, () => {
      for (const edition of editions) {
        for (const disputes of shapes) {
          for (const [seed, size] of [
            [1, 0],
            [2, 5],
            [4, 5000],
          ] as const) {
            const sheet = { ...sheetOf(seed, size, edition), disputes };
            const text = layout.render(sheet);
            assert.deepEqual(differences(parseReport(text), expectationOf(sheet, layout)), []);
          }
        }
      }
    });
  }

  it('reads the first of two reports in one text, whole', () => {
    for (const [index, layout] of layouts.entries()) {
      const [first, second] = [sheetOf(index, 40), sheetOf(index + 1, 60)];
      const report = parseReport(`${layout.render(first)}\n\n${layout.render(second)}`);
      assert.deepEqual(differences(report, expectationOf(first, layout)), [], layout.id);
    }
  });

  it('reads one of two years that stand side by side, and leaves the other out', () => {
    for (const id of ['html', 'html-word', 'aligned']) {
      for (const seed of [1, 3, 6]) {
        const layout = layoutCalled(id);
        const own = { ...sheetOf(seed, 60), disputes: 'row' } as const;
        const other = Object.values(sheetOf(seed + 7, 60).rows).flat();
        const both = mapRows(own, (row) => ({
          ...row,
          cells: [...row.cells, ...(other.find((each) => each.id === row.id)?.cells ?? [])],
        }));
        const report = parseReport(layout.render(both));
        const read = report.cells.filter(({ kind }) => kind === 'count').length;
        const { cells } = expectationOf(own, layout);
        const wrong = report.cells.filter((cell, at) => cell.kind === 'count' && cell.value !== cells[at]);
        assert.deepEqual(wrong, [], id);
        assert.ok(read >= cells.length - 15, `${id}: ${read}`);
        const left = report.tables.find((table) => table.id === 'applications')?.unplaced;
        assert.equal(left?.length, 175);
      }
    }
  });

  it('finds nothing wrong with a flawless report in any of them', () => {
    for (const layout of layouts) {
      const { findings } = analyze(layout.render(sheetOf(5, 40)));
      assert.deepEqual(
        findings.map(({ message }) => `${layout.id}: ${message}`),
        [],
      );
    }
  });
});

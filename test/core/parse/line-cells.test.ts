import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { withZeros } from '../support/zeros';

const stacked = ['cells-plain', 'cells-spaced'].map(layoutCalled);

/** Rows, and in which of their cells nothing is printed. */
type Blanks = Readonly<Record<string, readonly number[]>>;

const withContent = (sheet: Sheet, places: Blanks, content: string): Sheet =>
  mapRows(sheet, (row) => ({
    ...row,
    cells: row.cells.map((cell, at) => (places[row.id]?.includes(at) ? content : cell)),
  }));

const blanks: Readonly<Record<string, Blanks>> = {
  'the first cell of a row': { 'applications.received': [0] },
  'one in the middle': { 'applications.results.granted': [3] },
  'a total': { 'applications.results.total': [6] },
  'several of some rows': { 'applications.received': [2, 3], 'applications.results.granted': [0, 5] },
  'one of a row without a total': { 'proactiveDisclosure.normativeDocuments': [1] },
  'the last of a row without a total': { 'proactiveDisclosure.normativeDocuments': [2] },
  'totals of 表四': { 'disputes.reconsideration': [4], 'disputes.litigation.direct': [2] },
};

/** The cells that are read otherwise than they are printed. */
function wrongIn(sheet: Sheet, layout: (typeof stacked)[number], text: string): number[] {
  const report = parseReport(text);
  return misread(report, wrongCells(report, expectationOf(sheet, layout)));
}

describe('an empty line in the place of a figure, one a line', function () {
  this.timeout(60_000);

  for (const [name, places] of Object.entries(blanks)) {
    it(`is an empty cell: ${name}`, () => {
      for (const layout of stacked) {
        // With no figure but zeros no sum tells where the empty cell is.
        for (const [seed, size] of [0, 5, 60].entries()) {
          const sheet = withContent(sheetOf(seed, size), places, '');
          const { report } = analyze(layout.render(sheet));
          const empty = Object.entries(places).flatMap(([id, cells]) => {
            const row = report.form.tables.flatMap(({ rows }) => rows).find((each) => each.id === id);
            return cells.map((at) => (row?.firstCell ?? 0) + at);
          });
          const found = report.cells.flatMap(({ kind }, index) => (kind === 'count' ? [] : [index]));
          assert.deepEqual(
            found,
            empty.toSorted((a, b) => a - b),
            `${layout.id} ${size}`,
          );
          assert.deepEqual(wrongIn(sheet, layout, layout.render(sheet)), [], `${layout.id} ${size}`);
        }
      }
    });
  }

  it('is one in a report that leaves all zeros empty', () => {
    for (const layout of stacked) {
      for (const seed of [1, 2, 3]) {
        const sheet = withZeros(sheetOf(seed, 60), 'but totals', '', seed);
        assert.deepEqual(wrongIn(sheet, layout, layout.render(sheet)), [], `${layout.id} ${seed}`);
      }
    }
  });

  it('says nothing where whole rows have empty lines between their figures, too', () => {
    const layout = layoutCalled('cells-plain');
    const sheet = sheetOf(4, 60);
    const broken = layout.render(sheet).replaceAll(/^(\d+)\n(?=\d+\n\d+\n\p{L})/gmu, '$1\n\n');
    assert.deepEqual(wrongIn(sheet, layout, broken), []);
  });

  for (const content of ['N/A', '若干', '待核实']) {
    it(`leaves its place to a word: ${content}`, () => {
      for (const layout of stacked) {
        for (const places of Object.values(blanks).filter(
          (each) => Object.values(each).flat().length === 1,
        )) {
          const sheet = withContent(sheetOf(5, 60), places, content);
          const text = layout.render(sheet);
          const told = analyze(text).findings.filter(({ rule }) => rule === 'not-a-count');
          assert.deepEqual(wrongIn(sheet, layout, text), []);
          assert.deepEqual(
            told.map(({ span }) => text.slice(span.start, span.end)),
            [content],
          );
        }
      }
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../server/analysis';
import { again, cellsOf, contentOf } from '../support/exported';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

const saidOf = (analysis: Analysis): unknown => {
  const { title, agency, year } = analysis.report;
  return [title?.value, agency?.value, year?.value, cellsOf(analysis)];
};

const sign = fc.constantFrom(
  ...'\\*#<&~_`>[]!$'.split(''),
  '1. ',
  '- ',
  '> ',
  '# ',
  '甲',
  '乙丙',
  '&lt;',
  '**',
  '<b>',
);
const signs = fc.array(sign, { minLength: 1, maxLength: 8 }).map((all) => all.join(''));

/** A sheet whose agency, or a cell of 表三 that is no number, has the signs. */
const spoilt = (sheet: Sheet, said: string): Sheet =>
  mapRows(sheet, (row) =>
    row === sheet.rows.applications[4]
      ? { ...row, cells: row.cells.map((cell, at) => (at === 2 ? `见${said}注` : cell)) }
      : row,
  );

describe('signs of markup in a report that is exported and read again', function () {
  this.timeout(120_000);

  for (const to of ['docx', 'xlsx', 'html', 'md'] as const)
    it(`stand in its title and its cells as they were, twice: ${to}`, () => {
      fc.assert(
        fc.property(signs, signs, (inName, inCell) => {
          const sheet = spoilt(sheetOf(4, 30), inCell);
          const text = layoutCalled('tsv').render(sheet).replaceAll(sheet.agency, `临河${inName}市民政局`);
          const first = again(to, analyze(text));
          const second = again(to, first);
          assert.deepEqual(saidOf(second), saidOf(first));
          assert.deepEqual(contentOf(to, again(to, second)), contentOf(to, second));
        }),
        { numRuns: 25 },
      );
    });
});

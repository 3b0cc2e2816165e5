import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { asKnown } from '../../../server/report/unread';
import { expectationOf, misread, wrongCells } from '../support/expectation';
import { layoutCalled } from '../support/layouts';
import { type Sheet, type SheetRow, sheetOf } from '../support/layouts/sheet';

const layouts = ['cells-plain', 'tsv', 'pipes', 'gfm', 'csv', 'spaces', 'html', 'aligned', 'docx'].map(
  layoutCalled,
);

/** A sheet with one row more in a table, behind the row at `at`. */
function withRow(
  sheet: Sheet,
  table: 'proactiveDisclosure' | 'applications',
  at: number,
  label: string,
): Sheet {
  const rows = sheet.rows[table];
  const before = rows[at] as SheetRow;
  const extra = { ...before, number: '', label, cells: before.cells.map((_, column) => `${71 + column}`) };
  return {
    ...sheet,
    rows: { ...sheet.rows, [table]: [...rows.slice(0, at + 1), extra, ...rows.slice(at + 1)] },
  };
}

const added = [
  ['proactiveDisclosure', 3, '行政征收'],
  ['proactiveDisclosure', 5, '行政确认'],
  ['applications', 1, '代为受理件'],
  ['applications', 5, '撤回申请'],
] as const;

describe('a row that the form does not have', function () {
  this.timeout(30_000);

  for (const layout of layouts) {
    for (const [table, at, label] of added) {
      it(`leaves the row above its figures, and is told: ${label} in ${layout.id}`, () => {
        const sheet = sheetOf(2, 60);
        const text = layout.render(withRow(sheet, table, at, label));
        const { report, findings } = analyze(text);
        assert.deepEqual(
          wrongCells(report, expectationOf(sheet, layout)).map((index) => report.form.cells[index]?.path),
          [],
        );
        const told = findings.find(({ rule }) => rule === 'unplaced-number');
        assert.equal(told && text.slice(told.span.start, told.span.end), '71');
      });
    }

    it(`is no row that the report lacks: ${layout.id}`, () => {
      const sheet = sheetOf(2, 60);
      const rows = sheet.rows.proactiveDisclosure;
      const without = {
        ...withRow(sheet, 'proactiveDisclosure', 3, '行政征收'),
      };
      const lacking = {
        ...without,
        rows: {
          ...without.rows,
          proactiveDisclosure: without.rows.proactiveDisclosure.filter(({ label }) => label !== '行政强制'),
        },
      };
      const { report } = analyze(layout.render(lacking));
      const expected = expectationOf(
        {
          ...sheet,
          rows: {
            ...sheet.rows,
            proactiveDisclosure: rows.map((row) =>
              row.label === '行政强制' ? { ...row, lost: 'absent' as const } : row,
            ),
          },
        },
        layout,
      );
      assert.deepEqual(misread(report, wrongCells(report, expected)), []);
    });
  }
});

describe('a row of figures that has no label', () => {
  const between = [
    'cells-tab',
    'cells-pipe',
    'tsv',
    'table-line',
    'csv',
    'spaces',
    'html-word',
    'pdf-reading',
  ];
  for (const layout of [...between, 'pdf-apart', 'pdf-detached', 'pdf-cells-first'].map(layoutCalled)) {
    for (const at of [1, 7, 12, 19]) {
      it(`leaves all rows of the form their figures: behind row ${at + 1} in ${layout.id}`, () => {
        const sheet = sheetOf(2, 60);
        const { report, findings } = analyze(layout.render(withRow(sheet, 'applications', at, '')));
        const known = asKnown(report);
        assert.deepEqual(misread(known, wrongCells(known, expectationOf(sheet, layout))), []);
        assert.deepEqual(
          findings.filter(({ rule }) => rule === 'results-total' || rule === 'row-total'),
          [],
        );
        assert.ok(findings.some(({ rule }) => rule === 'unplaced-number'));
      });
    }
  }

  it('is the row of the form that has lost its label, where that has no other figures', () => {
    const layout = layoutCalled('tsv');
    const sheet = sheetOf(2, 60);
    const rows = sheet.rows.applications.map((row, at) =>
      at === 7 ? { ...row, number: '', label: '' } : row,
    );
    const text = layout.render({ ...sheet, rows: { ...sheet.rows, applications: rows } });
    assert.deepEqual(wrongCells(analyze(text).report, expectationOf(sheet, layout)), []);
  });
});

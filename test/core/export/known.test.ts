import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { tableOf } from '../../../server/form/form';
import { applyEdits } from '../../../server/report/finding';
import { tableReading } from '../../../server/report/report';
import { damageCalled } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { layoutCalled, layouts } from '../support/layouts';
import type { Layout } from '../support/layouts/page';
import { pdfPageLayouts } from '../support/layouts/pdf-page';
import { sheetOf } from '../support/layouts/sheet';
import { figuresOf } from './figures';

interface Exported {
  readonly notCounts: readonly { readonly cell: string; readonly kind: string }[];
  readonly unplaced: readonly { readonly table: string; readonly text: string }[];
}

const exportOf = (analysis: Analysis): Exported => JSON.parse(exportReport(analysis));

const valuesOf = (analysis: Analysis): [string, unknown][] => figuresOf(exportReport(analysis));

/** Holds what an export says against what the checker says of the same text. */
function holdAgainst(analysis: Analysis, where: string): void {
  const { report, findings, text } = analysis;
  const exported = exportOf(analysis);
  const figures = valuesOf(analysis);
  const { notCounts, unplaced } = exported;
  const inTable = (id: string) => figures.filter(([path, value]) => path.startsWith(id) && value !== null);
  for (const { id, name } of report.form.tables) {
    const left = unplaced.filter(({ table }) => table === id).length;
    const absent = notCounts.filter(({ cell, kind }) => kind === 'absent' && cell.startsWith(id));
    if (left > 0) assert.deepEqual(absent, [], `${where}: absent, and a figure is left over`);
    if (findings.some(({ rule, message }) => rule === 'unread-table' && message.startsWith(`${name}的文字`)))
      assert.deepEqual(inTable(id), [], `${where}: a table that could not be read`);
    // What is withdrawn is not lost.
    const before = report.form.cells.filter(
      ({ index, table }) => table === id && report.cells[index]?.kind === 'count',
    ).length;
    const read = tableReading(report, id)?.unplaced.length ?? 0;
    assert.ok(inTable(id).length + left >= before + read, `${where}: ${id} loses figures`);
  }
  for (const { rule, cells, repairs, message } of findings) {
    if (rule !== 'missing-cell' || !message.includes('分不出')) continue;
    const row = report.form.cells.find(({ path }) => path === cells[0]);
    const own = row ? (tableOf(report.form, row.table).rows[row.row]?.columns.length ?? 0) : 0;
    const first = row ? row.index - row.column : 0;
    const paths = report.form.cells.slice(first, first + own).map(({ path }) => path);
    const kept = figures.filter(([path, value]) => paths.includes(path) && value !== null);
    if (repairs.length === 0 && !message.includes('由合计推出'))
      assert.deepEqual(kept, [], `${where}: ${message}`);
    for (const { edits, title } of repairs) {
      const after = new Map(valuesOf(analyze(applyEdits(text, edits))));
      for (const [path, value] of kept) assert.equal(after.get(path), value, `${where}: ${title}, ${path}`);
    }
  }
}

const losing = [
  ...['zero-blank', 'zero-some-blank', 'zero-mixed-blank', 'ends-only', 'row-lost', 'label-lost'],
  ...['cell-lost', 'cell-lost-disclosure', 'cell-lost-disputes', 'cell-blanked-disputes'],
];

const some = (index: number): readonly Layout[] =>
  [...layouts, ...pdfPageLayouts].filter((_, at) => at % 5 === index % 5);

describe('what is exported of a report', function () {
  this.timeout(120_000);

  for (const [index, id] of losing.entries()) {
    it(`has no figure that the checker doubts, and calls nothing absent that may be printed: ${id}`, () => {
      for (const layout of some(index)) {
        const seed = index + layout.id.length;
        const made = damaged(sheetOf(seed, 60, seed % 4 ? '2021' : '2019'), layout, [damageCalled(id)], seed);
        if (made) holdAgainst(analyze(made.text), `${id} ${layout.id} ${seed}`);
      }
    });
  }

  it('says of a row that lacks a figure only what it is wherever that was', () => {
    const sheet = sheetOf(3, 5);
    const text = layoutCalled('spaces-wide').render(sheet);
    const row = /(规范性文件 +)(\d+) +(\d+) +(\d+)/u;
    assert.match(text, row);
    const analysis = analyze(text.replace(row, '$15 3'));
    const cells = ['issued', 'repealed', 'inForce'].map(
      (id) => `proactiveDisclosure.normativeDocuments.${id}`,
    );
    const exported = exportOf(analysis);
    for (const cell of cells)
      assert.equal(exported.notCounts.find((each) => each.cell === cell)?.kind, 'unread', cell);
    assert.deepEqual(
      exported.unplaced.map((each) => each.text),
      ['5', '3'],
    );
    assert.equal(analysis.coverage.read, analysis.report.form.cells.length - 3);
  });
});

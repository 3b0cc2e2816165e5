import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { parseReport } from '../../../server/parse/parse';
import { asKnown } from '../../../server/report/unread';
import { damageCalled } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { misread, wrongCells } from '../support/expectation';
import { layoutCalled, layouts } from '../support/layouts';
import { pdfPageLayouts } from '../support/layouts/pdf-page';
import { sheetOf } from '../support/layouts/sheet';

const sizes = [0, 5, 60, 5000] as const;
const seeds = [1, 2, 3] as const;
const inColumns = [...layouts, ...pdfPageLayouts].filter(({ id }) => /^(?:aligned|pdf-page)/u.test(id));

describe('columns of blanks in which zeros are left out', () => {
  for (const id of ['zero-blank', 'zero-some-blank', 'zero-mixed-blank', 'ends-only']) {
    it(`give no cell a figure that is not its own: ${id}`, () => {
      for (const layout of inColumns) {
        for (const seed of seeds) {
          const sheet = { ...sheetOf(seed, sizes[seed] ?? 0), disputes: 'row' } as const;
          const made = damaged(sheet, layout, [damageCalled(id)], seed);
          assert.ok(made);
          const known = asKnown(parseReport(made.text));
          const wrong = misread(known, wrongCells(known, made.expected));
          assert.deepEqual(
            wrong.map((index) => known.form.cells[index]?.path),
            [],
            `${layout.id} ${seed}`,
          );
        }
      }
    });
  }

  it('stand below the figures of rows that lack none, where the labels of the head have no room', () => {
    const text = layoutCalled('aligned-width').render(sheetOf(3, 5));
    const row = /(规范性文件 +)(\d+ +)(\d+)( +)(\d+)/u;
    const [, , , second = ''] = row.exec(text) ?? [];
    const left = text.replace(
      row,
      (_, label, first, digits, gap) => label + ' '.repeat(first.length) + digits + gap,
    );
    const { report } = analyze(left);
    const cells = report.form.cells.filter(({ path }) =>
      path.startsWith('proactiveDisclosure.normativeDocuments'),
    );
    const read = cells.map(({ index }) => asKnown(report).cells[index]);
    assert.ok(second !== '' && read.length === 3);
    assert.ok(read[0]?.kind !== 'count' && read[2]?.kind !== 'count');
  });
});

describe('a table of zeros and marks whose figures stand one below the other behind all labels', () => {
  const made = damaged(sheetOf(4, 0), layoutCalled('pdf-columns'), [damageCalled('zero-mixed')], 4);
  const { report, findings } = analyze(made?.text ?? '');

  it('is not read, as the order of its cells makes a difference that no sum tells', () => {
    const { cells } = asKnown(report);
    const own = report.form.cells.filter(({ table }) => table === 'applications');
    assert.deepEqual([...new Set(own.map(({ index }) => cells[index]?.kind))], ['unread']);
  });

  it('is told of once', () => {
    const told = findings.filter(
      ({ rule, message }) => rule === 'unread-table' && message.startsWith('表三'),
    );
    assert.equal(told.length, 1);
  });

  it('is read where it makes none', () => {
    const plain = damaged(sheetOf(4, 0), layoutCalled('pdf-columns'), [], 4);
    assert.deepEqual(plain && wrongCells(parseReport(plain.text), plain.expected), []);
  });
});

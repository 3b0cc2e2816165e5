import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { tableOf } from '../../../server/form/form';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { layouts } from '../support/layouts';
import { mapSections, type Sheet, type SheetRow, sheetOf } from '../support/layouts/sheet';

const plain = sheetOf(279, 90);
const { rows } = tableOf(plain.form, 'applications');
type Cells = SheetRow['cells'];

const cellsOf = (id: string): Cells =>
  plain.rows.applications.find((row) => row.id === `applications.${id}`)?.cells ?? [];

const total = (id: string): string => cellsOf(id).at(-1) ?? '';

/** What the overview says of 表三, by its own figures unless `change` makes them others. */
const told = (change: (sentence: string) => string = (sentence) => sentence): Sheet =>
  mapSections(plain, (section) =>
    section.id === 'overview'
      ? {
          ...section,
          paragraphs: [
            change(
              `本年新收政府信息公开申请${total('received')}件，其中自然人申请${cellsOf('received')[0]}件、商业企业${cellsOf('received')[1]}件，上年结转${total('carriedOver')}件。共答复申请${total('results.total')}件，其中予以公开${total('results.granted')}件、部分公开${total('results.partiallyGranted')}件。`,
            ),
          ],
        }
      : section,
  );

/** The sheet with the cells of each row of 表三 in another's place. */
const withCells = (sheet: Sheet, place: (id: string, cells: Cells) => Cells): Sheet => ({
  ...sheet,
  rows: {
    ...sheet.rows,
    applications: sheet.rows.applications.map((row) => ({
      ...row,
      cells: place(row.id.replace('applications.', ''), row.cells),
    })),
  },
});

const swapped =
  (one: string, other: string) =>
  (id: string, cells: Cells): Cells =>
    id === one ? cellsOf(other) : id === other ? cellsOf(one) : cells;

const moves: Readonly<Record<string, (id: string, cells: Cells) => Cells>> = {
  '「予以公开」与「部分公开」两行': swapped('results.granted', 'results.partiallyGranted'),
  '「本年新收」与「上年结转」两行': swapped('received', 'carriedOver'),
  '「自然人」与「商业企业」两列': (_, [first, second, ...others]) => [second, first, ...others],
};

const mismatches = (text: string): readonly Finding[] =>
  analyze(text).findings.filter(({ rule }) => rule === 'claim-mismatch');

const valuesIn = (text: string): readonly unknown[] => {
  const { report } = analyze(text);
  return rows.flatMap(({ firstCell, columns }) =>
    columns.map((_, at) => valueOf(report.cells[firstCell + at])),
  );
};

describe('figures in the rows or columns of others', function () {
  // Every layout is written and read for every move.
  this.timeout(60_000);

  for (const [what, place] of Object.entries(moves))
    it(`are one finding that moves them back: ${what}`, () => {
      for (const layout of layouts) {
        const right = layout.render(told());
        assert.deepEqual(mismatches(right), [], layout.id);
        const text = layout.render(withCells(told(), place));
        const [finding, ...others] = mismatches(text);
        assert.deepEqual(others, [], layout.id);
        assert.ok(finding?.message.startsWith(what), `${layout.id}: ${finding?.message}`);
        const [moved, restated] = finding?.repairs ?? [];
        assert.equal(moved?.confidence, 'possible');
        const mended = applyEdits(text, moved?.edits ?? []);
        assert.deepEqual(valuesIn(mended), valuesIn(right), layout.id);
        assert.deepEqual(mismatches(mended), [], layout.id);
        assert.deepEqual(mismatches(applyEdits(text, restated?.edits ?? [])), [], layout.id);
      }
    });

  const write = layouts[0]?.render ?? (() => '');

  it('are one finding where 上年结转 and 结转下年度 stand in each other’s row, as two sentences tell', () => {
    const both = told((said) => `${said}结转下年度继续办理${total('carriedForward')}件。`);
    assert.notEqual(total('carriedForward'), total('carriedOver'));
    const text = write(withCells(both, swapped('carriedOver', 'carriedForward')));
    assert.deepEqual(mismatches(text), []);
    const [finding, ...others] = analyze(text).findings.filter(({ rule }) => rule === 'flow-balance');
    assert.deepEqual(others, []);
    assert.match(finding?.message ?? '', /互相填错了行/);
    assert.deepEqual(valuesIn(applyEdits(text, finding?.repairs[0]?.edits ?? [])), valuesIn(write(both)));
  });

  it('are none where one sentence is wrong by itself', () => {
    const text = write(told((said) => said.replace(/予以公开\d+件/u, '予以公开97件')));
    assert.deepEqual(
      mismatches(text).map(({ message }) => message.includes('填错了')),
      [false],
    );
  });

  it('are none where two sentences are wrong otherwise', () => {
    const text = write(
      told((said) =>
        said.replace(/予以公开\d+件/u, '予以公开97件').replace(/部分公开\d+件/u, '部分公开98件'),
      ),
    );
    assert.deepEqual(
      mismatches(text).map(({ message }) => message.includes('填错了')),
      [false, false],
    );
  });

  it('are none where sums do not hold: another rule speaks then', () => {
    const sheet = withCells(told(), moves['「予以公开」与「部分公开」两行'] ?? ((_, cells) => cells));
    const broken = withCells(sheet, (id, cells) =>
      id === 'results.total' ? [...cells.slice(0, -1), '999'] : cells,
    );
    const text = write(broken);
    assert.ok(mismatches(text).every(({ message }) => !message.includes('填错了')));
  });
});

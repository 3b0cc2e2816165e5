import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { layoutCalled } from '../support/layouts';
import type { Sheet } from '../support/layouts/sheet';
import { mapRows, sheetOf } from '../support/layouts/sheet';
import { withZeros } from '../support/zeros';

const read = (sheet: Sheet, layout: string): Analysis => analyze(layoutCalled(layout).render(sheet));
const layoutsTried = ['tsv', 'pipes', 'html', 'spaces'] as const;

const endings = ['余', '多', '以上', '左右', '来', '上下', '几', '馀', '件余', '余件', '+'];

const aboutCells = new Set(['not-a-count', 'blank-cell', 'missing-cell', 'missing-row', 'unplaced-number']);

describe('a number with a word behind it that leaves it open', () => {
  for (const layout of layoutsTried)
    it(`is no count, and told where it stands (${layout})`, () => {
      for (const [seed, ending] of endings.entries()) {
        const sheet = sheetOf(seed + 1, 20);
        const path = 'applications.results.granted';
        const spoilt = mapRows(sheet, (row) =>
          row.id === path
            ? { ...row, cells: row.cells.map((text, at) => (at === 2 ? `11${ending}` : text)) }
            : row,
        );
        const { findings, report } = read(spoilt, layout);
        assert.deepEqual(
          findings.filter(({ rule }) => aboutCells.has(rule)).map(({ rule, cells }) => [rule, ...cells]),
          [['not-a-count', 'applications.results.granted.researchInstitution']],
          `11${ending}`,
        );
        const before = read(sheet, layout).report.cells;
        const moved = report.cells.filter((cell, at) => {
          const other = before[at];
          return cell.kind === 'count' && !(other?.kind === 'count' && other.value === cell.value);
        });
        assert.deepEqual(moved, []);
      }
    });
});

describe('a cell that says more than a number', () => {
  const paths = ['applications.results.granted', 'proactiveDisclosure.administrativeCoercions'];
  const said = [
    '无（另有代履行3件）',
    '无，见附件2',
    '3起，另案1',
    '另1件',
    '3件已移送',
    '涉密',
    '没有，去年2件',
  ];
  const plain = ['约3', '共3件', '3 .', '若干', '未统计', '3O', '三件'];

  const repairsOf = (words: string, path: string, layout: string): number => {
    const sheet = mapRows(sheetOf(3, 5), (row) =>
      row.id === path ? { ...row, cells: row.cells.map((text, at) => (at === 0 ? words : text)) } : row,
    );
    const { findings, report } = read(sheet, layout);
    const own = report.form.cells.find((cell) => cell.path.startsWith(path));
    const span = report.cells[own?.index ?? -1]?.span;
    const touching = findings.flatMap(({ repairs }) =>
      repairs.filter(({ edits }) =>
        edits.some((edit) => span && edit.span.start < span.end && span.start < edit.span.end),
      ),
    );
    assert.ok(
      findings.some(({ rule, cells }) => rule === 'not-a-count' && cells.includes(own?.path ?? '')),
      `${layout} ${words}`,
    );
    return touching.length;
  };

  for (const layout of ['tsv', 'pipes', 'html'])
    it(`keeps its words: no repair puts a number in their place (${layout})`, () => {
      for (const path of paths)
        for (const words of said) assert.equal(repairsOf(words, path, layout), 0, `${path} ${words}`);
      for (const words of plain) assert.ok(repairsOf(words, paths[0] ?? '', layout) > 0, words);
    });
});

describe('a sign in the place of nearly all zeros', () => {
  for (const layout of ['tsv', 'pipes', 'html'])
    it(`is a mark, told once a table (${layout})`, () => {
      for (const [seed, sign] of ['×', '*', '○', 'x', '※'].entries()) {
        const { findings } = read(withZeros(sheetOf(seed + 1, 20), 'all', sign, seed), layout);
        const told = findings.map(({ rule }) => rule).filter((rule) => aboutCells.has(rule));
        assert.ok(told.length > 0 && told.length <= 3, `${sign}: ${told.join()}`);
        assert.deepEqual([...new Set(told)], ['blank-cell'], sign);
      }
    });

  it('is none where it says that a figure is lost', () => {
    const { findings } = read(withZeros(sheetOf(3, 20), 'all', '?', 3), 'tsv');
    assert.ok(!findings.some(({ rule }) => rule === 'blank-cell'));
  });

  it('is none where zeros are written beside it', () => {
    const sheet = mapRows(sheetOf(2, 20), (row) =>
      row.id === 'applications.results.granted'
        ? { ...row, cells: row.cells.map((text) => (text === '0' ? '×' : text)) }
        : row,
    );
    const { findings } = read(sheet, 'tsv');
    assert.ok(findings.some(({ rule }) => rule === 'not-a-count'));
    assert.ok(!findings.some(({ rule }) => rule === 'blank-cell'));
  });
});

describe('a row of six figures whose sum may be lost', () => {
  const figures = ['2', '0', '0', '1', '0', '3'];

  it('names the sum, and is never sure of it', () => {
    const sheet = mapRows(sheetOf(1, 0), (row) => {
      if (row.id === 'applications.results.granted') return { ...row, cells: figures };
      const isSum = row.id === 'applications.received' || row.id === 'applications.results.total';
      return isSum ? { ...row, cells: [...figures, '6'] } : { ...row, cells: row.cells.map(() => '0') };
    });
    const found = read(sheet, 'spaces').findings.find(({ rule }) => rule === 'missing-cell');
    assert.match(found?.message ?? '', /「总计」列的数字，由合计推出应为 6/u);
    assert.deepEqual(found?.cells, ['applications.results.granted.total']);
    assert.deepEqual(
      found?.repairs.map(({ confidence }) => confidence),
      ['possible'],
    );
  });
});

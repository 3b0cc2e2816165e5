import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { analyze } from '../../../server/analysis';
import { edition2021 as form } from '../../../server/form/edition-2021';
import { cellAt, tableOf } from '../../../server/form/form';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { balancedFacts } from '../support/facts';
import { randomOf } from '../support/random';
import { written } from '../support/written';

const r = 'applications.results';
const granted = cellAt(form, `${r}.granted.naturalPerson`);
const cells = tableOf(form, 'applications').rows.flatMap(({ firstCell, columns }) =>
  columns.map((_, column) => firstCell + column),
);

const textOf = (figures: Figures, layout = 'gfm'): string =>
  written(layout, { seed: 2, size: 60, figures, empty: '' });

/** A table of which all zeros are left blank. */
function withoutZeros(change: (figures: Figures) => void = () => {}, seed = 2): Figures {
  const figures: Figures = balancedFacts(seed, 60);
  change(figures);
  for (const cell of cells) if (figures[cell] === 0) figures[cell] = null;
  return figures;
}

const ofRule = (findings: readonly Finding[], ...rules: readonly string[]): Finding[] =>
  findings.filter(({ rule }) => rules.includes(rule));

const sums = ['row-total', 'results-total', 'flow-balance', 'disputes-total'];

describe('blank cells', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`are quiet where they are zeros, and what is too large is found among them (${seed})`, () => {
      const right = textOf(withoutZeros(undefined, seed));
      const { findings, coverage } = analyze(right);
      assert.deepEqual(ofRule(findings, 'missing-cell', ...sums), []);
      assert.equal(coverage.decided, coverage.equations);
      const [blank] = ofRule(findings, 'blank-cell');
      const filled = applyEdits(right, blank?.repairs[0]?.edits ?? []);
      assert.deepEqual(ofRule(analyze(filled).findings, 'blank-cell', 'missing-cell', ...sums), []);

      const random = randomOf(seed);
      const given = balancedFacts(seed, 60);
      const parts = cells.filter(
        (cell) => (given[cell] ?? 0) > 0 && form.cells[cell]?.path.startsWith(`${r}.`) && !isTotal(cell),
      );
      const cell = parts[Math.floor(random() * parts.length)] ?? granted;
      const wrong = textOf(
        withoutZeros((figures) => {
          figures[cell] = (figures[cell] ?? 0) + 1;
        }, seed),
      );
      const told = analyze(wrong);
      assert.equal(told.coverage.decided, told.coverage.equations);
      const [finding, ...others] = ofRule(told.findings, ...sums);
      assert.deepEqual(others, []);
      assert.deepEqual(finding?.cells, [form.cells[cell]?.path]);
      assert.equal(finding.repairs[0]?.confidence, 'unique');
      assert.equal(applyEdits(wrong, finding.repairs[0]?.edits ?? []), right);
    });
  }

  for (const layout of ['gfm', 'html', 'tsv', 'cells-tab']) {
    it(`that cannot be 0 are told what belongs there (${layout})`, () => {
      for (const path of [`${r}.granted.naturalPerson`, `${r}.granted.total`]) {
        const figures: Figures = balancedFacts(2, 60);
        const right = textOf(figures, layout);
        const cell = cellAt(form, path);
        const truth = figures[cell];
        figures[cell] = null;
        const { findings } = analyze(textOf(figures, layout));
        assert.deepEqual(ofRule(findings, 'blank-cell', ...sums), []);
        const [finding, ...others] = ofRule(findings, 'missing-cell');
        assert.deepEqual(others, []);
        assert.deepEqual(finding?.cells, [path]);
        assert.equal(finding.repairs[0]?.confidence, 'unique');
        assert.equal(finding.repairs[0]?.edits[0]?.to, truth);
        assert.equal(applyEdits(textOf(figures, layout), finding.repairs[0]?.edits ?? []), right);
      }
    });
  }

  it('are told apart: those that cannot be 0, and those that may be', () => {
    const figures: Figures = balancedFacts(2, 60);
    const lost = [granted, cellAt(form, `${r}.granted.total`)];
    for (const cell of lost) figures[cell] = null;
    const zero = cellAt(form, `${r}.notProcessed.publications.researchInstitution`);
    const empty = zero >= 0 && figures[zero] === 0 ? zero : cells.findLast((cell) => figures[cell] === 0);
    assert.ok(empty !== undefined);
    figures[empty] = null;
    const text = textOf(figures);
    const { findings } = analyze(text);
    const [row, ...more] = ofRule(findings, 'missing-cell');
    assert.deepEqual(more, []);
    assert.deepEqual(
      row?.cells,
      lost.map((cell) => form.cells[cell]?.path),
    );
    assert.match(row.message, /有 2 格没有数字，由合计推出应为「自然人」\d+、「总计」\d+$/u);
    assert.equal(text.slice(row.span.start, row.span.end), '（一）予以公开');
    assert.equal(row.repairs[0]?.edits.length, 2);
    const [blank, ...others] = ofRule(findings, 'blank-cell');
    assert.deepEqual(others, []);
    assert.deepEqual(blank?.cells, [form.cells[empty]?.path]);
    assert.equal(blank.repairs[0]?.edits.length, 1);
  });

  it('are not offered a 0 that breaks an equation', () => {
    // Two are blank in a row that lacks 7, and in columns where much is blank: nobody can tell which of them lacks how much.
    const figures: Figures = balancedFacts(2, 60);
    const [first = 0] = tableOf(form, 'disputes').rows.map(({ firstCell }) => firstCell);
    for (const [index, figure] of [null, null, 1, 0, 8].entries()) figures[first + index] = figure;
    const [blank, ...others] = ofRule(
      analyze(textOf(figures)).findings,
      'blank-cell',
      'missing-cell',
      ...sums,
    );
    assert.deepEqual(others, []);
    assert.equal(blank?.cells.length, 2);
    assert.deepEqual(blank.repairs, []);
  });
});

const isTotal = (cell: number): boolean =>
  form.cells[cell]?.path.endsWith('.total') === true ||
  form.cells[cell]?.path.startsWith(`${r}.total.`) === true;

import assert from 'node:assert/strict';
import type { Figures } from '../../../bench/support/plant';
import { type Analysis, analyze } from '../../../server/analysis';
import type { UnequalSides } from '../../../server/export/equations';
import { findingsLine } from '../../../server/export/findings';
import { generator } from '../../../server/export/generator';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt } from '../../../server/form/form';
import type { Finding } from '../../../server/report/finding';
import { numeralClasses } from '../../../server/report/numeral';
import { balancedFacts } from '../support/facts';
import { unmark } from '../support/marked';
import { written } from '../support/written';

const bare: Finding = {
  rule: 'row-total',
  severity: 'error',
  hard: true,
  message: '合计不符',
  span: { start: 0, end: 0 },
  related: [],
  cells: [],
  equations: [],
  repairs: [],
};

/** What is exported of one finding in a marked text; the first span is the finding, the others are its edits. */
function exported(
  marked: string,
  more: (spans: Analysis['findings'][number]['span'][]) => Partial<Finding> = () => ({}),
) {
  const { text, spans } = unmark(marked);
  const [span = bare.span, ...rest] = spans;
  const analysis: Analysis = { ...analyze(text), findings: [{ ...bare, span, ...more(rest) }] };
  return JSON.parse(findingsLine('甲.txt', analysis)).findings[0];
}

describe('findings as JSON', () => {
  it('are one line a file, with what was read of it', () => {
    const line = findingsLine('年报/甲.txt', analyze('某县水利局2024年政府信息公开工作年度报告\n'));
    assert.match(line, /^[^\n]+\n$/);
    const { findings, numerals, silenced, ...rest } = JSON.parse(line);
    assert.deepEqual(silenced, []);
    assert.deepEqual(Object.keys(numerals), numeralClasses);
    assert.deepEqual([numerals.date, numerals.cell, numerals.unexplained], [1, 0, 0]);
    assert.deepEqual(rest, {
      file: '年报/甲.txt',
      generator,
      agency: '某县水利局',
      year: 2024,
      edition: '2021',
      lastYear: null,
      coverage: {
        cells: 200,
        read: 0,
        equations: 42,
        decided: 0,
        unwatched: edition2021.cells.map(({ path }) => path),
      },
    });
    assert.deepEqual(Object.keys(findings[0]), [
      'rule',
      'severity',
      'hard',
      'message',
      'range',
      'cells',
      'equations',
      'related',
      'repairs',
    ]);
  });

  it('tell which cells no equation watches', () => {
    const read = (figures: Figures): string[] => {
      const text = written('tsv', { seed: 2, size: 60, figures });
      return JSON.parse(findingsLine('-', analyze(text))).coverage.unwatched;
    };
    const figures: Figures = balancedFacts(2, 60);
    const own = edition2021.cells.filter(({ table }) => table === 'proactiveDisclosure');
    assert.equal(own.length, 10);
    assert.deepEqual(
      read(figures),
      own.map(({ path }) => path),
    );
    // Nothing else is watched that stands in one sum with a figure that is lost.
    const lost = cellAt(edition2021, 'disputes.reconsideration.total');
    figures[lost] = null;
    const reconsideration = ['upheld', 'corrected', 'other', 'pending', 'total'];
    assert.deepEqual(
      read(figures).slice(own.length),
      reconsideration.map((column) => `disputes.reconsideration.${column}`),
    );
  });

  it('name the broken equations that a finding explains', () => {
    const figures: Figures = balancedFacts(2, 60);
    const cell = cellAt(edition2021, 'applications.results.granted.naturalPerson');
    const truth = figures[cell] ?? 0;
    figures[cell] = truth + 30;
    const text = written('tsv', { seed: 2, size: 60, figures });
    const { findings } = JSON.parse(findingsLine('-', analyze(text)));
    const [finding, ...others] = findings.filter(({ rule }: Finding) => rule === 'row-total');
    assert.deepEqual(others, []);
    assert.deepEqual(finding.cells, ['applications.results.granted.naturalPerson']);
    const equations: UnequalSides[] = finding.equations;
    assert.deepEqual(
      equations.map(({ rule, left, right }) => [rule, left.length, right]),
      [
        ['row-total', 6, ['applications.results.granted.total']],
        ['results-total', 21, ['applications.results.total.naturalPerson']],
      ],
    );
    for (const { left, sum, stated } of equations) {
      const values = left.map((path) => figures[cellAt(edition2021, path)] ?? 0);
      assert.equal(
        sum,
        values.reduce((all, value) => all + value, 0),
      );
      assert.equal(sum - stated, 30);
    }
  });

  it('say null of an agency and a year that cannot be told', () => {
    const { agency, year } = JSON.parse(findingsLine('-', analyze('')));
    assert.deepEqual([agency, year], [null, null]);
  });

  it('count lines and characters from 0, characters in UTF-16, whatever ends the lines', () => {
    assert.deepEqual(exported('一\r\n二\n𠮷字⟦12⟧').range, {
      start: { line: 2, character: 3 },
      end: { line: 2, character: 5 },
    });
    assert.deepEqual(exported('一\r⟦二\n三⟧').range, {
      start: { line: 1, character: 0 },
      end: { line: 2, character: 1 },
    });
  });

  it('name cells and numbers of the edits that change figures, and of no others', () => {
    const cell = 'applications.received.total';
    const { repairs, cells } = exported('⟦合⟧计⟦⟧\n⟦8⟧', ([empty = bare.span, digit = bare.span]) => ({
      cells: [cell],
      repairs: [
        {
          title: '改合计',
          confidence: 'unique',
          edits: [{ span: digit, newText: '9', cell, from: 8, to: 9 }],
        },
        { title: '补数字', confidence: 'possible', edits: [{ span: empty, newText: '8', cell, to: 8 }] },
        { title: '补序号', confidence: 'safe', edits: [{ span: empty, newText: '五、' }] },
      ],
    }));
    const [digit, end, empty] = [
      { line: 1, character: 0 },
      { line: 1, character: 1 },
      { line: 0, character: 2 },
    ];
    assert.deepEqual(cells, [cell]);
    assert.deepEqual(repairs, [
      {
        title: '改合计',
        confidence: 'unique',
        edits: [{ cell, from: 8, to: 9, range: { start: digit, end }, newText: '9' }],
      },
      {
        title: '补数字',
        confidence: 'possible',
        edits: [{ cell, from: null, to: 8, range: { start: empty, end: empty }, newText: '8' }],
      },
      {
        title: '补序号',
        confidence: 'safe',
        edits: [{ range: { start: empty, end: empty }, newText: '五、' }],
      },
    ]);
  });
});

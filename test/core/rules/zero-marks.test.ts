import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../server/analysis';
import { findingsText } from '../../../server/cli/checking/findings-text';
import { document2Of } from '../../../server/export/report-2';
import { hover } from '../../../server/features/explaining/hover';
import { tableOf } from '../../../server/form/form';
import { applyEdits, type Finding } from '../../../server/report/finding';
import { layoutCalled, layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { below, pick, randomOf } from '../support/random';
import { withZeros, type ZeroHabit } from '../support/zeros';

const rule = 'zero-mark-total';
const aboutSums = new Set([
  rule,
  'row-total',
  'results-total',
  'flow-balance',
  'disputes-total',
  'missing-cell',
]);
const sizes = [5, 20, 60, 5000];
const marks = ['-', '/', '—', '无'] as const;

/** The findings about sums; 表二 has none. */
const ofSums = ({ findings }: Analysis): readonly Finding[] =>
  findings.filter(({ rule: id, cells: [path = ''] }) => aboutSums.has(id) && !path.startsWith('proactive'));
const read = (sheet: Sheet, layout: string): Analysis => analyze(layoutCalled(layout).render(sheet));

function sheetWith(mark: string, seed: number, habit: ZeroHabit = 'all'): Sheet {
  const plain = sheetOf(seed, sizes[seed % sizes.length] ?? 5);
  return withZeros({ ...plain, disputes: seed % 5 === 4 ? 'blocks' : 'row' }, habit, mark, seed);
}

interface Spoilt {
  readonly sheet: Sheet;
  /** The cell that was spoilt; empty where the sheet has no figure to spoil. */
  readonly path: string;
}

/** A sheet with one of its figures other than 0 made another one, or `mark`. */
function spoilt(sheet: Sheet, seed: number, mark?: string): Spoilt {
  const random = randomOf(seed * 17 + 3);
  const places = (['applications', 'disputes'] as const).flatMap((table) =>
    sheet.rows[table].flatMap(({ id, cells }) =>
      cells.flatMap((text, column) => (Number(text) > 0 ? [{ table, id, column }] : [])),
    ),
  );
  if (places.length === 0) return { sheet, path: '' };
  const place = pick(random, places);
  const wrongFor = (value: number): number =>
    value === 1 || random() < 0.5 ? value + 1 + below(random, 3) : value - 1;
  const changed = mapRows(sheet, (row) => {
    if (row.id !== place.id) return row;
    const other = (text: string | undefined): string => mark ?? String(wrongFor(Number(text)));
    return { ...row, cells: row.cells.map((text, column) => (column === place.column ? other(text) : text)) };
  });
  const columns = tableOf(sheet.form, place.table).rows.find(({ id }) => id === place.id)?.columns;
  return { sheet: changed, path: `${place.id}.${columns?.[place.column]?.id}` };
}

/** How many of spoilt sheets are told in one finding that names the cell. */
function told(layout: string, mark: string, seeds: readonly number[]): { hits: number; all: number } {
  let [hits, all] = [0, 0];
  for (const seed of seeds) {
    for (const lost of [undefined, mark]) {
      const { sheet, path } = spoilt(sheetWith(mark, seed), seed, lost);
      if (path === '') continue;
      const [finding, ...others] = ofSums(read(sheet, layout));
      all++;
      if (others.length === 0 && finding?.cells.includes(path)) hits++;
    }
  }
  return { hits, all };
}

describe('tables whose zeros are marks', function () {
  this.timeout(30_000);

  for (const [index, { id }] of layouts.entries()) {
    it(`are right where the report is, on no more than a screen, and one wrong cell is told once (${id})`, () => {
      for (const seed of [index % 2, 2 + (index % 2)]) {
        const mark = marks[seed] ?? '-';
        for (const habit of ['all', 'but totals'] as const) {
          const analysis = read(sheetWith(mark, seed, habit), id);
          assert.deepEqual(ofSums(analysis), [], `${mark} ${habit}`);
          assert.ok(findingsText('a.txt', analysis, { colours: false }).split('\n').length <= 24);
        }
        const { hits, all } = told(id, mark, [seed + below(randomOf(seed), 40)]);
        assert.equal(hits, all, mark);
      }
    });
  }

  it('are right and told where they are blank, in tables whose cells can be told', () => {
    const ids = ['gfm', 'tsv', 'csv'];
    const known = layouts.filter(({ id }) => ids.includes(id) || id.startsWith('html'));
    let [hits, all] = [0, 0];
    for (const { id } of known) {
      for (let seed = 0; seed < 4; seed++) assert.deepEqual(ofSums(read(sheetWith('', seed), id)), [], id);
      const { hits: own, all: tried } = told(id, '', [0, 1, 2, 3, 4, 5]);
      [hits, all] = [hits + own, all + tried];
    }
    assert.ok(known.length >= 6 && all >= 60 && hits >= 0.95 * all, `${hits} of ${all}`);
  });
});

describe('what is not taken for zero', () => {
  const layout = ['gfm', 'tsv', 'html'];
  const silent = (sheet: Sheet, what: string): void => {
    for (const id of layout) {
      const { findings, under } = read(sheet, id);
      assert.equal(under, undefined, what);
      assert.deepEqual(
        findings.filter((finding) => finding.rule === rule),
        [],
        what,
      );
    }
  };
  const halves = (one: string, other: string, seed: number): Sheet => {
    const random = randomOf(seed);
    return mapRows(sheetOf(seed, 20), (row) => ({
      ...row,
      cells: row.cells.map((text) => (text === '0' ? (random() < 0.5 ? one : other) : text)),
    }));
  };

  for (const [one, other] of [
    ['-', ''],
    ['/', '0'],
    ['', '0'],
    ['-', '无'],
  ] as const) {
    it(`“${one}” where as many zeros are “${other}”, right or wrong`, () => {
      for (let seed = 0; seed < 8; seed++) {
        silent(halves(one, other, seed), `${seed}`);
        silent(spoilt(halves(one, other, seed), seed, one).sheet, `${seed} spoilt`);
      }
    });
  }

  it('a mark in the place of one figure among written zeros', () => {
    for (let seed = 0; seed < 8; seed++) silent(spoilt(sheetOf(seed, 20), seed, '-').sheet, `${seed}`);
  });

  it('what stands for all totals', () => {
    for (let seed = 0; seed < 8; seed++) {
      for (const mark of ['-', '']) {
        const sheet = mapRows(sheetWith(mark, seed), (row, table) =>
          table === 'proactiveDisclosure' ? row : { ...row, cells: [...row.cells.slice(0, -1), mark] },
        );
        silent(sheet, `${mark} ${seed}`);
      }
    }
  });

  it('a mark in tables without a figure', () => {
    for (const mark of ['-', ''])
      silent(
        mapRows(sheetOf(1, 0), (row) => ({ ...row, cells: row.cells.map(() => mark) })),
        mark,
      );
  });
});

const filled: Readonly<Record<string, readonly string[]>> = {
  received: ['8', '1', '-', '-', '-', '-', '9'],
  'results.granted': ['4', '-', '-', '-', '-', '-', '-'],
  'results.unable.notHeld': ['3', '1', '-', '-', '-', '-', '4'],
  'results.total': ['7', '1', '-', '-', '-', '-', '8'],
  carriedForward: ['1', '-', '-', '-', '-', '-', '1'],
};

describe('a total that is a mark', () => {
  const path = 'applications.results.granted.total';
  const figures = mapRows(sheetOf(1, 0), (row, table) => {
    const cells = table === 'applications' ? filled[row.id.split('.').slice(1).join('.')] : undefined;
    return { ...row, cells: cells ?? row.cells.map(() => '-') };
  });
  const text = layoutCalled('gfm').render(figures);
  const analysis = analyze(text);
  const finding = analysis.findings.find((each) => each.rule === rule);

  it('is told at its place, with what it rests on and what may be written there', () => {
    const { message, span, cells, equations, repairs, severity } = finding ?? assert.fail('no finding');
    assert.equal(
      message,
      '按"-"为 0 计，「予以公开」行「总计」列疑似漏填（现为 "-"，应为 4）：补上后 2 处勾稽关系同时成立',
    );
    assert.deepEqual([text.slice(span.start, span.end), severity, cells], ['-', 'warning', [path]]);
    assert.equal(equations.length, 2);
    const [repair, ...others] = repairs;
    assert.deepEqual(others, []);
    assert.deepEqual([repair?.confidence, repair?.edits[0]?.from], ['possible', null]);
    assert.deepEqual(ofSums(analyze(applyEdits(text, repair?.edits ?? []))), []);
  });

  it('is told no second time', () => {
    const blank = analysis.findings.filter((each) => each.rule === 'blank-cell');
    assert.equal(ofSums(analysis).length, 1);
    assert.equal(blank.length, 3);
    for (const { cells, repairs, message } of blank) {
      assert.ok(!cells.includes(path));
      assert.ok(repairs.every(({ confidence }) => confidence === 'possible'));
      assert.match(message, message.startsWith('表二') ? /未当作 0/ : /核对合计时按"-"为 0 计，数据中仍为空/);
    }
  });

  it('leaves its equations undecided, and its cell without a number', () => {
    const { coverage, brokenEquations, notCounts, applications } = document2Of(analysis, undefined);
    assert.equal(coverage.equations - coverage.decided, 2);
    assert.deepEqual(
      brokenEquations.map(({ rule: id, sum, stated, assumes }) => [id, sum, stated, assumes]),
      [
        ['row-total', 4, 0, '-'],
        ['results-total', 4, 8, '-'],
      ],
    );
    assert.ok(brokenEquations.every(({ assumedZero }) => assumedZero.includes(path)));
    assert.ok(notCounts.some(({ cell, kind, value }) => cell === path && kind === 'mark' && value === null));
    assert.match(JSON.stringify(applications), /"granted":\{"naturalPerson":4,[^}]*"total":null\}/u);
  });

  it('is explained where it stands, and nothing is said to hold without its assumption', () => {
    const at = finding?.span.start ?? -1;
    const { markdown = '' } = hover(analysis, at) ?? {};
    assert.match(markdown, /✗ 行合计：4（另 5 格为 0）≠ 0，差 4（按"-"为 0 计）/u);
    const heading = hover(analysis, text.indexOf('三、收到和处理'))?.markdown ?? '';
    const lines = heading.split('\n').filter((line) => line.startsWith('✓'));
    assert.equal(lines.length, 3);
    for (const line of lines) assert.match(line, /（按"-"为 0 计）/u);
  });

  it('makes no sentence agree without its assumption', () => {
    const told = text.replace('一、总体情况', '一、总体情况\n全年未发生因政府信息公开被申请行政复议的情况。');
    const { markdown = '' } = hover(analyze(told), told.indexOf('未发生因') + 1) ?? {};
    assert.match(markdown, /与表格一致 ✓（按"-"为 0 计）/u);
  });

  it('says nothing certain of a lone mark in a wrong sum: any of its numbers may be wrong', () => {
    const sheet = mapRows(sheetWith('-', 1), (row) =>
      row.id === 'disputes.reconsideration' ? { ...row, cells: ['3', '3', '-', '3', '10'] } : row,
    );
    const told = ofSums(read(sheet, 'tsv')).filter(({ cells: [path] }) => path?.startsWith('disputes'));
    const confidences = told.flatMap(({ repairs }) => repairs.map(({ confidence }) => confidence));
    assert.deepEqual([...told.map((each) => each.rule), ...new Set(confidences)], [rule, 'possible']);
  });
});

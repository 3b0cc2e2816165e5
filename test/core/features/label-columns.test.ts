import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { formatTables } from '../../../server/features/writing/format';
import type { CellLayout } from '../../../server/form/written';
import { applyEdits } from '../../../server/report/finding';
import { valueOf } from '../../../server/report/report';
import { layoutCalled } from '../support/layouts';
import { sheetOf } from '../support/layouts/sheet';

const targets: readonly CellLayout[] = ['tab', 'pipe', 'markdown', 'aligned'];

function formatted(text: string, layout: CellLayout): string {
  const { edits, left } = formatTables(analyze(text), layout, { start: 0, end: text.length });
  assert.deepEqual(left, []);
  return applyEdits(text, edits);
}

const figuresOf = (text: string) => {
  const { report, findings } = analyze(text);
  return { cells: report.cells.map(valueOf), found: findings.map(({ rule }) => rule) };
};

const rows = (text: string, pattern: RegExp): string[] =>
  text.split('\n').filter((line) => pattern.test(line));

/** The report with the labels of 表三 in three columns; what is in those of a group's rows, by how many rows it has had. */
function withThree(cellsOf: (labels: readonly string[], at: number) => readonly string[]): string {
  const sheet = layoutCalled('cells-tab').render({ ...sheetOf(1, 60), disputes: 'row' });
  const text = formatted(sheet, 'tab');
  let above: string[] = [];
  let at = 0;
  const lines = text.split('\n').flatMap((line) => {
    const [label = '', ...figures] = line.split('\t');
    if (/^三、本年度|^（[三四五六]）/u.test(label) && figures.length === 0) {
      above = label.startsWith('三') ? [label] : [above[0] ?? '', label];
      at = 0;
      return [];
    }
    if (figures.length !== 7 || !/^[一二四]、|^（|^\d\./u.test(label)) return [line];
    const own = /^[一二四]、/u.test(label) ? [] : /^\d/u.test(label) ? above : above.slice(0, 1);
    const shown = cellsOf([...own, label], own.length === 2 ? at++ : 0);
    return [[...shown, ...Array<string>(3 - shown.length).fill(''), ...figures].join('\t')];
  });
  return lines.join('\n');
}

describe('a table that comes from Word or a page', () => {
  for (const [how, cellsOf] of Object.entries({
    'the first of its rows': (labels: readonly string[], at: number) =>
      at === 0 ? labels : ['', '', labels.at(-1) ?? ''],
    'each of its rows': (labels: readonly string[]) => labels,
    'each of its columns as well': (labels: readonly string[]) =>
      [...labels, ...labels, ...labels]
        .slice(0, 3)
        .map((_, at) => labels[Math.min(at, labels.length - 1)] ?? ''),
  })) {
    it(`has one column of labels where it had three, a merged one written into ${how}`, () => {
      const three = withThree(cellsOf);
      for (const target of targets) {
        const after = formatted(three, target);
        assert.deepEqual(figuresOf(after), figuresOf(three), `${how} ${target}`);
        const row = rows(after, /属于国家秘密/u);
        assert.equal(row.length, 1);
        assert.match(row[0] ?? '', /^[| ]*1\.属于国家秘密\s*(?:[\s|]\s*\d+\s*){7}\|?$/u, `${how} ${target}`);
        assert.equal(rows(after, /一、本年新收.*一、本年新收/u).length, 0);
      }
    });
  }
});

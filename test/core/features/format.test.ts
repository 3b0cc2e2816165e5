import assert from 'node:assert/strict';
import { Converter } from 'opencc-js/cn2t';
import { analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { formatTables } from '../../../server/features/writing/format';
import { edition2021 } from '../../../server/form/edition-2021';
import { tableOf } from '../../../server/form/form';
import type { CellLayout } from '../../../server/form/written';
import { applyEdits } from '../../../server/report/finding';
import { widthOf } from '../../../server/text/width';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { layoutCalled, layouts } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { samples } from './fixtures';

const traditionalOf = Converter({ from: 'cn', to: 't' });

/** The rows of 表三 in the form. */
const applications = tableOf(edition2021, 'applications').rows;

const targets: readonly CellLayout[] = ['tab', 'pipe', 'markdown', 'aligned'];

function formatted(text: string, layout: CellLayout = 'tab') {
  const { edits } = formatTables(analyze(text), layout, { start: 0, end: text.length });
  return { text: applyEdits(text, edits), count: edits.length, edits };
}

/** All that is exported but for the text of the sections that are tables, and how much is found. */
function said(text: string): unknown {
  const analysis = analyze(text);
  const { sections, ...rest } = JSON.parse(exportReport(analysis));
  const tables = ['proactiveDisclosure', 'applications', 'disputes'];
  const kept = sections.map(({ text: body, ...section }: { id: string; text: string }) => ({
    ...section,
    body: tables.includes(section.id) ? '' : body,
  }));
  return { ...rest, sections: kept, findings: analysis.findings.length };
}

/** Words of a head that have no place where it has one line. */
const merged = ['申请人情况', '申請人情況', '申請人情况', '法人或其他组织', '法人或其他組織', '类别'].join(
  '',
);

/** The letters and digits of tables that have no place in their new lines. */
const lost = (before: string, after: string): string =>
  [...new Set(before.replaceAll('<br>', ''))]
    .filter((char) => /[\p{L}\p{N}]/u.test(char) && !`${after}${merged}`.includes(char))
    .join('');

/**
 * Formats a text and asserts that it says what it said, that no word is lost, and that there is nothing left to format. Answers how
 * many tables moved.
 */
function check(text: string, layout: CellLayout, name: string): number {
  const { text: after, count, edits } = formatted(text, layout);
  for (const { span, newText } of edits)
    assert.equal(lost(text.slice(span.start, span.end), newText), '', `${name} as ${layout}`);
  if (count > 0) assert.deepEqual(said(after), said(text), `${name} as ${layout}`);
  assert.deepEqual(
    formatted(after, layout),
    { text: after, count: 0, edits: [] },
    `${name} as ${layout} again`,
  );
  return count;
}

const rows = (text: string, pattern: RegExp): string[] =>
  text.split('\n').filter((line) => pattern.test(line));

describe('the tables of a report, laid out anew', function () {
  this.timeout(120_000);

  for (const id of [
    ...['cells-tab', 'cells-pipe', 'cells-plain', 'cells-spaced', 'tsv-ragged', 'pipes', 'pipes-open'],
    ...[
      'pipes-lone',
      'csv-sheet',
      'csv-quoted',
      'gfm-breaks',
      'spaces',
      'spaces-wide',
      'aligned',
      'table-line',
    ],
  ]) {
    it(`have a row a line, where they were ${id}`, () => {
      const { text, count } = formatted(layoutCalled(id).render({ ...sheetOf(4, 60), disputes: 'row' }));
      assert.equal(count, 3);
      assert.equal(rows(text, /^(?:[^\t]+\t){7}\d+$/u).length, applications.length);
    });
  }

  it('say what they said, and stay as they are laid out', () => {
    for (const [index, layout] of layouts.entries()) {
      const sheet = sheetOf(index, 60, index % 4 === 0 ? '2019' : '2021');
      const text = layout.render({ ...sheet, disputes: index % 3 === 0 ? 'blocks' : 'row' });
      check(text, targets[index % 4] ?? 'tab', layout.id);
    }
  });

  it('say what they said whatever is wrong in them', () => {
    let moved = 0;
    for (const [index, damage] of damages.entries()) {
      for (const turn of [0, 13, 29]) {
        const layout = layouts[(index * 7 + turn) % layouts.length];
        const made = layout && damaged(sheetOf(index + turn, 40), layout, [damage], index);
        if (made)
          moved += check(made.text, targets[(index + turn) % 4] ?? 'tab', `${damage.id} ${layout.id}`);
      }
    }
    assert.ok(moved > 3 * damages.length);
  });

  for (const { name, text } of samples) {
    it(`say what they said: ${name}`, () => {
      for (const target of ['tab', 'markdown'] as const) check(text, target, name);
    });
  }
});

describe('a table that is laid out', () => {
  const sheet: Sheet = { ...sheetOf(1, 60), disputes: 'row' };
  const text = layoutCalled('cells-tab').render(sheet);

  it('has the head of the form and the figures of the text, by tabs', () => {
    const { text: after } = formatted(text);
    assert.deepEqual(rows(after, /^行政强制|^（七）总计|^四、结转/u), [
      '行政强制\t9',
      '（七）总计\t49\t3\t3\t2\t0\t0\t57',
      '四、结转下年度继续办理\t7\t1\t0\t0\t0\t0\t8',
    ]);
    assert.ok(after.includes('\n\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企业\t科研机构\t'));
  });

  it('is a table of Markdown, set off by blank lines', () => {
    const { text: after } = formatted(text, 'markdown');
    assert.ok(
      after.includes('\n\n| 类别 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| --- | ---: |'),
    );
    assert.ok(after.includes('| 行政诉讼（复议后起诉） | 0 | 0 | 0 | 2 | 2 |\n\n'));
  });

  it('has its columns below each other, a Chinese character two wide', () => {
    const { text: after } = formatted(text, 'aligned');
    const lines = rows(after, / \| .* \| .* \| .* \| .* \| .* \| .* \| /u);
    assert.equal(lines.length, 1 + applications.length);
    assert.equal(new Set(lines.map(widthOf)).size, 1);
  });

  it('keeps blanks, signs, units and notes in their cells', () => {
    const cells = ['', '/', '—', '2件', '3（含撤回1件）', '0', '5'];
    const odd = mapRows(sheet, (row) => (row.id === 'applications.received' ? { ...row, cells } : row));
    const { text: after, count } = formatted(layoutCalled('pipes').render(odd));
    assert.equal(count, 3);
    assert.deepEqual(rows(after, /^一、本年新收/u), [
      `一、本年新收政府信息公开申请数量\t${cells.join('\t')}`,
    ]);
  });

  it('keeps the characters of a traditional text, in its head as well', () => {
    for (const target of targets) {
      const { text: after, count } = formatted(traditionalOf(text), target);
      assert.equal(count, 3);
      assert.deepEqual(rows(after, /信息内容|制发件数|复议|诉讼|数据的勾稽/u), [], target);
    }
  });

  it('keeps numbers of groups behind characters that are not seen, and units broken over lines', () => {
    const worded = layoutCalled('cells-plain')
      .render(sheet)
      .replace('（五）不予处理', '（五\u200b）\u200b不予处理')
      .replace('（单位：万元）', '\n（单位：万\n元）');
    const { text: after } = formatted(worded);
    assert.match(after, /^（五）不予处理$/mu);
    assert.equal(lost(worded, after), '');
  });

  it('keeps the wording of its labels and the line ends of its text', () => {
    const worded = text
      .replace('行政规范性文件', '规范性文件')
      .replace('社会公益组织', '社会公益')
      .replace('2.重复申请', '2、重复申请（同一申请人）')
      .replaceAll('\n', '\r\n');
    const { text: after, count } = formatted(worded);
    assert.equal(count, 3);
    assert.deepEqual(rows(after, /^规范性文件|重复申请/u), [
      '规范性文件\t0\t0\t48\r',
      '2、重复申请（同一申请人）\t0\t0\t0\t0\t0\t0\t0\r',
    ]);
    assert.match(after, /\t社会公益\t/u);
    assert.doesNotMatch(after, /[^\r]\n/u);
  });

  it('is the one in the selection alone', () => {
    const analysis = analyze(text);
    const at = text.indexOf('（三）不予公开');
    const { edits } = formatTables(analysis, 'tab', { start: at, end: at });
    assert.equal(edits.length, 1);
    const [before, after] = [text.indexOf('二、主动公开'), text.indexOf('四、政府信息公开行政复议')];
    assert.ok(edits.every(({ span }) => before < span.start && span.end < after));
  });
});

describe('a table is left alone', () => {
  const text = layoutCalled('tsv').render({ ...sheetOf(1, 60), disputes: 'row' });
  const count = (changed: string): number => formatted(changed, 'pipe').count;

  it('in HTML', () => {
    for (const { id, render } of layouts.filter((layout) => layout.id.startsWith('html')))
      assert.equal(count(render(sheetOf(1, 60))), 0, id);
  });

  for (const [what, line] of Object.entries({
    'a remark': '注：本表数据已经审核。',
    'a comment': '<!-- 待核 -->',
    'a number of nobody’s': '17',
    'a sign of nobody’s': '/',
    'the number of a page': '- 4 -',
    'a row that the form does not have': '（八）补充\t1\t1\t1\t1\t1\t1\t6',
  })) {
    it(`with ${what} in it, and the others are not`, () => {
      const changed = text.replace('（四）无法提供', `${line}\n（四）无法提供`);
      assert.notEqual(changed, text);
      assert.equal(count(text), 3);
      assert.ok(count(changed) < 3);
      assert.ok(formatted(changed, 'pipe').text.includes(line));
    });
  }
});

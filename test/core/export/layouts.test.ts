import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { cellAt } from '../../../server/form/form';
import type { Report } from '../../../server/report/report';
import { asKnown } from '../../../server/report/unread';
import type { Span } from '../../../server/text/span';
import { damages } from '../support/damage';
import { damaged } from '../support/damage/damage';
import { layouts } from '../support/layouts';
import { htmlLayouts } from '../support/layouts/html';
import type { Layout } from '../support/layouts/page';
import { sheetOf } from '../support/layouts/sheet';
import { complaints, misordered } from './schema';

interface Exported {
  readonly sections: readonly { readonly heading: string | null; readonly text: string }[];
  readonly notCounts: readonly {
    readonly cell: string;
    readonly kind: string;
    readonly value: number | null;
  }[];
  readonly spans?: { readonly cells: readonly { readonly cell: string; readonly span: Span }[] };
}

/** What both versions say of a text, after it was held that they keep to their schemas and do not contradict each other. */
function exported(text: string, where: string): Exported {
  const analysis = analyze(text);
  const [first, bare, placed] = [
    exportReport(analysis, { schema: '1' }),
    exportReport(analysis),
    exportReport(analysis, { spans: { start: 0 } }),
  ].map((json) => JSON.parse(json));
  assert.deepEqual(complaints(first, '1'), [], where);
  assert.deepEqual(complaints(bare), [], where);
  assert.deepEqual(complaints(placed), [], where);
  assert.deepEqual(misordered('2', placed), [], where);
  for (const key of ['title', 'agency', 'year', 'edition', 'proactiveDisclosure', 'applications', 'disputes'])
    assert.deepEqual(bare[key], first[key], `${where} ${key}`);
  assert.deepEqual(withoutSpans(placed), bare, where);
  checkCells(asKnown(analysis.report), placed, where);
  checkSpans(placed, text, where);
  return placed;
}

/** A value without the keys that say where it stands. */
function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'spans');
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutSpans(part)]));
}

/** Every cell of a table that was found is a plain number or listed, with its kind. */
function checkCells(report: Report, { notCounts }: Exported, where: string): void {
  const listed = new Map(notCounts.map(({ cell, kind, value }) => [cell, { kind, value }]));
  const found = new Set(report.tables.map(({ id }) => id));
  for (const { path, table, index } of report.form.cells) {
    const cell = report.cells[index];
    const own = listed.get(path);
    const noted = cell?.kind === 'count' ? cell.printed && 'noted' : cell?.kind;
    assert.equal(own?.kind, found.has(table) ? noted : undefined, `${where} ${path}`);
  }
  for (const { cell } of notCounts) assert.ok(cellAt(report.form, cell) >= 0, `${where} ${cell}`);
}

/** All places lie inside the text, and a plain number stands where it is said to stand. */
function checkSpans(placed: Exported, text: string, where: string): void {
  for (const { cell, span } of placed.spans?.cells ?? []) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${where} ${cell}`);
    if (placed.notCounts.some((each) => each.cell === cell)) continue;
    assert.match(text.slice(span.start, span.end), /[\d０-９〇零一二三四五六七八九十]/u, `${where} ${cell}`);
  }
}

/** What no reader of a page sees. */
const markup = /<\/?[a-z]|&(?:nbsp|[lg]t|amp|quot|#\d+);|[\0\ufeff\u200b]|[ \t]colspan=/u;

function checkPlain({ sections }: Exported, where: string): void {
  for (const { heading, text } of sections) {
    assert.doesNotMatch(`${heading}\n${text}`, markup, where);
    assert.equal(text.includes('\n\n\n') || text.includes('\r'), false, where);
  }
}

describe('the exported JSON of all layouts', function () {
  this.timeout(60_000);

  for (const layout of layouts) {
    it(`keeps to its schema: ${layout.id}`, () => {
      for (const edition of ['2021', '2019'] as const) {
        const text = layout.render(sheetOf(layout.id.length, 60, edition));
        checkPlain(exported(text, edition), edition);
      }
    });
  }

  it('keeps to its schema whatever the damage', () => {
    for (const [index, damage] of damages.entries()) {
      for (const layout of someLayouts(index)) {
        const seed = index + layout.id.length;
        const made = damaged(sheetOf(seed, 60, seed % 4 ? '2021' : '2019'), layout, [damage], seed);
        if (made) exported(made.text, `${damage.id} ${layout.id}`);
      }
    }
  });

  it('says the narrative of a page as that of a plain text', () => {
    const narrative = (layout: Layout): string[] => {
      const { sections } = exported(layout.render(sheetOf(7, 60)), layout.id);
      return sections.map(({ heading, text }, index) =>
        index === 0 || index > 3 ? `${heading}\n${text}`.replace(/\s+/gu, '') : '',
      );
    };
    const [plain] = layouts;
    for (const layout of htmlLayouts)
      assert.deepEqual(narrative(layout), plain && narrative(plain), layout.id);
  });
});

/** Some layouts for each kind of damage, others for each. */
const someLayouts = (index: number): readonly Layout[] => layouts.filter((_, at) => at % 21 === index % 21);

describe('the exported JSON of the samples', () => {
  const files = [
    '雁渡县人民政府2024年政府信息公开工作年度报告.html',
    '松涧县教育局2023年政府信息公开工作年度报告.txt',
  ];
  for (const file of files) {
    it(`keeps to its schema: ${file}`, () => {
      checkPlain(exported(readFileSync(path.join('samples', file), 'utf8'), file), file);
    });
  }
});

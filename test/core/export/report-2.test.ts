import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import { analyze } from '../../../server/analysis';
import { exportReport } from '../../../server/export/json';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, tableOf } from '../../../server/form/form';
import type { Cell } from '../../../server/report/report';
import { reportOf } from '../claims/facts';
import { balancedFacts } from '../support/facts';
import { note } from '../support/notes';
import { written } from '../support/written';
import { numbered } from './numbered';
import { complaints } from './schema';

/** What is exported of a text, held against its schema. */
function exported(text: string, spans?: { readonly start: number }) {
  const document = JSON.parse(exportReport(analyze(text), { spans }));
  assert.deepEqual(complaints(document), []);
  return document;
}

const title = '云溪县水务局2024年政府信息公开工作年度报告\n';
const received = '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量';
/** The first half of 表三, no less than a table that can be read. */
const row = (cells: string): string => {
  const others = tableOf(edition2021, 'applications').rows.slice(1, 13);
  const lines = others.map(({ number, label }) => `${number}${label}${'\t0'.repeat(7)}\n`);
  return `${title}${received}${cells}\n${lines.join('')}`;
};

/** A whole report with some of its figures printed otherwise. */
function withCells(printed: Readonly<Record<string, string>>): string {
  // A figure that stands nowhere else, to put the printed one in its place.
  const figures: (number | null)[] = balancedFacts(3, 60);
  const places = Object.entries(printed).map(([path, text], index) => {
    figures[cellAt(edition2021, path)] = 700001 + index;
    return [`${700001 + index}`, text] as const;
  });
  const text = written('tsv', { seed: 3, size: 60, figures });
  return places.reduce((whole, [figure, cell]) => whole.replace(figure, cell), text);
}

describe('the exported JSON, version 2', () => {
  it('says which version of the program read the report', () => {
    assert.deepEqual(exported(title).generator, { name: 'nianbao', version: manifest.version });
  });

  it('says of each cell that is no plain number what stands there', () => {
    const at = 'applications.received';
    const { notCounts, applications, proactiveDisclosure } = exported(
      withCells({
        'proactiveDisclosure.normativeDocuments.inForce': '22（其中修订16件）',
        'proactiveDisclosure.administrativeFees': '300元',
        [`${at}.naturalPerson`]: '',
        [`${at}.commercialEnterprise`]: '—',
        [`${at}.researchInstitution`]: '〇',
      }),
    );
    assert.deepEqual(notCounts, [
      {
        cell: 'proactiveDisclosure.normativeDocuments.inForce',
        kind: 'noted',
        value: 22,
        text: '22（其中修订16件）',
      },
      { cell: 'proactiveDisclosure.administrativeFees', kind: 'text', value: 0.03, text: '300元' },
      { cell: `${at}.naturalPerson`, kind: 'blank', value: null, text: '' },
      { cell: `${at}.commercialEnterprise`, kind: 'mark', value: null, text: '—' },
      { cell: `${at}.researchInstitution`, kind: 'text', value: null, text: '〇' },
    ]);
    assert.equal(proactiveDisclosure.normativeDocuments.inForce, 22);
    assert.equal(applications.received.commercialEnterprise, null);
    assert.equal(typeof applications.received.total, 'number');
  });

  it('tells absent cells from merged ones, and says nothing of tables that were not found', () => {
    const cells = edition2021.cells.map(({ path, index }): Cell => {
      const kind = /results\.other\.overdue/u.test(path) ? 'merged' : index % 2 ? 'absent' : 'blank';
      return { kind, span: { start: 0, end: 0 } };
    });
    const { tables } = numbered(edition2021).report;
    const found = tables.filter(({ id }) => id === 'applications');
    const document = JSON.parse(exportReport(numbered(edition2021, { cells, tables: found })));
    assert.deepEqual(complaints(document), []);
    const own = edition2021.cells.filter(({ table }) => table === 'applications');
    assert.deepEqual(
      document.notCounts,
      own.map(({ path, index }) => {
        const kind = cells[index]?.kind;
        return { cell: path, kind, value: null, text: kind === 'blank' ? '' : null };
      }),
    );
  });

  it('has what the narrative states beside the cells that it may mean', () => {
    const { claims } = exported(
      `${title}一、总体情况\n全年新收政府信息公开申请8件，上年结转约1件，结转下年度继续办理2件。\n${row('\t6\t1\t1\t0\t0\t0\t8').slice(title.length)}`,
    );
    const [first, second, third] = claims;
    assert.deepEqual(first, {
      subject: 'receivedNew',
      kind: 'number',
      text: '新收政府信息公开申请8件',
      unit: '件',
      low: 8,
      high: 8,
      firm: true,
      agreement: 'agrees',
      sums: [{ name: '本年新收', cells: ['applications.received.total'], less: 0, value: 8, agrees: true }],
    });
    assert.deepEqual([second.subject, second.agreement, second.sums[0].value], ['carriedOver', 'differs', 0]);
    assert.deepEqual(
      [third.subject, third.agreement, third.sums[0].value],
      ['carriedForward', 'unknown', null],
    );
  });

  it('calls no difference what may be told of another matter', () => {
    const { claims } = exported(reportOf('small', '行政复议纠正5件。政府信息公开行政复议纠正6件。'));
    assert.deepEqual(
      claims.map(({ text, firm, agreement }: Record<string, unknown>) => [text, firm, agreement]),
      [
        ['纠正5件', false, 'unknown'],
        ['纠正6件', true, 'differs'],
      ],
    );
  });

  it('has how numbers of the narrative hang together', () => {
    const { relations } = exported(
      `${title}一、总体情况\n全年主动公开信息211条，其中要闻130条，公告81条，占38.4%。收到申请115件，比上年的100件增加15件，增长15%。\n`,
    );
    const kinds = relations.map(({ kind, text }: { kind: string; text: string }) => [kind, text]);
    assert.deepEqual(kinds, [
      ['parts', '211条，其中要闻130条，公告81'],
      ['share', '81条，占38.4'],
      ['change', '115件，比上年的100件增加15件，增长15'],
    ]);
    const figure = (value: number, unit: string) => ({ value, unit });
    assert.deepEqual(relations[0].parts, [figure(130, '条'), figure(81, '条')]);
    assert.deepEqual(relations[1].share, figure(38.4, '%'));
    assert.deepEqual(relations[2].before, figure(100, '件'));
    assert.deepEqual(relations[2].steps, [
      { rise: true, by: figure(15, '件'), decimals: 0 },
      { rise: true, by: figure(15, '%'), decimals: 0 },
    ]);
  });

  it('has the equations that fail, by how much, and the cells that had no number', () => {
    const { brokenEquations, coverage } = exported(row('\t6\t-\t1\t0\t0\t0\t6'));
    assert.equal(coverage.equations, 42);
    assert.equal(coverage.decided, 13);
    const columns = ['naturalPerson', 'commercialEnterprise', 'researchInstitution']
      .concat(['publicInterestOrganization', 'legalServiceInstitution', 'other'])
      .map((column) => `applications.received.${column}`);
    assert.deepEqual(brokenEquations, [
      {
        rule: 'row-total',
        left: columns,
        right: ['applications.received.total'],
        sum: 7,
        stated: 6,
        difference: -1,
        assumes: null,
        assumedZero: ['applications.received.commercialEnterprise'],
      },
    ]);
  });

  it('has the notes of the clerk', () => {
    const text = `${title}一、总体情况\n收到申请9件。${note('claim-mismatch（9／8）：含上年结转1件')}\n${note('不必改')}\n`;
    assert.deepEqual(exported(text).notes, [
      { rule: 'claim-mismatch', figures: [9, 8], reason: '含上年结转1件' },
      { rule: null, figures: [], reason: '不必改' },
    ]);
  });

  const dates: readonly (readonly [text: string, signedOn: string | null, publishedOn: string | null])[] = [
    [`${title}一、总体情况\n无。\n云溪县水务局\n2025年1月16日\n`, '2025-01-16', null],
    [`${title}一、总体情况\n无。\n云溪县水务局\n二〇二五年一月十六日\n`, '2025-01-16', null],
    [`发布日期：2025-01-20\n${title}一、总体情况\n无。\n`, null, '2025-01-20'],
    [`${title}一、总体情况\n无。\n云溪县水务局\n2025年2月30日\n`, null, null],
    [
      `<html><body><p>发布时间：2025/1/9</p><h1>${title}</h1><h2>一、总体情况</h2><p>无。</p>${'<p class="none"></p>'.repeat(90)}<p align="right">2025年1月8日</p>${'<div class="foot"></div>'.repeat(90)}</body></html>`,
      '2025-01-08',
      '2025-01-09',
    ],
  ];
  for (const [text, signedOn, publishedOn] of dates) {
    it(`was signed on ${signedOn} and published on ${publishedOn}`, () => {
      const document = exported(text);
      assert.deepEqual([document.signedOn, document.publishedOn], [signedOn, publishedOn]);
    });
  }

  it('says where everything stands when it is asked', () => {
    const text = `\n${row('\t6\t-\t1\t0\t0\t0\t7')}`;
    const start = 100;
    const { spans, sections } = exported(text, { start });
    const at = (span: { start: number; end: number }) => text.slice(span.start - start, span.end - start);
    assert.equal(at(spans.agency), '云溪县水务局');
    assert.equal(at(spans.year), '2024');
    assert.deepEqual(spans.year.range.start, { line: 1, character: 6 });
    assert.deepEqual([spans.signedOn, spans.publishedOn], [null, null]);
    assert.equal(at(sections[0].span), text.slice(text.indexOf('三、')));
    const cells = Object.fromEntries(
      spans.cells.map(({ cell, span }: { cell: string; span: { start: number; end: number } }) => [
        cell,
        at(span),
      ]),
    );
    assert.equal(cells['applications.received.commercialEnterprise'], '-');
    assert.equal(cells['applications.received.total'], '7');
    assert.equal(cells['applications.results.total.total'], '');
    assert.equal(
      Object.keys(cells).some((cell) => cell.startsWith('disputes')),
      false,
    );
  });
});

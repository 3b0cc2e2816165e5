import assert from 'node:assert/strict';
import schema from '../../../schemas/report-1.schema.json';
import type { Analysis } from '../../../server/analysis';
import { exportLine, exportReport } from '../../../server/export/json';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, type Form, rowAndColumn, type TableId, tableOf } from '../../../server/form/form';
import type { Cell, Report, TableReading } from '../../../server/report/report';
import { atBeginning } from '../../../server/text/lines';
import { complaints, definition, resolved, type SchemaNode } from './schema';

const nowhere = { start: 0, end: 0 };
const tableIds: readonly TableId[] = ['proactiveDisclosure', 'applications', 'disputes'];

/** The rows that the trial form has too; only the others may be merged with one of them. */
const trialRows = new Set(edition2019.tables.flatMap(({ rows }) => rows.map(({ id }) => id)));

/** A report of nothing but figures: cell n states n. */
function numbered(form: Form, more: Partial<Report> = {}): Analysis {
  const report: Report = {
    form,
    shown: '',
    title: undefined,
    agency: undefined,
    year: undefined,
    sections: [],
    tables: tableIds.map(
      (id): TableReading => ({ id, span: nowhere, rows: [], columns: [], readable: true, unplaced: [] }),
    ),
    cells: form.cells.map(({ index }): Cell => ({ kind: 'count', value: index, span: nowhere })),
    unread: undefined,
    notes: [],
    claims: [],
    relations: [],
    ...more,
  };
  const nothing = { findings: [], silenced: [], balances: [] };
  const size = form.cells.length;
  const coverage = { cells: size, read: size, equations: 0, decided: 0, unwatched: [] };
  return { text: '', origin: atBeginning, report, ...nothing, coverage };
}

/** Paths and values of all figures, in the order of the document. */
function leaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path ? `${path}.${key}` : key));
}

const figuresOf = (json: string): [string, unknown][] => {
  const document = JSON.parse(json);
  return tableIds.flatMap((id) => leaves(document[id], id));
};

for (const form of [edition2021, edition2019]) {
  describe(`the exported JSON of the ${form.edition} form`, () => {
    it('has every cell at its path, in the order of the form', () => {
      const expected = form.cells.map(({ path, index }) => [path, index]);
      assert.deepEqual(figuresOf(exportReport(numbered(form))), expected);
    });

    it('keeps to the schema, also without a single figure or table', () => {
      const empty = { cells: form.cells.map((): Cell => ({ kind: 'blank', span: nowhere })) };
      for (const analysis of [numbered(form), numbered(form, empty), numbered(form, { tables: [] })]) {
        assert.deepEqual(complaints(JSON.parse(exportReport(analysis))), []);
        assert.deepEqual(complaints(JSON.parse(exportLine('a.txt', analysis))), []);
      }
    });

    it('is described by a schema whose keys, their order and their labels are those of the form', () => {
      const described = tableIds.flatMap((id) => schemaLeaves(tableSchema(form, id), id));
      assert.deepEqual(
        described.map(({ path, titles }) => [path, titles.at(-1)]),
        form.cells.map(({ path, index }) => {
          const { row, column } = rowAndColumn(form, index);
          const name = `${row.number}${row.label}`;
          return [path, row.columns.length === 1 ? `${name}·${column.label}` : column.label];
        }),
      );
      for (const { path, titles, mergeable } of described) {
        const { row } = rowAndColumn(form, cellAt(form, path));
        if (row.columns.length > 1) assert.equal(titles.at(-2), `${row.number}${row.label}`, path);
        assert.equal(mergeable, path.startsWith('applications') && !trialRows.has(row.id), path);
      }
    });
  });
}

/** The schema that a report of this edition has to follow in one of its tables. */
function tableSchema(form: Form, id: TableId): SchemaNode {
  const branch: SchemaNode = form.edition === '2021' ? schema.then : schema.else;
  const [table, nothing] = (branch.properties?.[id] ?? (schema.properties[id] as SchemaNode)).oneOf ?? [];
  assert.deepEqual(nothing, { type: 'null' });
  return table ?? {};
}

interface Leaf {
  readonly path: string;
  readonly titles: readonly string[];
  /** Whether the row may be null as a whole. */
  readonly mergeable: boolean;
}

function schemaLeaves(
  outer: SchemaNode,
  path: string,
  above: Pick<Leaf, 'titles' | 'mergeable'> = top,
): Leaf[] {
  const [first, second] = outer.oneOf ?? [];
  if (second) assert.deepEqual(second, { type: 'null' }, path);
  const node = first ? { ...first, title: outer.title ?? '' } : outer;
  const { properties, required, additionalProperties, title = '' } = resolved(node);
  const here = { titles: [...above.titles, title], mergeable: above.mergeable || second !== undefined };
  if (!properties) {
    assert.equal(node.$ref, '#/$defs/figure', path);
    return [{ path, ...here }];
  }
  assert.equal(additionalProperties, false, path);
  assert.deepEqual(required, Object.keys(properties), path);
  return Object.entries(properties).flatMap(([key, part]) => schemaLeaves(part, `${path}.${key}`, here));
}

const top = { titles: [], mergeable: false };

describe('the exported JSON', () => {
  it('says null for what is no number', () => {
    const kinds: Cell[] = [
      { kind: 'blank', span: nowhere },
      { kind: 'mark', span: nowhere },
      { kind: 'absent', span: nowhere },
      { kind: 'text', span: nowhere, value: undefined },
      { kind: 'text', span: nowhere, value: 22 },
      { kind: 'count', span: nowhere, value: 0 },
    ];
    const cells = edition2021.cells.map(
      ({ index }) => kinds[index] ?? { kind: 'count' as const, value: 7, span: nowhere },
    );
    const values = figuresOf(exportReport(numbered(edition2021, { cells }))).map(([, value]) => value);
    assert.deepEqual(values.slice(0, 7), [null, null, null, null, 22, 0, 7]);
  });

  it('says null for a table that was not found, and figures for the others', () => {
    const { report } = numbered(edition2021);
    const document = JSON.parse(
      exportReport(
        numbered(edition2021, { tables: report.tables.filter(({ id }) => id !== 'applications') }),
      ),
    );
    assert.equal(document.applications, null);
    assert.equal(document.disputes.litigation.direct.upheld, edition2021.cells.length - 10);
  });

  it('says null for the rows that a report merges as the trial form did, and only for those', () => {
    const merged = (path: string) => /results\.other\.overdue/.test(path);
    const cells = edition2021.cells.map(
      ({ path }): Cell => ({ kind: merged(path) ? 'merged' : 'absent', span: nowhere }),
    );
    const json = JSON.parse(exportReport(numbered(edition2021, { cells })));
    const nothing = Object.fromEntries(
      tableOf(edition2021, 'applications').rows[0]?.columns.map(({ id }) => [id, null]) ?? [],
    );
    assert.deepEqual(json.applications.results.other, {
      overdueCorrection: null,
      overduePayment: null,
      other: nothing,
    });
    assert.deepEqual(json.applications.carriedForward, nothing);
    assert.deepEqual(complaints(json), []);
  });

  it('has headings and texts as printed, in the order found, and the numbers of the form', () => {
    const text = '6、 其他事项\n  无。 \n\n一段没有标题的概述\n';
    const analysis = numbered(edition2021, {
      title: { value: '某局2024年年报', span: nowhere },
      agency: { value: '某局', span: nowhere },
      year: { value: 2024, span: nowhere },
      sections: [
        {
          id: 'otherMatters',
          heading: {
            span: { start: 0, end: 7 },
            number: { start: 0, end: 2 },
            wording: { start: 3, end: 7 },
            label: { start: 3, end: 7 },
          },
          span: { start: 0, end: 15 },
          body: { start: 7, end: 15 },
        },
        { id: 'overview', heading: undefined, span: { start: 15, end: 25 }, body: { start: 15, end: 25 } },
      ],
    });
    const {
      proactiveDisclosure: _1,
      applications: _2,
      disputes: _3,
      ...rest
    } = JSON.parse(exportReport({ ...analysis, text }));
    assert.deepEqual(rest, {
      schema: 'nianbao/report/1',
      title: '某局2024年年报',
      agency: '某局',
      year: 2024,
      edition: '2021',
      sections: [
        { id: 'otherMatters', number: 6, heading: '6、 其他事项', text: '无。' },
        { id: 'overview', number: 1, heading: null, text: '一段没有标题的概述' },
      ],
    });
  });

  it('has its keys in the order of the schema, the file first on a line', () => {
    const keys = Object.keys(schema.properties).slice(2);
    const analysis = numbered(edition2021);
    assert.deepEqual(Object.keys(JSON.parse(exportReport(analysis))), keys);
    assert.deepEqual(Object.keys(JSON.parse(exportLine('甲.txt', analysis))), ['file', ...keys]);
    const part = JSON.parse(exportLine('甲.txt', analysis, 2));
    assert.deepEqual(Object.keys(part), Object.keys(schema.properties));
    assert.deepEqual(complaints(part), []);
    assert.match(exportLine('甲.txt', analysis), /^\{"file":"甲\.txt",[^\n]*\}\n$/);
  });
});

describe('the schema', () => {
  const document = () => JSON.parse(exportReport(numbered(edition2021)));

  it('refuses keys that it does not know and figures that are missing', () => {
    const strange = document();
    strange.applications.received.nobody = 1;
    assert.match(
      complaints(strange).join('\n'),
      /\/applications\/received must NOT have additional properties/,
    );
    const poor = document();
    delete poor.disputes.reconsideration.total;
    assert.match(
      complaints(poor).join('\n'),
      /\/disputes\/reconsideration must have required property 'total'/,
    );
  });

  it('holds a report to the edition that it names', () => {
    assert.notDeepEqual(complaints({ ...document(), edition: '2019' }), []);
  });

  it('lists the sections of the form', () => {
    assert.deepEqual(
      definition('section').properties?.id?.enum,
      edition2021.sections.map(({ id }) => id),
    );
  });
});

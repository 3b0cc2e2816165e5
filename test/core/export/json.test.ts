import assert from 'node:assert/strict';
import { exportLine, exportReport, schemaVersions } from '../../../server/export/json';
import { edition2019 } from '../../../server/form/edition-2019';
import { edition2021 } from '../../../server/form/edition-2021';
import { cellAt, type Form, rowAndColumn, type TableId, tableIds, tableOf } from '../../../server/form/form';
import type { Cell } from '../../../server/report/report';
import { figuresOf } from './figures';
import { nowhere, numbered } from './numbered';
import { complaints, definition, resolved, type SchemaNode, schemas, type Version } from './schema';

/** The rows that the trial form has too; only the others may be merged with one of them. */
const trialRows = new Set(edition2019.tables.flatMap(({ rows }) => rows.map(({ id }) => id)));

for (const schema of schemaVersions) {
  for (const form of [edition2021, edition2019]) {
    describe(`the exported JSON, version ${schema}, of the ${form.edition} form`, () => {
      it('has every cell at its path, in the order of the form', () => {
        const expected = form.cells.map(({ path, index }) => [path, index]);
        assert.deepEqual(figuresOf(exportReport(numbered(form), { schema })), expected);
      });

      it('keeps to the schema, also without a single figure or table', () => {
        const empty = { cells: form.cells.map((): Cell => ({ kind: 'blank', span: nowhere })) };
        for (const analysis of [numbered(form), numbered(form, empty), numbered(form, { tables: [] })]) {
          assert.deepEqual(complaints(JSON.parse(exportReport(analysis, { schema })), schema), []);
          const line = exportLine({ file: 'a.txt' }, analysis, { schema });
          assert.deepEqual(complaints(JSON.parse(line), schema), []);
        }
      });

      it('is described by a schema whose keys, their order and their labels are those of the form', () => {
        const described = tableIds.flatMap((id) => tableLeaves(schema, form, id));
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

  describe(`the schema of version ${schema}`, () => {
    const document = () => JSON.parse(exportReport(numbered(edition2021), { schema }));

    it('refuses keys that it does not know and figures that are missing', () => {
      const strange = document();
      strange.applications.received.nobody = 1;
      assert.match(
        complaints(strange, schema).join('\n'),
        /\/applications\/received must NOT have additional properties/,
      );
      const poor = document();
      delete poor.disputes.reconsideration.total;
      assert.match(
        complaints(poor, schema).join('\n'),
        /\/disputes\/reconsideration must have required property 'total'/,
      );
    });

    it('holds a report to the edition that it names', () => {
      assert.notDeepEqual(complaints({ ...document(), edition: '2019' }, schema), []);
    });

    it('lists the sections of the form', () => {
      assert.deepEqual(
        definition(schema, 'section').properties?.id?.enum,
        edition2021.sections.map(({ id }) => id),
      );
    });

    it('has the keys of a document in their order, the file first on a line', () => {
      const all = Object.keys(schemas[schema].properties ?? {});
      const keys = all.slice(2);
      const analysis = numbered(edition2021);
      const spans = schema === '2' ? { start: 0 } : undefined;
      const line = exportLine({ file: '甲.txt', part: 2 }, analysis, { schema, spans });
      assert.deepEqual(Object.keys(JSON.parse(line)), all);
      assert.deepEqual(complaints(JSON.parse(line), schema), []);
      assert.match(line, /^\{"file":"甲\.txt","part":2,[^\n]*\}\n$/);
      const own = keys.filter((key) => key !== 'spans');
      assert.deepEqual(Object.keys(JSON.parse(exportReport(analysis, { schema }))), own);
      const alone = exportLine({ file: '甲.txt' }, analysis, { schema });
      assert.deepEqual(Object.keys(JSON.parse(alone)), ['file', ...own]);
    });
  });
}

/** The cells that a schema describes in one of the tables of an edition. */
function tableLeaves(version: Version, form: Form, id: TableId): Leaf[] {
  const { properties, ...schema } = schemas[version];
  const branch = form.edition === '2021' ? schema.then : schema.else;
  const [table, nothing] = (branch?.properties?.[id] ?? properties?.[id])?.oneOf ?? [];
  assert.deepEqual(nothing, { type: 'null' });
  return schemaLeaves(version, table ?? {}, id);
}

interface Leaf {
  readonly path: string;
  readonly titles: readonly string[];
  /** Whether the row may be null as a whole. */
  readonly mergeable: boolean;
}

function schemaLeaves(
  version: Version,
  outer: SchemaNode,
  path: string,
  above: Pick<Leaf, 'titles' | 'mergeable'> = top,
): Leaf[] {
  const [first, second] = outer.oneOf ?? [];
  if (second) assert.deepEqual(second, { type: 'null' }, path);
  const node = first ? { ...first, title: outer.title ?? '' } : outer;
  const { properties, required, additionalProperties, title = '' } = resolved(version, node);
  const here = { titles: [...above.titles, title], mergeable: above.mergeable || second !== undefined };
  if (!properties) {
    assert.equal(node.$ref, '#/$defs/figure', path);
    return [{ path, ...here }];
  }
  assert.equal(additionalProperties, false, path);
  assert.deepEqual(required, Object.keys(properties), path);
  return Object.entries(properties).flatMap(([key, part]) =>
    schemaLeaves(version, part, `${path}.${key}`, here),
  );
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
});

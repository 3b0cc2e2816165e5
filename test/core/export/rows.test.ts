import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { rowsAs, type Shape } from '../../../server/export/rows';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { fieldsIn } from './fields';

const rendered = (sheet: Sheet): string => layoutCalled('tsv').render(sheet);

const objects = (shape: Shape, ...texts: readonly string[]) => {
  const { one } = rowsAs(shape, 'json');
  const lines = texts.map((text) => one({ file: '甲.txt', analysis: analyze(text) })).join('');
  return lines
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
};

const fields = (shape: Shape, ...texts: readonly string[]): string[][] => {
  const { before, one } = rowsAs(shape, 'csv');
  const lines = texts.map((text) => one({ file: '甲.txt', analysis: analyze(text) }));
  return fieldsIn(before('') + lines.join(''));
};

describe('reports as rows', () => {
  const text = rendered(sheetOf(4, 30));
  const { report } = analyze(text);

  it('have the same columns, whatever a report has, with names that SQL takes without quotes', () => {
    const old = text.replaceAll('2024年', '2020年').replaceAll('2024 年', '2020 年');
    const [one, ...others] = objects('flat', text, old, '一、总体情况\n').map(Object.keys);
    assert.ok(one && one.length > 200);
    for (const other of others) assert.deepEqual(other, one);
    for (const name of one) assert.match(name, /^[a-z]\w*$/iu);
    assert.equal(new Set(one.map((name) => name.toLowerCase())).size, one.length);
  });

  it('have every figure, flat and long, as JSON and as CSV', () => {
    const [flat = {}] = objects('flat', text);
    const long = objects('long', text);
    assert.equal(long.length, report.form.cells.length);
    const [head = [], ...rows] = fields('long', text);
    const [flatHead = [], flatRow = []] = fields('flat', text);
    for (const [index, { path }] of report.form.cells.entries()) {
      const cell = report.cells[index];
      assert.equal(cell?.kind, 'count');
      const { value } = cell;
      const name = path.replaceAll('.', '_');
      assert.equal(flat[name], value);
      assert.deepEqual([long[index]?.cell, long[index]?.figure, long[index]?.state], [name, value, 'count']);
      assert.equal(rows[index]?.[head.indexOf('figure')], String(value));
      assert.equal(flatRow[flatHead.indexOf(name)], String(value));
    }
  });

  it('keep null apart from 0, and say why there is none', () => {
    const cells = ['0', '', '/', '约3', '-', '0', '0'];
    const odd = rendered(
      mapRows(sheetOf(4, 30), (row) => (row.id === 'applications.received' ? { ...row, cells } : row)),
    );
    const own = objects('long', odd).filter(({ cell }) => String(cell).startsWith('applications_received_'));
    assert.deepEqual(
      own.map(({ figure, state, printed }) => [figure, state, printed]),
      [
        [0, 'count', '0'],
        [null, 'blank', ''],
        [null, 'mark', '/'],
        [null, 'text', '约3'],
        [null, 'mark', '-'],
        [0, 'count', '0'],
        [0, 'count', '0'],
      ],
    );
    assert.equal(objects('flat', odd)[0]?.applications_received_commercialEnterprise, null);
  });
});

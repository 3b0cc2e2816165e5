import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { readXml } from '../../../server/documents/containers/xml';
import { bytesOf, readArchive } from '../../../server/documents/containers/zip';
import { exportXlsx } from '../../../server/export/xlsx';
import { valueOf } from '../../../server/report/report';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';

/** The parts of a workbook by name; each must be whole XML. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const archive = readArchive(bytes);
  return new Map(
    archive.entries.map((entry) => {
      const xml = Buffer.from(bytesOf(archive, entry, 1e7)).toString('utf8');
      const open: string[] = [];
      readXml(xml, {
        open: (name) => open.push(name),
        close: (name) => assert.equal(open.pop(), name, entry.name),
        text() {},
      });
      assert.deepEqual(open, [], entry.name);
      return [entry.name, xml];
    }),
  );
}

interface WrittenCell {
  readonly formula: string | undefined;
  readonly value: string;
}

/** The cells of a sheet that say something, by their names. */
const cellsIn = (xml: string): ReadonlyMap<string, WrittenCell> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<f>([^<]*)<\/f>)?(?:<v>|<is><t[^>]*>)([^<]*)</gu)].map(
      ([, name = '', formula, value = '']) => [name, { formula, value }],
    ),
  );

/** What a formula comes to in the cells of its sheet. */
function resultOf(formula: string, cells: ReadonlyMap<string, WrittenCell>): number {
  const [, ranges = ''] = /^SUM\(([^()]*)\)$/u.exec(formula) ?? [];
  const numbers = ranges.split(',').flatMap((range) => {
    const [first = '', last = first] = range.split(':');
    const [from, to] = [first, last].map((name) => ({
      column: [...(/[A-Z]+/u.exec(name)?.[0] ?? '')].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0),
      row: Number(/\d+/u.exec(name)?.[0]),
    })) as [{ column: number; row: number }, { column: number; row: number }];
    return [...cells].flatMap(([name, { value }]) => {
      const column = [...(/[A-Z]+/u.exec(name)?.[0] ?? '')].reduce(
        (sum, c) => sum * 26 + c.charCodeAt(0) - 64,
        0,
      );
      const row = Number(/\d+/u.exec(name)?.[0]);
      const isIn = from.column <= column && column <= to.column && from.row <= row && row <= to.row;
      return isIn && /^-?[\d.]+$/u.test(value) ? [Number(value)] : [];
    });
  });
  return numbers.reduce((sum, each) => sum + each, 0);
}

const written = (sheet: Sheet) => {
  const analysis = analyze(layoutCalled('tsv').render(sheet));
  const parts = partsOf(exportXlsx(analysis));
  const sheets = [1, 2, 3].map((number) => parts.get(`xl/worksheets/sheet${number}.xml`) ?? '');
  return { analysis, parts, sheets, cells: sheets.map(cellsIn) };
};

/** A report in which a figure stands as given. */
const withCell = (sheet: Sheet, row: number, column: number, text: string): Sheet =>
  mapRows(sheet, (each) =>
    each === sheet.rows.applications[row]
      ? { ...each, cells: each.cells.map((cell, at) => (at === column ? text : cell)) }
      : each,
  );

describe('a report as a workbook', () => {
  it('has every figure, and sums as formulas that come to what is printed', () => {
    for (const edition of ['2021', '2019'] as const) {
      const { analysis, cells } = written(sheetOf(4, 90, edition));
      const formulas = cells.flatMap((own) => [...own.values()].filter(({ formula }) => formula));
      const sums = analysis.report.form.equations.filter(({ right }) => right.length === 1);
      assert.equal(formulas.length, new Set(sums.map(({ right }) => right[0])).size);
      for (const own of cells)
        for (const { formula, value } of own.values())
          if (formula) assert.equal(resultOf(formula, own), Number(value), formula);
      const figures = cells.flatMap((own) =>
        [...own.values()].flatMap(({ value }) => (/^-?[\d.]+$/u.test(value) ? [Number(value)] : [])),
      );
      assert.deepEqual(figures, analysis.report.cells.map(valueOf));
    }
  });

  it('keeps a total that is not the sum, and says so beside it', () => {
    const { cells, parts } = written(withCell(sheetOf(4, 30), 0, 6, '999'));
    const [total] = [...(cells[1] ?? [])].filter(([, { value }]) => value === '999');
    assert.deepEqual(total?.[1], { formula: undefined, value: '999' });
    assert.match(
      parts.get('xl/comments2.xml') ?? '',
      new RegExp(`ref="${total?.[0]}".*「本年新收」行各项之和为 \\d+，年报写的是 999`, 'u'),
    );
    assert.ok(parts.has('xl/drawings/vmlDrawing2.vml') && !parts.has('xl/comments1.xml'));
  });

  it('keeps what is no number as it stands, and nothing that begins like a formula is one', () => {
    const sheet = withCell(withCell(withCell(sheetOf(4, 30), 0, 0, '/'), 0, 1, '约3'), 0, 2, '');
    const { cells, sheets, analysis } = written({
      ...sheet,
      title: ['=HYPERLINK("x")&年政府信息公开工作年度报告'],
    });
    const values = [...(cells[1] ?? []).values()].map(({ value }) => value);
    assert.ok(values.includes('/') && values.includes('约3'));
    assert.ok(!sheets.some((xml) => /<f>(?!SUM\()/u.test(xml)));
    const total = [...(cells[1] ?? [])].find(([name]) => name.startsWith('J'));
    assert.ok(total && analysis.report.tables.length === 3);
  });

  it('has each table on a page with its head, and the title once', () => {
    const { sheets, parts } = written(sheetOf(4, 30));
    assert.equal(sheets.filter((xml) => xml.includes('<is><t xml:space="preserve">南州市')).length, 1);
    for (const xml of sheets) assert.match(xml, /<mergeCell [\s\S]*<pageSetup paperSize="9"/u);
    assert.match(
      parts.get('xl/workbook.xml') ?? '',
      /name="表二"[\s\S]*name="表三"[\s\S]*name="表四"[\s\S]*Print_Titles/u,
    );
  });

  it('is a workbook even of what has no tables', () => {
    const parts = partsOf(exportXlsx(analyze('一、总体情况\n没有表格。\n')));
    assert.ok(parts.has('xl/worksheets/sheet1.xml') && !parts.has('xl/worksheets/sheet2.xml'));
  });
});

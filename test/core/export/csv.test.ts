import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { exportedAs } from '../../../server/export/exporting';
import { layoutCalled } from '../support/layouts';
import { mapRows, type Sheet, sheetOf } from '../support/layouts/sheet';
import { fieldsIn } from './fields';

const csvOf = (text: string, file = '甲.txt'): string =>
  exportedAs('csv', [{ file, analysis: analyze(text) }]).content as string;

const rendered = (sheet: Sheet): string => layoutCalled('tsv').render(sheet);

describe('a report as CSV', () => {
  it('has a line for each cell of the form, whatever the report has', () => {
    const text = csvOf(rendered(sheetOf(4, 30)));
    assert.ok(text.startsWith('\ufeff文件,份,机关,年度,格式,表,行,列,单位,数,情况,原文,标识\r\n'));
    assert.ok(!/[^\r]\n/u.test(text));
    const records = fieldsIn(text);
    assert.ok(records.every((fields) => fields.length === 13));
    assert.equal(records.length, fieldsIn(csvOf('一、总体情况\n')).length);
    assert.ok(
      fieldsIn(csvOf('一、总体情况\n'))
        .slice(1)
        .every((fields) => fields[10] === '缺' && fields[9] === ''),
    );
  });

  it('tells blanks, marks, words and zeros apart', () => {
    const texts = ['0', '', '/', '约3', '-'];
    const text = rendered(
      mapRows(sheetOf(4, 30), (row) =>
        row.id === 'applications.received' ? { ...row, cells: [...texts, '0', '0'] } : row,
      ),
    );
    const own = fieldsIn(csvOf(text)).filter((fields) => fields[12]?.startsWith('applications.received.'));
    assert.deepEqual(
      own.slice(0, texts.length).map((fields) => fields.slice(9, 12)),
      [
        ['0', '数字', '0'],
        ['', '空白', ''],
        ['', '记号', '/'],
        ['', '文字', '约3'],
        ['', '记号', '-'],
      ],
    );
  });

  it('has no field that a spreadsheet would take for a formula', () => {
    for (const name of ['=1+1', '+A1', '-A1', '@SUM(A1)', '＝1', '=cmd|"/c calc"!A1,x']) {
      const text = csvOf(rendered(sheetOf(4, 30)), `${name}.txt`);
      const [, line = ''] = text.split('\r\n');
      assert.match(line, /^"?'/u);
      assert.equal(fieldsIn(text)[1]?.[0], `${name}.txt`);
    }
  });

  it('has the reports of a file one behind the other under one head', () => {
    const reports = [1, 2].map((part) => ({
      file: '甲.txt',
      part,
      analysis: analyze(rendered(sheetOf(part, 30))),
    }));
    const records = fieldsIn(exportedAs('csv', reports).content as string);
    assert.deepEqual([...new Set(records.map((fields) => fields[1]))], ['份', '1', '2']);
  });
});

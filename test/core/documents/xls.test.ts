import assert from 'node:assert/strict';
import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx';
import { UnreadableDocument } from '../../../server/documents/containers/unreadable';
import { readXls } from '../../../server/documents/sheets/xls';

/** A workbook in the binary format, with its sheets by their names; those named `hidden` are not shown. */
function xls(sheets: Readonly<Record<string, WorkSheet>>, hidden: readonly string[] = []): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = {
    Sheets: book.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })),
  };
  return write(book, { bookType: 'biff8', type: 'buffer' });
}

const rowsOf = (...rows: readonly (readonly unknown[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]));
const merged = (sheet: WorkSheet, ...ranges: readonly string[]): WorkSheet => ({
  ...sheet,
  '!merges': ranges.map((range) => utils.decode_range(range)),
});

describe('workbooks of Excel 97 to 2003', () => {
  it('say merged cells once, and keep a place for each column and each empty cell', () => {
    const sheet = merged(
      rowsOf(['三、收到情况'], ['新收', '自然人', '', '总计'], ['', 3, null, 3], ['', '', 0, 0]),
      'A2:A4',
      'B2:C2',
    );
    assert.equal(
      readXls(xls({ 表三: sheet })).text,
      '三、收到情况\n新收\t自然人\t\t总计\n\t3\t\t3\n\t\t0\t0\n',
    );
  });

  it('show numbers as their formats do, what formulas gave, and no hidden sheet', () => {
    const sheet = rowsOf(['费用', 1.5, 0.256, 1234]);
    const formats: Readonly<Record<string, Partial<CellObject>>> = {
      B1: { z: '0.00' },
      C1: { z: '0.0%' },
      D1: { z: '#,##0', f: '1233+1' },
    };
    for (const [place, format] of Object.entries(formats)) Object.assign(sheet[place], format);
    assert.equal(readXls(xls({ 甲: sheet, 乙: rowsOf(['暗']) }, ['乙'])).text, '费用\t1.50\t25.6%\t1,234\n');
  });

  it('name the cell of a place as people do', () => {
    const { slots } = readXls(xls({ 表三: rowsOf(['新收', 3], ['结转', 4]) }));
    assert.deepEqual(
      slots.map(({ place }) => place),
      ['工作表「表三」A1', '工作表「表三」B1', '工作表「表三」A2', '工作表「表三」B2'],
    );
  });

  it('are refused in a sentence where they are broken', () => {
    const whole = xls({ 表三: rowsOf(['新收', 3], ['结转', 4]) });
    for (let length = 0; length < whole.length; length += 97)
      try {
        readXls(whole.slice(0, length));
      } catch (error) {
        assert.ok(error instanceof UnreadableDocument, String(error));
      }
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskHtml } from '../../../server/parse/view/mask-html';

/** The cells of a page whose place is known, a row a line: `column text`. */
function laidOut(page: string): string[] {
  const { text, rows } = maskHtml(page);
  return rows.map(({ cells }) =>
    cells
      .map(({ column, start, end }) => `${column}${text.slice(start, end).replace(/[\0\s]/gu, '')}`)
      .join(' '),
  );
}

const pages: readonly (readonly [what: string, page: string, rows: readonly string[]])[] = [
  [
    'a cell over several rows moves the rows below it to the right',
    '<table><tr><td rowspan=3>甲<td>乙<tr><td>丙<tr><td>丁<tr><td>戊</table>',
    ['0甲 1乙', '1丙', '1丁', '0戊'],
  ],
  [
    'a cell over several columns',
    '<table><tr><td colspan="2">甲</td><td>乙</td></tr><tr><td>丙</td><td></td><td>丁</td></tr></table>',
    ['0甲 2乙', '0丙 1 2丁'],
  ],
  [
    'a cell over rows and columns among others',
    '<table><tr><td>甲<td rowspan=2 colspan=2>乙<td>丙<tr><td>丁<td>戊</table>',
    ['0甲 1乙 3丙', '0丁 3戊'],
  ],
  [
    'no rows are all the rows that follow',
    '<table><tr><td rowspan="0">甲<td>乙<tr><td>丙<tr><td>丁</table>',
    ['0甲 1乙', '1丙', '1丁'],
  ],
  [
    'a group of rows ends what reaches over it',
    '<table><thead><tr><td rowspan=9>甲<td>乙<tbody><tr><td>丙<td>丁</tbody><tfoot><tr><td>戊</table>',
    ['0甲 1乙', '0丙 1丁', '0戊'],
  ],
  [
    'attributes in any case, with any quotes or none, the first of two',
    "<TABLE><TR><TD ROWSPAN='2' rowspan=9>甲<TD ColSpan = 2 >乙<TD>丙<TR><TD>丁</TABLE>",
    ['0甲 1乙 3丙', '1丁'],
  ],
  [
    'what is no number is one, and what follows a number does not count',
    '<table><tr><td colspan=abc rowspan>甲<td colspan="-3">乙<td colspan=0>丙<td colspan="+2.5列">丁<td>戊</table>',
    ['0甲 1乙 2丙 3丁 5戊'],
  ],
  [
    'spans without bounds',
    '<table><tr><td colspan=99999999999>甲<td rowspan=1000000>乙<tr><td>丙</table>',
    ['0甲 1000乙', '0丙'],
  ],
  [
    'cells without a row, and a row without cells',
    '<table><td>甲<td>乙<tr></tr><tr><td>丙</table>',
    ['0甲 1乙', '0丙'],
  ],
  [
    'a tag of a cell that closes itself',
    '<table><tr><td/><td rowspan="2"/><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>',
    ['0 1 2甲', '0乙 2丙'],
  ],
  [
    'a table in a cell is a table of its own, and its cell a part of the page',
    '<table><tr><td>外<table><tr><td rowspan=2>内<td>1<tr><td>2</table></td><td>边</td></tr><tr><td>下</td></tr></table>',
    ['0内 11', '12', '0下'],
  ],
  [
    'a row that only holds the widths of columns is none',
    "<table><tr><td>甲<td>乙</tr><tr height=0><td><td></tr><tr style='DISPLAY: none'><td><td></tr></table>",
    ['0甲 1乙'],
  ],
  ['broken off', '<table><tr><td>甲<td>乙', ['0甲 1乙']],
];

describe('the place of a cell in a web page', () => {
  for (const [what, page, rows] of pages)
    it(what, () => {
      assert.deepEqual(laidOut(page), rows);
    });

  it('is told for cells that stand in the page in their order, within its length', () => {
    const piece = fc.constantFrom(
      ...[
        '<table>',
        '</table>',
        '<tr>',
        '</tr>',
        '<td>',
        '</td>',
        '<th rowspan=2>',
        '<td colspan=3>',
        '<tbody>',
      ],
      ...['<p>', '<br>', '甲', '1', '\n', '&nbsp;', '<td/>', '<script>', '</script>', '<td rowspan="0">'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const { text, rows } = maskHtml(pieces.join(''));
        let last = 0;
        for (const row of rows) {
          assert.ok(row.start >= last && row.end <= text.length);
          assert.ok(!text.slice(row.start, row.end).includes('\n'), 'a row is one line');
          let column = -1;
          last = row.start;
          for (const cell of row.cells) {
            assert.ok(cell.start >= last && cell.end >= cell.start && cell.end <= row.end);
            assert.ok(cell.column > column, 'no cell stands on another');
            ({ column } = cell);
            last = cell.end;
          }
        }
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('costs no more where cells reach very far', () => {
    const time = (page: string): number => {
      const start = performance.now();
      maskHtml(page);
      return performance.now() - start;
    };
    const rows = (cell: string): string => `<table>${`<tr>${cell.repeat(20)}</tr>`.repeat(1000)}</table>`;
    const plain = time(rows('<td colspan="2" rowspan="3">1</td>'));
    assert.ok(time(rows('<td colspan="1000" rowspan="65534">1</td>')) < 20 * plain + 200);
  });
});

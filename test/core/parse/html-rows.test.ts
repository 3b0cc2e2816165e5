import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { expectationOf, wrongCells } from '../support/expectation';
import { flat, type Grid, type GridCell, type GridRow } from '../support/layouts/grid';
import { cleanPage } from '../support/layouts/html';
import type { Layout } from '../support/layouts/page';
import { mapRows, sheetOf } from '../support/layouts/sheet';

type Print = (row: GridRow, above: readonly (GridCell | undefined)[]) => readonly string[];

/** How the rows of 表三 stand in the source of a page that has no rowspan: what stands for the label of a group in each. */
const ways: Readonly<Record<string, Print>> = {
  'in its first row only': (row) => row.map(({ text }) => text),
  'repeated in each row': (row, above) => [
    ...above.flatMap((cell) => cell?.text ?? []),
    ...row.map(({ text }) => text),
  ],
  'with empty cells for it': (row, above) => [
    ...above.flatMap((cell) => (cell ? '' : [])),
    ...row.map(({ text }) => text),
  ],
  'with three cells for labels in each row': (row, above) => {
    const labels = [
      ...above.flatMap((cell) => (cell ? '' : [])),
      ...row.flatMap(({ role, text }) => (role === 'value' ? [] : text)),
    ];
    const figures = row.flatMap(({ role, text }) => (role === 'value' ? text : []));
    return [...labels, ...Array.from({ length: 3 - labels.length }, () => ''), ...figures];
  },
};

const td = (text: string, attributes = ''): string => `<td${attributes}>${flat(text)}</td>`;

function bodyOf({ body }: Grid, print: Print): string[] {
  let above: readonly { readonly cell: GridCell; readonly left: number }[] = [];
  return body.map((row) => {
    const cells = print(
      row,
      above.map(({ cell }) => cell),
    );
    above = [
      ...above,
      ...row.flatMap((cell) => (cell.role === 'value' ? [] : { cell, left: cell.rows })),
    ].flatMap(({ cell, left }) => (left > 1 ? { cell, left: left - 1 } : []));
    return `<tr>${cells.map((text) => td(text)).join('')}</tr>`;
  });
}

const layoutOf = (print: Print, spans: boolean): Layout =>
  cleanPage('html-rows', (grid) => {
    const isPlain = grid.table !== 'applications';
    const spanned = ({ text, columns, rows }: GridCell): string =>
      td(text, ` colspan="${columns}" rowspan="${rows}"`);
    const row = (cells: GridRow, whole: boolean): string =>
      `<tr>${cells.map((cell) => (whole ? spanned(cell) : td(cell.text))).join('')}</tr>`;
    const body = isPlain ? grid.body.map((cells) => row(cells, true)) : bodyOf(grid, print);
    return ['<table>', ...grid.head.map((cells) => row(cells, isPlain || spans)), ...body, '</table>'];
  });

describe('表三 in the source of a page without rowspan', function () {
  this.timeout(60_000);

  for (const [name, print] of Object.entries(ways))
    for (const spans of [true, false])
      it(`is laid out by its labels, the group's ${name}${spans ? '' : ', under a head without spans'}`, () => {
        for (const [seed, zero] of ['0', '', '-', ''].entries()) {
          const filled = sheetOf(seed + 2, 30, seed === 3 ? '2019' : '2021');
          const sheet = mapRows(filled, (row) => ({
            ...row,
            cells: row.cells.map((cell) => (cell === '0' && row.id.startsWith('applications') ? zero : cell)),
          }));
          const page = layoutOf(print, spans);
          const { report, findings } = analyze(page.render(sheet));
          assert.deepEqual(wrongCells(report, expectationOf(sheet, page)), [], zero);
          assert.deepEqual(
            findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
            [],
          );
        }
      });
});

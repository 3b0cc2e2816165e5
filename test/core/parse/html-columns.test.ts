import assert from 'node:assert/strict';
import { analyze } from '../../../server/analysis';
import { expectationOf, wrongCells } from '../support/expectation';
import { flat, type GridCell, type GridRow } from '../support/layouts/grid';
import { cleanPage } from '../support/layouts/html';
import type { Layout } from '../support/layouts/page';
import { mapRows, sheetOf } from '../support/layouts/sheet';

type Rows = readonly GridRow[];
/** What is done to the rows of 表三 below its head, and to the head, by their place. */
interface Change {
  readonly body?: (row: GridRow, at: number, rows: Rows) => GridRow;
  readonly head?: (row: GridRow, at: number) => GridRow;
}

const empty = (columns = 1, rows = 1): GridCell => ({ text: '', columns, rows, role: 'value', lost: false });
const firstFigure = (row: GridRow): number => row.findIndex(({ role }) => role === 'value');
const isEmpty = (cell: GridCell | undefined): boolean => cell?.role === 'value' && cell.text === '';

/** Empty cells side by side as one that spans their columns. */
const merged = (row: GridRow): GridRow =>
  row.reduce<GridCell[]>((cells, cell) => {
    const last = cells.at(-1);
    if (last && isEmpty(last) && isEmpty(cell)) cells[cells.length - 1] = empty(last.columns + 1);
    else cells.push(cell);
    return cells;
  }, []);

/** Empty cells below each other in the column `from` behind the label, those of two rows as one. */
const joined =
  (from: number): NonNullable<Change['body']> =>
  (row, at, rows) => {
    const [top, bottom] = [at - (at % 2), at - (at % 2) + 1].map((each) => rows[each] ?? []);
    const cellIn = (each: GridRow | undefined): GridCell | undefined => each?.[firstFigure(each) + from];
    if (!isEmpty(cellIn(top)) || !isEmpty(cellIn(bottom))) return row;
    return row.toSpliced(firstFigure(row) + from, 1, ...(at % 2 === 0 ? [empty(1, 2)] : []));
  };

const changes: Readonly<Record<string, Change>> = {
  'an empty cell more behind each row': {
    body: (row) => [...row, empty()],
    head: (row) => [...row, empty()],
  },
  'two empty cells more behind the rows below the head': { body: (row) => [...row, empty(), empty()] },
  'a hard blank behind the rows below the head': { body: (row) => [...row, { ...empty(), text: '&nbsp;' }] },
  'an empty cell more behind some rows': { body: (row, at) => (at % 3 === 1 ? [...row, empty()] : row) },
  'a column 备注 that is empty': {
    body: (row) => [...row, empty()],
    head: (row, at) => (at === 0 ? [...row, { ...empty(1, 3), text: '备注' }] : row),
  },
  'a column 备注 with words in some rows': {
    body: (row, at) => [...row, { ...empty(), text: at % 4 === 1 ? '见附件说明' : '' }],
    head: (row, at) => (at === 0 ? [...row, { ...empty(1, 3), text: '备注' }] : row),
  },
  'an empty column before the labels': {
    body: (row) => [empty(), ...row],
    head: (row) => [empty(), ...row],
  },
  'an empty column between labels and figures': {
    body: (row) => row.toSpliced(firstFigure(row), 0, empty()),
    head: (row, at) => (at === 0 ? row.toSpliced(1, 0, empty(1, 3)) : row),
  },
  'empty columns before the figures and behind them': {
    body: (row) => [...row.toSpliced(firstFigure(row), 0, empty()), empty()],
    head: (row, at) => (at === 0 ? row.toSpliced(1, 0, empty(1, 3)) : row),
  },
  'an empty cell more before the figures of some rows': {
    body: (row, at) => (at % 3 === 1 ? row.toSpliced(firstFigure(row), 0, empty()) : row),
  },
  'an empty cell of two rows among the first figures': { body: joined(0) },
  'an empty cell of two rows among the figures': { body: joined(3) },
  'its empty cells merged': { body: merged },
  'its empty cells merged, and one more behind each row': { body: (row) => [...merged(row), empty()] },
};

const td = ({ text, columns, rows }: GridCell): string =>
  `<td colspan="${columns}" rowspan="${rows}">${text === '&nbsp;' ? text : flat(text)}</td>`;

const htmlOf = (rows: Rows): string[] => rows.map((row) => `<tr>${row.map(td).join('')}</tr>`);

const layoutOf = ({ body, head }: Change): Layout =>
  cleanPage('html-columns', (grid) => {
    const isOther = grid.table !== 'applications';
    const changed = (rows: Rows, change: Change['body']): Rows =>
      isOther || !change ? rows : rows.map((row, at) => change(row, at, rows));
    return ['<table>', ...htmlOf(changed(grid.head, head)), ...htmlOf(changed(grid.body, body)), '</table>'];
  });

/** The sheet of a seed with something else for 0 in 表三. */
const printed = (seed: number, zero: string, totals: boolean) =>
  mapRows(sheetOf(seed, 30, '2021'), (row) => ({
    ...row,
    cells: row.cells.map((cell, at) =>
      cell === '0' && row.id.startsWith('applications') && (totals || at < 6) ? zero : cell,
    ),
  }));

describe('表三 in the source of a page, below the columns of its head', function () {
  this.timeout(60_000);

  for (const [name, change] of Object.entries(changes))
    it(`is read by them with ${name}`, () => {
      const page = layoutOf(change);
      for (const seed of [2, 3, 4, 5]) {
        const sheet = printed(seed, seed === 2 ? '0' : '', seed > 3);
        const { report, findings } = analyze(page.render(sheet));
        assert.deepEqual(wrongCells(report, expectationOf(sheet, page)), [], `${seed}`);
        const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
        assert.deepEqual(errors, [], `${seed}`);
      }
    });
});

import type { Row } from '../../../form/form';
import type { Repair } from '../../../report/finding';
import { brokenCount, withCounts } from '../../../report/implied';
import type { TableReading } from '../../../report/report';
import type { Context } from '../../rule';
import { addedRows } from './added-rows';
import type { Values } from './insert';

// What is said and offered of rows that a table lacks.

/** The cells of rows, by index. */
export const cellsOf = (rows: readonly Row[]): number[] =>
  rows.flatMap(({ firstCell, columns }) => columns.map((_, column) => firstCell + column));

/** Rows as messages name them: 「规章」行, or  2 行（「…」、「…」）. */
export function namesOf(rows: readonly Row[]): string {
  const names = rows.map(({ name }) => `「${name}」`).join('、');
  return rows.length === 1 ? `${names}行` : ` ${rows.length} 行（${names}）`;
}

/** What the equations imply for the cells of lost rows, to be added to a sentence; empty where they do not tell of all. */
export function impliedInWords(cells: readonly number[], implied: Values): string {
  if (implied.size < cells.length) return '';
  const values = cells.map((index) => implied.get(index) ?? 0);
  return values.every((value) => value === 0)
    ? '，由合计推出各格都是 0'
    : `，由合计推出应为 ${values.join('、')}`;
}

/**
 * The repair that adds rows: with what the equations imply, and 0 where no equation knows the cell; cells of which the equations ask for
 * something that cannot be told stay blank. None where the table does not show how its rows are written.
 */
export function repairsOf(
  context: Context,
  table: TableReading,
  rows: readonly Row[],
  implied: Values,
): Repair[] {
  const { report } = context;
  const cells = cellsOf(rows);
  const unwatched = cells.filter((index) => !report.form.equationsOf[index]?.length);
  const values = new Map([...unwatched.map((index) => [index, 0] as const), ...implied]);
  const edits = addedRows(context, table, rows, values);
  if (!edits) return [];
  const isCertain = implied.size === cells.length && brokenCount(withCounts(report, implied), table.id) === 0;
  const names = rows.map(({ name }) => `「${name}」`).join('');
  return [
    {
      title: `补上${names}行${how(cells, implied, values)}`,
      confidence: isCertain ? 'unique' : 'possible',
      edits,
    },
  ];
}

function how(cells: readonly number[], implied: Values, values: Values): string {
  if (values.size < cells.length) return '，推不出的格留空';
  const numbers = cells.map((index) => values.get(index) ?? 0);
  const said = numbers.every((value) => value === 0) ? '，各格填 0' : `：${numbers.join('、')}`;
  return implied.size === cells.length ? `${said}（由合计推出）` : `${said}（请按实际核对）`;
}

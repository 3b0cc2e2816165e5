import type { Row, TableId } from '../../../form/form';
import type { Repair } from '../../../report/finding';
import { brokenCount, withCounts } from '../../../report/implied';
import type { TableReading } from '../../../report/report';
import { inARow, tableInWords } from '../../../report/told';
import { listed, say } from '../../../text/say';
import type { Context } from '../../rule';
import { addedRows } from './added-rows';
import type { Values } from './insert';

// What is said and offered of rows that a table lacks.

/** The cells of rows, by index. */
export const cellsOf = (rows: readonly Row[]): number[] =>
  rows.flatMap(({ firstCell, columns }) => columns.map((_, column) => firstCell + column));

/** What rows a table lacks: 表二缺少「规章」行, or 表三缺少 2 行（「…」、「…」）; `more` is added to it. */
export function lackInWords(id: TableId, rows: readonly Row[], more: string): string {
  const names = listed(rows.map(({ name }) => `「${name}」`));
  return rows.length === 1
    ? say`${tableInWords(id)}缺少${names}行${more}`
    : say`${tableInWords(id)}缺少 ${rows.length} 行（${names}）${more}`;
}

/** What the equations imply for the cells of lost rows, to be added to a sentence; empty where they do not tell of all. */
export function impliedInWords(cells: readonly number[], implied: Values): string {
  if (implied.size < cells.length) return '';
  const values = cells.map((index) => implied.get(index) ?? 0);
  return values.every((value) => value === 0)
    ? say`，由合计推出各格都是 0`
    : say`，由合计推出应为 ${listed(values)}`;
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
  const names = inARow(rows.map(({ name }) => `「${name}」`));
  return [
    {
      title: say`补上${names}行${how(cells, implied, values)}`,
      confidence: isCertain ? 'unique' : 'possible',
      edits,
    },
  ];
}

function how(cells: readonly number[], implied: Values, values: Values): string {
  if (values.size < cells.length) return say`，推不出的格留空`;
  const numbers = cells.map((index) => values.get(index) ?? 0);
  const isImplied = implied.size === cells.length;
  if (numbers.every((value) => value === 0))
    return isImplied ? say`，各格填 0（由合计推出）` : say`，各格填 0（请按实际核对）`;
  return isImplied ? say`：${listed(numbers)}（由合计推出）` : say`：${listed(numbers)}（请按实际核对）`;
}

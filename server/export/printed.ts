import { type TableId, tableIds, tableOf } from '../form/form';
import { type Cell, type Report, tableReading } from '../report/report';
import { lineIn } from '../text/plain';
import { say } from '../text/say';

/** What stands in a cell, word for word; empty where nothing does, where the report does not have it, or where it could not be told. */
export function printedIn({ shown, cells }: Report, index: number): string {
  const cell = cells[index];
  if (!cell || cell.kind === 'absent' || cell.kind === 'unread' || cell.kind === 'merged') return '';
  // Of a number that is broken over lines only a piece has a place.
  if (cell.kind === 'count' && cell.broken) return String(cell.value);
  return lineIn(shown, ('printed' in cell && cell.printed) || cell.span);
}

/** What of a report has no place in its tables: sentences for people. */
export const unplacedOf = ({ form, tables, unread }: Report): string[] => [
  ...tables.flatMap(({ id, unplaced }) =>
    unplaced.length > 0
      ? [say`${tableOf(form, id).name}里有 ${unplaced.length} 个数没有归入任何一格，没有写进去`]
      : [],
  ),
  ...(unread ? [say`文件后面还有没有读的文字，没有写进去`] : []),
];

/** What of the form's tables a report does not have, in the same way. */
export const missingOf = (report: Report): string[] => tableIds.flatMap((id) => missingIn(report, id));

function missingIn(report: Report, id: TableId): string[] {
  const { name } = tableOf(report.form, id);
  if (!tableReading(report, id)) return [say`没有找到${name}，没有写进去`];
  const countOf = (kind: Cell['kind']): number =>
    report.form.cells.filter(({ table, index }) => table === id && report.cells[index]?.kind === kind).length;
  const [missing, unread, merged] = [countOf('absent'), countOf('unread'), countOf('merged')];
  return [
    ...(merged > 0 ? [say`${name}有 ${merged} 格原文里并在别的行，留空`] : []),
    ...(missing > 0 ? [say`${name}有 ${missing} 格原文里没有，留空`] : []),
    ...(unread > 0 ? [say`${name}有 ${unread} 格看不出填的是哪个数，留空`] : []),
  ];
}

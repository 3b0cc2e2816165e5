import type { TableId } from '../../../form/form';
import { type Report, valueOf } from '../../../report/report';
import type { Span } from '../../../text/span';

/** Whether there are about as many figures left over as cells: another year's, printed beside them. */
export function isSecondSet({ form, cells }: Report, id: TableId, left: number): boolean {
  const read = form.cells.filter(({ table, index }) => table === id && valueOf(cells[index]) !== null).length;
  return left >= fewestOfSet && left >= read * 0.8;
}
const fewestOfSet = 20;

/** Whether of two sets the one behind was read, as the first figure of the other stands before it. */
export function isBehind({ form, cells }: Report, id: TableId, { start }: Span): boolean {
  const index = form.cells.find(({ table }) => table === id)?.index ?? -1;
  return (cells[index]?.span.start ?? 0) > start;
}

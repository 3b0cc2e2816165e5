import type { Table } from '../../form/form';
import type { Span } from '../../text/span';
import type { Item } from '../tokens/item';
import type { Region } from './region';
import { type Band, columnShare, type Hit, type LabelledTable } from './run';

/** Where the label of a row stands, and whether in full, or only words that resemble it. */
export interface RowLabel extends Span {
  readonly full: boolean;
}

/** Where each row's label stands: the last one in full, or all its pieces. */
export function labelSpans(
  bands: readonly Band[],
  rest: readonly Hit[],
  { rows }: LabelledTable,
): ReadonlyMap<number, RowLabel> {
  const spans = new Map<number, RowLabel>();
  const all = [...bands.flatMap(({ hits }) => hits), ...rest];
  const head = Math.min(...all.filter(({ share }) => share === 1).map(({ token }) => token.start));
  const add = ({ row: index, share, token: { start, end } }: Hit): void => {
    const known = rows[index];
    if (!known || (known.row < 0 && known.id !== 'other')) return;
    // 其他 and 总计 before all rows are the labels of columns.
    if (share === columnShare && start < head) return;
    const before = spans.get(known.row);
    const full = share === 1;
    if (!before || full) spans.set(known.row, { start, end, full });
    else if (!before.full) {
      spans.set(known.row, { start: Math.min(before.start, start), end: Math.max(before.end, end), full });
    }
  };
  for (const hit of all) add(hit);
  return spans;
}

/** The label of a column, with the columns of its cell where the source tells them (`columns` is 0 where not). */
export interface ColumnLabel {
  readonly id: string;
  readonly span: Span;
  readonly column: number;
  readonly columns: number;
}

/** The labels of columns in a region. */
export function columnLabels(items: readonly Item[], region: Region, table: Table): ColumnLabel[] {
  const labels: ColumnLabel[] = [];
  for (let index = region.from; index < region.to; index++) {
    const item = items[index];
    for (const meaning of item?.meanings ?? []) {
      if (item && meaning.kind === 'column' && meaning.table === table.id) {
        const { start, end, cell: column, columns } = item.token;
        labels.push({ id: meaning.id, span: { start, end }, column, columns });
      }
    }
  }
  return labels;
}

/** The columns whose labels are labels of rows, too. */
export const shared = new Set(['total', 'other']);

import type { Table } from '../form/form';
import type { TableReading } from '../report/report';
import type { Span } from '../text/span';
import type { Band, Hit, LabelledTable } from './bands';
import type { Item } from './items';
import type { Region } from './regions';

/** Where each row's label stands: the last one in full, or all its pieces. */
export function labelSpans(
  bands: readonly Band[],
  rest: readonly Hit[],
  { rows }: LabelledTable,
): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span & { full: boolean }>();
  const add = ({ row: index, share, token: { start, end } }: Hit): void => {
    const known = rows[index];
    if (!known || (known.row < 0 && known.id !== 'other')) return;
    const before = spans.get(known.row);
    const full = share === 1;
    if (!before || full) spans.set(known.row, { start, end, full });
    else if (!before.full) {
      spans.set(known.row, { start: Math.min(before.start, start), end: Math.max(before.end, end), full });
    }
  };
  for (const { hits } of bands) for (const hit of hits) add(hit);
  for (const hit of rest) add(hit);
  return spans;
}

/** The labels of columns in a region. */
export function columnLabels(items: readonly Item[], region: Region, table: Table): TableReading['columns'] {
  const columns: { id: string; span: Span }[] = [];
  for (let index = region.from; index < region.to; index++) {
    const item = items[index];
    for (const meaning of item?.meanings ?? []) {
      if (item && meaning.kind === 'column' && meaning.table === table.id) {
        columns.push({ id: meaning.id, span: { start: item.token.start, end: item.token.end } });
      }
    }
  }
  return columns;
}

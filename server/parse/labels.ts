import type { Table } from '../form/form';
import type { TableReading } from '../report/report';
import type { Span } from '../text/span';
import { type Band, columnShare, type Hit, type LabelledTable } from './bands';
import type { Item } from './items';
import type { Region } from './regions';

/** Where each row's label stands: the last one in full, or all its pieces. */
export function labelSpans(
  bands: readonly Band[],
  rest: readonly Hit[],
  { rows }: LabelledTable,
): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span & { full: boolean }>();
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

/** The five classes of 法人或其他组织, whose columns some reports print in an order of their own. */
const fewestColumns = 5;

/**
 * The order in which a table prints the columns that only it names (not 总计 and 其他, which other labels share): for every column of
 * the form the place of its figures. The form's own order unless the head names each of them once, and otherwise.
 */
export function columnOrder(
  columns: TableReading['columns'],
  table: Table,
  firstLabel: number,
): readonly number[] {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const natural = ids.map((_, index) => index);
  const named = columns
    .filter(({ id, span }) => span.end <= firstLabel && ids.includes(id) && !shared.has(id))
    .map(({ id }) => id);
  const own = ids.filter((id) => !shared.has(id));
  if (own.length < fewestColumns || named.length !== own.length || new Set(named).size !== own.length)
    return natural;
  return natural.map((index) =>
    own.includes(ids[index] ?? '') ? ids.indexOf(own[named.indexOf(ids[index] ?? '')] ?? '') : index,
  );
}

/** The order of columns if the total, which a head may name before all of them, stands first; undefined where it does not name it so. */
export function totalFirst(columns: TableReading['columns'], table: Table): readonly number[] | undefined {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const named = columns.filter(({ id }) => ids.includes(id)).sort((a, b) => a.span.start - b.span.start);
  if (ids.at(-1) !== 'total' || named[0]?.id !== 'total' || named.length < ids.length) return undefined;
  return ids.map((_, index) => (index + 1) % ids.length);
}

const shared = new Set(['total', 'other']);

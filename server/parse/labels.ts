import type { Table } from '../form/form';
import type { Span } from '../text/span';
import { type Band, columnShare, type Hit, type LabelledTable } from './bands';
import type { Item } from './items';
import type { Region } from './regions';

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

/** The five classes of 法人或其他组织, whose columns some reports print in an order of their own. */
const fewestColumns = 5;

/**
 * The order in which a table prints the columns that only it names (not 总计 and 其他, which other labels share; those too where the
 * source tells in which column each label stands): for every column of the form the place of its figures. The form's own order unless
 * the head names each of them once, and otherwise.
 */
export function columnOrder(
  columns: readonly ColumnLabel[],
  table: Table,
  firstLabel: number,
): readonly number[] {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const natural = ids.map((_, index) => index);
  const head = columns.filter(({ id, span }) => span.end <= firstLabel && ids.includes(id));
  const isKnown = head.every(({ columns: count }) => count > 0);
  const own = isKnown ? ids : ids.filter((id) => !shared.has(id));
  const named = (isKnown ? [...head].sort((a, b) => a.column - b.column) : head)
    .filter(({ id }) => own.includes(id))
    .map(({ id }) => id);
  if (own.length < fewestColumns || named.length !== own.length || new Set(named).size !== own.length)
    return natural;
  return natural.map((index) =>
    own.includes(ids[index] ?? '') ? ids.indexOf(own[named.indexOf(ids[index] ?? '')] ?? '') : index,
  );
}

/** The order of columns if the total, which a head may name before all of them, stands first; undefined where it does not name it so. */
export function totalFirst(columns: readonly ColumnLabel[], table: Table): readonly number[] | undefined {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const named = columns.filter(({ id }) => ids.includes(id)).sort((a, b) => a.span.start - b.span.start);
  if (ids.at(-1) !== 'total' || named[0]?.id !== 'total' || named.length < ids.length) return undefined;
  return ids.map((_, index) => (index + 1) % ids.length);
}

/** The columns whose labels are labels of rows, too. */
export const shared = new Set(['total', 'other']);

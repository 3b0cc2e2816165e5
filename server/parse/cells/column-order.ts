import type { Table } from '../../form/form';
import type { Span } from '../../text/span';
import { type ColumnLabel, shared } from '../rows/printed-labels';
import { stretchOf, widths } from '../rows/stretches';

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
  { labels, view }: { readonly labels: ReadonlyMap<number, Span>; readonly view: string },
): readonly number[] {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const natural = ids.map((_, index) => index);
  const firstLabel = Math.min(...[...labels.values()].map(({ start }) => start));
  const head = columns.filter(({ id, span }) => span.end <= firstLabel && ids.includes(id));
  const isKnown = head.every(({ columns: count }) => count > 0);
  const own = isKnown ? ids : ids.filter((id) => !shared.has(id));
  const found = (isKnown ? [...head].sort((a, b) => a.column - b.column) : head).filter(({ id }) =>
    own.includes(id),
  );
  if (own.length < fewestColumns || found.length !== own.length) return natural;
  const named = isKnown || isIn(own, found) ? idsOf(found) : across(found, own, view);
  if (!named || new Set(named).size !== own.length) return natural;
  return natural.map((index) =>
    own.includes(ids[index] ?? '') ? ids.indexOf(own[named.indexOf(ids[index] ?? '')] ?? '') : index,
  );
}

/**
 * The columns as they stand beside each other where their labels are broken over lines of different height, so that the order of the
 * text is another. The form's order if they may stand in it; undefined where how wide characters are decides.
 */
function across(
  labels: readonly ColumnLabel[],
  own: readonly string[],
  view: string,
): readonly string[] | undefined {
  const lines = new Set(labels.map(({ span }) => view.lastIndexOf('\n', span.start - 1)));
  const isSet = labels.every(({ column }) => column === 0) && lines.size > 1 && lines.size < labels.length;
  if (!isSet) return idsOf(labels);
  const orders = widths.map((width) => {
    const at = new Map(labels.map((label) => [label, stretchOf(view, label.span, width).from]));
    return labels.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0));
  });
  const [first, second] = orders;
  if (orders.some((order) => isIn(own, order))) return own;
  return first && second && isIn(idsOf(first), second) ? idsOf(first) : undefined;
}

const idsOf = (labels: readonly ColumnLabel[]): string[] => labels.map(({ id }) => id);

const isIn = (order: readonly string[], labels: readonly ColumnLabel[]): boolean =>
  labels.every(({ id }, place) => order[place] === id);

/** The order of columns if the total, which a head may name before all of them, stands first; undefined where it does not name it so. */
export function totalFirst(columns: readonly ColumnLabel[], table: Table): readonly number[] | undefined {
  const ids = (table.rows[0]?.columns ?? []).map(({ id }) => id);
  const named = columns.filter(({ id }) => ids.includes(id)).sort((a, b) => a.span.start - b.span.start);
  if (ids.at(-1) !== 'total' || named[0]?.id !== 'total' || named.length < ids.length) return undefined;
  return ids.map((_, index) => (index + 1) % ids.length);
}

import type { Column, Row } from '../../form/form';
import type { Cell, RowReading, TableReading } from '../../report/report';
import { cover, type Span } from '../../text/span';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { PlacedRow, TableDraft } from './table-draft';

/** The cells of a table's draft, with the first way of every row, written into `cells`. */
export function fillCells(draft: TableDraft, cells: Cell[], items: readonly Item[]): void {
  let after = items[draft.region.from]?.token.start ?? 0;
  const isUnfilled = unfilledIn(draft);
  const single = draft.rows.find((row) => row?.group === 'other');
  for (const [index, row] of draft.table.rows.entries()) {
    const placed = draft.rows[index];
    const label = draft.labels.get(index);
    if (!placed) {
      const at = label?.end ?? after;
      const kind = single && row.group === 'other' ? 'merged' : isUnfilled(index) ? 'blank' : 'absent';
      for (let column = 0; column < row.columns.length; column++)
        cells[row.firstCell + column] = lacking(kind, at);
      continue;
    }
    fillRow(placed, row, label, cells);
    after = placed.entries.at(-1)?.end ?? after;
  }
}

/**
 * Tells whether a row is there with nothing in it: its label in full without figures, where none is left over that may be its own and
 * other rows have figures, or no row of a table has that has its labels. Labels of rows side by side that all stand above the figures
 * are a head, which tells nothing of these.
 */
function unfilledIn({ table, rows, labels, columns, rest }: TableDraft): (row: number) => boolean {
  const figures = rows.flatMap((row) => row?.entries.find(isFigure) ?? []);
  const first = Math.min(...figures.map(({ start }) => start));
  const isHead = table.sideBySide && [...labels.values()].every(({ start }) => start < first);
  const named = table.rows.filter((_, row) => labels.has(row)).length;
  const isHeaded = !table.sideBySide || columns.length > 0;
  const isBlank = figures.length === 0 && isHeaded && named >= leastLabels * table.rows.length;
  const isTold = rest.length === 0 && (figures.length > 0 ? !isHead : isBlank);
  return (row) =>
    isTold && rows[row] === undefined && (isBlank ? labels.has(row) : labels.get(row)?.full === true);
}

/** So large a share of the labels of a table without a figure is there, in full or in pieces. */
const leastLabels = 0.8;

function fillRow(placed: PlacedRow, row: Row, label: Span | undefined, cells: Cell[]): void {
  const layout = placed.ways[0] ?? [];
  const first = placed.entries[0];
  // A lost cell belongs behind the one before it, the first one behind the label.
  let after = first && label && label.end <= first.start ? label.end : (first?.start ?? label?.end ?? 0);
  for (let column = 0; column < row.columns.length; column++) {
    const spec = row.columns[column] as Column;
    const token = placed.entries[layout[column] ?? -1];
    if (token) after = token.end;
    cells[row.firstCell + column] = token ? cellOf(token, spec) : lacking('absent', after);
  }
}

const lacking = (kind: 'absent' | 'blank' | 'merged', at: number): Cell => ({
  kind,
  span: { start: at, end: at },
});

/** What a token says in a column: a count only where it is one there. */
export function cellOf(token: Token, column: Column): Cell {
  const { value } = token;
  const { start, end } = value ?? token;
  const span = { start, end };
  if (token.kind === 'blank') return { kind: 'blank', span };
  if (!value || value.kind === 'odd') return { kind: 'text', span, value: undefined };
  if (value.kind === 'mark') return { kind: 'mark', span };
  if (value.kind === 'signed' && !column.signed) return { kind: 'text', span, value: undefined };
  if (!column.decimals && !Number.isInteger(value.number)) return { kind: 'text', span, value: undefined };
  const printed = { start: token.start, end: token.end };
  // A sum in 元 where the form asks for 万元: readable, but not what is asked for.
  if (column.unit === '万元' && value.unit === '元')
    return { kind: 'text', span, value: value.number / 10000, printed };
  const more = { ...(value.noted && { printed }), ...(value.broken && { broken: true as const }) };
  return { kind: 'count', value: value.number, span, ...more };
}

/** The reading of a table from its draft. */
export function readingOf(draft: TableDraft, items: readonly Item[]): TableReading {
  const rows: RowReading[] = [];
  const isUnfilled = unfilledIn(draft);
  let found = 0;
  for (let index = 0; index < draft.table.rows.length; index++) {
    const placed = draft.rows[index];
    const label = draft.labels.get(index) ?? (placed?.group === undefined ? undefined : draft.labels.get(-1));
    if (placed || isUnfilled(index)) found++;
    const span = rowSpan(placed, label);
    if (span) rows.push({ row: index, label, span });
  }
  const head = headOf(draft, items);
  const spans = [...rows.map((row) => row.span), ...draft.columns.map((column) => column.span)];
  const span = cover(head ? [head, ...spans] : spans);
  return {
    id: draft.table.id,
    span: span ?? { start: 0, end: 0 },
    rows: rows.sort((a, b) => a.span.start - b.span.start),
    columns: draft.columns.map(({ id, span: { start, end } }) => ({ id, span: { start, end } })),
    readable: found * 2 >= draft.table.rows.length,
    unplaced: draft.rest.map(({ start, end }) => ({ start, end })),
  };
}

/** The first words of the table that the form knows: 第二十条第（一）项, the note over 表三. */
function headOf({ region, table }: TableDraft, items: readonly Item[]): Token | undefined {
  for (let index = region.from; index < region.to; index++) {
    const item = items[index];
    if (item?.meanings.some((meaning) => meaning.kind !== 'section' && meaning.table === table.id))
      return item.token;
  }
  return undefined;
}

/** Label and figures; the entries of a row stand in the order of the text. */
function rowSpan(placed: PlacedRow | undefined, label: Span | undefined): Span | undefined {
  const first = placed?.entries[0];
  const last = placed?.entries.at(-1);
  if (!first || !last) return label;
  return {
    start: label ? Math.min(label.start, first.start) : first.start,
    end: label ? Math.max(label.end, last.end) : last.end,
  };
}

import type { Column, Form, Table } from '../form/form';
import type { Cell, RowReading, TableReading } from '../report/report';
import { cover, type Span } from '../text/span';
import type { Item } from './regions';
import type { PlacedRow, TableDraft } from './table';
import type { Token } from './tokens';

/** The cells of a table's draft, with the first way of every row, written into `cells`. */
export function fillCells(draft: TableDraft, cells: Cell[], items: readonly Item[]): void {
  let after = items[draft.region.from]?.token.start ?? 0;
  for (const [index, row] of draft.table.rows.entries()) {
    const placed = draft.rows.find((each) => each.row === index);
    const label = draft.labels.get(index);
    if (!placed) {
      const at = label?.end ?? after;
      for (let column = 0; column < row.columns.length; column++) cells[row.firstCell + column] = absent(at);
      continue;
    }
    fillRow(placed, row.columns, label, (column, cell) => {
      cells[row.firstCell + column] = cell;
    });
    after = placed.entries.at(-1)?.end ?? after;
  }
}

function fillRow(
  placed: PlacedRow,
  columns: readonly Column[],
  label: Span | undefined,
  set: (column: number, cell: Cell) => void,
): void {
  const layout = placed.ways[0] ?? [];
  const first = placed.entries[layout.find((index) => index >= 0) ?? -1];
  let after = first
    ? Math.max(label && label.end <= first.start ? label.end : 0, 0) || first.start
    : (label?.end ?? placed.entries[0]?.start ?? 0);
  for (const [index, column] of columns.entries()) {
    const token = placed.entries[layout[index] ?? -1];
    if (token) after = token.end;
    set(index, token ? cellOf(token, column) : absent(after));
  }
}

const absent = (at: number): Cell =>
  Object.freeze({ kind: 'absent', span: Object.freeze({ start: at, end: at }) });

/** What a token says in a column: a count only where it is one there. */
export function cellOf(token: Token, column: Column): Cell {
  const { value } = token;
  const span = value?.span ?? { start: token.start, end: token.end };
  if (token.kind === 'blank') return { kind: 'blank', span };
  if (!value || value.kind === 'odd') return { kind: 'text', span, value: undefined };
  if (value.kind === 'mark') return { kind: 'mark', span };
  if (value.kind === 'signed' && !column.signed) return { kind: 'text', span, value: undefined };
  if (!column.decimals && !Number.isInteger(value.number)) return { kind: 'text', span, value: undefined };
  // A sum in 元 where the form asks for 万元: readable, but not what is asked for.
  if (column.unit === '万元' && value.unit === '元')
    return { kind: 'text', span, value: value.number / 10000 };
  return { kind: 'count', value: value.number, span };
}

/** The reading of a table from its draft. */
export function readingOf(draft: TableDraft, form: Form): TableReading {
  const rows = draft.table.rows.flatMap((_, index): RowReading[] => {
    const placed = draft.rows.find((each) => each.row === index);
    const label = draft.labels.get(index) ?? (placed?.group === undefined ? undefined : draft.labels.get(-1));
    const span = cover([...(label ? [label] : []), ...(placed?.entries ?? [])]);
    return span && (placed || label) ? [{ row: index, label, span }] : [];
  });
  const found = draft.rows.filter(({ row }) => row >= 0).length;
  const span = cover([...rows.map((row) => row.span), ...draft.columns.map((column) => column.span)]);
  return {
    id: draft.table.id,
    span: span ?? { start: 0, end: 0 },
    rows: rows.sort((a, b) => a.span.start - b.span.start),
    columns: draft.columns,
    readable: found * 2 >= rowsOf(form, draft.table),
    unplaced: draft.rest.map(({ start, end }) => ({ start, end })),
  };
}

const rowsOf = (_form: Form, table: Table): number => table.rows.length;

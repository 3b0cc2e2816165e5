import { type Form, type Table, type TableId, tableOf } from '../form/form';
import { tableInWords } from '../report/told';
import { listed, say } from '../text/say';

/** Columns or rows of a table, by their index in it, any two of which could be exchanged and every equation would still hold. */
export interface Exchange {
  readonly table: TableId;
  readonly along: 'columns' | 'rows';
  readonly members: readonly number[];
}

/** What the equations of a form cannot see, whatever the figures are. */
export interface BlindSpots {
  /** Cells that enter no equation. */
  readonly unwatched: readonly number[];
  /** Cells that enter the same equations in the same way: a count put into one instead of the other goes unnoticed. */
  readonly alike: readonly (readonly number[])[];
  readonly exchanges: readonly Exchange[];
}

/** Works out from the equations alone what they cannot see. */
export function blindSpots(form: Form): BlindSpots {
  const watched = form.tables.filter(({ id }) => form.equations.some(({ table }) => table === id));
  const entries = form.cells.map(({ index }) =>
    (form.equationsOf[index] ?? [])
      .map((equation) => `${equation}${form.equations[equation]?.left.includes(index) ? 'l' : 'r'}`)
      .join(' '),
  );
  const same = (one: number, other: number): boolean => entries[one] === entries[other];
  return {
    unwatched: form.cells.map(({ index }) => index).filter((index) => entries[index] === ''),
    alike: classesOf(
      form.cells.map(({ index }) => index).filter((index) => entries[index] !== ''),
      same,
    ),
    exchanges: watched.flatMap((table) => [
      ...exchangesOf(form, table, 'columns'),
      ...exchangesOf(form, table, 'rows'),
    ]),
  };
}

/** The blind spots in words, a sentence each. */
export function blindSpotsInWords(form: Form): string[] {
  const { unwatched, alike, exchanges } = blindSpots(form);
  const tables = form.tables.filter(({ id }) => unwatched.some((cell) => form.cells[cell]?.table === id));
  const names = (cells: readonly number[]): string => listed(cells.map((cell) => columnName(form, cell)));
  const merged = new Set(
    alike.map((cells) => say`${tableName(form, cells)}同一行的${names(cells)}之间填错格，合计看不出来`),
  );
  return [
    ...tables.map(({ id }) => {
      const count = unwatched.filter((cell) => form.cells[cell]?.table === id).length;
      return say`${tableInWords(id)}的 ${count} 个数字不在任何勾稽关系之中，填错了合计看不出来`;
    }),
    ...merged,
    ...exchanges.map((exchange) => exchangeInWords(form, exchange)),
  ];
}

const tableName = (form: Form, [cell = -1]: readonly number[]): string =>
  tableInWords(form.cells[cell]?.table ?? 'applications');

function columnName(form: Form, cell: number): string {
  const spec = form.cells[cell];
  return `「${(spec && tableOf(form, spec.table).rows[spec.row]?.columns[spec.column]?.label) ?? ''}」`;
}

function exchangeInWords(form: Form, { table, along, members }: Exchange): string {
  const { rows } = tableOf(form, table);
  const name = tableInWords(table);
  if (along === 'columns') {
    const labels = members.map((column) => `「${rows[0]?.columns[column]?.label}」`);
    return say`${name}${listed(labels)}各列，任意两列整列互换，合计看不出来`;
  }
  const [first = 0] = members;
  const last = members.at(-1) ?? 0;
  const nameOf = (row: number): string => rows[row]?.name ?? '';
  return members.length === 2
    ? say`${name}「${nameOf(first)}」与「${nameOf(last)}」两行整行互换，合计看不出来`
    : say`${name}「${nameOf(first)}」至「${nameOf(last)}」的 ${members.length} 行，任意两行整行互换，合计看不出来`;
}

function exchangesOf(form: Form, table: Table, along: Exchange['along']): Exchange[] {
  const count = along === 'rows' ? table.rows.length : (table.rows[0]?.columns.length ?? 0);
  const members = Array.from({ length: count }, (_, index) => index);
  const known = new Set(form.equations.map(({ left, right }) => keyOf(left, right)));
  const unseen = (one: number, other: number): boolean => {
    const partner = partnersOf(form, table, { along, one, other });
    return form.equations.every(({ left, right }) => known.has(keyOf(left.map(partner), right.map(partner))));
  };
  return classesOf(members, unseen).map((each) => ({ table: table.id, along, members: each }));
}

// Where each cell's figure goes when two rows or columns are exchanged.
function partnersOf(
  form: Form,
  table: Table,
  { along, one, other }: { along: Exchange['along']; one: number; other: number },
): (cell: number) => number {
  const swapped = (index: number): number => (index === one ? other : index === other ? one : index);
  return (cell) => {
    const spec = form.cells[cell];
    if (!spec || spec.table !== table.id) return cell;
    const row = along === 'rows' ? swapped(spec.row) : spec.row;
    const column = along === 'columns' ? swapped(spec.column) : spec.column;
    return (table.rows[row]?.firstCell ?? -1) + column;
  };
}

const keyOf = (left: readonly number[], right: readonly number[]): string =>
  [left, right].map((cells) => cells.toSorted((a, b) => a - b).join(' ')).join('=');

// The classes, of two and more, into which things fall that are the same to `same`.
function classesOf(all: readonly number[], same: (one: number, other: number) => boolean): number[][] {
  const classes: number[][] = [];
  for (const each of all) {
    const own = classes.find(([first = -1]) => same(first, each));
    if (own) own.push(each);
    else classes.push([each]);
  }
  return classes.filter(({ length }) => length > 1);
}

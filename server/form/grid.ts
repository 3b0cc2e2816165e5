import { type Form, type Row, type TableId, tableOf } from './form';

// The tables of the form as they are printed: rows of cells, of which some reach over others.

/** A cell of a printed table. */
export interface GridCell {
  /** The label; empty for a figure, and where the form prints nothing. */
  readonly text: string;
  /** How many columns and rows it reaches over. */
  readonly columns: number;
  readonly rows: number;
  /** For a figure its index in `Form.cells`; undefined for a label. */
  readonly figure: number | undefined;
}

export type GridRow = readonly GridCell[];

/** A printed table: the rows of its head and those with figures, some of which are heads of a part. */
export interface Grid {
  readonly head: readonly GridRow[];
  readonly body: readonly GridRow[];
}

/** The table `id` as the form prints it. */
export function gridOf(form: Form, id: TableId): Grid {
  const { rows, groups, headers, sideBySide } = tableOf(form, id);
  if (sideBySide) return { head: disputesHead(rows), body: [rows.flatMap(figures)] };
  return groups.length > 0
    ? { head: applicationsHead(rows, headers), body: applicationsBody(form, id) }
    : { head: [], body: partsOf(rows, headers.at(-1) ?? '') };
}

const label = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows, figure: undefined });

const figures = ({ columns, firstCell }: Row): GridCell[] =>
  columns.map((_, column) => ({ text: '', columns: 1, rows: 1, figure: firstCell + column }));

const nameOf = ({ number, label: words }: Pick<Row, 'number' | 'label'>): string => `${number}${words}`;

/** 表二: parts one below the other, each with the item of Article 20 and a head of its own. */
function partsOf(rows: readonly Row[], corner: string): GridRow[] {
  const width = Math.max(...rows.map(({ columns }) => columns.length));
  return [...new Set(rows.map(({ under }) => under))].flatMap((under) => {
    const part = rows.filter((row) => row.under === under);
    const heads = part[0]?.columns.map((column) => label(column.label)) ?? [];
    return [
      [label(under, width + 1)],
      [label(corner), ...filling(heads, width)],
      ...part.map((row) => [label(nameOf(row)), ...filling(figures(row), width)]),
    ];
  });
}

/** Cells of which the last one reaches as far as the table. */
const filling = (cells: readonly GridCell[], width: number): GridCell[] =>
  cells.map((cell, at) => (at === cells.length - 1 ? { ...cell, columns: width - cells.length + 1 } : cell));

/** The labels of 表三 stand in so many columns: those of the results, of a kind of result and of its reason. */
const labelColumns = 3;

function applicationsHead(
  rows: readonly Row[],
  [note = '', , applicants = '', others = '']: readonly string[],
) {
  const labels = rows[0]?.columns.map((column) => column.label) ?? [];
  const [persons = '', ...rest] = labels;
  const kinds = rest.slice(0, -1);
  return [
    [label(`（${note}）`, labelColumns, 3), label(applicants, labels.length)],
    [label(persons, 1, 2), label(others, kinds.length), label(rest.at(-1) ?? '', 1, 2)],
    kinds.map((kind) => label(kind)),
  ];
}

function applicationsBody(form: Form, id: TableId): GridRow[] {
  const { rows, groups } = tableOf(form, id);
  const [results] = groups;
  const inside = rows.filter(({ group }) => group !== undefined);
  return rows.map((row) => {
    const group = groups.find((each) => each.id === row.group);
    if (!group || !results) return [label(nameOf(row), labelColumns), ...figures(row)];
    const own = inside.filter((each) => each.group === group.id);
    const isAlone = group === results || nameOf(group) === nameOf(row);
    return [
      ...(row === inside[0] ? [label(nameOf(results), 1, inside.length)] : []),
      ...(!isAlone && row === own[0] ? [label(nameOf(group), 1, own.length)] : []),
      label(nameOf(row), isAlone ? labelColumns - 1 : 1),
      ...figures(row),
    ];
  });
}

/** 表四: what stands under no other label reaches over the row that names the others. */
function disputesHead(rows: readonly Row[]): GridRow[] {
  const alone = rows.filter(({ under }) => under === '');
  const others = rows.filter(({ under }) => under !== '');
  const outcomes = (some: readonly Row[], height: number): GridCell[] =>
    some.flatMap(({ columns }) => columns.map((column) => label(column.label, 1, height)));
  const width = (some: readonly Row[]): number => some.reduce((sum, { columns }) => sum + columns.length, 0);
  const names = [...new Set(others.map(({ under }) => under))];
  return [
    [
      ...alone.map((row) => label(nameOf(row), row.columns.length)),
      ...names.map((under) => label(under, width(others.filter((row) => row.under === under)))),
    ],
    [...outcomes(alone, 2), ...others.map((row) => label(nameOf(row), row.columns.length))],
    outcomes(others, 1),
  ];
}

import type {
  CellSpec,
  Column,
  EditionId,
  Equation,
  EquationRule,
  Form,
  Group,
  Row,
  Section,
  Table,
  TableId,
} from './form';

/** A row as an edition writes it down; the rest is derived. */
export type RowData = Pick<Row, 'id' | 'label'> &
  Partial<Pick<Row, 'number' | 'variants' | 'name' | 'group' | 'under'>> & {
    readonly columns: readonly Column[];
  };

/** A table as an edition writes it down. */
export interface TableData {
  readonly id: TableId;
  readonly name: string;
  readonly rows: readonly RowData[];
  readonly groups?: readonly Group[];
  readonly sideBySide?: boolean;
  readonly headers: readonly string[];
}

/** An equation as an edition writes it down: paths of cells. */
export interface EquationData {
  readonly rule: EquationRule;
  readonly name: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

interface FormData {
  readonly edition: EditionId;
  readonly notice: string;
  readonly sections: readonly Section[];
  readonly tables: readonly TableData[];
  readonly equations: readonly EquationData[];
}

/** Describes a column; counts of 件 unless said otherwise. */
export function column(id: string, label: string, more: Partial<Omit<Column, 'id' | 'label'>> = {}): Column {
  return { id, label, variants: [], unit: '件', decimals: false, signed: false, ...more };
}

/** Numbers the cells of an edition and resolves its equations; throws where a path names no cell. */
export function defineForm(data: FormData): Form {
  const cells: CellSpec[] = [];
  const tables = data.tables.map((table) => withCells(table, cells));
  const byPath = new Map(cells.map((cell) => [cell.path, cell]));
  const find = (path: string): CellSpec => {
    const cell = byPath.get(path);
    if (!cell) throw new Error(`form ${data.edition}: no cell ${path}`);
    return cell;
  };
  const equations = data.equations.map((each, index): Equation => {
    const left = each.left.map(find);
    const right = each.right.map(find);
    return {
      index,
      rule: each.rule,
      name: each.name,
      table: find(each.right[0] ?? '').table,
      left: left.map((cell) => cell.index),
      right: right.map((cell) => cell.index),
    };
  });
  const equationsOf = cells.map((cell) =>
    equations
      .filter((each) => each.left.includes(cell.index) || each.right.includes(cell.index))
      .map((each) => each.index),
  );
  return {
    edition: data.edition,
    notice: data.notice,
    sections: data.sections,
    tables,
    cells,
    equations,
    equationsOf,
  };
}

function withCells(table: TableData, cells: CellSpec[]): Table {
  const rows = table.rows.map((data, rowIndex): Row => {
    const firstCell = cells.length;
    for (const [columnIndex, { id, unit, decimals, signed }] of data.columns.entries()) {
      // A row with a single figure is itself the cell: administrativeLicenses, not administrativeLicenses.decisions.
      const path = data.columns.length === 1 ? data.id : `${data.id}.${id}`;
      cells.push({
        index: cells.length,
        path,
        table: table.id,
        row: rowIndex,
        column: columnIndex,
        unit,
        decimals,
        signed,
      });
    }
    return {
      id: data.id,
      number: data.number ?? '',
      label: data.label,
      variants: data.variants ?? [],
      name: data.name ?? data.label,
      group: data.group,
      under: data.under ?? '',
      columns: data.columns,
      firstCell,
    };
  });
  const { id, name, groups = [], sideBySide = false, headers } = table;
  return { id, name, rows, groups, sideBySide, headers };
}

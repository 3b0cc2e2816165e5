/**
 * What a form of the yearly report is: sections, tables, rows, columns, cells and the equations between cells.
 * The editions beside this file fill it with data; nothing here knows a particular edition.
 */

export type EditionId = '2021' | '2019';

export type TableId = 'proactiveDisclosure' | 'applications' | 'disputes';

/** The tables in the form's order; each is also the section it stands in. */
export const tableIds: readonly TableId[] = ['proactiveDisclosure', 'applications', 'disputes'];

export type SectionId = 'overview' | TableId | 'problems' | 'otherMatters';

/** The rules that compare the two sides of an equation. */
export type EquationRule = 'row-total' | 'results-total' | 'flow-balance' | 'disputes-total';

/** One of the six sections that Article 50 of the Regulations asks for. */
export interface Section {
  readonly id: SectionId;
  /** 1 to 6, the place in the form. */
  readonly number: number;
  /** The official heading without its number, e.g. 总体情况. */
  readonly heading: string;
  /** Other wordings that real reports use for the same section. */
  readonly variants: readonly string[];
}

/** A column of a row: what one number of that row counts. */
export interface Column {
  readonly id: string;
  /** The official label, e.g. 商业企业. */
  readonly label: string;
  readonly variants: readonly string[];
  readonly unit: '件' | '万元';
  /** Whether the figure may have decimals (only amounts of money). */
  readonly decimals: boolean;
  /** Whether the figure may be negative (only the changes 本年增/减 of the 2019 form). */
  readonly signed: boolean;
}

/** A row of a table: a label and as many figures as it has columns. */
export interface Row {
  /** The path of the row in the exported JSON, e.g. applications.results.refused.stateSecret. */
  readonly id: string;
  /** The number printed before the label, e.g. 1. or （一） or 一、; empty where the form prints none. */
  readonly number: string;
  /** The official label without its number. */
  readonly label: string;
  /** Other wordings that real reports use. */
  readonly variants: readonly string[];
  /** A short name for messages, unique in its table, e.g. 不予公开·属于国家秘密. */
  readonly name: string;
  /** The id of the group that the row belongs to; undefined where it stands alone. */
  readonly group: string | undefined;
  /** The head that the printed form has over the row and its like, e.g. 第二十条第（一）项; empty where it stands under none. */
  readonly under: string;
  readonly columns: readonly Column[];
  /** The index in `Form.cells` of the row's first cell. */
  readonly firstCell: number;
}

/** A label over several rows that has no figures of its own, e.g. （三）不予公开. */
export interface Group {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly variants: readonly string[];
}

export interface Table {
  readonly id: TableId;
  /** 表二, 表三, 表四: how people call it. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly groups: readonly Group[];
  /** Whether the rows are printed beside each other, their labels above one line of figures (表四). */
  readonly sideBySide: boolean;
  /** Further labels that stand in the table's head and carry no figures, e.g. 申请人情况. */
  readonly headers: readonly string[];
}

/** One figure that the form asks for. */
export interface CellSpec {
  readonly index: number;
  /** The path in the exported JSON, e.g. applications.received.total. */
  readonly path: string;
  readonly table: TableId;
  /** Index in the table's rows. */
  readonly row: number;
  /** Index in the row's columns. */
  readonly column: number;
  readonly unit: Column['unit'];
  readonly decimals: boolean;
  readonly signed: boolean;
}

/** Σ left = Σ right, over indices of `Form.cells`. In the three rules that sum up, `right` is the one total. */
export interface Equation {
  readonly index: number;
  readonly rule: EquationRule;
  readonly table: TableId;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Names the equation in a message, e.g. 「本年新收」行 or 「自然人」列. */
  readonly name: string;
}

/** An edition of the form. */
export interface Form {
  readonly edition: EditionId;
  /** The notice that issued it, e.g. 国办公开办函〔2021〕30号. */
  readonly notice: string;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly cells: readonly CellSpec[];
  readonly equations: readonly Equation[];
  /** For every cell the indices of the equations it enters. */
  readonly equationsOf: readonly (readonly number[])[];
}

/** The table called `id`; every form has all three. */
export function tableOf(form: Form, id: TableId): Table {
  const table = form.tables.find((each) => each.id === id);
  if (!table) throw new Error(`form ${form.edition} has no table ${id}`);
  return table;
}

/** The index of the cell at `path` in `Form.cells`, or -1 when the form has no such cell. */
export function cellAt(form: Form, path: string): number {
  return form.cells.findIndex((cell) => cell.path === path);
}

/** The row and column of a cell in the form's words, e.g. 「本年新收」行「自然人」列. */
export function describeCell(form: Form, index: number): string {
  const { row, column } = rowAndColumn(form, index);
  return row.columns.length === 1 ? `「${row.name}」` : `「${row.name}」行「${column.label}」列`;
}

/** The row and the column of the cell `index`; throws for an index that the form does not have. */
export function rowAndColumn(form: Form, index: number): { readonly row: Row; readonly column: Column } {
  const spec = form.cells[index];
  const row = spec && tableOf(form, spec.table).rows[spec.row];
  const column = spec && row?.columns[spec.column];
  if (!row || !column) throw new Error(`form ${form.edition} has no cell ${index}`);
  return { row, column };
}

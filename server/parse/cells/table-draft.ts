import type { Form, Table } from '../../form/form';
import type { ColumnLabel, RowLabel } from '../rows/printed-labels';
import type { Region } from '../rows/region';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import type { Layout } from './row-layouts';

/** A row whose figures were found: the ways to lay them into its cells, the first taken until equations speak against it. */
export interface PlacedRow {
  /** Index in the table's rows; −1 for a group that carries figures. */
  readonly row: number;
  readonly entries: readonly Token[];
  readonly ways: readonly Layout[];
  /** The group whose label carries the figures, where the row is not the form's own. */
  readonly group: string | undefined;
}

/** What a table is read from. */
export interface Page {
  readonly items: readonly Item[];
  readonly view: string;
  readonly form: Form;
  /** Whether the figures of the report's tables stand column after column. */
  readonly downwards: boolean;
}

/** A table's figures by rows, before they become cells. */
export interface TableDraft {
  readonly table: Table;
  readonly region: Region;
  /** By the index of the row; holes where a row was not found. */
  readonly rows: readonly (PlacedRow | undefined)[];
  /** The labels by the index of the row; −1 for （六）其他处理 as a row of its own. */
  readonly labels: ReadonlyMap<number, RowLabel>;
  readonly columns: readonly ColumnLabel[];
  /** Figures that no row took. */
  readonly rest: readonly Token[];
}

/** Makes a draft of the table that stands in a region of a page. */
export type Drafting = (page: Page, region: Region, table: Table) => TableDraft;

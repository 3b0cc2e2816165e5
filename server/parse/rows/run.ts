import type { Table } from '../../form/form';
import type { Token } from '../tokens/token';
import type { AlignRow } from './align-runs';

/** A run of figures with nothing but blanks between them: the figures of a row, of a part of one, or of several. */
export interface Band {
  readonly entries: readonly Token[];
  /** The labels of rows between the band before and this one. */
  readonly hits: readonly Hit[];
}

/** Words that are, or resemble, the label of a row; `row` is an index of `LabelledRow`. */
export interface Hit {
  readonly row: number;
  /** 1 for a label in full, less for a fragment or for words that may as well be a column's label. */
  readonly share: number;
  readonly token: Token;
}

/** How much words speak for a row that may as well be a column's label. */
export const columnShare = 0.5;

/** A row to which figures may be given: a row of the form, or a group's label that carries figures. */
export interface LabelledRow extends AlignRow {
  readonly id: string;
  /** The index in the table's rows; −1 for a group. */
  readonly row: number;
}

/** A table with its rows in order, each group before the first row that belongs to it, and where each is found by its id. */
export interface LabelledTable {
  readonly table: Table;
  readonly rows: readonly LabelledRow[];
  readonly rowAt: ReadonlyMap<string, number>;
  readonly groupAt: ReadonlyMap<string, number>;
  /** How many cells the first row has, and all rows together. */
  readonly sizes: ReadonlySet<number>;
}

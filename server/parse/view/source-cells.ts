import type { Span } from '../../text/span';

/** A cell whose place in its table the source tells: its content, the column in which it begins, and how many it spans. */
export interface KnownCell extends Span {
  readonly column: number;
  readonly columns: number;
}

/** A row of a table whose source tells where each of its cells stands; it is one line of the view. In the order of the line. */
export interface KnownRow extends Span {
  readonly cells: readonly KnownCell[];
}

/** What the reader looks at: as long as the text, with the rows of which nothing has to be guessed from separators. */
export interface View {
  readonly text: string;
  /** In the order of the text. */
  readonly rows: readonly KnownRow[];
}

import type { Span } from '../../text/span';

// What a word processor's document consists of, once it is read: paragraphs and tables, with the places in its parts where they are written.

/** Where characters are written: in which part of the file, and within which tag's element. */
export interface Source {
  readonly part: string;
  readonly span: Span;
  /** The tag that begins the element around them. */
  readonly tag: Span;
  /** What fills them in anew, and undoes what was changed there; undefined where nothing does. */
  readonly filledBy: string | undefined;
}

/** Characters that stand together; those that the program draws without their being written (numbers of lists) have no source. */
export interface Piece {
  readonly text: string;
  readonly source: Source | undefined;
}

/** Where the first characters of an empty paragraph can be written. */
export interface Gap {
  readonly part: string;
  /** The tag that begins the paragraph. */
  readonly tag: Span;
  /** Where it ends: before its closing tag, or behind the tag that is all there is of it. */
  readonly end: number;
  readonly isClosed: boolean;
  /** How its characters look, as it is written. */
  readonly look: string;
}

/** A paragraph that stands in the text itself, in no table, box or note: others can be put beside it, and it can be taken out. */
export interface Whole {
  readonly part: string;
  /** From the tag that begins it to the end of the one that ends it. */
  readonly span: Span;
  /** What the names of elements begin with, such as `w:`. */
  readonly prefix: string;
  /** Its properties as they are written, for another like it; undefined where they are of it alone, as the end of a section is. */
  readonly properties: string | undefined;
  /** How most of its characters look, as it is written. */
  readonly look: string;
  /** Whether there is nothing in it but characters. */
  readonly isPlain: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  /** Undefined in a document that is not written. */
  readonly gap: Gap | undefined;
  readonly whole?: Whole;
  /** Where it stands, where that is not told by counting. */
  readonly place?: string;
}

export interface Cell {
  /** The columns of the grid that it begins in and takes. */
  readonly column: number;
  readonly columns: number;
  /** Whether it only goes on below a cell of the row before, or behind one of its own row. */
  readonly isContinued: boolean;
  /** Where it stands, where that is not told by counting. */
  readonly place?: string;
  readonly blocks: readonly Block[];
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

// What client and server say to each other while somebody writes; see messages.ts.

import type { DocumentParams, ReadingRange } from './messages';

/** Where the cells of the tables are: {@link DocumentParams} in, {@link TableCells} out; null where the document is not served. */
export const tableCells = 'nianbao/tableCells';

/** Where the cursor has come to: a notification with {@link CursorParams}, for each line that it comes to. */
export const cursor = 'nianbao/cursor';

/** No position says that the document is not the active one. */
export interface CursorParams extends DocumentParams {
  readonly position?: ReadingRange['start'];
}

/** Where the cells of tables are, in the order of the text. */
export interface TableCells {
  /** The version of the document that was read. */
  readonly version: number;
  /** Where the rows stand, with their labels, up to the last cell of one that lacks cells; some reach over others. */
  readonly rows: readonly ReadingRange[];
  /** The figures; an empty range is the place of one. */
  readonly cells: readonly ReadingRange[];
}

/** The edits that write a text in another way: {@link RewriteParams} in, {@link Rewriting} out; null where the document is not served. */
export const rewrite = 'nianbao/rewrite';

export interface RewriteParams extends DocumentParams {
  /** In simplified characters, or without the pinyin behind characters: 執(zhí)法. */
  readonly to: 'simplified' | 'unglossed';
}

/** Edits of a version of a document. */
export interface Rewriting {
  readonly version: number;
  readonly edits: readonly { readonly range: ReadingRange; readonly newText: string }[];
  /** How many characters are written otherwise, glosses left out, tables laid out. */
  readonly count: number;
}

/** The edits that lay tables out anew: {@link FormatParams} in, {@link Formatting} out; null where the document is not served. */
export const formatTables = 'nianbao/formatTables';

export interface FormatParams extends DocumentParams {
  /** Only the tables that reach into it; all where it is null. */
  readonly range: ReadingRange | null;
}

export interface Formatting extends Rewriting {
  /** How many tables there are. */
  readonly found: number;
  /** The tables that are left alone because something else stands in them, as people call them: 表三. */
  readonly left: readonly string[];
}

import type { Section, SectionId, TableId } from '../form/form';

/**
 * How far somebody is with a text that is open in an editor: `open` where nothing was typed since it was opened, `saved` where
 * all that was typed is saved, else `changed`.
 */
export type Writing = 'open' | 'saved' | 'changed';

/** A section, and the place where what it lacks belongs. */
export type Lacking = Section & { readonly at: number };

/** What a report that is being written still lacks. */
export interface Draft {
  /** Sections of which there is nothing yet, in the form's order. */
  readonly sections: readonly Lacking[];
  /** Sections that have content and no heading, each with its begin. */
  readonly unheaded: readonly Lacking[];
  /** Sections that have nothing but their headings, or sub-headings too, each with the place behind it. */
  readonly empty: readonly Lacking[];
  /** Tables that stand with cells left blank. */
  readonly blank: readonly TableId[];
  /** The last section that has content: its writer is in it. */
  readonly current: SectionId | undefined;
  /** The table of that section where it is not there, or begun and not finished. */
  readonly table: Unfinished | undefined;
  /** Cells, by their paths, whose 0 is that of a new report; none where no section has nothing but its sub-headings. */
  readonly unfilled: ReadonlySet<string>;
}

/** A table of which there is nothing, its head or a part of a row at the end, or whole rows up to one, with the place where it goes on. */
export interface Unfinished {
  readonly id: TableId;
  readonly begun: 'nothing' | 'head' | { readonly from: number };
  readonly end: number;
}

import type { SectionId } from '../form/form';

/** Something that a section is to say, known by any of some words. */
export interface Named {
  /** How messages call it, e.g. 政策解读. */
  readonly name: string;
  readonly words: readonly string[];
}

/** What is demanded of one section; lengths are in characters (字) as word processors count them. */
export interface SectionDemand {
  readonly mostCharacters?: number | undefined;
  readonly leastCharacters?: number | undefined;
  /** What it is to say, in words. */
  readonly mentions?: readonly Named[] | undefined;
  /** What it is to give a number of; that there is none is one too. */
  readonly counts?: readonly Named[] | undefined;
}

/** What an office demands of the reports under it, beside the law and the form; data that it states itself. */
export interface Demand {
  /** The notice that demands it, e.g. its number. */
  readonly source: string;
  readonly sections: { readonly [Id in SectionId]?: SectionDemand | undefined };
}

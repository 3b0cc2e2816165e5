import type { Report } from './report';

/** A report together with where it is kept. */
export interface Filed {
  /** Names the document for who shows it: its URI in an editor, its path on the command line. */
  readonly document: string;
  readonly report: Report;
  readonly text: string;
}

/** Other reports that one report is held against; each only where it is at hand and certain. */
export interface Neighbours {
  /** The same agency's report on the year before. */
  readonly lastYear?: Filed;
  /** The reports of the agencies that this one's figures include, on the same year. */
  readonly parts?: {
    readonly found: readonly Filed[];
    /** Agencies that belong to this one and whose report is not at hand. */
    readonly missing: readonly string[];
  };
}

/** The neighbour that is filed as `document`; undefined where none is. */
export function neighbourCalled(neighbours: Neighbours | undefined, document: string): Filed | undefined {
  if (neighbours?.lastYear?.document === document) return neighbours.lastYear;
  return neighbours?.parts?.found.find((filed) => filed.document === document);
}

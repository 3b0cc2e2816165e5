import type { Position } from '../text/lines';
import type { Report } from './report';

/** A report together with where it is kept. */
export interface Filed {
  /** Names the report, as its document is called by who shows it: its URI in an editor, its path on the command line. */
  readonly document: string;
  readonly report: Report;
  readonly text: string;
  /** Of one of several reports in a document: how that is called, which of them it is, from 1, and where in it `text` begins. */
  readonly excerpt?: { readonly of: string; readonly part: number; readonly origin: Position };
}

/** The document that a report stands in. */
export const documentOf = ({ document, excerpt }: Pick<Filed, 'document' | 'excerpt'>): string =>
  excerpt?.of ?? document;

/** Other reports that one report is held against; each only where it is at hand and certain. */
export interface Neighbours<F = Filed> {
  /** The same agency's report on the year before. */
  readonly lastYear?: F;
  /** The reports of the agencies that this one's figures include, on the same year. */
  readonly parts?: {
    readonly found: readonly F[];
    /** Agencies that belong to this one and whose report is not at hand. */
    readonly missing: readonly string[];
  };
}

/** The neighbour that is filed as `document`; undefined where none is. */
export function neighbourCalled(neighbours: Neighbours | undefined, document: string): Filed | undefined {
  if (neighbours?.lastYear?.document === document) return neighbours.lastYear;
  return neighbours?.parts?.found.find((filed) => filed.document === document);
}

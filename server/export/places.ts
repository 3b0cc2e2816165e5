import type { Analysis } from '../analysis';
import { documentOf, neighbourCalled } from '../report/neighbours';
import { type Lines, linesOf } from '../text/lines';

/** Where a text stands: the document, undefined for that of the report itself, and its lines. */
interface Place {
  readonly document: string | undefined;
  readonly lines: Lines;
}

/** The text that a finding's related place is in, by its name; undefined where no neighbour is called so. */
export type PlaceOf = (document: string | undefined) => Place | undefined;

/** Finds the text of the report itself (for no name) and those of its neighbours, the lines of each once and only when asked for. */
export function placesOf({ text, origin, neighbours }: Analysis, own = linesOf(text, origin)): PlaceOf {
  const known = new Map<string | undefined, Place>([[undefined, { document: undefined, lines: own }]]);
  return (document) => {
    const place = known.get(document);
    const other = place || document === undefined ? undefined : neighbourCalled(neighbours, document);
    if (!other) return place;
    const found = { document: documentOf(other), lines: linesOf(other.text, other.excerpt?.origin) };
    known.set(document, found);
    return found;
  };
}

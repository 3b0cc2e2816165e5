import type { Analysis } from '../analysis';
import { neighbourCalled } from '../report/neighbours';
import { type Lines, linesOf } from '../text/lines';

/** The lines of the document that a finding's related place is in, by its name; undefined where no neighbour is called so. */
export type LinesIn = (document: string | undefined) => Lines | undefined;

/** Finds the lines of the report itself (for no name) and of its neighbours, each text once and only when asked for. */
export function linesIn({ text, neighbours }: Analysis, own: Lines = linesOf(text)): LinesIn {
  const known = new Map<string | undefined, Lines>([[undefined, own]]);
  return (document) => {
    const lines = known.get(document);
    const other = lines || document === undefined ? undefined : neighbourCalled(neighbours, document);
    if (!other) return lines;
    const found = linesOf(other.text);
    known.set(document, found);
    return found;
  };
}

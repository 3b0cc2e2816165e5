import { type PlacedLines, placeOf } from '../documents/lines';
import { linesOf } from '../text/lines';
import type { PlaceIn } from './text';

/** Places in documents whose lines nobody sees. */
export interface DocumentPlaces {
  /** Keeps where the paragraphs and cells of a document are. */
  add(file: string, document: PlacedLines): void;
  readonly placeIn: PlaceIn;
}

interface Known {
  readonly slots: PlacedLines['slots'];
  /** Where each line of its text begins. */
  readonly starts: readonly number[];
}

/** Knows no document yet. */
export function createDocumentPlaces(): DocumentPlaces {
  const known = new Map<string, Known>();
  return {
    add(file, { text, slots }) {
      known.set(file, { slots, starts: linesOf(text).starts });
    },
    placeIn(file, { line, character }) {
      const own = known.get(file);
      return own && placeOf(own, (own.starts[line] ?? 0) + character);
    },
  };
}

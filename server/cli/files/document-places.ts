import { type PlacedLines, placeOf } from '../../documents/lines/lines';
import { linesOf, type Position } from '../../text/lines';

/** Where a place of a file is, for people, where they do not count lines there. */
export type PlaceIn = (file: string, position: Position) => string | undefined;

/** Where the paragraphs and cells of a document are whose lines nobody sees. */
export interface DocumentPlaces {
  readonly slots: PlacedLines['slots'];
  /** Where each line of its text begins. */
  readonly starts: readonly number[];
}

/** What has to be known of a document to say where something stands in it; plain data. */
export const documentPlaces = ({ text, slots }: PlacedLines): DocumentPlaces => ({
  slots: slots.map(({ span, place }) => ({ span, place })),
  starts: linesOf(text).starts,
});

/** Says where places are in the documents that are known. */
export const placeInThese =
  (known: ReadonlyMap<string, DocumentPlaces>): PlaceIn =>
  (file, { line, character }) => {
    const own = known.get(file);
    return own && placeOf(own, (own.starts[line] ?? 0) + character);
  };

import { type Lines, linesOf, type Position } from '../text/lines';
import type { Span } from '../text/span';

/** A stretch of a document as editors count: lines and characters from 0, characters in UTF-16; the end is not part of it. */
interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The range of a span in the lines of its text. */
export const rangeOf = (lines: Lines, { start, end }: Span): Range => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});

/** Where something stands in the decoded text of its file: UTF-16 offsets and the range. */
export interface Place extends Span {
  readonly range: Range;
}

/** Where a text begins in the file of which it may be a part. */
export interface Beginning {
  readonly start: number;
  readonly origin: Position;
}

/** Answers the places of spans of a text. */
export function placing(text: string, { start: offset, origin }: Beginning): (span: Span) => Place {
  const lines = linesOf(text, origin);
  return (span) => ({
    start: span.start + offset,
    end: span.end + offset,
    range: rangeOf(lines, span),
  });
}

/** What says where it stands, where that is wanted. */
export type Placed<T> = T & { readonly span?: Place };

/** The key `span` for what is exported with its place where places are wanted; no key otherwise. */
export type Provenance = (span: Span) => { readonly span?: Place };

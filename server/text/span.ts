/** A stretch of the original text: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Says whether `offset` lies in `span` or directly at its end, where a cursor may stand. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** The smallest span over all of `spans`; undefined when there are none. */
export function cover(spans: Iterable<Span>): Span | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return start <= end ? { start, end } : undefined;
}

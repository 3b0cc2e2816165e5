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

/**
 * Finds things by the places that `placesOf` files them under, in their order; each list is gone through once, however often it is asked.
 * Lists do not change.
 */
export function findingByPlace<T>(
  placesOf: (each: T) => readonly number[],
): (all: readonly T[], place: number) => readonly T[] {
  const filed = new WeakMap<readonly T[], ReadonlyMap<number, readonly T[]>>();
  return (all, place) => {
    const known = filed.get(all) ?? fileUnder(all, placesOf);
    filed.set(all, known);
    return known.get(place) ?? [];
  };
}

function fileUnder<T>(
  all: readonly T[],
  placesOf: (each: T) => readonly number[],
): ReadonlyMap<number, readonly T[]> {
  const filed = new Map<number, T[]>();
  for (const each of all) {
    for (const place of new Set(placesOf(each))) {
      const same = filed.get(place);
      if (same) same.push(each);
      else filed.set(place, [each]);
    }
  }
  return filed;
}

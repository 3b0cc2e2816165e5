/** Plain data with every place in it, the `start` and `end` of each span, where `at` puts it. */
export function withPlaces<T>(data: T, at: (place: number) => number): T {
  const moved = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(moved);
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      isPlace(key, each) ? at(each) : moved(each),
    ]);
    return Object.fromEntries(entries);
  };
  return moved(data) as T;
}

const isPlace = (key: string, value: unknown): value is number =>
  (key === 'start' || key === 'end') && typeof value === 'number';

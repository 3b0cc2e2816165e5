/** Plain data with every place in it, the `start` and `end` of each span, where `at` puts it; itself, or parts of it, where nothing moves. */
export function withPlaces<T>(data: T, at: (place: number) => number): T {
  return moved(data, at) as T;
}

type Plain = Readonly<Record<string | number, unknown>>;

function moved(value: unknown, at: (place: number) => number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const data = value as Plain;
  let copy: Record<string | number, unknown> | undefined;
  for (const key of Object.keys(data)) {
    const each = data[key];
    const there = isPlace(key, each) ? at(each) : moved(each, at);
    if (there === each) continue;
    copy ??= (Array.isArray(data) ? [...data] : { ...data }) as Record<string | number, unknown>;
    copy[key] = there;
  }
  return copy ?? value;
}

const isPlace = (key: string, value: unknown): value is number =>
  (key === 'start' || key === 'end') && typeof value === 'number';

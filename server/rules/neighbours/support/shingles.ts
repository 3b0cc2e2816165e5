/** Three letters: long enough to be rare in other sentences, short enough to outlast a changed word. */
const width = 3;

/**
 * The share of `text` that stands in `other` as well, from 0 to 1: of its runs of three letters those that the other has, each as
 * often as it has it. Takes time in proportion to the lengths; sentences may be dropped, added or change places.
 */
export function shareIn(text: string, other: string): number {
  const left = new Map<string, number>();
  for (const shingle of shingles(other)) left.set(shingle, (left.get(shingle) ?? 0) + 1);
  let shared = 0;
  let all = 0;
  for (const shingle of shingles(text)) {
    all++;
    const count = left.get(shingle) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(shingle, count - 1);
  }
  return all === 0 ? 0 : shared / all;
}

function* shingles(text: string): Generator<string> {
  for (let at = 0; at + width <= text.length; at++) yield text.slice(at, at + width);
}

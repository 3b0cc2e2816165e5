/** Lines of a text. */
export type Lines = readonly string[];

/** Lines from `from` up to `to` have become those from `nowFrom` up to `nowTo`. */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

const mostPairs = 4_000_000;

/** The stretches of lines that differ, in their order; undefined where there are too many lines to compare. */
export function hunksOf(before: Lines, now: Lines): readonly Hunk[] | undefined {
  // Garbled lines look alike: as long as none was added, each is itself.
  if (before.length === now.length)
    return before.flatMap((line, index) =>
      line === now[index] ? [] : [{ from: index, to: index + 1, nowFrom: index, nowTo: index + 1 }],
    );
  let head = 0;
  while (head < before.length && head < now.length && before[head] === now[head]) head++;
  let tail = 0;
  const shorter = Math.min(before.length, now.length);
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const [a, b] = [before.slice(head, before.length - tail), now.slice(head, now.length - tail)];
  if (a.length * b.length > mostPairs) return undefined;
  return differing(a, b).map((hunk) => ({
    from: hunk.from + head,
    to: hunk.to + head,
    nowFrom: hunk.nowFrom + head,
    nowTo: hunk.nowTo + head,
  }));
}

/** The stretches between the lines of a longest common sequence. */
function differing(a: Lines, b: Lines): readonly Hunk[] {
  const common = lengths(a, b);
  const width = b.length + 1;
  const hunks: Hunk[] = [];
  let [i, j, from, nowFrom] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > from || j > nowFrom) hunks.push({ from, to: i, nowFrom, nowTo: j });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [from, nowFrom] = [i, j];
    } else if ((common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  [i, j] = [a.length, b.length];
  close();
  return hunks;
}

/** How many lines the rests of both have in common, for every pair of places. */
function lengths(a: Lines, b: Lines): Uint32Array {
  const width = b.length + 1;
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] =
        a[i] === b[j]
          ? (table[at + width + 1] ?? 0) + 1
          : Math.max(table[at + width] ?? 0, table[at + 1] ?? 0);
    }
  return table;
}

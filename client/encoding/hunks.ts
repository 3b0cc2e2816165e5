import { diffArrays } from 'diff';

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
  const hunks: Hunk[] = [];
  let [at, nowAt, from, nowFrom] = [0, 0, 0, 0];
  const close = (): void => {
    if (at > from || nowAt > nowFrom) hunks.push({ from, to: at, nowFrom, nowTo: nowAt });
  };
  for (const { count, added, removed } of diffArrays([...a], [...b])) {
    if (!added && !removed) close();
    if (!added) at += count;
    if (!removed) nowAt += count;
    if (!added && !removed) [from, nowFrom] = [at, nowAt];
  }
  close();
  return hunks;
}

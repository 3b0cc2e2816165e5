import { type ChangeObject, diffArrays } from 'diff';

/** What became of lines of a text: one says something else, new ones came before one, one went. Lines count from 0. */
export type LineEdit =
  | { readonly kind: 'changed'; readonly line: number; readonly now: string }
  | { readonly kind: 'put'; readonly line: number; readonly lines: readonly string[] }
  | { readonly kind: 'gone'; readonly line: number };

/** With more changes finding the fewest takes too long. */
const mostLines = 4000;
/** With more pairs of lines which became which is not asked. */
const mostPairs = 40_000;

/** Whether a line is what it was; editors may have taken away the blanks at its end. */
export const isSame = (old: string, now: string): boolean => now === old || now === old.trimEnd();

/** The edits that make one text of another, in the order of its lines; undefined where there are too many. */
export function lineEdits(before: readonly string[], now: readonly string[]): LineEdit[] | undefined {
  const parts = diffArrays([...before], [...now], { comparator: isSame, maxEditLength: mostLines });
  if (!parts) return undefined;
  const edits: LineEdit[] = [];
  let line = 0;
  for (const stretch of stretchesOf(before, parts)) {
    edits.push(...editsIn(line, stretch));
    line += stretch.old.length;
  }
  return edits;
}

/** Lines that stand for each other, so many for so many unless some came or went. */
interface Stretch {
  readonly old: readonly string[];
  readonly now: readonly string[];
}

const none: Stretch = { old: [], now: [] };

/** All lines in stretches. Where one empty line of several is filled, any of the others may seem to be the one that went. */
function stretchesOf(before: readonly string[], parts: readonly ChangeObject<string[]>[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch = none;
  let line = 0;
  for (const { value, added, removed } of parts) {
    const old = added ? [] : before.slice(line, line + value.length);
    line += old.length;
    const isEven = open.old.length === open.now.length;
    if (!added && !removed && (isEven || old.some((each) => each !== ''))) {
      stretches.push(open, { old, now: old });
      open = none;
      continue;
    }
    open = { old: open.old.concat(old), now: removed ? open.now : open.now.concat(value) };
  }
  return [...stretches, open];
}

/** The edits of a stretch that begins at a line. */
function* editsIn(line: number, { old, now }: Stretch): Generator<LineEdit> {
  let [at, other] = [0, 0];
  for (const [one, same] of [...pairsOf(old, now), [old.length, now.length] as const]) {
    for (; at < one; at++) yield { kind: 'gone', line: line + at };
    if (other < same) yield { kind: 'put', line: line + at, lines: now.slice(other, same) };
    const own = now[same];
    if (own !== undefined && own !== old[one]) yield { kind: 'changed', line: line + one, now: own };
    [at, other] = [one + 1, same + 1];
  }
}

/** Which line became which, in their order: all of them where they are as many, else those that are the most alike. */
function pairsOf(old: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  if (old.length === now.length || old.length * now.length > mostPairs)
    return old.slice(0, now.length).map((_, at) => [at, at]);
  const best = likest(old, now);
  const pairs: (readonly [number, number])[] = [];
  for (let [at, other] = [0, 0]; at < old.length && other < now.length; ) {
    const most = best[at]?.[other] ?? 0;
    const alike = likeness(old[at] ?? '', now[other] ?? '');
    if (alike > 0 && most === alike + (best[at + 1]?.[other + 1] ?? 0)) pairs.push([at++, other++]);
    else if (most === (best[at]?.[other + 1] ?? 0)) other++;
    else at++;
  }
  return pairs;
}

/** How much the lines from each pair on have in common at best. */
function likest(old: readonly string[], now: readonly string[]): number[][] {
  const best = Array.from({ length: old.length + 1 }, () => Array<number>(now.length + 1).fill(0));
  for (let at = old.length - 1; at >= 0; at--) {
    const [row, below] = [best[at] ?? [], best[at + 1] ?? []];
    for (let other = now.length - 1; other >= 0; other--)
      row[other] = Math.max(
        below[other] ?? 0,
        row[other + 1] ?? 0,
        (below[other + 1] ?? 0) + likeness(old[at] ?? '', now[other] ?? ''),
      );
  }
  return best;
}

/** How many characters two lines have in common at their beginning and their end; lines that are the same have more than any others. */
function likeness(old: string, now: string): number {
  if (isSame(old, now)) return 2 * old.length + 1;
  const most = Math.min(old.length, now.length);
  let begin = 0;
  while (begin < most && old[begin] === now[begin]) begin++;
  let end = 0;
  while (end < most - begin && old.at(-1 - end) === now.at(-1 - end)) end++;
  return begin + end;
}

import type { Span } from './span';

/** What stands at `span` is replaced. */
export interface Change {
  readonly span: Span;
  readonly newText: string;
}

/** Cells of a text set off from each other, such as a table's. */
const word = /[^\s|]+/gu;

/** More pairs of words are not compared: such a text changes as a whole. */
const mostPairs = 4_000_000;

/**
 * The changes that make `after` of `before`, with the words that both have in the same order left as they stand: only what is between
 * them changes, so that who is in one stays in it.
 */
export function changesBetween(before: string, after: string): Change[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const changes: Change[] = [];
  let [from, to] = [0, 0];
  const replace = (end: number, newEnd: number): void => {
    const newText = after.slice(to, newEnd);
    if (before.slice(from, end) !== newText) changes.push({ span: { start: from, end }, newText });
  };
  for (const [at, other] of keptWords(old, fresh)) {
    const [one, same] = [old[at], fresh[other]];
    if (!one || !same) continue;
    replace(one.start, same.start);
    [from, to] = [one.start + one.words.length, same.start + same.words.length];
  }
  replace(before.length, after.length);
  return changes;
}

interface Word {
  readonly start: number;
  readonly words: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map(({ 0: words, index }) => ({ start: index, words }));

/** The longest choice of words that two lists have in common in the same order, as pairs of indices; none where the lists are too long. */
function keptWords(old: readonly Word[], fresh: readonly Word[]): (readonly [number, number])[] {
  if (old.length * fresh.length > mostPairs) return [];
  const width = fresh.length + 1;
  const longest = new Uint16Array((old.length + 1) * width);
  const lengthAt = (at: number, other: number): number => longest[at * width + other] ?? 0;
  const isSame = (at: number, other: number): boolean => old[at]?.words === fresh[other]?.words;
  for (let at = old.length - 1; at >= 0; at--)
    for (let other = fresh.length - 1; other >= 0; other--)
      longest[at * width + other] = isSame(at, other)
        ? 1 + lengthAt(at + 1, other + 1)
        : Math.max(lengthAt(at + 1, other), lengthAt(at, other + 1));
  const kept: (readonly [number, number])[] = [];
  let [at, other] = [0, 0];
  while (at < old.length && other < fresh.length) {
    if (isSame(at, other)) kept.push([at++, other++]);
    else if (lengthAt(at + 1, other) >= lengthAt(at, other + 1)) at++;
    else other++;
  }
  return kept;
}

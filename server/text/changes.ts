import { diffArrays } from 'diff';
import type { Span } from './span';

/** What stands at `span` is replaced. */
export interface Change {
  readonly span: Span;
  readonly newText: string;
}

/** A text after changes; throws where two overlap. */
export function applied(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of [...changes].sort(inOrder)) {
    if (span.start < at) throw new Error(`edits overlap at ${span.start}`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

const inOrder = ({ span: a }: Change, { span: b }: Change): number => a.start - b.start || a.end - b.end;

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
  const kept: (readonly [number, number])[] = [];
  let [at, other] = [0, 0];
  for (const { count, added, removed } of diffArrays(wordsIn(old), wordsIn(fresh))) {
    if (!added && !removed) for (let each = 0; each < count; each++) kept.push([at + each, other + each]);
    if (!added) at += count;
    if (!removed) other += count;
  }
  return kept;
}

const wordsIn = (words: readonly Word[]): string[] => words.map((each) => each.words);

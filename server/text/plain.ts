import { foldUnit, ignored } from './fold';
import type { Span } from './span';

const space = ' '.charCodeAt(0);
const lineEnd = /\r\n?|\n/u;

/**
 * What stands in `span` as a reader sees it; `shown` is the text with `ignored` in the place of what he does not see. Lines are lines,
 * without the blanks at their ends, and at most one of them in a row is empty; tabs between cells stay. The first and the last line
 * say something; empty where none does.
 */
export function plainIn(shown: string, { start, end }: Span): string {
  let said = '';
  for (let at = start; at < end; at++) {
    if (foldUnit(shown.charCodeAt(at)) !== ignored) said += shown.charAt(at);
  }
  const lines = said.split(lineEnd).map((line) => line.slice(0, endOf(line)));
  const kept = lines.filter((line, index) => line !== '' || (lines[index - 1] ?? '') !== '');
  if (kept.at(-1) === '') kept.pop();
  const [first = '', ...others] = kept;
  return [first.slice(beginOf(first)), ...others].join('\n');
}

/** The same on one line, where what stands there may be broken over several: a heading, a cell. */
export const lineIn = (shown: string, span: Span): string =>
  plainIn(shown, span)
    .split('\n')
    .map((line) => line.trim())
    .join('');

/**
 * A text on one line, without control characters, those that turn the direction of writing and tags that nobody sees, so that what a file
 * contains can neither drive the terminal nor show in another order, nor say more, than it seems to.
 */
export const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\u{e0000}-\u{e007f}]+/gu, ' ');

/** What stands in a cell, to be named in a sentence: no figure of a report is longer than forty characters. */
export const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

const isBlank = (text: string, at: number): boolean => foldUnit(text.charCodeAt(at)) === space;

function beginOf(line: string): number {
  let at = 0;
  while (at < line.length && isBlank(line, at)) at++;
  return at;
}

function endOf(line: string): number {
  let at = line.length;
  while (at > 0 && isBlank(line, at - 1)) at--;
  return at;
}

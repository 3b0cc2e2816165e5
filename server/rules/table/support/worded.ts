import type { Row } from '../../../form/form';
import { fold } from '../../../text/fold';

/**
 * Whether printed words are those of a row with some added or left out (本年新收件数, 政府规章, 信访、投诉、举报类), and not as well those of
 * another row: then its label is there, though it is none that the form has.
 */
export function isWordedLike(printed: string, row: Row, rows: readonly Row[]): boolean {
  const words = lettersOf(printed);
  if (words.length < fewestLetters) return false;
  const own = likeness(words, row);
  return own > 0 && rows.every((other) => other === row || likeness(words, other) < own);
}

/** What a label says in brackets how to count (不计其他情形) is no name of it. */
const remark = /[(（][^()（）]*[)）]/gu;
/** Fewer letters (计, 他) are in too many labels. */
const fewestLetters = 2;

/** How many letters a text has in common with the wording of a row that it holds, or that holds it; 0 where there is none. */
function likeness(words: readonly string[], { label, variants }: Row): number {
  const common = [label, ...variants]
    .map((wording) => lettersOf(wording.replace(remark, '')))
    .filter((wording) => wording.length >= fewestLetters && (holds(words, wording) || holds(wording, words)))
    .map((wording) => Math.min(wording.length, words.length));
  return Math.max(0, ...common);
}

/** Whether all letters of `part` are among those of `whole`, each as often. */
function holds(whole: readonly string[], part: readonly string[]): boolean {
  const left = [...whole];
  return part.every((letter) => {
    const at = left.indexOf(letter);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const lettersOf = (text: string): string[] =>
  [...fold(text).replace(/^\P{Script=Han}*[一二三四五六七八九十]{1,2}[)、.]/u, '')].filter((char) =>
    /\p{Script=Han}/u.test(char),
  );

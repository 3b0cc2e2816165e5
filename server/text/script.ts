import traditionalPhrases from 'opencc-js/dict/TSPhrases';
import { simplify } from './fold';

/** These are characters of simplified texts, too, in names and some words (乾县, 魏徵): among others like them they are traditional. */
const shared = /[乾於徵瞭藉鍾夥摺麽昇崑甦祕]/u;

/** Words in which a character is not written as it is elsewhere, as they are in simplified characters; those of the same length. */
const words: ReadonlyMap<string, string> = new Map(
  traditionalPhrases
    .split('|')
    .map((pair): [string, string] => {
      const at = pair.indexOf(' ');
      return [pair.slice(0, at), pair.slice(at + 1)];
    })
    .filter(([from, to]) => from.length === to.length),
);
const longest = Math.max(...[...words.keys()].map(({ length }) => length));
const firsts: ReadonlySet<string> = new Set([...words.keys()].map((word) => word.charAt(0)));

/** How many characters of a text can only be traditional. */
export function countTraditional(text: string): number {
  const simplified = simplify(text);
  if (simplified === text) return 0;
  let count = 0;
  for (let at = 0; at < text.length; at++)
    if (simplified.charCodeAt(at) !== text.charCodeAt(at) && !shared.test(text.charAt(at))) count++;
  return count;
}

/** A text in simplified characters, word by word; as long as it was. What simplified texts have too stays where no other is traditional. */
export const inSimplified = (text: string): string =>
  text.replace(/[^\r\n]+/gu, (line) => (countTraditional(line) > 0 ? lineInSimplified(line) : line));

function lineInSimplified(line: string): string {
  const simplified = simplify(line);
  let result = '';
  for (let at = 0; at < line.length; ) {
    const word = firsts.has(line.charAt(at)) ? wordAt(line, at) : undefined;
    const piece = (word && words.get(word)) ?? simplified.charAt(at);
    result += piece;
    at += piece.length;
  }
  return result;
}

function wordAt(line: string, at: number): string | undefined {
  for (let length = longest; length > 1; length--) {
    const word = line.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

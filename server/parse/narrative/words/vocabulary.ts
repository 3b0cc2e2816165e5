import { named } from './named-words';
import { shortNames } from './short-names';
import { type Letter, words } from './word-classes';

/** A word with the class that it is of. */
export interface Entry {
  readonly word: string;
  readonly letter: Letter;
  readonly name: string;
  /** Whether it says this only right beside a number. */
  readonly isShort: boolean;
}

const punctuation: Readonly<Record<string, Letter>> = {
  ',': ',',
  ';': ';',
  '。': '.',
  '.': '.',
  '!': '.',
  '?': '.',
  ':': ':',
  '(': '(',
  '[': '(',
  ')': ')',
  ']': ')',
  '、': '&',
  和: '&',
  及: '&',
  与: '&',
  或: '&',
  '\n': '\n',
};
const conjunctions = ['以及', '或者', '及其'];
/** Entries by their first character, the longest first; `heads` leads to their list, 0 to an empty one. */
const lists: readonly (readonly Entry[])[] = [[], ...byFirst().values()];
const heads = headsOf();

function byFirst(): Map<number, Entry[]> {
  const first = new Map<number, Entry[]>();
  const add = (entry: Entry): void => {
    const unit = entry.word.charCodeAt(0);
    first.set(unit, [...(first.get(unit) ?? []), entry]);
  };
  for (const [letter, list] of Object.entries(words)) for (const word of list) add(entry(word, letter));
  for (const [letter, name, list] of named) for (const word of list) add({ ...entry(word, letter), name });
  for (const [letter, name, list] of shortNames)
    for (const word of list) add({ word, letter, name, isShort: true });
  for (const [char, letter] of Object.entries(punctuation)) add(entry(char, letter));
  for (const word of conjunctions) add(entry(word, '&'));
  for (const list of first.values()) list.sort((a, b) => b.word.length - a.word.length);
  return first;
}

function entry(word: string, letter: Letter): Entry {
  return { word, letter, name: '', isShort: false };
}

function headsOf(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [index, list] of lists.entries()) if (list[0]) table[list[0].word.charCodeAt(0)] = index;
  return table;
}

const units: ReadonlySet<number> = new Set(
  lists.flatMap((entries) => entries.flatMap(({ word }) => [...word].map((char) => char.charCodeAt(0)))),
);

/** Whether any word has a UTF-16 unit. */
export const isInWords = (unit: number): boolean => units.has(unit);

/** The words that may begin with a UTF-16 unit, the longest first; none where no word does. */
export const entriesWith = (unit: number): readonly Entry[] => lists[heads[unit] ?? 0] ?? [];

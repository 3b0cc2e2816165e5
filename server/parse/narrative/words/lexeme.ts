import type { Quantity } from './numerals';
import type { Letter } from './word-classes';

/** A piece of the prose: a word of a class, a number, a mark of punctuation, or a stretch that no class has. */
export interface Lexeme {
  /**
   * The class (word-classes.ts); `n` a count, `$` money, `h` a percentage, `x` what is unknown, `date` a date, `,;.:()&` and a line feed
   * for punctuation.
   */
  readonly letter: Letter;
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity | undefined;
  /** What a word with a name names, or the date's parts. */
  readonly name: string;
}

/** The name of an unknown word of a clause that is understood: it says how much of all something is (最多, 为主), and not what. */
export const standing = 'standing';

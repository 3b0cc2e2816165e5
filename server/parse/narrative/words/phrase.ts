import type { Letter } from './word-classes';

/** What may stand in so many variants that a pattern has it and no list. */
export interface Phrase {
  readonly letter: Letter;
  readonly name: string;
  /** The characters that it may begin with. */
  readonly heads: string;
  readonly pattern: RegExp;
}

import type { Meaning } from '../lexicon/lexicon';
import type { Token } from './token';

/** A token with what its words may mean; empty for figures and for words that are no label. */
export interface Item {
  readonly token: Token;
  readonly meanings: readonly Meaning[];
}

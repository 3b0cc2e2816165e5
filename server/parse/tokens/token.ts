import type { Key } from '../lexicon/label-key';
import type { Numbering } from '../lexicon/numbering';
import type { Value } from './figure';

/**
 * What a text is made of as a table-reader sees it: the contents of cells, whatever separates them (line ends, tabs, pipes,
 * runs of blanks, commas before figures). Words carry a key by which labels are found; figures carry their value.
 */
export interface Token {
  readonly kind: 'words' | 'value' | 'mark' | 'blank' | 'furniture';
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** How many separators stand before it on its line; where the source tells its column (`columns`), that. */
  readonly cell: number;
  /** How many columns its cell spans; 0 where the source does not tell, and only separators stand for them. */
  readonly columns: number;
  /** Of words: the key of their characters without number, blanks and punctuation, and of those before a bracket. */
  readonly key: Key;
  readonly keyBeforeBracket: Key;
  /** Of words: how many characters the key covers. */
  readonly length: number;
  /** Of words: whether single blanks or commas stand between them, so that they may be several labels. */
  readonly parted: boolean;
  /** Of words: the number in front, if any. */
  readonly numbering: Numbering | undefined;
  readonly value: Value | undefined;
}

/** Whether a token is a figure or a mark for none. */
export const isFigure = (token: Token | undefined): boolean =>
  token?.kind === 'value' || token?.kind === 'mark';

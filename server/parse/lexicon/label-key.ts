/**
 * The key under which a label is found: a hash of its significant characters, made while scanning. Two labels of one length
 * share a key once in four thousand million; a collision would make a piece of prose look like a label, no more.
 */
export type Key = number;

export const hashStart = 0x811c9dc5 | 0;

/** The hash after one more folded unit. */
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The key of `length` characters whose hash is `hash`; 0 for none. */
export const hashEnd = (hash: number, length: number): Key =>
  length === 0 ? 0 : (hash >>> 0) + length * 0x100000000;

/** 〇, a numeral among the punctuation. */
const ZERO = 0x3007;

/** Says whether a folded unit is a blank, a mark of punctuation or a control: what does not count in a label. */
export const isPunctuation = (unit: number): boolean =>
  unit < 48 ||
  (unit > 57 && unit < 65) ||
  (unit > 90 && unit < 97) ||
  (unit > 122 && unit < 0xc0) ||
  (unit >= 0x2000 && unit <= 0x206f) ||
  (unit >= 0x3000 && unit <= 0x3020 && unit !== ZERO);

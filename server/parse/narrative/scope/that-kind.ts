import type { Clause } from '../clauses/clauses';
import type { Scene } from './scene';

/**
 * Whether what a clause names at a lexeme, or else first, is only of a kind that was told before: 对该类申请予以公开 20 件,
 * 此类不予公开没有发生. What that kind is stands elsewhere, and the row that is named here is not all of it.
 */
export function isOfThatKind({ lexemes }: Clause, { text }: Scene, at?: number): boolean {
  const { start = 0 } = (at === undefined ? lexemes.find(({ letter }) => letter !== 'a') : lexemes[at]) ?? {};
  return thatKind.test(text.slice(Math.max(0, start - longest), start));
}

const thatKind = /(?:[该此这]类|上述|前述)[^,;:。()\d]{0,6}$/u;
const longest = 10;

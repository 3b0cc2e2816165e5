import type { Clause } from '../clauses/clauses';
import type { Sentence } from './scene';

const except = /除|不含|去掉|减去/u;

/**
 * How many a sentence takes out of what it counts next: 除去撤回的 15 件，共办理 46 件. 0 where it does not say how many; undefined where
 * it takes out none.
 */
export function exceptedFrom({ beginnings }: Sentence, text: string): number | undefined {
  const { lexemes = [] }: Partial<Clause> = beginnings.at(-2) ?? {};
  const [start, end] = [lexemes[0]?.start ?? 0, lexemes.at(-1)?.end ?? 0];
  if (!except.test(text.slice(Math.max(0, start - 2), end))) return undefined;
  return lexemes.reduce((sum, { letter, quantity }) => sum + (letter === 'n' ? (quantity?.low ?? 0) : 0), 0);
}

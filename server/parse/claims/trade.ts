import type { Clause } from './clause';
import type { Scene } from './draft';

/** So far before a word its cause is announced. */
const longestCause = 2;

/**
 * A clause without words that only say again who speaks, or why: the agency itself before a number (街道尚有 2 件), its trade before a document
 * or a decision (水行政许可 of a 水务局), a cause before what is pending (1 件因征求意见正在办理). The clause itself where it has none of these.
 */
export function withoutTrade(clause: Clause, { text, agents }: Scene): Clause {
  if (!/x[WYZFnp]/u.test(clause.letters)) return clause;
  const isIdle = (at: number): boolean => {
    const next = clause.letters.charAt(at + 1);
    const { letter, start = 0, end = 0 } = clause.lexemes[at] ?? {};
    if (letter !== 'x' || next === '') return false;
    const words = text.slice(start, end);
    if (next === 'n') return at === 0 && agents.isOwn(words);
    if (next === 'p') return /因|由于/u.test(text.slice(start - longestCause, start));
    return 'WYZF'.includes(next) && agents.isTrade(words);
  };
  const kept = clause.lexemes.map((_, at) => !isIdle(at));
  if (kept.every(Boolean)) return clause;
  const summed = clause.summed < 0 ? -1 : kept.slice(0, clause.summed).filter(Boolean).length;
  return {
    ...clause,
    summed,
    letters: [...clause.letters].filter((_, at) => kept[at]).join(''),
    lexemes: clause.lexemes.filter((_, at) => kept[at]),
    current: clause.current.filter((_, at) => kept[at]),
  };
}

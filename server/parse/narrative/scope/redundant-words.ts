import type { Clause } from '../clauses/clauses';
import { isCourt } from './own-or-other-body';
import type { Scene } from './scene';

/** Examples, with 等 behind them. */
const examples = /^&?(?:x&){0,6}x(?=l[WYZF])/u;
/** So far before a word its cause is announced. */
const longestCause = 2;

/**
 * A clause without words that only say again who speaks, or why: the agency itself before a number (街道尚有 2 件), its trade before a document
 * or a decision (水行政许可 of a 水务局), a cause before what is pending (1 件因征求意见正在办理). The clause itself where it has none of these.
 */
export function withoutRedundant(clause: Clause, { text, agents }: Scene): Clause {
  if (!/x[WYZFnpukIO7A]|xl[WYZF]|x?l\$/u.test(clause.letters)) return clause;
  const isIdle = (at: number): boolean => {
    const next = clause.letters.charAt(at + 1);
    const { letter, start = 0, end = 0 } = clause.lexemes[at] ?? {};
    const words = text.slice(start, end);
    // 收取水资源费等 125 万元: what is charged, behind the name of all of it.
    if (next === '$' || clause.letters.startsWith('l$', at + 1))
      return clause.letters.includes('f') && (letter === 'l' || (letter === 'x' && words.endsWith('费')));
    // 取水许可、采砂许可等行政许可: some of them, behind them all.
    if ('x&'.includes(letter ?? '.') && isOfExamples(at)) return true;
    if (letter === 'l' || next === 'l')
      return words === '等' ? 'WYZF'.includes(next) : letter === 'x' && isExample(at + 1);
    if (letter !== 'x' || next === '') return false;
    if ('ukIO7'.includes(next)) return (at > 0 || clause.letters.includes('n')) && isCourt(words);
    if (next === 'n' || next === 'A') return at === 0 && agents.isOwn(words);
    if (next === 'p') return /因|由于/u.test(text.slice(start - longestCause, start));
    return 'WYZF'.includes(next) && agents.isTrade(words);
  };
  const isExample = (at: number): boolean =>
    /^l[WYZF]/u.test(clause.letters.slice(at)) && text.charAt(clause.lexemes[at]?.start ?? 0) === '等';
  const isOfExamples = (at: number): boolean => {
    const [found = ''] = examples.exec(clause.letters.slice(at)) ?? [];
    return found !== '' && isExample(at + found.length);
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

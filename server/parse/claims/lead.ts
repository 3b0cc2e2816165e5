import type { Clause } from './clause';
import type { Scene } from './draft';

/** A clause that only names what the next is about: a noun of the tables, a row, what became of applications. */
const leading = /^x?t?M?(?:[BL12WYZFJf]|S?r[SM]?[QUK]?a?|[GPQUK]a?|[RN]?A|<?c>?a?|pa?)$/u;
/** What says so behind it. */
const told = /^(?:方面|情况|领域|中|里|上|的)*[,:]$/u;
/** What a clause has that counts or denies what is named before it. */
const counting = /[n$z]/u;
/** What names a thing of its own. */
const own = /[AaBLFJWYZX12GPQUKErCVwgf#h~]/u;
/** So many characters stand between both at the most. */
const longestTold = 8;

/**
 * A clause with the noun of the one before it, where that only names what is told (行政强制方面，全年作出决定 85 件; 以国家秘密为由不予公开的，一件也没有).
 * The clause itself where it has a noun of its own, or the one before it says more.
 */
export function withLead(clause: Clause, before: Clause | undefined, { text }: Scene): Clause {
  if (!before || before.depth !== clause.depth || !leading.test(before.letters)) return clause;
  if (!counting.test(clause.letters) || own.test(clause.letters)) return clause;
  const [noun] = before.lexemes.slice(-1);
  const from = noun?.end ?? 0;
  const [mark = ''] = /^[^,:]*[,:]/u.exec(text.slice(from, from + longestTold)) ?? [];
  if (!told.test(mark)) return clause;
  const isCurrent = clause.current[0] ?? true;
  return {
    ...clause,
    letters: before.letters + clause.letters,
    lexemes: [...before.lexemes, ...clause.lexemes],
    current: [...before.letters.split('').map(() => isCurrent), ...clause.current],
    summed: clause.summed < 0 ? -1 : clause.summed + before.letters.length,
  };
}

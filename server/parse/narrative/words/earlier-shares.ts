import type { Lexeme } from './lexeme';

// 占比由上年的 43% 升至 39.5%: this year's percentage, and what it has come from. Only the later one is a share of what the tables have.

/** 由上年的: what leads to the earlier percentage. */
const origin = /[由从](?:(?:上一?年度?|去年|前一年度?|20\d\d年度?)(?:同期)?的?|(?:原来|最初|年初)的?)?$/u;
/** 升至 2024 年的: what leads from there to the later one. */
const target =
  /^(?:大幅|小幅|明显|显著|稳步|逐步|略|,)?(?:上升|下降|提高|提升|增加|增长|增|升|降低|降|减少|减|回落|下滑|上涨|涨|扩大|缩小|变化|变)[至到为]了?(?:(?:今年|本年度?|(20\d\d)年度?)的?)?$/u;
const longestOrigin = 14;

/** The words without those that tell from which percentage another has come. */
export function withoutEarlierShares(
  words: readonly Lexeme[],
  text: string,
  year: number | undefined,
): readonly Lexeme[] {
  const shares = words.flatMap(({ letter }, at) => (letter === 'h' ? [at] : []));
  const left = new Set<Lexeme>();
  for (const [index, at] of shares.entries()) {
    const next = shares[index + 1] ?? -1;
    const [earlier, later] = [words[at], words[next]];
    if (!earlier || !later) continue;
    const told = target.exec(text.slice(earlier.end, later.start));
    const isOther = told?.[1] !== undefined && Number(told[1]) !== year;
    const from = origin.exec(text.slice(Math.max(0, earlier.start - longestOrigin), earlier.start));
    if (!told || isOther || !from) continue;
    const cut = earlier.start - from[0].length;
    for (let place = next - 1; (words[place]?.start ?? -1) >= cut; place--) left.add(words[place] as Lexeme);
  }
  return left.size === 0 ? words : words.filter((each) => !left.has(each));
}

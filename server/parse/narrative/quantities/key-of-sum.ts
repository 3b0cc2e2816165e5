import type { Clause } from '../clauses/clauses';
import type { Draft } from '../clauses/draft';
import { summedKey, withCarriedOver } from './quantity-keys';

/**
 * 连同上年结转共 49 件, 包括上年结转在内共处理 49 件: what was carried over is counted with the rest; 上年结转共 3 件 alone is all that it
 * counts.
 */
const withOver =
  /(?:连同|加上|算上|算入|计入|连|加|含|包括|包含|[与和及同])(?:20\d\d年度?|[上前]一?年度?|去年)(?:的)?(?:结转|转结|遗留)(?:而来|下来|来)?的?(?:依申请公开|政府信息公开)?(?:申请件?|件)?(?:在内)?,?的?(?:总共|一共|共计|合计|总计|累计|共)(?:有|需|应)?(办理答复|办理|处理|受理|办结|答复|办复|回复)?(?:了|依申请公开|政府信息公开)?(?:申请)?$/u;
/** So many characters say all this. */
const longestPhrase = 40;

/** What the number at `at` counts where what was carried over is said to be counted with it; undefined where it is not. */
export function keyWithOver({ lexemes }: Clause, at: number, text: string): string | undefined {
  const start = lexemes[at]?.start ?? 0;
  const found = withOver.exec(text.slice(Math.max(0, start - longestPhrase), start));
  if (!found) return undefined;
  return /[结答复]/u.test(found[1]?.replace('办理', '') ?? '') ? 'answered' : withCarriedOver;
}

/**
 * What the number at `at` counts where it is said to be the sum of those before it in its sentence, whose drafts begin at `from`: what adds
 * up to the same is a part of it from then on. Undefined where it is no sum.
 */
export function keyOfSum(
  { summed, letters }: Clause,
  at: number,
  drafts: Draft[],
  from: number,
): string | undefined {
  if (summed !== at || !/^[&q]*[Aa]*n[Aa]*$/u.test(letters)) return undefined;
  const parts = drafts.slice(from).filter(({ kind, aside }) => kind === 'number' && !aside);
  const key = summedKey(parts);
  if (key === undefined) return undefined;
  for (const [index, part] of drafts.entries()) {
    if (parts.includes(part) && part.key === key) drafts[index] = { ...part, firm: false, sound: false };
  }
  return key;
}

/** 全年共有 36 件申请: whether a clause says no more than that so many were all there were. */
export const isAllThere = ({ summed, letters }: Clause, at: number): boolean =>
  summed === at && /^nA+$/u.test(letters);

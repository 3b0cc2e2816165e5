import type { TrendRelation } from '../../../report/relation';
import { say } from '../../../text/say';
import { quoted } from '../../quoted';
import type { Context, Yield } from '../../rule';
import { fits } from './change';
import { numbersOf } from './change-wording';
import { valuesOf } from './wording';

/** This year's number and last year's. */
export interface Years {
  readonly now: number;
  readonly before: number;
}

/** Whether what a sentence says of both numbers is so. */
export function isMet({ rise, step, times }: TrendRelation, { now, before }: Years): boolean {
  if (step) return fits(step, now, before);
  if (rise !== undefined) return rise ? now > before : now < before;
  const slack = (times?.slack ?? 0) + noise;
  return times === undefined || (times.low * before <= now + slack && now <= times.high * before + slack);
}

/** Binary fractions are not exact. */
const noise = 1e-9;

/** What there is between both numbers, in words. */
export function trendInWords(shown: string, relation: TrendRelation, { now, before }: Years): string {
  const { word, step } = relation;
  const end = step?.by.span.end ?? word.end;
  const printed = quoted(shown, { start: word.start, end }) + (step && !step.range ? step.by.unit : '');
  const way =
    now === before
      ? say`没有变化`
      : now > before
        ? say`增加 ${plain(now - before)}`
        : say`减少 ${plain(before - now)}`;
  return relation.times && before > 0
    ? say`${way}（${(now / before).toFixed(2)} 倍），文中写的是“${printed}”`
    : say`${way}，文中写的是“${printed}”`;
}

const plain = (value: number): number => Number(value.toFixed(4));

/** The finding at a trend whose two numbers are printed and do not give it: 是上年 800 条的 3 倍. */
export function* unmetTrend({ report }: Context, relation: TrendRelation): Generator<Yield> {
  const { now, before, word } = relation;
  if (
    !now ||
    !before ||
    valuesOf(report, now).some((value) => isMet(relation, { now: value, before: before.value }))
  )
    return;
  const years = { now: now.value, before: before.value };
  yield {
    span: word,
    message: say`${before.value} ${before.unit}到 ${now.value} ${now.unit}是${trendInWords(report.shown, relation, years)}，请核对`,
    related: numbersOf({ now, before }),
  };
}

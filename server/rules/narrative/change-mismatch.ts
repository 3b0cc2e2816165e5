import type { ChangeRelation } from '../../report/relation';
import { mark, said, say } from '../../text/say';
import { type Comparison, comparisonsIn } from '../neighbours/support/growth';
import { pairOf } from '../neighbours/support/last-year';
import { isMendedByLastYear } from '../neighbours/support/trends';
import { type Context, rule, type Yield } from '../rule';
import { isSound, isWhole, nowsOf, ownBefores, type Reading, readingsOf } from './support/change';
import { amountInWords, firstOff, numbersOf, repairTo, stepInWords } from './support/change-wording';
import { refutedStarts } from './support/refuted';
import { unmetTrend } from './support/trend';

export default rule({
  id: 'change-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文中的增减与前后两个数不符',
  summaryEn: 'A rise or fall in the text is not what its numbers give',
  basis: mark`文字自身的数应当相合`,
  fixable: true,

  *check(context) {
    const { report } = context;
    const pair = pairOf(context);
    const refuted = refutedStarts(report);
    let comparisons: Comparison[] | undefined;
    // 逐年上升 is told of every year, and is wrong once.
    const told = new Set<number>();
    for (const relation of report.relations) {
      if (relation.kind === 'trend' && !told.has(relation.word.start)) {
        const found = [...unmetTrend(context, relation)];
        if (found.length > 0) told.add(relation.word.start);
        yield* found;
      }
      if (relation.kind !== 'change' || isSound(report, relation)) continue;
      if (refuted.has(relation.now.span.start) || (pair && isMendedByLastYear(pair, relation))) continue;
      comparisons ??= pair ? comparisonsIn(pair) : [];
      const comparison = comparisons.find((each) => each.origin === relation);
      const readings = comparison
        ? readingsOf(relation, [relation.now.value], () => comparison.values)
        : readingsOf(relation, nowsOf(report, relation), ownBefores(relation));
      if (!readings.some(isWhole)) yield* findingOf(context, relation, readings, comparison);
    }
  },
});

function* findingOf(
  { report: { shown } }: Context,
  relation: ChangeRelation,
  readings: readonly Reading[],
  comparison: Comparison | undefined,
): Generator<Yield> {
  const [reading] = readings;
  const span = reading && firstOff(relation, reading);
  if (!span) return;
  // Where the direction is wrong, one of the two numbers may be, and only the writer knows which.
  const mayTurn = comparison !== undefined;
  const words = inWords(shown, relation, reading);
  const repairs = readings.map((each) => repairTo(shown, relation, each, mayTurn));
  yield {
    span,
    message: comparison
      ? say`${comparison.source}是 ${reading.before}，${words}，请核对`
      : say`${words}，请核对`,
    related: [...numbersOf(relation), ...(comparison?.related ?? [])],
    repairs: repairs.includes(undefined) ? [] : repairs.filter((each) => each !== undefined),
  };
}

function inWords(shown: string, { now: { unit }, before, steps }: ChangeRelation, reading: Reading): string {
  const [first] = reading.off;
  if (reading.isBeforeOff || !first)
    return say`按文中的增减算，此前应是 ${reading.before} ${said(unit)}，文中写的是 ${before?.value ?? ''} ${said(unit)}`;
  const kept = steps.find((step) => !reading.off.includes(step));
  const step = stepInWords(shown, first, reading);
  if (before || !kept) return say`${reading.before} ${unit}到 ${reading.now} ${unit}是${step}`;
  const by = amountInWords(kept.rise, kept.by.value, kept.by.unit);
  return say`按${by}算，${reading.before} ${said(unit)}到 ${reading.now} ${said(unit)}是${step}`;
}

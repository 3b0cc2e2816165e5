import type { ChangeRelation } from '../../report/relation';
import { type Comparison, comparisonsIn } from '../neighbours/support/growth';
import { pairOf } from '../neighbours/support/last-year';
import { isMendedByLastYear } from '../neighbours/support/trends';
import { type Context, rule, type Yield } from '../rule';
import { isSound, isWhole, nowsOf, ownBefores, type Reading, readingsOf } from './support/change';
import { firstOff, numbersOf, repairTo, stepInWords } from './support/change-wording';
import { refutedStarts } from './support/refuted';
import { unmetTrend } from './support/trend';

export default rule({
  id: 'change-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文中的增减与前后两个数不符',
  summaryEn: 'A rise or fall in the text is not what its numbers give',
  basis: '文字自身的数应当相合',
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
  const repairs = readings.map((each) => repairTo(shown, relation, each, mayTurn));
  yield {
    span,
    message: `${comparison ? `${comparison.source}是 ${reading.before}，` : ''}${inWords(shown, relation, reading)}，请核对`,
    related: [...numbersOf(relation), ...(comparison?.related ?? [])],
    repairs: repairs.includes(undefined) ? [] : repairs.filter((each) => each !== undefined),
  };
}

function inWords(shown: string, { now: { unit }, before, steps }: ChangeRelation, reading: Reading): string {
  const [first] = reading.off;
  if (reading.isBeforeOff || !first)
    return `按文中的增减算，此前应是 ${reading.before} ${unit}，文中写的是 ${before?.value} ${unit}`;
  const kept = steps.find((step) => !reading.off.includes(step));
  const derived =
    before || !kept ? '' : `按${kept.rise ? '增加' : '减少'} ${kept.by.value}${kept.by.unit}算，`;
  return `${derived}${reading.before} ${unit}到 ${reading.now} ${unit}是${stepInWords(shown, first, reading)}`;
}

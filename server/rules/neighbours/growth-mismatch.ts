import { mark, said, say } from '../../text/say';
import { isSound, isWhole, type Reading, readingsOf } from '../narrative/support/change';
import { firstOff, numbersOf, repairTo, stepInWords } from '../narrative/support/change-wording';
import { quoted } from '../quoted';
import { type Context, rule, type Yield } from '../rule';
import { type Comparison, comparisonsIn } from './support/growth';
import { type Pair, pairOf } from './support/last-year';
import { trendsIn } from './support/trends';

export default rule({
  id: 'growth-mismatch',
  family: 'neighbours',
  severity: 'information',
  hard: false,
  summary: '文中与上年相比的数，与上年报告不符',
  summaryEn: 'What the text says in comparison with last year is not what last year’s report gives',
  basis: mark`各年度报告的事项相同（《条例》第五十条），增减可以算出`,
  fixable: true,

  *check(context: Context) {
    const pair = pairOf(context);
    if (!pair) return;
    const comparisons = comparisonsIn(pair);
    yield* trendsIn(pair, new Set(comparisons.flatMap(startsOf)));
    for (const comparison of comparisons) {
      const { relation, values } = comparison;
      // A sentence that contradicts itself is told by another rule.
      if (!isSound(pair.report, comparison.origin)) continue;
      const [reading] = readingsOf(relation, [relation.now.value], () => values);
      if (reading && !isWhole(reading)) yield* findingOf(pair, comparison, reading);
    }
  },
});

/** Where the earlier number of a change begins, and its amounts. */
const startsOf = ({ origin: { before, steps } }: Comparison): number[] => [
  ...(before ? [before.span.start] : []),
  ...steps.map(({ by }) => by.span.start),
];

function* findingOf(pair: Pair, comparison: Comparison, reading: Reading): Generator<Yield> {
  const { shown } = pair.report;
  const { relation, related } = comparison;
  const span = firstOff(relation, reading);
  if (!span) return;
  const repair = repairTo(shown, relation, reading, true);
  const [now] = numbersOf(relation);
  yield {
    span,
    message: say`${inWords(shown, comparison, reading)}，请核对`,
    related: reading.isBeforeOff || !now ? related : [now, ...related],
    repairs: repair ? [repair] : [],
  };
}

function inWords(shown: string, { relation, source }: Comparison, reading: Reading): string {
  const { now, before } = relation;
  if (reading.isBeforeOff && before) {
    const printed = quoted(shown, before.span);
    return say`文中说上年是 ${printed} ${before.unit}，${source}是 ${reading.before}`;
  }
  const [first] = reading.off;
  const told = first ? stepInWords(shown, first, reading) : '';
  return say`${source}是 ${reading.before}，到 ${now.value} ${said(now.unit)}${told}`;
}

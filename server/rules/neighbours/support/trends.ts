import { agreementOf, claimOf, sumOf } from '../../../report/agreement';
import type { CellSum } from '../../../report/claim';
import type { Repair } from '../../../report/finding';
import type { ChangeRelation, Figure, TrendRelation } from '../../../report/relation';
import { sectionReading } from '../../../report/report';
import { say } from '../../../text/say';
import { amountOf, fits, isSound } from '../../narrative/support/change';
import { rewritten } from '../../narrative/support/rewritten';
import { isMet, trendInWords, type Years } from '../../narrative/support/trend';
import { valuesOf } from '../../narrative/support/wording';
import { quoted } from '../../quoted';
import type { Yield } from '../../rule';
import { lastCells, type Pair } from './last-year';

/**
 * What there is to say about the years that a text compares without telling both numbers: that last year's report has another earlier
 * number, or that its tables and this year's have changed otherwise. `compared` are the places of the earlier numbers and of amounts that are told of
 * already.
 */
export function* trendsIn(pair: Pair, compared: ReadonlySet<number>): Generator<Yield> {
  const seen = new Set(compared);
  for (const relation of pair.report.relations) {
    if (relation.kind !== 'trend' || relation.sums.length === 0) continue;
    const { before } = relation;
    const told = before ?? relation.step?.by;
    if (told && seen.has(told.span.start)) continue;
    const known = relation.sums.map((sum) => yearsOf(pair, sum));
    const [years] = known;
    const [sum] = relation.sums;
    if (!years || !sum || known.some(({ now, before: last }) => Number.isNaN(now + last))) continue;
    const befores = [...known.map(({ before: last }) => last), ...toldIn(pair, sum, 'before')];
    // Disputes may be about any matter: only last year's number beside them, or this year's as the tables have it, tells that they are the table's.
    const isToldOf = before && before.value > 0 && befores.includes(before.value);
    if (isDisputed(pair, sum) && !isToldOf && !isNamed(pair, relation, years) && !isConfirmed(pair, relation))
      continue;
    if (before && !befores.includes(before.value)) {
      seen.add(before.span.start);
      if (!isToldByChange(pair, before)) yield earlierOff(pair, relation, { sum, years });
    } else if (
      // Two numbers that are both printed are told of by themselves.
      !(before && relation.now) &&
      !readingsOf(pair, relation, known, sum).some((each) => isMet(relation, each))
    )
      yield trendOff(pair, relation, { sum, years: { ...years, now: relation.now?.value ?? years.now } });
  }
}

/** Both numbers that a trend may be told of: of one sum of cells in both tables, or one of them as the text of its year has it. */
function readingsOf(
  pair: Pair,
  { now, before }: TrendRelation,
  known: readonly Years[],
  sum: CellSum,
): Years[] {
  const nows = now ? valuesOf(pair.report, now) : known.map((each) => each.now);
  // 行政诉讼 23 件，为上年的 3 倍: all that there were are held against all of last year, not against those that were decided.
  const same = known.filter((each) => each.now === now?.value);
  const befores = before ? [before.value] : (same.length > 0 ? same : known).map((each) => each.before);
  const crossed = (some: readonly number[], others: readonly number[]): Years[] =>
    some.flatMap((one) => others.map((other) => ({ now: one, before: other })));
  return [
    ...(now || before ? crossed(nows, befores) : known),
    ...(now ? [] : crossed(toldIn(pair, sum, 'now'), befores)),
    ...(before ? [] : crossed(nows, toldIn(pair, sum, 'before'))),
  ];
}

/** Whether the change from an earlier number contradicts itself, and goes on to with last year's number: that is told where it is found. */
const isToldByChange = (pair: Pair, { span }: Figure): boolean =>
  pair.report.relations.some(
    (each) =>
      each.kind === 'change' &&
      each.before?.span.start === span.start &&
      !isSound(pair.report, each) &&
      !isMendedByLastYear(pair, each),
  );

/** Whether all that a change says is so with the earlier number that last year's report has: then it is only that which is wrong. */
export function isMendedByLastYear(pair: Pair, change: ChangeRelation): boolean {
  return pair.report.relations.some((each) => {
    if (each.kind !== 'trend' || each.before?.span.start !== change.before?.span.start) return false;
    const befores = each.sums.map((sum) => yearsOf(pair, sum).before);
    return befores.some((before) => change.steps.every((step) => fits(step, change.now.value, before)));
  });
}

/**
 * Whether the words for disputes, or the section about them in which they stand, leave no doubt that the table's are meant. Where they are
 * said to be fewer by more than there were, all disputes are meant, whatever they are about.
 */
function isNamed({ report }: Pair, { isNamed: byWords, word, step }: TrendRelation, years: Years): boolean {
  const body = sectionReading(report, 'disputes')?.body;
  const isThere = body !== undefined && word.start >= body.start && word.end <= body.end;
  const isOfMore = step?.by.unit !== '%' && (step?.by.value ?? 0) > Math.max(years.now, years.before);
  return byWords === true || (isThere && !isOfMore);
}

/** Whether this year's number is printed, and is beyond doubt the tables' own. */
function isConfirmed({ report }: Pair, { now }: TrendRelation): boolean {
  const claim = now && claimOf(report, now.span);
  return claim?.firm === true && claim.low > 0 && agreementOf(report, claim) === 'agrees';
}

const isDisputed = ({ report }: Pair, { cells: [cell = -1] }: CellSum): boolean =>
  report.form.cells[cell]?.path.startsWith('disputes.') ?? false;

interface Known {
  readonly sum: CellSum;
  readonly years: Years;
}

const yearsOf = (pair: Pair, { cells }: CellSum): Years => ({
  now: sumOf(pair.report, cells),
  before: sumOf(pair.last.report, lastCells(pair, cells)),
});

/** What the text of a year tells of the same, which may have been counted otherwise than the table. */
const toldIn = ({ report, last }: Pair, { name }: CellSum, year: keyof Years): number[] =>
  (year === 'now' ? report : last.report).claims
    .filter(({ kind, sums }) => kind === 'number' && sums[0]?.name === name)
    .map(({ low }) => low);

function earlierOff(
  { report: { shown }, year }: Pair,
  { before }: TrendRelation,
  { sum, years }: Known,
): Yield {
  const span = before?.span ?? { start: 0, end: 0 };
  const printed = quoted(shown, span);
  if (before?.unit === '')
    return {
      span,
      message: say`文中说“${printed}”，${year - 1} 年报告的${sum.name}是 ${years.before}，请核对`,
    };
  const newText = rewritten(printed, years.before);
  return {
    span,
    message: say`文中说上年是 ${printed} ${before?.unit ?? ''}，${year - 1} 年报告的${sum.name}是 ${years.before}，请核对`,
    repairs:
      newText === undefined
        ? []
        : [{ title: say`上年的数改为“${newText}”`, confidence: 'possible', edits: [{ span, newText }] }],
  };
}

function trendOff({ report: { shown }, year }: Pair, relation: TrendRelation, { sum, years }: Known): Yield {
  return {
    span: relation.step?.by.span ?? relation.word,
    message: say`${sum.name} ${year - 1} 年报告是 ${years.before}，本年是 ${years.now}，${trendInWords(shown, relation, years)}，请核对`,
    repairs: amountRepairs(relation, years),
  };
}

/** The amount as the tables give it, where the direction is right. */
function amountRepairs({ step }: TrendRelation, { now, before }: Years): Repair[] {
  if (!step || step.range || step.rise !== now > before || before === 0) return [];
  const newText = amountOf(step, { now, before, isBeforeOff: false, off: [] });
  const edits = [{ span: step.by.span, newText }];
  return [{ title: say`改为“${newText + step.by.unit}”`, confidence: 'possible', edits }];
}

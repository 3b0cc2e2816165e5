import { sumOf } from '../../../report/agreement';
import type { TrendRelation } from '../../../report/relation';
import { type Report, valueOf } from '../../../report/report';
import type { Span } from '../../../text/span';
import { lastCells, pairOf } from '../../neighbours/support/last-year';
import { compact } from '../../residue/support/compact';
import type { Context } from '../../rule';

// A sentence of another year has a stale year where its numbers are the report's own, and rightly has it where they are others.

/** What the tables count, and a number of it. */
const counted =
  /(?:申请|复议|诉讼|许可|处罚|强制|收费|规范性文件|规章)[^,.;:\d]{0,8}(\d{1,9}(?:\.\d{1,6})?)(?:件|宗|例|起|份|万元)/gu;

/** Whether the numbers of a sentence that speaks of another year tell that it is meant: they are not those of the report's tables. */
export function isOfItsYear(context: Context, sentence: Span): boolean {
  const { report } = context;
  const trends = report.relations.filter((each) => isEarlierIn(sentence, each));
  if (trends.length > 0) return trends.some((trend) => isOther(context, trend));
  const { text } = compact(context.text, sentence);
  const told = [...text.matchAll(counted)].map(([, digits]) => Number(digits)).filter((value) => value > 0);
  // A small number may stand in the tables of either year by chance.
  const last = valuesOf(pairOf(context)?.last.report);
  const isOwn = (value: number): boolean => valuesOf(report).has(value) && !last.has(value);
  // Of several in turn each has to be the report's own.
  const isSeveral = /分别|依次/u.test(text);
  const all = isSeveral ? numbersIn(text) : told;
  const isStale = isSeveral ? all.every(isOwn) : told.some(isOwn);
  return all.length > 0 && isRead(report) && !isStale;
}

const numbersIn = (text: string): number[] =>
  [...text.matchAll(/(\d{1,9}(?:\.\d{1,6})?)(?:件|宗|例|起|份|条|万元)/gu)]
    .map(([, digits]) => Number(digits))
    .filter((value) => value > 0);

const isEarlierIn = (
  { start, end }: Span,
  relation: Report['relations'][number],
): relation is TrendRelation =>
  relation.kind === 'trend' &&
  relation.before !== undefined &&
  start <= relation.before.span.start &&
  relation.before.span.end <= end;

/** Whether the earlier number of a trend is not this year's, or is last year's as well. */
function isOther(context: Context, { before, sums }: TrendRelation): boolean {
  const { report } = context;
  const own = sums.map(({ cells }) => sumOf(report, cells));
  if (!before || own.length === 0 || own.some(Number.isNaN)) return false;
  const pair = pairOf(context);
  const isLast = ({ cells }: TrendRelation['sums'][number]): boolean =>
    pair !== undefined && sumOf(pair.last.report, lastCells(pair, cells)) === before.value;
  return !own.includes(before.value) || sums.some(isLast);
}

const valuesOf = (report: Report | undefined): ReadonlySet<number | null> =>
  new Set(report?.cells.map(valueOf));

/** Of a table that is not there nothing is known. */
const isRead = ({ cells }: Report): boolean => cells.every(({ kind }) => kind !== 'absent');

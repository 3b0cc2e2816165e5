import type { Form } from '../../../form/form';
import type { CellSum } from '../../../report/claim';
import type { TrendRelation } from '../../../report/relation';
import { ends, type Stream } from '../parts/paragraph-words';
import { stepAt } from './steps-of-change';
import { sumsOfKey } from './trend-subjects';
import { isOfLastYear, relationOf } from './trends';

/** What may be added up: numbers of one of these kinds. */
const kinds: readonly ReadonlySet<string>[] = [
  new Set(['reconsiderations', 'litigations']),
  new Set(['received', 'receivedNew', 'carriedOver']),
  new Set(['granted', 'partiallyGranted', 'refused', 'unable', 'notProcessed', 'otherwiseProcessed']),
  new Set(['licenses', 'penalties', 'coercions']),
];
const [least, most] = [2, 4] as const;
/** What makes it doubtful that the numbers before are all that is added up. */
const doubts = 'h$~^d<ts/(';

/** 行政复议 41 件、行政诉讼 36 件，合计（77 件，）比上年增加 20 件: what the word at `at` says of the sum of what was counted before; empty where it is no sum. */
export function summedAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  const step = stepAt(stream, at);
  const comparison = stream.lastBefore(at, '~', ends);
  if (!step || comparison < 0 || !isOfLastYear(stream, comparison, at)) return [];
  const isSaid = stream.letter(comparison - 1) === '+';
  const start = stream.beginOf(comparison, ends);
  const isCounted = comparison === start && stream.letter(start - 3) === '+';
  const comma = isSaid ? start - 1 : start - 4;
  if ((!isSaid && !isCounted) || stream.letter(comma) !== ',') return [];
  const sum = sumBefore(stream, comma, form);
  const now = isSaid ? undefined : stream.figure(start - 2);
  const told = { now, before: undefined, isNamed: true };
  return sum
    ? [relationOf(stream, at, { ...told, sums: [sum] }, { rise: stream.letter(at) === '^', step })]
    : [];
}

/**
 * 行政复议 41 件、行政诉讼 36 件，合计比上年增加 20 件: the sum of what the numbers of the clauses before the mark at `comma` count; undefined where
 * they are not of one kind.
 */
function sumBefore(stream: Stream, comma: number, form: Form): CellSum | undefined {
  const places: number[] = [];
  for (let at = comma - 1; !'.;:\n'.includes(stream.letter(at) || '.'); at--) {
    if (doubts.includes(stream.letter(at)) || places.length > most) return undefined;
    if (stream.letter(at) === 'n') places.unshift(at);
  }
  const keys = places.map((place) => (stream.isFirm(place) ? stream.key(place) : ''));
  const isOne = kinds.some((kind) => keys.every((key) => kind.has(key)));
  const parts = keys.flatMap((key) => sumsOfKey(key, form)[0] ?? []);
  if (!isOne || places.length < least || new Set(keys).size !== keys.length) return undefined;
  if (parts.length !== keys.length) return undefined;
  return {
    name: `${parts.map(({ name }) => name).join('、')}之和`,
    cells: parts.flatMap(({ cells }) => cells),
    less: 0,
    rare: false,
  };
}

import type { Form } from '../../../form/form';
import type { Step, TrendRelation } from '../../../report/relation';
import { isLastYear } from '../parts/named-years';
import { ends, farthest, type Stream } from '../parts/paragraph-words';
import { keyOf, lettersOf, subjectFrom, sumsOfKey } from './trend-subjects';
import { isOfLastYear, relationOf } from './trends';

const least = 2;
/** What may stand between a word of comparison and the change. */
const between =
  /^(?:于|上一?年度?|去年|前一年度?|20\d\d年度?|同期|有所|略有|稍有|小幅|大幅|明显|显著|呈|呈现|的)*$/u;

/**
 * 复议 39 件、诉讼 22 件，均较上年有所下降; …，分别比上年增加 25 件、19 件: what the word at `at` says of each of the numbers before it. Empty where
 * it is said of one, or of others than these.
 */
export function trendsOfSeveralAt(stream: Stream, at: number, form: Form): TrendRelation[] {
  const comparison = stream.lastBefore(at, '~', ends);
  // 分别较上年, 同比分别, 较上年分别.
  const howAt = [comparison - 1, comparison + 1, comparison + 2].find(
    (place) => place < at && 'q/'.includes(stream.letter(place) || '.'),
  );
  if (comparison < 0 || howAt === undefined) return [];
  const how = stream.letter(howAt);
  const first = Math.min(howAt, comparison);
  const to = howAt > comparison ? howAt : at;
  if (stream.letter(first - 1) !== ',')
    return how === 'q' && howAt < comparison ? trendsOfNamed(stream, comparison, at, form) : [];
  const isPlain =
    between.test(stream.between(comparison, to)) &&
    between.test(stream.between(Math.max(howAt, comparison), at)) &&
    isLastYearOnly(stream, comparison, to);
  const places = isPlain ? numbersBefore(stream, first - 1) : [];
  if (places.length < least) return [];
  const steps = how === '/' ? stepsAt(stream, at) : places.map(() => undefined);
  const isWhole = how === '/' || ends.includes(stream.letter(at + 1) || '.');
  if (!isWhole || steps.length !== places.length) return [];
  return places.flatMap((place, index): TrendRelation[] => {
    const now = stream.figure(place);
    const sums = sumsOfKey(stream.key(place), form);
    const rise = stream.letter(at) === '^';
    const step = steps[index];
    return now && sums.length > 0
      ? [relationOf(stream, at, { now, before: undefined, sums }, { rise, step })]
      : [];
  });
}

/** 行政许可、行政处罚均较上年下降: of each of the nouns side by side, where the clause says no more than that. */
function trendsOfNamed(stream: Stream, comparison: number, at: number, form: Form): TrendRelation[] {
  const isEnd = ends.includes(stream.letter(at + 1) || '.');
  const isPlain = between.test(stream.between(comparison, at)) && isLastYearOnly(stream, comparison, at);
  const from = subjectFrom(stream, stream.beginOf(at, ends), comparison - 1);
  const nouns = lettersOf(stream, from, comparison - 1);
  if (!isEnd || !isPlain || !sideBySide.test(nouns)) return [];
  const rise = stream.letter(at) === '^';
  return nouns.split('&').flatMap((noun): TrendRelation[] => {
    const sums = sumsOfKey(keyOf(noun), form);
    return sums.length > 0
      ? [relationOf(stream, at, { now: undefined, before: undefined, sums }, { rise })]
      : [];
  });
}

/** What the tables alone count so: decisions, and what became of applications. */
const sideBySide = /^[MHD]{0,2}[WYZ]M?(?:&[WYZ]M?){1,2}$|^[PQUK](?:&[PQUK]){1,3}$/u;

/** Whether last year is what is compared with, and nothing else. */
function isLastYearOnly(stream: Stream, comparison: number, at: number): boolean {
  const isYear = stream.textAt(comparison) === '同比' || isLastYear(stream, comparison + 1);
  return isYear && isOfLastYear(stream, comparison, at);
}

/** The numbers of the clause that ends at `comma`, side by side; none where something is put in brackets between them. */
function numbersBefore(stream: Stream, comma: number): number[] {
  const places: number[] = [];
  if (stream.letter(comma - 1) !== 'n') return [];
  for (let at = comma - 1; at > comma - farthest && !`${ends}ts`.includes(stream.letter(at) || '.'); at--) {
    if (')h$'.includes(stream.letter(at))) return [];
    if (stream.letter(at) === 'n') places.unshift(at);
  }
  return places;
}

/** 25 件、19 件 behind the word at `at`. */
function stepsAt(stream: Stream, at: number): Step[] {
  const steps: Step[] = [];
  for (let place = at + 1; place < at + farthest; place += 2) {
    const by = stream.figure(place);
    if (!by || by.unit.endsWith('百分点')) return [];
    const decimals = stream.lexemes[place]?.quantity?.decimals ?? 0;
    steps.push({ rise: stream.letter(at) === '^', word: stream.spanAt(at), by, decimals });
    if (stream.letter(place + 1) !== '&') break;
  }
  return steps;
}

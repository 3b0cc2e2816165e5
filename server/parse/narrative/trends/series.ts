import type { ChangeRelation, Figure, Step, TrendRelation } from '../../../report/relation';
import { farthest, type Stream } from '../parts/paragraph-words';
import { stepAt } from './steps-of-change';

// 2022 年 20 件、2023 年 24 件、2024 年 36 件: the numbers of years in a row.

/** A number of a series, with its year; years are counted from 0 where none is named. */
interface Item {
  readonly year: number;
  readonly place: number;
}

/** Two numbers side by side are told of by rise-and-fall.ts. */
const leastItems = 3;
const joints = ',~<@/&(*';
/** 近三年, 连续三年. */
const several = /(?:[近过这前]|连续)[二两三四五]年/u;
/** 逐年上升: from each year to the next. */
const everyYear = /(?:逐年|连年|持续|连续[二两三四五]年)(?:稳步|稳定|呈|呈现|大幅|小幅)?$/u;
const longestEvery = 8;

/** The changes that the word at `at` tells of in a series before it: 同比增长 50% of the last, 分别增长 20%、50% of each; empty where it is of none. */
export function seriesChangesAt(stream: Stream, at: number): ChangeRelation[] {
  const steps = stepsAt(stream, at);
  if (steps.length === 0) return [];
  let last = at - 1;
  while (last > at - farthest && joints.includes(stream.letter(last) || '.')) last--;
  const items = stream.letter(last) === 'n' ? seriesIn(stream, sentenceStart(stream, last), last + 1) : [];
  const [unit] = figuresOf(stream, items).map((figure) => figure.unit);
  const isOf = steps.every(({ by }) => by.unit === '%' || by.unit === unit);
  const pairs = pairsOf(stream, items);
  // 分别增长: the first of as many as there are numbers is of a year that is not told.
  const told = steps.length === items.length ? steps.slice(1) : steps;
  if (
    items.length < leastItems ||
    !isOf ||
    told.length > pairs.length ||
    (told.length > 1 && told.length !== pairs.length)
  )
    return [];
  return told.flatMap((step, index): ChangeRelation[] => {
    const pair = pairs[pairs.length - told.length + index];
    return pair ? [{ kind: 'change', ...pair, steps: [step] }] : [];
  });
}

/** The trends from year to year of a series in the same sentence of which the word at `at` says that it rose or fell all the time (逐年上升). */
export function seriesTrendsAt(stream: Stream, at: number): TrendRelation[] {
  if (!everyYear.test(stream.textBefore(at, longestEvery)) || stepAt(stream, at)) return [];
  const before = seriesIn(stream, sentenceStart(stream, at), at);
  const items = before.length > 2 ? before : seriesIn(stream, at + 1, sentenceEnd(stream, at));
  if (items.length < leastItems) return [];
  const word = stream.spanAt(at);
  const how = { rise: stream.letter(at) === '^', step: undefined, times: undefined, sums: [] };
  return pairsOf(stream, items).map((pair): TrendRelation => ({ kind: 'trend', ...pair, ...how, word }));
}

/** The steps at `at`: one, or several side by side behind 分别. */
function stepsAt(stream: Stream, at: number): Step[] {
  const step = stepAt(stream, at);
  if (!step) {
    const first = stream.letter(at + 1) === '/' ? at + 2 : at + 1;
    return stream.letter(first) === 'h' ? rowFrom(stream, at, first) : [];
  }
  return stream.letter(at + 2) === '&' && stream.letter(at + 3) === 'h'
    ? rowFrom(stream, at, at + 1)
    : [step];
}

function rowFrom(stream: Stream, at: number, first: number): Step[] {
  const steps: Step[] = [];
  for (let place = first; place < first + farthest && stream.letter(place) === 'h'; place += 2) {
    const by = stream.figure(place);
    const decimals = stream.lexemes[place]?.quantity?.decimals ?? 0;
    if (!by) return [];
    steps.push({ rise: stream.letter(at) === '^', word: stream.spanAt(at), by, decimals });
    if (stream.letter(place + 1) !== '&') break;
  }
  return steps;
}

/** The series between two words: each number with the year before it, or as many years as numbers in their order; empty where there is none. */
function seriesIn(stream: Stream, from: number, to: number): Item[] {
  const years: number[] = [];
  const places: number[] = [];
  let isPaired = true;
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const letter = stream.letter(at);
    // Another change stands between: its amount is no number of the series.
    if ('~^d#h'.includes(letter) && places.length > 0) return [];
    const year = yearAt(stream, at);
    if (year > 0) {
      isPaired &&= years.length === places.length;
      years.push(year);
      words.push('');
    } else if (letter === 'n') {
      places.push(at);
      isPaired &&= years.length === places.length;
    } else if (!'&,;:/@'.includes(letter)) words.push((words.pop() ?? '') + letter);
  }
  if (years.length === 0) return inWords(stream, from, to, places);
  // 2022 年收到信件 20 件，2023 年收到申请 10 件: not of one thing.
  isPaired &&= words
    .slice(-years.length)
    .every((each, index, [first = '']) => index === 0 || first.endsWith(each));
  const isRow = isPaired || (years.length === places.length && areApart(stream, from, to));
  const isInRow = years.every((year, index) => year === (years[0] ?? 0) + index);
  return isRow && isInRow && isOne(stream, places)
    ? places.map((place, index) => ({ place, year: years[index] ?? 0 }))
    : [];
}

/** 近三年分别为 120 条、150 条、200 条. */
function inWords(stream: Stream, from: number, to: number, places: readonly number[]): Item[] {
  const [named] = several.exec(stream.between(from - 1, places[0] ?? to)) ?? [];
  const count = '零一二三四五'.indexOf((named ?? '').replace('两', '二').at(-2) ?? '零');
  const areSide = places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 2);
  return places.length === count && count > 1 && areSide && isOne(stream, places)
    ? places.map((place, year) => ({ place, year }))
    : [];
}

/** Whether all years stand before all numbers. */
function areApart(stream: Stream, from: number, to: number): boolean {
  let isCounted = false;
  for (let at = from; at < to; at++) {
    if (yearAt(stream, at) > 0 && isCounted) return false;
    isCounted ||= stream.letter(at) === 'n';
  }
  return true;
}

const isOne = (stream: Stream, places: readonly number[]): boolean => {
  const figures = stream.figures(places);
  return figures.length === places.length && figures.every(({ unit }) => unit === figures[0]?.unit);
};

/** The whole year that the word at `at` names; 0 where it names none. */
function yearAt(stream: Stream, at: number): number {
  const { letter, name } = stream.lexemes[at] ?? {};
  const [year = '', month] = letter === 'date' ? (name ?? '').split('-') : [];
  return month === '' ? Number(year) : 0;
}

const figuresOf = (stream: Stream, items: readonly Item[]): Figure[] =>
  stream.figures(items.map(({ place }) => place));

/** Each number with the one of the year before. */
function pairsOf(
  stream: Stream,
  items: readonly Item[],
): { readonly now: Figure; readonly before: Figure }[] {
  const figures = figuresOf(stream, items);
  return figures.slice(1).flatMap((now, index) => {
    const before = figures[index];
    return before && before.value > 0 ? [{ now, before }] : [];
  });
}

const sentenceStart = (stream: Stream, at: number): number => stream.beginOf(at, '.\n');

function sentenceEnd(stream: Stream, at: number): number {
  let to = at + 1;
  while (to < at + farthest && !'.\n'.includes(stream.letter(to) || '.')) to++;
  return to;
}

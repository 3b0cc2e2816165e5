import type { Figure, PercentRange, Step } from '../../../report/relation';
import { isLastYear } from '../parts/named-years';
import type { Stream } from '../parts/paragraph-words';
import { rangeAt } from '../shares/rough-shares';
import type { Quantity } from '../words/numerals';

/** A change is told in a number and a percentage, no more. */
const mostSteps = 2;
/** 翻一番, 约一倍 are meant nearly so, in percent. */
const nearly = 20;
/** Times without decimals are rounded or cut off. */
const [roundedDown, roundedUp] = [0.3, 0.5] as const;

/** 增至, 减少到: what follows is the later number. */
export const isTarget = (stream: Stream, at: number): boolean => /[至到为]$/u.test(stream.textAt(at));

/** The change word at `at` with its amount; undefined where it has none. */
export function stepAt(stream: Stream, at: number): Step | undefined {
  if (stream.letter(at) === '6') return multiplied(stream, at);
  const amount = at + 1;
  const between = stream.between(at, amount);
  // 下降为 20 件 tells what it came to, 降幅为 20% by how much.
  const isAmount = !/[到至为]/u.test(between) || /(?:幅|率|幅度)为$/u.test(stream.textAt(at) + between);
  if (!isAmount || isTarget(stream, at)) return undefined;
  const told = { rise: stream.letter(at) === '^', word: stream.spanAt(at) };
  const rough = roughAt(stream, amount);
  if (rough) return { ...told, ...rough, decimals: 0 };
  const by = stream.figure(amount);
  return by && { ...told, by, decimals: stream.lexemes[amount]?.quantity?.decimals ?? 0 };
}

/** 翻一番: by as much as there was; 减半. */
function multiplied(stream: Stream, at: number): Step {
  const word = stream.spanAt(at);
  const times = Number(stream.lexemes[at]?.name);
  const value = 100 * Math.abs(times - 1);
  const slack = times < 1 ? nearly / 2 : nearly;
  const range = { low: value - slack, high: value + slack };
  return { rise: times > 1, word, by: { value, unit: '%', span: word }, decimals: 0, range };
}

/** 近一倍, 1.5 倍, 约三成 at `at`, in percent; undefined where it is no such amount. */
function roughAt(
  stream: Stream,
  at: number,
): { readonly by: Figure; readonly range: PercentRange } | undefined {
  const quantity = stream.lexemes[at]?.quantity;
  const range = quantity?.unit === '倍' ? timesOf(quantity) : rangeAt(stream, at);
  return range && { by: { value: range.low, unit: '%', span: stream.spanAt(at) }, range };
}

/** What a number of times allows, in percent. */
export function timesOf(quantity: Quantity): PercentRange | undefined {
  const { value, low, high, decimals } = quantity;
  if (value === 0) return undefined;
  const isMore = quantity.looseEnd > quantity.digitsEnd;
  const isOpen = low !== high;
  const slack = isOpen ? nearly / 100 : 10 ** -decimals;
  if (isMore) return { low: 100 * value, high: 100 * (value + 1) };
  if (isOpen) return { low: 100 * (low - slack), high: 100 * (high + slack) };
  return decimals === 0
    ? { low: 100 * (value - roundedDown), high: 100 * (value + roundedUp) }
    : { low: 100 * (value - slack), high: 100 * (value + slack) };
}

/** How many words the change at `at` takes: itself and its amount. */
const lengthOf = (stream: Stream, at: number): number => (stream.letter(at) === '6' ? 1 : 2);

/** The change that begins at `at`, in one way or two, and where its last amount stands. */
export function stepsFrom(stream: Stream, at: number): { readonly steps: Step[]; readonly end: number } {
  const steps: Step[] = [];
  let end = at;
  for (let place = at; place >= 0 && steps.length < mostSteps; place = nextStep(stream, place)) {
    const step = stepAt(stream, place);
    if (!step || steps.some(({ by }) => (by.unit === '%') === (step.by.unit === '%'))) break;
    steps.push(step);
    end = place + lengthOf(stream, place) - 1;
  }
  return { steps, end };
}

/** Where the change at `at` is said again in another way: 增加 300 件，同比增长 13.6%; -1 where it is not. */
export function nextStep(stream: Stream, at: number, from = at + lengthOf(stream, at)): number {
  let next = from;
  while (next < stream.lexemes.length && isJoint(stream, next)) next++;
  const isSame = stream.letter(next) === stream.letter(at) || stream.letter(next) === '6';
  return next > from && isSame ? next : -1;
}

/** Whether the word at `at` only leads from one way of telling a change to the next. */
export const isJoint = (stream: Stream, at: number): boolean =>
  ',~(&'.includes(stream.letter(at)) || isLastYear(stream, at);

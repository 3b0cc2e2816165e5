import type { ChangeRelation, Figure, Step } from '../../../report/relation';
import { isLastYear, isThisYear } from '../parts/named-years';
import { farthest, type Stream } from '../parts/paragraph-words';
import {
  leading,
  numbersApart,
  numbersAround,
  numbersBeside,
  numbersComparedBefore,
  numbersLed,
} from './last-year-numbers';
import { isJoint, isTarget, nextStep, stepsFrom } from './steps-of-change';
import { comparedFrom } from './trend-subjects';

const clauseEnds = '.;';
const nouns = 'AaxXBLFJWYZf$';
/** So many numbers before a word of comparison may be what was compared. */
const mostLater = 12;
/** So many characters lead from 由 to the earlier number: 由2022年度的 500 件. */
const longestOrigin = 12;

/** The change that the word at `at` begins to tell of (比上年的 500 件增加 23 件，增长 4.6%); empty where it is not clear what was compared. */
export function changeAt(stream: Stream, at: number): ChangeRelation[] {
  if (isTarget(stream, at)) return targetAt(stream, at);
  const comparison = comparisonOf(stream, at);
  const { steps, end } = stepsFrom(stream, at);
  const told = comparison < 0 ? leading(stream, at) : undefined;
  if (told && steps.length > 0) return [{ kind: 'change', ...told, steps }];
  if (comparison < 0) return changeAlone(stream, at);
  if (isContinued(stream, at)) return [];
  const isOf = ({ unit }: Figure): boolean => steps.every(({ by }) => by.unit === '%' || by.unit === unit);
  const led = numbersLed(stream, comparison, at);
  if (led === 'unclear') return [];
  const beside = led ?? numbersBeside(stream, comparison) ?? numbersComparedBefore(stream, comparison);
  if (beside && isOf(beside.now)) return [{ kind: 'change', ...beside, steps }];
  if (steps.length === 0) return [];
  // 与上年的 500 件相比: the number before the word is the earlier one, and the later one stands too far away.
  if (
    stream.textAt(comparison).startsWith('相') &&
    !isFollowed(stream, comparison, at) &&
    !isOfYear(stream, comparison, at)
  )
    return [];
  const apart = numbersApart(stream, comparison, { at, end });
  if (apart) return isOf(apart.now) ? [{ kind: 'change', ...apart, steps }] : [];
  const [before, ...others] = earlierNumbers(stream, comparison, at);
  if (before === 'unclear' || others.length > 0) return [];
  const changes = laterNumbers(stream, comparison)
    .filter((now) => isOf(now) && (!before || before.unit === now.unit))
    .map((now): ChangeRelation => ({ kind: 'change', now, before, steps }));
  // Of several numbers the one that fits was compared.
  const change = changes.find(isFitting) ?? changes[0] ?? changeAhead(stream, comparison, { steps, end });
  return change ? [change] : [];
}

/** 收到申请 803 件，增幅为 17%: a change of the number right before it, where nothing says since when; empty where another stands there. */
function changeAlone(stream: Stream, at: number): ChangeRelation[] {
  const { steps, end } = stepsFrom(stream, at);
  const isBeside = stream.letter(at - 1) === ',' && stream.letter(at - 2) === 'n';
  const now = isBeside && ',;.\n'.includes(stream.letter(end + 1) || '.') ? stream.figure(at - 2) : undefined;
  const isOne = now && steps.length > 0 && steps.every(({ by }) => by.unit === '%' || by.unit === now.unit);
  return isOne && stream.key(at - 2) !== '' && stream.between(at - 2, at) === ','
    ? [{ kind: 'change', now, before: undefined, steps }]
    : [];
}

/** 10 件，与 2023 年的 8 件相比有所增加: both numbers at the word of comparison at `at`, where nothing behind it tells by how much. */
export function comparedAt(stream: Stream, at: number): ChangeRelation[] {
  if (!isLastYear(stream, at - 2)) return [];
  let next = at + 1;
  while (next < at + farthest && !'^d.;\n'.includes(stream.letter(next) || '.')) next++;
  if ('^d'.includes(stream.letter(next) || '.')) return [];
  const beside = numbersLed(stream, at, next) ?? numbersBeside(stream, at);
  return beside && beside !== 'unclear' ? [{ kind: 'change', ...beside, steps: [] }] : [];
}

/** 18 件，上年为 20 件: both numbers at the mark at `at`, where neither is compared. */
export function besideAt(stream: Stream, at: number): ChangeRelation[] {
  const around = numbersAround(stream, at);
  return around ? [{ kind: 'change', ...around, steps: [] }] : [];
}

/** 较上年增加 6 件，增长 13%，全年收到申请 46 件: told before the only number of the sentence; undefined where it is not. */
function changeAhead(
  stream: Stream,
  comparison: number,
  { steps, end }: { readonly steps: readonly Step[]; readonly end: number },
): ChangeRelation | undefined {
  if (steps.length < 2 || stream.letter(end + 1) !== ',') return undefined;
  if (stream.lastBefore(comparison, 'n', '.;\n') >= 0) return undefined;
  let at = end + 2;
  while (at < end + farthest && !'n.;\n'.includes(stream.letter(at) || '.')) at++;
  const now = stream.figure(at);
  const isCounted = stream.key(at) !== '' && '.;,\n'.includes(stream.letter(at + 1));
  return now && isCounted && steps.every(({ by }) => by.unit === '%' || by.unit === now.unit)
    ? { kind: 'change', now, before: undefined, steps }
    : undefined;
}

/** 由上年的 500 件增至 523 件，增长 4.6%. */
function targetAt(stream: Stream, at: number): ChangeRelation[] {
  const beforeAt = stream.lastBefore(at, 'n', ',.;()');
  const before = stream.rounded(beforeAt);
  // 增至 2024 年的 300 条.
  const nowAt = isThisYear(stream, at + 1) ? at + 2 : at + 1;
  const now = stream.rounded(nowAt);
  const origin = stream.textBefore(beforeAt, longestOrigin);
  const unit = now?.figure.unit;
  if (!before || !now || before.figure.unit !== unit || !/[由从][^,;:。由从]*$/u.test(origin)) return [];
  const next = nextStep(stream, at, nowAt + 1);
  const steps = next < 0 ? [] : stepsFrom(stream, next).steps;
  const isOf = steps.every(({ by }) => by.unit === '%' || by.unit === unit);
  const slack = (before.slack + now.slack) * (now.figure.value / before.figure.value);
  const loosened = slack > 0 ? steps.flatMap((step) => loosenedBy(step, slack)) : steps;
  return [{ kind: 'change', now: now.figure, before: before.figure, steps: isOf ? loosened : [] }];
}

/** A percentage between numbers that are rounded to 万 themselves; a number between them tells nothing. */
function loosenedBy(step: Step, slack: number): Step[] {
  if (step.by.unit !== '%' || step.range) return [];
  const most = 10 ** -step.decimals + 100 * slack;
  return [{ ...step, range: { low: step.by.value - most, high: step.by.value + most } }];
}

/** Whether the word at `at` only says again what a change before it has told. */
function isContinued(stream: Stream, at: number): boolean {
  let last = at - 1;
  while (last >= 0 && isJoint(stream, last)) last--;
  const first = last - 1;
  if (first < 0 || nextStep(stream, first) !== at) return false;
  const isTold = isTarget(stream, first)
    ? targetAt(stream, first).length > 0
    : comparisonOf(stream, first) >= 0;
  const [one, other] = [stream.figure(last)?.unit, stream.figure(at + 1)?.unit];
  return isTold && (isTarget(stream, first) || (one === '%') !== (other === '%'));
}

/** 相比上年的 500 件增长: the word is followed by what is compared with. */
function isFollowed(stream: Stream, comparison: number, at: number): boolean {
  const between = range(comparison + 1, at).map((index) => stream.letter(index));
  return between.includes('n') && !between.includes(',');
}

/** 5 件，与上年末相比多出 2 件: nothing but last year stands before the word, and nothing between it and the change. */
const isOfYear = (stream: Stream, comparison: number, at: number): boolean =>
  isLastYear(stream, comparison - 1) &&
  stream.letter(comparedFrom(stream, comparison) - 1) === ',' &&
  range(comparison + 1, at).every((index) => stream.letter(index) === 'x');

/** The word of comparison before the change at `at`; -1 where there is none. */
const comparisonOf = (stream: Stream, at: number): number => stream.lastBefore(at, '~', clauseEnds);

/** The numbers that may be what was compared: the one before the word, then what stands before that in the sentence. */
function laterNumbers(stream: Stream, comparison: number): Figure[] {
  const numbers: number[] = [];
  const volume = volumeBefore(stream, comparison);
  if (volume >= 0) return stream.figures([volume]);
  let place = stream.lastBefore(comparison, 'n', clauseEnds + nouns);
  for (; place >= 0 && numbers.length < mostLater; place = stream.lastBefore(place, 'n', clauseEnds))
    numbers.push(place);
  return stream.figures(numbers);
}

/** What came in, where 申请量 before the comparison names it again: 收到申请 10 件，申请量同比下降 20%; -1 where it does not. */
function volumeBefore(stream: Stream, comparison: number): number {
  if (!/[量数]$/u.test(stream.textAt(comparison - 1)) || stream.letter(comparison - 1) !== 'a') return -1;
  const from = Math.max(0, comparison - farthest);
  for (let at = comparison - 2; at >= from && !clauseEnds.includes(stream.letter(at)); at--)
    if (stream.letter(at) === 'n' && stream.key(at).startsWith('received')) return at;
  return -1;
}

/** The earlier number as the sentence prints it: none where it does not; not clear where another change stands between. */
function earlierNumbers(stream: Stream, comparison: number, at: number): readonly (Figure | 'unclear')[] {
  const between = range(comparison + 1, at);
  const isOther = between.some((index) => '^d'.includes(stream.letter(index)));
  return isOther ? ['unclear'] : stream.figures(between);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Whether all that is printed of a change agrees with itself. */
export function isFitting({ now, before, steps }: ChangeRelation): boolean {
  const counted = steps.find(({ by }) => by.unit !== '%');
  const earlier = before?.value ?? (counted && now.value - (counted.rise ? 1 : -1) * counted.by.value);
  if (earlier === undefined) return true;
  return steps.every(({ rise, by, decimals, range: allowed }) => {
    const difference = rise ? now.value - earlier : earlier - now.value;
    if (allowed)
      return allowed.low <= (100 * difference) / earlier && (100 * difference) / earlier <= allowed.high;
    // Amounts of money are binary fractions.
    if (by.unit !== '%') return Math.abs(difference - by.value) < 1e-6;
    return Math.abs((100 * difference) / earlier - by.value) < 10 ** -decimals + 1e-9;
  });
}

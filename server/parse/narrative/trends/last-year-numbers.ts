import type { Figure } from '../../../report/relation';
import { isLastYear } from '../parts/named-years';
import type { Stream } from '../parts/paragraph-words';

/** Two numbers of one thing, the earlier one told by itself: 18 件，上年为 20 件. */
export interface Numbers {
  readonly now: Figure;
  readonly before: Figure;
}

/**
 * The numbers that a change at `at`, with its word of comparison and its last amount at `end`, is between, where the earlier one stands by itself: before the
 * comparison (18 件，上年为 20 件，同比下降 10%) or behind the change (18 件，同比下降 10%（上年为 20 件）). Undefined where none does.
 */
export function numbersApart(
  stream: Stream,
  comparison: number,
  { at, end }: { readonly at: number; readonly end: number },
): Numbers | undefined {
  const isPlain = at === comparison + 1 || (at === comparison + 2 && stream.letter(at - 1) === '<');
  return isPlain
    ? (sideBySide(stream, comparison) ?? leading(stream, comparison) ?? trailing(stream, comparison, end))
    : undefined;
}

/** 10 件，与 2023 年的 8 件相比: the number between the year and the word of comparison, and the one before; undefined where it is otherwise. */
export function numbersBeside(stream: Stream, comparison: number): Numbers | undefined {
  const before = comparison - 1;
  const isBeside =
    stream.textAt(comparison).startsWith('相') &&
    isLastYear(stream, before - 1) &&
    stream.letter(before - 2) === '&';
  return isBeside ? numbers(stream, stream.lastBefore(before, 'n', '.;'), before) : undefined;
}

/** 10 件，与 2023 年的 8 件相比，申请量同比增长 25%: what was compared right before the comparison at `at`, which says it again. */
export function numbersComparedBefore(stream: Stream, at: number): Numbers | undefined {
  let before = at - 1;
  while (before >= 0 && ',aA'.includes(stream.letter(before))) before--;
  return stream.letter(before) === '~' && stream.letter(before + 1) === ','
    ? numbersBeside(stream, before)
    : undefined;
}

/**
 * 与 2023 年的 8 件相比，2024 年收到 10 件: the number before the word of comparison and the only one in the clauses from there to `end`.
 * `unclear` where there are several, or of another kind; undefined where it is otherwise.
 */
export function numbersLed(stream: Stream, comparison: number, end: number): Numbers | 'unclear' | undefined {
  const before = comparison - 1;
  const isLed = stream.textAt(comparison).startsWith('相') && stream.letter(comparison + 1) === ',';
  if (!isLed || !isLastYear(stream, before - 1) || stream.letter(before - 2) !== '&') return undefined;
  const places: number[] = [];
  for (let at = comparison + 2; at < end; at++) if (stream.letter(at) === 'n') places.push(at);
  const [now = -1, ...others] = places;
  if (now < 0) return undefined;
  return (others.length === 0 && numbers(stream, now, before)) || 'unclear';
}

/** 18 件，上年为 20 件; 18 件（上年为 20 件）: both numbers around the mark at `at`, where nothing more is said of them. */
export function numbersAround(stream: Stream, at: number): Numbers | undefined {
  // 36 件，而上年为 27 件.
  const before = stream.textAt(at + 1) === '而' ? at + 3 : at + 2;
  const isClosed = stream.letter(at) === '(' && stream.letter(before + 1) === ')';
  const isLast = stream.letter(at) === ',' && isTellingNoMore(stream, before + 1);
  return (isClosed || isLast) && isEarlier(stream, before) ? numbers(stream, at - 1, before) : undefined;
}

/** Whether the sentence ends at `at`, or goes on in words alone: ，应诉压力加大. */
function isTellingNoMore(stream: Stream, at: number): boolean {
  let end = at;
  while (stream.letter(end) === ',' || stream.letter(end) === 'x') end++;
  return '.;\n'.includes(stream.letter(end) || '.');
}

/** 18 件，上年 20 件，减少 2 件: both numbers before the word at `at`; undefined where they do not stand there. */
export function leading(stream: Stream, comparison: number): Numbers | undefined {
  const isClosed = stream.letter(comparison - 2) === ')';
  const before = comparison - (isClosed ? 3 : 2);
  const opens = stream.letter(before - 2) === (isClosed ? '(' : ',');
  if (stream.letter(comparison - 1) !== ',' || !opens || !isEarlier(stream, before)) return undefined;
  return numbers(stream, before - 3, before);
}

/** 2022 年收到 57 件，2023 年收到 64 件，同比增长 12.3%: both years by their numbers, and the same words between. */
function sideBySide(stream: Stream, comparison: number): Numbers | undefined {
  const nowAt = comparison - 2;
  if (stream.letter(comparison - 1) !== ',' || stream.year === undefined) return undefined;
  const yearAt = stream.lastBefore(nowAt, 'date', ',.;()');
  const beforeAt = yearAt - 2;
  if (yearAt < 0 || stream.letter(yearAt - 1) !== ',' || stream.letter(beforeAt) !== 'n') return undefined;
  const lastAt = stream.lastBefore(beforeAt, 'date', ',.;()');
  if (lastAt < 0 || !isLastYear(stream, lastAt)) return undefined;
  if (stream.textAt(yearAt).replace(/度$/u, '') !== `${stream.year}年`) return undefined;
  const [now, before] = [lettersOf(stream, yearAt, nowAt), lettersOf(stream, lastAt, beforeAt)];
  return before.startsWith(now) ? numbers(stream, nowAt, beforeAt) : undefined;
}

const lettersOf = (stream: Stream, from: number, to: number): string =>
  stream.lexemes
    .slice(from + 1, to)
    .map(({ letter }) => letter)
    .join('');

function trailing(stream: Stream, comparison: number, end: number): Numbers | undefined {
  // 同比增长 25%，较上年的 800 条.
  const before = end + (stream.letter(end + 2) === '~' ? 4 : 3);
  const isClosed = stream.letter(end + 1) === '(' && stream.letter(before + 1) === ')';
  const isLast = stream.letter(end + 1) === ',' && '.;\n'.includes(stream.letter(before + 1));
  if (!(isClosed || isLast) || !isEarlier(stream, before)) return undefined;
  return stream.letter(comparison - 1) === ',' ? numbers(stream, comparison - 2, before) : undefined;
}

/** Whether the number at `at` is said to be last year's, in no more words than that. */
const isEarlier = (stream: Stream, at: number): boolean =>
  /^(?:的?数?量?[为是有共:]|数|的|)$/u.test(stream.between(at - 1, at).trim()) && isLastYear(stream, at - 1);

function numbers(stream: Stream, nowAt: number, beforeAt: number): Numbers | undefined {
  const [now, before] = [stream.figure(nowAt), stream.figure(beforeAt)];
  const isOne = now && before && now.unit === before.unit && before.value > 0;
  return isOne && 'n$'.includes(stream.letter(nowAt) || '.') ? { now, before } : undefined;
}

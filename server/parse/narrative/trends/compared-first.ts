import type { CellSum } from '../../../report/claim';
import type { TrendRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { isLastYear, isThisYear } from '../parts/named-years';
import { farthest, type Stream } from '../parts/paragraph-words';
import { isTarget } from './steps-of-change';
import { keyBefore, keyOfLetters, sumsTold } from './told-sums';
import { sumsOfKey } from './trend-subjects';
import { relationOf } from './trends';

// 与 2023 年的 403 件相比，今年申请量明显上升，达到 502 件; 相较上年办结的 423 件，今年办结 504 件: last year's number comes first, and this
// year's in what follows.

/** So many words stand at most between last year and its number, and between that and this year's. */
const [farthestBefore, farthestNow] = [5, 14] as const;
const how = '(?:有所|略有|略微|明显|显著|大幅度?|小幅|持续|稳步|进一步)?(?:呈现?)?';
const rising = new RegExp(`^${how}(?:增加|增长|上升|上涨|提升|增多|攀升)(?:明显|较多|显著|趋势)?$`, 'u');
const falling = new RegExp(`^${how}(?:减少|下降|降低|回落|下滑)(?:明显|较多|显著|趋势)?$`, 'u');
/** What may stand in front of this year's number beside what it counts. */
const adverb = /^(?:有所|略有|略|明显|显著|大幅|小幅|持续)$/u;

/** Last year's number and this year's around the word of comparison at `at`; empty where it is not clear what both count. */
export function comparedFirstAt(stream: Stream, at: number, report: Report): TrendRelation[] {
  const first = lastYearBeside(stream, at);
  const before = first && stream.figure(first.place);
  if (!first || !before) return [];
  const nowAt = numberAfter(stream, first.comma);
  const now = stream.figure(nowAt);
  if (now?.unit !== before.unit) return [];
  const { key, sums } = toldAt(stream, first.comma, nowAt, report);
  const isSame = first.words === '' || kindOf(keyOfLetters(first.words)) === kindOf(key);
  if (sums.length === 0 || !isSame) return [];
  const word = riseIn(stream, first.comma, nowAt);
  const rise = word && { rise: word.rise };
  return [relationOf(stream, word?.at ?? first.place, { now, before, sums }, rise ?? {})];
}

interface First {
  readonly place: number;
  readonly comma: number;
  /** The words for what the number counts, by their letters. */
  readonly words: string;
}

/** The number that is said to be last year's beside the word of comparison at `at`, and the comma behind both. */
function lastYearBeside(stream: Stream, at: number): First | undefined {
  // 与上年的 36 件相比,.
  if (stream.letter(at + 1) === ',' && stream.textAt(at).startsWith('相')) {
    let place = at - 1;
    while (stream.letter(place) === 'a' || stream.letter(place) === 'A') place--;
    const year = yearBefore(stream, place);
    return year < 0 ? undefined : { place, comma: at + 1, words: wordsOf(stream, year, place, at) };
  }
  // 相较上年办结的 423 件,.
  if (stream.textAt(at) === '同比' || !isLastYear(stream, at + 1)) return undefined;
  let place = at + 2;
  while (place < at + farthestBefore && /^[DNRHMaA]$/u.test(stream.letter(place))) place++;
  let comma = place + 1;
  while ('aA'.includes(stream.letter(comma) || '.')) comma++;
  const words = wordsOf(stream, at + 1, place, comma);
  if (stream.textAt(comma).startsWith('相')) comma++;
  return stream.letter(place) === 'n' && stream.letter(comma) === ',' ? { place, comma, words } : undefined;
}

/** Where last year is named before the number at `place`; -1 where it is not. */
function yearBefore(stream: Stream, place: number): number {
  let year = place - 1;
  while (year > place - farthestBefore && /^[DNRHMaA]$/u.test(stream.letter(year))) year--;
  return stream.letter(place) === 'n' && isLastYear(stream, year) && stream.letter(year - 1) === '&'
    ? year
    : -1;
}

const wordsOf = (stream: Stream, year: number, place: number, end: number): string =>
  [...stream.lexemes.slice(year + 1, place), ...stream.lexemes.slice(place + 1, end)]
    .map(({ letter }) => letter)
    .join('');

/** The first number behind the comma in the same sentence, where nothing else is compared before it; -1 where none stands there. */
function numberAfter(stream: Stream, comma: number): number {
  for (let at = comma + 1; at < Math.min(comma + farthestNow, stream.lexemes.length); at++) {
    const letter = stream.letter(at);
    // 申请增加 2 件: by how much.
    if (letter === 'n') return '^d'.includes(stream.letter(at - 1)) && !isTarget(stream, at - 1) ? -1 : at;
    if ('.;:(t~h$<X'.includes(letter) || (letter === 'date' && !isThisYear(stream, at))) return -1;
  }
  return -1;
}

/** What this year's number counts: as the reader of claims or the table has it, or by the words before it (申请量上升，达到 502 件). */
function toldAt(
  stream: Stream,
  comma: number,
  place: number,
  report: Report,
): { readonly key: string; readonly sums: readonly CellSum[] } {
  const key = stream.key(place);
  if (stream.isFirm(place) && key !== '') return { key, sums: sumsOfKey(key, report.form) };
  const told = sumsTold(stream, place, report);
  if (told.length > 0) return { key: key || keyBefore(stream, place), sums: told };
  const letters = stream.lexemes
    .slice(comma + 1, place)
    .filter(({ letter }, index) => letter !== 'x' || !adverb.test(stream.textAt(comma + 1 + index)))
    .map(({ letter }) => letter)
    .join('')
    .replace(/date|[@*,^d]/gu, '');
  const named = keyOfLetters(letters);
  return { key: named, sums: named === '' ? [] : sumsOfKey(named, report.form) };
}

/** 收到 and 新收 are compared with either. */
const kindOf = (key: string): string => (key.startsWith('received') ? 'received' : key);

/** Where it is said which way the number went, before it or in the clause behind it; undefined where it is not. */
function riseIn(
  stream: Stream,
  comma: number,
  nowAt: number,
): { readonly at: number; readonly rise: boolean } | undefined {
  for (let at = comma + 1; at < nowAt; at++) {
    const letter = stream.letter(at);
    if ('^d'.includes(letter)) return { at, rise: letter === '^' };
  }
  if (stream.letter(nowAt + 1) !== ',') return undefined;
  let end = nowAt + 2;
  while (end < nowAt + farthest && !',;.\n'.includes(stream.letter(end) || '.')) end++;
  const words = stream.between(nowAt + 1, stream.near(end));
  if (rising.test(words)) return { at: end - 1, rise: true };
  return falling.test(words) ? { at: end - 1, rise: false } : undefined;
}

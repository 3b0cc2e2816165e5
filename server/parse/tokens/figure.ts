import { fold, foldUnit, ignored } from '../../text/fold';
import { hasTooManyDigits, isCountable } from '../../text/numerals';
import type { Span } from '../../text/span';

/** A figure as it is printed; it spans its digits (and sign and separators), not its unit or note. */
export interface Value extends Span {
  /**
   * `signed` figures are right only in the columns 本年增/减 of the 2019 form; a `mark` is a stroke or a word for "none"; what is
   * `odd` is meant as a figure but not written as one, such as the letter O or 〇 for 0, or is larger
   * or longer than can be told exactly.
   */
  readonly kind: 'count' | 'signed' | 'mark' | 'odd';
  /** NaN for a mark and for what is odd. */
  readonly number: number;
  readonly unit: string;
  /** True where a note stands behind it: 22（其中修订16件）, 3*. */
  readonly noted?: boolean;
  /** True where its digits stand in pieces on several lines; it spans one of them. */
  readonly broken?: true;
}

const figure =
  /^([+-]{1,2}|[增减])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:(万?元|[件个起宗份条例篇次部项人])?(\([^()]{0,60}\)|\*{1,3}|[①-⑳]|\[(?:注|\d{1,2})\])?)$/u;
const mark = /^(?:-{1,2}|\/{1,2}|\\|[无空]|N\/?A)$/iu;
const blank = /[\0 ]/gu;
const odd = /^(?=.*\d)[\dOoIl〇零]{1,6}$|^[OoIl〇零]$/u;

/**
 * Reads the figure or mark that fills a cell; undefined where the content is neither: words, a date, a telephone number, a page
 * number such as `-3-`, the ruler of a Markdown table.
 */
export function readValue(view: string, start: number, end: number): Value | undefined {
  return (
    plain(view, start, end) ?? (end - start <= 64 ? decorated(view, start, end) : endless(view, start, end))
  );
}

/** A number with more decimals than anybody writes; undefined for anything else that is so long. */
const endless = (view: string, start: number, end: number): Value | undefined =>
  /^\d+\.\d+$/u.test(fold(view.slice(start, end))) ? oddAt({ start, end }) : undefined;

/** Digits and nothing else: nearly every cell of nearly every report. */
function plain(view: string, start: number, end: number): Value | undefined {
  if (end === start) return undefined;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = foldUnit(view.charCodeAt(at)) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return counted(number, { start, end });
}

/** A count; odd where it is larger than any is. */
export const counted = (number: number, { start, end }: Span): Value =>
  isCountable(number) ? { kind: 'count', number, unit: '', start, end } : oddAt({ start, end });

const oddAt = ({ start, end }: Span): Value => ({ kind: 'odd', number: Number.NaN, unit: '', start, end });

const units = new Set(
  [...'(万元件个起宗份条例篇次部项人*[①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'].map((char) => char.charCodeAt(0)),
);
const signs = new Set([...'+-增减/\\无空NnOoIl〇零'].map((char) => char.charCodeAt(0)));

/** Rules out, without a regular expression, nearly all words: a figure ends in digits, a unit or a note. */
function mayBeDecorated(view: string, start: number, end: number): boolean {
  const first = foldUnit(view.charCodeAt(start));
  if (signs.has(first)) return true;
  for (let at = start; at < end; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    const digit = (unit >= 48 && unit <= 57) || unit === 44 || unit === 46 || unit === 32 || unit === ignored;
    if (!digit) return at > start && (units.has(unit) || signs.has(unit));
  }
  return true;
}

function decorated(view: string, start: number, end: number): Value | undefined {
  if (!mayBeDecorated(view, start, end)) return undefined;
  const text = fold(view.slice(start, end));
  const bare = text.replace(blank, '');
  if (mark.test(bare)) return { kind: 'mark', number: Number.NaN, unit: '', start, end };
  const found = figure.exec(bare);
  if (!found) return odd.test(bare) ? oddAt({ start, end }) : undefined;
  if (/\d \d/u.test(text)) return undefined;
  const [, sign = '', whole = '', decimals = '', unit = '', note] = found;
  const noted = note !== undefined;
  const absolute = Number(whole.replaceAll(',', '') + decimals);
  const span = digitsSpan(text, start, `${sign}${whole}${decimals}`.length);
  if (hasTooManyDigits(whole + decimals)) return oddAt(span);
  if (!sign || !isCountable(absolute)) return { ...counted(absolute, span), unit, noted };
  return {
    kind: 'signed',
    number: sign.startsWith('-') || sign === '减' ? -absolute : absolute,
    unit,
    noted,
    ...span,
  };
}

/** Where the first `length` significant units of `text` stand. */
function digitsSpan(text: string, offset: number, length: number): Span {
  let seen = 0;
  let first = -1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\0' || text[at] === ' ') continue;
    if (first < 0) first = at;
    if (++seen === length) return { start: offset + first, end: offset + at + 1 };
  }
  return { start: offset, end: offset + text.length };
}

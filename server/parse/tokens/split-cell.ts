import { fold, foldUnit, ignored, isDigit } from '../../text/fold';
import { numberingAt } from '../lexicon/numbering';
import { counted, readValue, type Value } from './figure';

/** What stands between two blanks or commas of a cell. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly value: Value | undefined;
  readonly blank: boolean;
}

const [TAB, SPACE, PIPE, COMMA, OPEN, CLOSE, DOT, PAUSE] = [9, 32, 124, 44, 40, 41, 46, 0x3001] as const;
const longestGrouped = 15;
const groups = /^\d{1,3}( \d{3})+(?:\.\d+)?$/u;

/** What figures behind words may end in: a digit, a stroke, a comma before an empty cell, a unit. */
const tailEnds = new Set([...'0123456789-/,件元无'].map((char) => char.charCodeAt(0)));

/** Says whether words that end at `end` may have figures behind them; a sign too many may stand behind the last. */
export const mayEndInFigures = (view: string, end: number): boolean =>
  tailEnds.has(foldUnit(view.charCodeAt(end - 1))) || isDigit(foldUnit(view.charCodeAt(end - 2)));

/** What stands between figures and has no more characters may be one of them, misprinted. */
const longestOdd = 8;
const dated = /[年月日]/u;

/**
 * The index of the first of the figures in which some pieces of a line end; their number where they end in none. Pieces with digits or
 * signs that are no figure count among them as long as they are fewer than the figures.
 */
export function tailOf(pieces: readonly Part[], view: string): number {
  let first = pieces.length;
  let figures = 0;
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] as Part;
    if (piece.value || piece.blank) figures++;
    else if (!isMisprint(piece, view) || isFirstFigure(pieces, at, view)) break;
    if (pieces.length - at < 2 * figures) first = at;
  }
  return first;
}

/** So many figures before words are a row's. */
const fewestBefore = 4;

/**
 * The figures of a row that words stand behind, as the end of a label does that is broken around them (`9 8 9 26请数量`), and where
 * the words begin; undefined where a cell does not begin so. Digits of a date that were set apart are none.
 */
export function rowBefore(
  view: string,
  start: number,
  end: number,
): { readonly figures: readonly Part[]; readonly end: number } | undefined {
  if (!isDigit(foldUnit(view.charCodeAt(start)))) return undefined;
  const pieces = partsBetween(view, start, end, SPACE);
  const count = pieces.findIndex(({ value }) => !value);
  const behind = pieces[count];
  if (!behind || count < fewestBefore - 1) return undefined;
  let digits = behind.start;
  while (isDigit(foldUnit(view.charCodeAt(digits)))) digits++;
  const value = readValue(view, behind.start, digits);
  const figures = [
    ...pieces.slice(0, count),
    ...(value ? [{ start: behind.start, end: digits, value, blank: false }] : []),
  ];
  const isRow = figures.length >= fewestBefore && startsWithWords(view, digits);
  return isRow ? { figures, end: digits } : undefined;
}

const startsWithWords = (view: string, at: number): boolean =>
  /^(?![年月日])\p{L}/u.test(view.slice(at, at + 2));

/** Whether a piece that is no figure may be meant as one: short, and with a digit in it or no letter. */
function isMisprint({ start, end }: Part, view: string): boolean {
  if (end - start > longestOdd || (numberingAt(view, start, end)?.end ?? end) < end) return false;
  const text = fold(view.slice(start, end));
  return !dated.test(text) && (/\d|^[零〇一二两三四五六七八九十百千]+$/u.test(text) || !/\p{L}/u.test(text));
}

/** Whether a piece is words with the first figure of all right behind them (`规章1 0 11`). */
function isFirstFigure(pieces: readonly Part[], at: number, view: string): boolean {
  const { start, end } = pieces[at] as Part;
  return attached.test(view.slice(start, end)) && !pieces.slice(0, at).some(({ value }) => value);
}

const attached = /(?:(?![零〇一二两三四五六七八九十百千])\p{Script=Han}){2}[)）”"」』]?[\d０-９]/u;

/** The parts between blanks; between commas too where no part has blanks around it. */
export function split(view: string, start: number, end: number): Part[] {
  const blanks = partsBetween(view, start, end, SPACE);
  const last = blanks.at(-1);
  if (blanks.length > 1 && last?.value) return blanks;
  const commas = partsBetween(view, start, end, COMMA);
  // （区分处理的，只计这一情形，: a label broken within its bracket ends in a comma, not in an empty cell.
  if (commas.at(-1)?.blank && isBracketOpen(view, start, end)) return blanks;
  return commas.length > 2 || (commas.length === 2 && commas[1]?.value) ? commas : blanks;
}

/** Whether the last bracket of a span is one that opens. */
function isBracketOpen(view: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === OPEN || unit === CLOSE) return unit === OPEN;
  }
  return false;
}

/** The parts between separators; between commas empty ones too. */
export function partsBetween(view: string, start: number, end: number, separator: number): Part[] {
  const found: Part[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && foldUnit(view.charCodeAt(at)) !== separator) continue;
    if (at > from || separator === COMMA) {
      found.push({ start: from, end: at, value: readValue(view, from, at), blank: at === from });
    }
    from = at + 1;
  }
  return found;
}

/** `1 272`, a blank between thousands: one figure where separators bound it, and where it is two parts, as no row has two figures. */
export function grouped(view: string, start: number, end: number): Value | undefined {
  if (end - start > longestGrouped) return undefined;
  const text = fold(view.slice(start, end));
  const found = groups.exec(text);
  if (!found || (text.split(' ').length > 2 && !isBounded(view, start, end))) return undefined;
  return counted(Number(text.replaceAll(' ', '')), { start, end });
}

/** Says whether a separator stands right before or behind a cell. */
function isBounded(view: string, start: number, end: number): boolean {
  const isSeparator = (unit: number): boolean => unit === TAB || unit === PIPE;
  let before = start - 1;
  while (before >= 0 && foldUnit(view.charCodeAt(before)) === SPACE) before--;
  let behind = end;
  while (behind < view.length && foldUnit(view.charCodeAt(behind)) === SPACE) behind++;
  return isSeparator(foldUnit(view.charCodeAt(before))) || isSeparator(foldUnit(view.charCodeAt(behind)));
}

/** Whether what stands at a place is no part of a cell: a separator or a blank. */
export function isBetweenCells(view: string, at: number): boolean {
  const unit = foldUnit(view.charCodeAt(at));
  return unit === TAB || unit === PIPE || unit === SPACE || unit === ignored || unit === 13;
}

/** Says whether a span is a heading's number and nothing else: set off by several blanks it still belongs to the heading. */
export function isNumberOnly(view: string, start: number, end: number): boolean {
  if (end - start > 5) return false;
  // Before another figure it is one itself, with a sign too many.
  if (isDigit(nextUnit(view, end))) return false;
  const last = foldUnit(view.charCodeAt(end - 1));
  return (last === CLOSE || last === DOT || last === PAUSE) && numberingAt(view, start, end)?.end === end;
}

/** The first unit behind a place that is no blank. */
function nextUnit(view: string, from: number): number {
  let at = from;
  while (at < view.length && foldUnit(view.charCodeAt(at)) === SPACE) at++;
  return foldUnit(view.charCodeAt(at));
}

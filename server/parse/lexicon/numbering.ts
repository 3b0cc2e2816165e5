import { foldUnit, ignored, isDigit } from '../../text/fold';
import type { Span } from '../../text/span';

/** How a number in front of a heading or label is written: 一、 (also 壹、 Ⅰ. 第一部分) · （一） · 1. · （1） */
export type NumberingStyle = 'chinese' | 'bracketed' | 'arabic' | 'bracketed-arabic';

/** A number in front of a heading or label, with its punctuation. */
export interface Numbering extends Span {
  readonly style: NumberingStyle;
  readonly value: number;
}

const numerals = '零一二三四五六七八九';
/** Numerals as on cheques, and Roman ones of one character. */
const formal = '零壹贰叁肆伍陆柒捌玖';
const roman = ' ⅠⅡⅢⅣⅤⅥⅦⅧⅨ';
const TEN = '十'.charCodeAt(0);
const [SPACE, OPEN, CLOSE, DOT, PAUSE] = [32, 40, 41, 46, 0x3001] as const;

/** What else stands for the pause behind a numeral. */
const marks = new Set([...',:;'].map((char) => char.charCodeAt(0)));
const middleDots = new Set([...'·•‧･・∙⋅'].map((char) => char.charCodeAt(0)));

/** ①, the first of twenty. */
const CIRCLED_ONE = 0x2460;

const numeralOf = new Map(
  [roman, formal, numerals].flatMap((series) =>
    [...series].flatMap((char, value) => (char === ' ' ? [] : [[char.charCodeAt(0), value] as const])),
  ),
);
/** 参 is what traditional 參, for 叁, folds to. */
numeralOf.set(0x53c2, 3);

/** 第, and what follows the numeral behind it: 部分 or 章. */
const [ORDINAL, PART, SHARE, CHAPTER] = [0x7b2c, 0x90e8, 0x5206, 0x7ae0] as const;

/**
 * Reads the number at the start of words (`五、`, `（三）`, `一)`, `6、`, `1.`); undefined where there is none, or where it is not
 * set off by punctuation. Blanks behind it belong to it not.
 */
export function numberingAt(view: string, start: number, end: number): Numbering | undefined {
  let at = skip(view, start, end);
  const circled = unitAt(view, at, end) - CIRCLED_ONE;
  if (circled >= 0 && circled < 20)
    return { start, end: at + 1, style: 'bracketed-arabic', value: circled + 1 };
  if (unitAt(view, at, end) === ORDINAL) return partAt(view, start, at, end);
  const bracketed = unitAt(view, at, end) === OPEN;
  if (bracketed) at = skip(view, at + 1, end);
  const number = numberAt(view, at, end);
  if (!number) return undefined;
  const close = skip(view, number.end, end);
  const unit = unitAt(view, close, end);
  const closed = unit === CLOSE;
  if (
    bracketed
      ? !(closed || isTorn(view, { close, end, chinese: number.chinese }))
      : !(
          closed ||
          unit === PAUSE ||
          unit === DOT ||
          (number.chinese && marks.has(unit)) ||
          middleDots.has(unit)
        )
  ) {
    return undefined;
  }
  // 1.5 is a figure, not item 1 of something, and 六·一 a day.
  const behind = unitAt(view, close + 1, end);
  if (unit === DOT && !number.chinese && isDigit(behind)) return undefined;
  if (middleDots.has(unit) && (isDigit(behind) || behind === TEN || numeralOf.has(behind))) return undefined;
  let last = close + 1;
  // （一）、 and 1.、 happen when someone numbers by hand what is numbered already.
  if (unitAt(view, last, end) === PAUSE) last++;
  const style = number.chinese ? (closed ? 'bracketed' : 'chinese') : closed ? 'bracketed-arabic' : 'arabic';
  return { start, end: last, style, value: number.value };
}

/** Whether an opening bracket stands before a number that a pause sets off: `（五、` and neither 「（一、二审）」 nor 「（三、四级）」. */
function isTorn(
  view: string,
  { close, end, chinese }: { readonly close: number; readonly end: number; readonly chinese: boolean },
): boolean {
  const behind = unitAt(view, skip(view, close + 1, end), end);
  return chinese && unitAt(view, close, end) === PAUSE && behind !== TEN && !numeralOf.has(behind);
}

/** Reads 第一部分 and 第一章; undefined for another thing that is counted, such as an article. */
function partAt(view: string, start: number, ordinal: number, end: number): Numbering | undefined {
  const number = numberAt(view, skip(view, ordinal + 1, end), end);
  if (!number?.chinese) return undefined;
  let at = skip(view, number.end, end);
  if (unitAt(view, at, end) === PART && unitAt(view, at + 1, end) === SHARE) at++;
  else if (unitAt(view, at, end) !== CHAPTER) return undefined;
  const close = skip(view, at + 1, end);
  const unit = unitAt(view, close, end);
  const isSetOff = unit === PAUSE || unit === DOT || marks.has(unit) || middleDots.has(unit);
  const last = isSetOff ? close + 1 : at + 1;
  return { start, end: last, style: 'chinese', value: number.value };
}

const unitAt = (view: string, at: number, end: number): number =>
  at < end ? foldUnit(view.charCodeAt(at)) : -1;

function skip(view: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit !== SPACE && unit !== ignored) break;
    at++;
  }
  return at;
}

function numberAt(
  view: string,
  start: number,
  end: number,
): { end: number; value: number; chinese: boolean } | undefined {
  let at = start;
  let value = 0;
  let chinese = false;
  for (; at < end && at < start + 3; at++) {
    const unit = unitAt(view, at, end);
    const numeral = numeralOf.get(unit);
    if (unit === TEN) value = (value || 1) * 10;
    else if (numeral !== undefined) value += numeral;
    else if (isDigit(unit)) value = value * 10 + unit - 48;
    else break;
    chinese ||= !isDigit(unit);
  }
  return at > start && value > 0 && value < 100 ? { end: at, value, chinese } : undefined;
}

import { foldUnit, ignored, isDigit } from '../text/fold';
import type { Span } from '../text/span';

/** How a number in front of a heading or label is written: 一、 · （一） · 1. · （1） */
export type NumberingStyle = 'chinese' | 'bracketed' | 'arabic' | 'bracketed-arabic';

/** A number in front of a heading or label, with its punctuation. */
export interface Numbering extends Span {
  readonly style: NumberingStyle;
  readonly value: number;
}

const numerals = '零一二三四五六七八九';
const TEN = '十'.charCodeAt(0);
const [SPACE, OPEN, CLOSE, DOT, COLON, PAUSE, COMMA] = [32, 40, 41, 46, 58, 0x3001, 44] as const;

/** ①, the first of twenty. */
const CIRCLED_ONE = 0x2460;

const numeralOf = new Map([...numerals].map((char, value) => [char.charCodeAt(0), value]));

/**
 * Reads the number at the start of words (`五、`, `（三）`, `一)`, `6、`, `1.`); undefined where there is none, or where it is not
 * set off by punctuation. Blanks behind it belong to it not.
 */
export function numberingAt(view: string, start: number, end: number): Numbering | undefined {
  let at = skip(view, start, end);
  const circled = unitAt(view, at, end) - CIRCLED_ONE;
  if (circled >= 0 && circled < 20)
    return { start, end: at + 1, style: 'bracketed-arabic', value: circled + 1 };
  const bracketed = unitAt(view, at, end) === OPEN;
  if (bracketed) at = skip(view, at + 1, end);
  const number = numberAt(view, at, end);
  if (!number) return undefined;
  const close = skip(view, number.end, end);
  const unit = unitAt(view, close, end);
  const closed = unit === CLOSE;
  if (
    bracketed
      ? !closed
      : !(
          closed ||
          unit === PAUSE ||
          unit === DOT ||
          (unit === COMMA && number.chinese) ||
          (unit === COLON && number.chinese)
        )
  ) {
    return undefined;
  }
  // 1.5 is a figure, not item 1 of something.
  if (unit === DOT && !number.chinese && isDigit(unitAt(view, close + 1, end))) return undefined;
  let last = close + 1;
  // （一）、 and 1.、 happen when someone numbers by hand what is numbered already.
  if (unitAt(view, last, end) === PAUSE) last++;
  const style = number.chinese ? (closed ? 'bracketed' : 'chinese') : closed ? 'bracketed-arabic' : 'arabic';
  return { start, end: last, style, value: number.value };
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

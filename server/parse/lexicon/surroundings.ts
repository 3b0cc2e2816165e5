import { foldUnit, ignored } from '../../text/fold';

const [NEWLINE, SPACE] = [10, 32] as const;

/** Further than the source of a page sets apart what is printed together. */
export const longestMask = 600;

/** Whether a folded unit is a Chinese character. */
export const isLetter = (unit: number): boolean => unit >= 0x3400 && unit < 0xa000;

/** Signs that adorn a heading: lines, squares, stars, and what Markdown puts around words. */
const isOrnament = (unit: number): boolean =>
  (unit >= 0x2190 && unit <= 0x27bf && !circled(unit)) || signs.has(unit);
const signs = new Set([...'*_#<>=~-·•※§'].map((char) => char.charCodeAt(0)));
const circled = (unit: number): boolean => unit >= 0x2460 && unit <= 0x249b;

/** Whether a folded unit is a blank or an ornament. */
export const isFiller = (unit: number): boolean =>
  unit === SPACE || unit === ignored || unit === 13 || isOrnament(unit);

/** The first folded unit before a place that is neither blank nor ornament; a line break at the start of a line. */
export function unitBefore(view: string, start: number): number {
  for (let at = start - 1; at >= 0 && at > start - longestMask; at--) {
    const unit = foldUnit(view.charCodeAt(at));
    if (!isFiller(unit)) return unit;
  }
  return NEWLINE;
}

/** The first folded unit behind a place that is neither blank nor ornament; a line break at the end of a line. */
export function unitAfter(view: string, end: number): number {
  for (let at = end; at < view.length && at < end + longestMask; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (!isFiller(unit)) return unit;
  }
  return NEWLINE;
}

/** Whether only blanks stand between a line's start and a place. */
export function lineBegins(view: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === NEWLINE) return true;
    if (unit !== SPACE && unit !== ignored) return false;
  }
  return true;
}

/** So many units from a place, folded. */
export function folded(view: string, from: number, count: number): string {
  let result = '';
  for (let at = from; at < Math.min(view.length, from + count); at++)
    result += String.fromCharCode(foldUnit(view.charCodeAt(at)));
  return result;
}

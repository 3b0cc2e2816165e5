import { foldUnit } from '../../../text/fold';
import type { Span } from '../../../text/span';

/** A stretch of text without what may stand inside a phrase: blanks, line ends and glosses such as 數(shù). */
export interface Compact {
  /** Folded: narrow, in simplified characters. */
  readonly text: string;
  /** The span in the original of `length` characters of `text` from `start`. */
  spanOf(start: number, length: number): Span;
}

const space = 32;
const opening = 40;
const closing = 41;
/** A gloss of one syllable has no more letters. */
const longestGloss = 7;

/** Makes a stretch of text comparable with phrases. */
export function compact(text: string, { start, end }: Span): Compact {
  const to = Math.min(end, text.length);
  let result = '';
  let from = start;
  for (let at = start; at < to; at++) {
    const unit = text.charCodeAt(at);
    const folded = foldUnit(unit);
    if (folded === unit && folded > space && folded !== opening) continue;
    const next = silentEnd(text, at, to);
    if (next === at && folded === unit) continue;
    result += text.slice(from, at);
    if (next === at) result += String.fromCharCode(folded);
    else at = next - 1;
    from = at + 1;
  }
  result += text.slice(from, to);
  return { text: result, spanOf: (first, length) => spanIn(text, { start, end: to }, first, length) };
}

/** Where the blank or the gloss that begins at `at` ends; `at` itself where something is said there. */
function silentEnd(text: string, at: number, end: number): number {
  const unit = foldUnit(text.charCodeAt(at));
  // All blanks, line ends and what says nothing fold to these.
  if (unit <= space) return at + 1;
  if (unit !== opening) return at;
  const last = Math.min(end, at + 2 + longestGloss);
  let next = at + 1;
  while (next < last && isSyllable(foldUnit(text.charCodeAt(next)))) next++;
  return next > at + 1 && next < last && foldUnit(text.charCodeAt(next)) === closing ? next + 1 : at;
}

/** Letters of a syllable, with the accents of its tone. */
const isSyllable = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0x1ff);

/** Places are asked for only where something was found, which is rare: they are counted out then, not kept. */
function spanIn(text: string, { start, end }: Span, from: number, length: number): Span {
  let [first, last, index] = [start, start - 1, 0];
  for (let at = start; at < end && index < from + length; ) {
    const next = silentEnd(text, at, end);
    if (next === at) {
      if (index === from) first = at;
      if (index === from + length - 1) last = at;
      index++;
    }
    at = Math.max(next, at + 1);
  }
  return { start: first, end: last + 1 };
}

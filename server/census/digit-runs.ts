import { ignored, isDigit } from '../text/fold';
import type { Span } from '../text/span';

const [COMMA, DOT] = [44, 46] as const;
const wide = /[０-９]/u;

/** Says whether a digit stands in a stretch of a folded text. */
export function hasDigit(folded: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (isDigit(folded.charCodeAt(at))) return true;
  return false;
}

/**
 * The numbers in digits that stand in a text, beside what is `taken`: digits with grouped thousands (1,272) and decimals (3.5) are one;
 * other points and commas part them (2024.1.30). What says nothing between two digits parts them not.
 */
export function* digitRuns(text: string, folded: string, taken: (at: number) => boolean): Iterable<Span> {
  for (let at = 0; at < folded.length; at++) {
    if (!isDigit(folded.charCodeAt(at)) || taken(at)) continue;
    const parts = partsFrom(text, folded, at, taken);
    const spans = isOneNumber(folded, parts) ? [{ start: at, end: parts.at(-1)?.end ?? at + 1 }] : parts;
    yield* spans;
    at = (parts.at(-1)?.end ?? at + 1) - 1;
  }
}

/** The runs of digits from a place on with single points and commas between them. */
function partsFrom(text: string, folded: string, from: number, taken: (at: number) => boolean): Span[] {
  const parts: Span[] = [];
  let start = from;
  let end = from + 1;
  let parted = false;
  for (let at = from + 1; at < folded.length && !taken(at); at++) {
    const unit = folded.charCodeAt(at);
    if (unit === ignored) continue;
    if (isDigit(unit)) {
      if (parted) {
        parts.push({ start, end });
        start = at;
      }
      parted = false;
      end = at + 1;
    } else if (!parted && separates(text, at, unit)) parted = true;
    else break;
  }
  return [...parts, { start, end }];
}

/** A point or comma within a number; full stops are none, and wide commas only between wide digits. */
function separates(text: string, at: number, unit: number): boolean {
  const printed = text.charAt(at);
  if (unit === DOT) return printed !== '。';
  return unit === COMMA && (printed === ',' || wide.test(text.charAt(at - 1)));
}

function isOneNumber(folded: string, parts: readonly Span[]): boolean {
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last || parts.length === 1) return true;
  const printed = folded.slice(first.start, last.end).replaceAll('\0', '');
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u.test(printed);
}

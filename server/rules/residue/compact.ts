import { fold } from '../../text/fold';
import type { Span } from '../../text/span';

/** A stretch of text without what may stand inside a phrase: blanks, line ends and glosses such as 數(shù). */
export interface Compact {
  /** Folded: narrow, in simplified characters. */
  readonly text: string;
  /** The span in the original of `length` characters of `text` from `start`. */
  spanOf(start: number, length: number): Span;
}

/** Makes a stretch of text comparable with phrases. */
export function compact(text: string, { start, end }: Span): Compact {
  const folded = fold(text.slice(start, end)).replace(/\([a-z\u00e0-\u01ff]{1,7}\)/giu, (gloss) =>
    '\0'.repeat(gloss.length),
  );
  let result = '';
  const offsets: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    const char = folded.charAt(at);
    if (char === '\0' || char.trim() === '') continue;
    result += char;
    offsets.push(start + at);
  }
  return {
    text: result,
    spanOf: (from, length) => ({
      start: offsets[from] ?? start,
      end: (offsets[from + length - 1] ?? start - 1) + 1,
    }),
  };
}

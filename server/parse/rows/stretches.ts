import { foldUnit, ignored } from '../../text/fold';
import type { Span } from '../../text/span';

// Where marks stand in their lines, in columns of a fixed-width font.

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Some programs count a Chinese character as one column, some as two. */
export const widths = [1, 2] as const;

/** Where a span stands in its line, in columns of a fixed-width font of which a Chinese character takes `width`. */
export function stretchOf(view: string, { start, end }: Span, width: number): Stretch {
  let column = 0;
  let from = 0;
  for (let at = view.lastIndexOf('\n', start - 1) + 1; at < end; at++) {
    if (at === start) from = column;
    const unit = view.charCodeAt(at);
    if (foldUnit(unit) !== ignored) column += unit > 0x2e7f ? width : 1;
  }
  return { from, to: column };
}

/** Stretches that overlap or touch, joined, from left to right. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else result.push(stretch);
  }
  return result;
}

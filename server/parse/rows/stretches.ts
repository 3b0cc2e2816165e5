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

/**
 * How wide a Chinese character may be in a text, by the figures at the ends of lines that have words before them: those of a column stand
 * below each other, so that they begin or end in few places. All widths where they do not tell.
 */
export function widthsIn(view: string): readonly number[] {
  const ends = lastFiguresIn(view);
  const counts = widths.map((width) => {
    const stretches = ends.map((end) => stretchOf(view, end, width));
    return Math.min(...[stretches.map(({ from }) => from), stretches.map(({ to }) => to)].map(distinct));
  });
  const most = Math.max(...counts);
  const told = widths.filter((_, at) => (counts[at] ?? 0) * moreTelling <= most);
  return told.length > 0 ? told : widths;
}

/** Where Chinese characters are as wide as they seem, figures stand in so many times fewer places. */
const moreTelling = 2;

const distinct = (all: readonly number[]): number => new Set(all).size;

/** The figures that end a line, with a gap between them and the words before. */
function lastFiguresIn(view: string): Span[] {
  let start = 0;
  return view.split('\n').flatMap((line) => {
    const end = line.trimEnd().length;
    let from = end;
    while (/\d/u.test(line.charAt(from - 1))) from--;
    const span = { start: start + from, end: start + end };
    start += line.length + 1;
    const isApart = line.slice(0, from).trimEnd().length < from - 1;
    return from < end && isApart && /\p{Script=Han}/u.test(line.slice(0, from)) ? [span] : [];
  });
}

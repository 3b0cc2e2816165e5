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
 * How wide a Chinese character may be in a text, by the figures that are set apart in its lines: those of a column stand below each other,
 * so that they begin or end in few places. All widths where they do not tell.
 */
export function widthsIn(view: string): readonly number[] {
  const counts = widths.map((width) => {
    const figures = figuresApart(view, width);
    return Math.min(...[figures.map(({ from }) => from), figures.map(({ to }) => to)].map(distinct));
  });
  const most = Math.max(...counts);
  const told = widths.filter((_, at) => (counts[at] ?? 0) * moreTelling <= most);
  return told.length > 0 ? told : widths;
}

/** Where Chinese characters are as wide as they seem, figures stand in so many times fewer places. */
const moreTelling = 1.5;

const distinct = (all: readonly number[]): number => new Set(all).size;

/** Where figures stand that have a gap of more than one blank before them and nothing close behind. */
function figuresApart(view: string, width: number): Stretch[] {
  const found: Stretch[] = [];
  let [column, blanks] = [0, 0];
  let from: number | undefined;
  for (let at = 0; at <= view.length; at++) {
    const unit = view.charCodeAt(at);
    const isBlank = /\s|^$/u.test(view.charAt(at));
    const isDigit = unit >= 48 && unit <= 57;
    if (isDigit && blanks > 1) from = column;
    if (isBlank && from !== undefined) found.push({ from, to: column });
    if (!isDigit) from = undefined;
    blanks = isBlank ? blanks + 1 : 0;
    column += foldUnit(unit) === ignored ? 0 : unit > 0x2e7f ? width : 1;
    if (view.charAt(at) === '\n') [column, blanks] = [0, 0];
  }
  return found;
}

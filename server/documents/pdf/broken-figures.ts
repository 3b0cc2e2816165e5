import { isFigure, type PageText } from './texts';

// Figures of tables without lines that were broken at the width of their column, as 1439 is into 143 and 9 below it.

/** With more figures on a page all pairs take too long. */
const most = 2000;
/** How far apart the lines of a cell are, in sizes of their characters. */
const [closest, farthest] = [0.7, 2.4];
/** Rows whose label is broken around their figures are farther apart. */
const usual = 1.7;
/** No three rows stand so close. */
const tightest = 1.5;
/** Places that differ by less are one line, and one edge of a column. */
const [onLine, onEdge] = [0.25, 0.2];
/** So many figures beside a broken one are a row, whatever stands below it. */
const fewestMates = 3;
/** Lines of a cell are equally far apart, but for so much. */
const slack = 1.12;

/** The texts of a page, with figures that were broken in their column as one, on the line of the other figures of their row. */
export function withWholeFigures(texts: readonly PageText[]): readonly PageText[] {
  const figures = texts.filter(({ text }) => isFigure(text)).sort((a, b) => a.base - b.base);
  if (figures.length > most) return texts;
  const words = texts.filter(({ text }) => !isFigure(text));
  const pieces = new Map<PageText, { readonly first: PageText; readonly base: number }>();
  for (const lower of figures) {
    const upper = figures.findLast((each) => isBelow(each, lower));
    if (!upper || isInSentence(upper, words) || isInSentence(lower, words)) continue;
    const pair = { upper, lower, size: Math.min(upper.size, lower.size) };
    if (!mayBeOne(pair) || !isFull(upper, figures, words)) continue;
    const mates = matesOf(pair, figures);
    const isSure = isAround(pair, mates) && lower.base - upper.base < tightest * pair.size;
    if (!isSure && !(isNextLine(pair, [...figures, ...words]) && isOne(pair, mates, words))) continue;
    const { first = upper, base = mates[0]?.base ?? (upper.base + lower.base) / 2 } = pieces.get(upper) ?? {};
    pieces.set(upper, { first, base });
    pieces.set(lower, { first, base });
  }
  return pieces.size === 0 ? texts : [...texts.filter((each) => !pieces.has(each)), ...joined(pieces)];
}

function joined(
  pieces: ReadonlyMap<PageText, { readonly first: PageText; readonly base: number }>,
): PageText[] {
  const whole = new Map<PageText, PageText>();
  for (const [piece, { first, base }] of [...pieces].sort(([a], [b]) => a.base - b.base)) {
    const text = (whole.get(first)?.text ?? '') + piece.text.trim();
    whole.set(first, { ...first, text, base });
  }
  return [...whole.values()];
}

/** A figure and the one right below it. */
interface Pair {
  readonly upper: PageText;
  readonly lower: PageText;
  readonly size: number;
}

const overlaps = (a: PageText, b: PageText): boolean => a.left < b.right && b.left < a.right;

function isBelow(upper: PageText, lower: PageText): boolean {
  const distance = (lower.base - upper.base) / Math.min(upper.size, lower.size);
  return distance > closest && distance < farthest && overlaps(upper, lower);
}

/** Between characters and digits of a sentence programs leave a quarter of a character, and more where lines are justified. */
const [beside, bothSides] = [0.4, 1.2] as const;

/** Whether a figure stands in a sentence: words right beside it, or near it on both sides. */
function isInSentence({ left, right, base, size }: PageText, words: readonly PageText[]): boolean {
  const own = words.filter((each) => Math.abs(each.base - base) < onLine * size);
  const before = Math.min(...own.map((each) => Math.abs(left - each.right)));
  const behind = Math.min(...own.map((each) => Math.abs(each.left - right)));
  return Math.min(before, behind) < beside * size || Math.max(before, behind) < bothSides * size;
}

/** Whether two pieces stand in one column, the lower no longer than the upper, which is no 0. */
function mayBeOne({ upper, lower, size }: Pair): boolean {
  const edges = [upper.left - lower.left, upper.right - lower.right];
  const isAligned = [...edges, ((edges[0] ?? 0) + (edges[1] ?? 0)) / 2].some(
    (off) => Math.abs(off) < onEdge * size,
  );
  const [above, below] = [upper.text.trim(), lower.text.trim()];
  const isSameSize = Math.abs(upper.size - lower.size) < 0.1 * size;
  return (
    isAligned &&
    isSameSize &&
    /^[1-9]|^0\./u.test(above) &&
    /^\d/u.test(below) &&
    below.length <= above.length
  );
}

/** How far around a figure other lines of its table are looked for, in sizes. */
const around = 12;

/** Whether no lines around a pair, of its columns or of those before, are closer than its own: those of a cell are the closest. */
function isNextLine({ upper, lower, size }: Pair, texts: readonly PageText[]): boolean {
  const own = texts.filter(
    ({ base, right, text }) =>
      Math.abs(base - upper.base) < around * size && (right < upper.left + size || isFigure(text)),
  );
  const apart = lower.base - upper.base;
  return own.every((each) =>
    own.every(
      (other) =>
        !overlaps(each, other) ||
        other.base - each.base < closest * size ||
        apart < slack * (other.base - each.base),
    ),
  );
}

/** Whether no figure of the column is wider by as much as one more digit takes. */
function isFull(figure: PageText, figures: readonly PageText[], words: readonly PageText[]): boolean {
  const ends = words.filter((each) => overlaps(each, figure)).map(({ base }) => base);
  const [from, to] = [
    Math.max(...ends.filter((base) => base < figure.base), Number.NEGATIVE_INFINITY),
    Math.min(...ends.filter((base) => base > figure.base), Number.POSITIVE_INFINITY),
  ];
  const width = figure.right - figure.left;
  const digit = width / figure.text.trim().length;
  return figures.every(
    (each) =>
      each.base <= from ||
      each.base >= to ||
      !overlaps(each, figure) ||
      each.right - each.left < width + 0.5 * digit,
  );
}

/** The figures beside a pair that have none above or below them on its lines. */
function matesOf({ upper, lower, size }: Pair, figures: readonly PageText[]): PageText[] {
  const around = figures.filter(
    ({ base }) => base > upper.base - onLine * size && base < lower.base + onLine * size,
  );
  return around.filter(
    (each) => !overlaps(each, upper) && around.every((other) => other === each || !overlaps(other, each)),
  );
}

/** Whether a figure beside a pair stands on a line between its own. */
const isAround = ({ upper, lower, size }: Pair, mates: readonly PageText[]): boolean =>
  mates.some(({ base }) => base > upper.base + onLine * size && base < lower.base - onLine * size);

/** What begins an item of a list, and so the label of a row. */
const numbered =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])/u;

/** What stands before figures on a line: nothing, the beginning of a label, or more of one. */
type Label = 'none' | 'begins' | 'goes on';

function labelAt(base: number, { upper, size }: Pair, words: readonly PageText[]): Label {
  const own = words.filter(
    (each) => Math.abs(each.base - base) < onLine * size && each.right < upper.left + size,
  );
  if (own.length === 0) return 'none';
  return own.some(({ text }) => numbered.test(text)) ? 'begins' : 'goes on';
}

/** Whether a pair is one figure, and not two of rows that stand close: by the figures beside it, and the labels of its lines. */
function isOne(pair: Pair, mates: readonly PageText[], words: readonly PageText[]): boolean {
  const { upper, lower, size } = pair;
  const [above, below] = [labelAt(upper.base, pair, words), labelAt(lower.base, pair, words)];
  const isUpper = ({ base }: PageText): boolean => base < upper.base + onLine * size;
  const isLower = ({ base }: PageText): boolean => base > lower.base - onLine * size;
  if (isAround(pair, mates)) return true;
  const isRow = mates.length >= fewestMates;
  const isClose = lower.base - upper.base < usual * size;
  if (mates.length > 0 && mates.every(isUpper)) return below === 'none' || (below === 'goes on' && isRow);
  if (mates.length > 0 && mates.every(isLower))
    return above === 'none' ? isClose || isRow : isRow && below !== 'begins';
  if (mates.length > 0 || !isClose || below !== 'none') return false;
  // All figures of the row are broken.
  const isBetween = words.some(
    (each) =>
      each.base > upper.base + onLine * size &&
      each.base < lower.base - onLine * size &&
      each.right < upper.left + size,
  );
  return (above === 'none') === isBetween;
}

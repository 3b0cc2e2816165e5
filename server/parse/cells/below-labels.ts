import type { Span } from '../../text/span';
import { type Stretch, stretchOf } from '../rows/stretches';
import type { Token } from '../tokens/token';

// Figures that stand below the labels of their columns without touching them: on the left or right of cells in the middle of which a short
// label stands. All of them stand as far from the middles of their labels; where they do not, the line is set in other steps than the head.

/** Lines of figures and the labels above them. */
interface Sheet {
  readonly lines: readonly (readonly Token[])[];
  readonly head: readonly Span[];
  readonly view: string;
  /** How many columns of the line a Chinese character takes. */
  readonly width: number;
  /** Whether no label stands so close behind another that it may have been moved to make room. */
  readonly isKept: boolean;
}

/** By how much figures may stand aside from where the others do: what is set in the middle of a cell stands on half columns. */
const mostAside = 1;

/**
 * For each figure, by its start, the cell of whose column the label of a full head is the middle; undefined where figures do not keep their
 * distance from these.
 */
export function cellsBelowLabels(sheet: Sheet): ReadonlyMap<number, number> | undefined {
  const labels = sheet.head.map((label) => stretchOf(sheet.view, label, sheet.width));
  const ordered = labels.toSorted((a, b) => a.from - b.from);
  if (ordered.some(({ from }, at) => from < (ordered[at - 1]?.to ?? 0))) return undefined;
  const middles = ordered.map(middleOf);
  const readings = anchors.flatMap((anchor) => readingOf(sheet, middles, anchor) ?? []);
  const [first, ...others] = readings;
  const agree = others.every((cells) => [...cells].every(([start, cell]) => first?.get(start) === cell));
  if (!agree) return undefined;
  return first ?? (sheet.isKept ? nearLabels(sheet, middles) : undefined);
}

/**
 * Cells are not all as wide, so that figures on one side of them stand more or less aside: then all stand on the same side of the nearest
 * label, and nearer to it than half the way between those labels that are closest to each other.
 */
function nearLabels(
  { lines, view, width }: Sheet,
  middles: readonly number[],
): ReadonlyMap<number, number> | undefined {
  const narrowest = Math.min(...middles.slice(1).map((middle, at) => middle - (middles[at] ?? 0)));
  const cells = new Map<number, number>();
  let [least, most] = [0, 0];
  for (const line of lines) {
    let before = -1;
    for (const token of line) {
      const at = middleOf(stretchOf(view, token, width));
      const cell = nearest(at, middles);
      const aside = at - (middles[cell] ?? 0);
      if (cell <= before || Math.abs(aside) * farther > narrowest) return undefined;
      before = cell;
      cells.set(token.start, cell);
      least = Math.min(least, aside);
      most = Math.max(most, aside);
    }
  }
  return Math.min(-least, most) <= mostAside / 2 ? cells : undefined;
}

/** So many times as far apart are labels as a figure is aside, at the least. */
const farther = 2;

const middleOf = ({ from, to }: Stretch): number => (from + to) / 2;

/** What of a figure stands below the others of its column: its left end, its middle or its right end. */
const anchors: readonly ((stretch: Stretch) => number)[] = [({ from }) => from, middleOf, ({ to }) => to];

/** For each figure, by its start, the cell whose label is the nearest; undefined where two have one, or they stand otherwise below it. */
function readingOf(
  { lines, view, width }: Sheet,
  middles: readonly number[],
  anchor: (stretch: Stretch) => number,
): ReadonlyMap<number, number> | undefined {
  const cells = new Map<number, number>();
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const line of lines) {
    let before = -1;
    for (const token of line) {
      const at = anchor(stretchOf(view, token, width));
      const cell = nearest(at, middles);
      if (cell <= before) return undefined;
      before = cell;
      cells.set(token.start, cell);
      const aside = at - (middles[cell] ?? 0);
      least = Math.min(least, aside);
      most = Math.max(most, aside);
    }
  }
  // One column is as far from a label as it is.
  return most - least <= mostAside && new Set(cells.values()).size > 1 ? cells : undefined;
}

/** Whether figures below several labels all stand as far from the left, the middle or the right of the one that each touches. */
export function standAlike(figures: readonly Stretch[], labels: readonly Stretch[]): boolean {
  const pairs = figures.flatMap((figure) => {
    const above = labels.filter((label) => label.from < figure.to && figure.from < label.to);
    return above.map((label) => ({ figure, label }));
  });
  if (new Set(pairs.map(({ label }) => label.from)).size < 2) return false;
  return anchors.some((anchor) => {
    const aside = pairs.map(({ figure, label }) => anchor(figure) - anchor(label));
    return Math.max(...aside) - Math.min(...aside) <= mostAside;
  });
}

function nearest(at: number, middles: readonly number[]): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [cell, middle] of middles.entries()) {
    if (Math.abs(at - middle) >= least) continue;
    least = Math.abs(at - middle);
    found = cell;
  }
  return found;
}

import type { LabelledRow } from './bands';
import type { Token } from './tokens';

/** The figures of one row, to be laid into its cells. */
export interface Share {
  readonly target: LabelledRow;
  readonly mine: readonly Token[];
}

/**
 * Deals the entries of one band out to several rows whose labels are lost or stand elsewhere: to each as many as it needs. Where
 * there are too few or too many, the row that takes the difference is the one after which the next row adds up.
 */
export function deal(entries: readonly Token[], wanted: readonly LabelledRow[]): Share[] {
  const [target] = wanted;
  if (wanted.length === 1 && target) return [{ target, mine: entries }];
  const figures = entries.filter(({ kind }) => kind !== 'blank');
  const need = wanted.reduce((sum, each) => sum + each.need, 0);
  const usable = figures.length === need ? inOrder(figures, wanted) : entries;
  let spare = usable.length - need;
  let at = 0;
  return wanted.map((each, index): Share => {
    const next = wanted[index + 1]?.need ?? 0;
    const step = Math.sign(spare);
    const followedBy = (size: number): boolean => addsUp(usable.slice(at + size, at + size + next));
    let size = each.need;
    if (next === 0) size += spare;
    else if (step !== 0 && !followedBy(size) && followedBy(size + step)) {
      size += step;
      spare -= step;
    }
    const mine = usable.slice(at, at + size);
    at += size;
    return { target: each, mine };
  });
}

/** Figures as the rows have them: read column after column where that makes more rows add up than reading row after row. */
function inOrder(figures: readonly Token[], wanted: readonly LabelledRow[]): readonly Token[] {
  const cells = wanted[0]?.need ?? 0;
  const rows = wanted.length;
  if (wanted.some(({ need }) => need !== cells)) return figures;
  const turned = figures.map(
    (_, index) => figures[(index % cells) * rows + Math.floor(index / cells)] as Token,
  );
  const sums = (tokens: readonly Token[]): number =>
    wanted.filter((_, row) => addsUp(tokens.slice(row * cells, (row + 1) * cells))).length;
  return sums(turned) > sums(figures) ? turned : figures;
}

/** Whether the last of the figures is the sum of the others. */
function addsUp(tokens: readonly Token[]): boolean {
  const numbers = tokens.map(({ value }) => (value?.kind === 'count' ? value.number : 0));
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
}

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
export function deal(entries: readonly Token[], wanted: readonly LabelledRow[], downwards: boolean): Share[] {
  const [target] = wanted;
  if (wanted.length === 1 && target) return [{ target, mine: entries }];
  const figures = entries.filter(({ kind }) => kind !== 'blank');
  const need = wanted.reduce((sum, each) => sum + each.need, 0);
  const usable = figures.length === need ? inOrder(figures, wanted, downwards) : trimmed(entries, need);
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

/** Entries without the empty cells at the end, then at the start, that are too many. */
function trimmed(entries: readonly Token[], need: number): readonly Token[] {
  let start = 0;
  let end = entries.length;
  while (end - start > need && entries[end - 1]?.kind === 'blank') end--;
  while (end - start > need && entries[start]?.kind === 'blank') start++;
  return entries.slice(start, end);
}

/**
 * Figures as the rows have them. They are read column after column where that makes nearly all rows add up, and more than reading row after row, or,
 * where there are no sums, where the report's other table is laid out so (`downwards`).
 */
function inOrder(
  figures: readonly Token[],
  wanted: readonly LabelledRow[],
  downwards: boolean,
): readonly Token[] {
  const turned = turn(figures, wanted);
  const [first] = wanted;
  if (!first || wanted.some(({ need }) => need !== first.need)) return downwards ? turned : figures;
  const sums = (tokens: readonly Token[]): number =>
    wanted.filter((_, row) => addsUp(tokens.slice(row * first.need, (row + 1) * first.need))).length;
  // Only a table of many rows can tell: in a small one with wrong totals some other order may add up by chance.
  const certain = wanted.length >= leastRows && sums(turned) >= 0.8 * wanted.length;
  return certain && sums(turned) > sums(figures) + 1 ? turned : figures;
}

const leastRows = 8;

/** Figures that stand column after column, row after row; a row may have fewer cells than others. */
function turn(figures: readonly Token[], wanted: readonly LabelledRow[]): Token[] {
  const rows: Token[][] = wanted.map(() => []);
  let at = 0;
  for (let column = 0; at < figures.length; column++) {
    for (const [row, { need }] of wanted.entries()) {
      const token = need > column ? figures[at++] : undefined;
      if (token) rows[row]?.push(token);
    }
  }
  return rows.flat();
}

/** Whether the last of the figures is the sum of the others. */
function addsUp(tokens: readonly Token[]): boolean {
  const numbers = tokens.map(({ value }) => (value?.kind === 'count' ? value.number : 0));
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
}

import type { LabelledRow } from '../rows/run';
import type { Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';

// Programs that copy a table without its lines print it row after row or column after column. Where nothing but the sums can tell, and a
// table of zeros has none that differ, the two say different things of the same figures.

type Width = Pick<LabelledRow, 'need'>;

/**
 * Figures as the rows have them, of which there are as many as cells. They are read column after column where that makes nearly all rows add
 * up, and more than reading row after row, or, where there are no sums, where the report's other table is laid out so (`downwards`).
 */
export function asRowsHave(
  figures: readonly Token[],
  wanted: readonly Width[],
  downwards: boolean,
): readonly Token[] {
  const turned = turn(figures, wanted);
  const width = widthOf(wanted);
  if (width === undefined) return downwards ? turned : figures;
  const { across, down } = sumsOf(figures, turned, width);
  // Only a table of many rows can tell: in a small one with wrong totals some other order may add up by chance.
  const isCertain = wanted.length >= leastRows && down >= leastShare * wanted.length;
  return isCertain && down > across + margin ? turned : figures;
}

/**
 * Whether nothing tells if figures stand row after row or column after column, though it makes a difference: no row stands on a line of its
 * own, and as many rows add up either way.
 */
export function isEitherWay(figures: readonly Token[], wanted: readonly Width[]): boolean {
  const width = widthOf(wanted);
  if (width === undefined || width < 2 || wanted.length < leastRows) return false;
  if (figures.length !== width * wanted.length || figures.some(isSeparated)) return false;
  const lines = wanted.map((_, row) => figures.slice(row * width, (row + 1) * width).map(({ line }) => line));
  if (lines.every((own) => new Set(own).size === 1) && new Set(lines.flat()).size > 1) return false;
  const turned = turn(figures, wanted);
  const { across, down } = sumsOf(figures, turned, width);
  const isLikely = Math.min(across, down) >= leastShare * wanted.length;
  return (
    isLikely && Math.abs(across - down) <= margin && figures.some((each, at) => !isSame(each, turned[at]))
  );
}

const leastRows = 8;
const leastShare = 0.8;
/** By so many rows more that add up one order is no better than the other. */
const margin = 1;

/** How many cells each row has; undefined where not all have as many. */
const widthOf = ([first, ...others]: readonly Width[]): number | undefined =>
  others.every(({ need }) => need === first?.need) ? first?.need : undefined;

/** How many rows add up in each order. */
function sumsOf(
  figures: readonly Token[],
  turned: readonly Token[],
  width: number,
): { readonly across: number; readonly down: number } {
  const sums = (tokens: readonly Token[]): number => {
    let count = 0;
    for (let from = 0; from < tokens.length; from += width)
      if (addsUp(tokens.slice(from, from + width))) count++;
    return count;
  };
  return { across: sums(figures), down: sums(turned) };
}

const isSeparated = ({ cell, columns }: Token): boolean => cell > 0 || columns > 0;

/** Whether two figures say the same of a cell. */
const isSame = (one: Token, other: Token | undefined): boolean =>
  one.kind === other?.kind && (one.value?.kind === 'mark' || one.value?.number === other.value?.number);

/** Figures that stand column after column, row after row; a row may have fewer cells than others. */
function turn(figures: readonly Token[], wanted: readonly Width[]): Token[] {
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

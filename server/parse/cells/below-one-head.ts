import { figuresIn } from '../rows/figure-runs';
import type { Band, LabelledTable } from '../rows/run';
import { widthsIn } from '../rows/stretches';
import { isFigure, type Token } from '../tokens/token';
import { gridOf, gridWay } from './fixed-width-columns';
import type { Layout } from './row-layouts';
import { endsInSum, isRowInSum } from './row-sums';
import type { Context } from './table-habits';

// Rows side by side below one head, as those of 表四: where not every cell has a figure only the labels above them tell whose they are.

/**
 * For each of rows side by side the way in which one line that is set with blanks lies in its cells below the labels of all their columns.
 * Undefined where that is not certain: how wide Chinese characters are makes a difference, and the sums of the rows do not tell.
 */
export function waysBelowHead(
  entries: readonly Token[],
  { known, columns, view }: Pick<Context, 'known' | 'columns' | 'view'>,
): readonly Layout[] | undefined {
  const size = sizeOf(known);
  const [first] = entries;
  if (!first || !known.table.sideBySide || entries.length >= size) return undefined;
  const head = columns.map(({ span }) => span);
  const before = view.slice(Math.max(0, first.start - farthest), first.start);
  const ways = widthsIn(before).flatMap((width) => {
    const grid = gridOf([entries], head, { size, view, widths: [width] });
    return grid ? [gridWay(entries, size, grid)] : [];
  });
  const whole = ways.filter((way) => way.filter((index) => index >= 0).length === figuresIn(entries));
  const different = [...new Map(whole.map((way) => [way.join(), rowsIn(way, known)])).values()];
  if (different.length > 1) {
    const [told, ...others] = different.filter((rows) =>
      rows.every((way) => isRowInSum({ entries, ways: [way] })),
    );
    return others.length > 0 ? undefined : told;
  }
  return different[0]?.every((way) => mayStandBelow(entries, way)) ? different[0] : undefined;
}

/** How far before a line the lines are looked at that may tell how wide characters are. */
const farthest = 20_000;

/** One line alone may stand below the labels by chance: then rows that lack nothing do not add up, and others are closed up. */
function mayStandBelow(entries: readonly Token[], way: Layout): boolean {
  const row = { entries, ways: [way] };
  return way.every((index) => isFigure(entries[index])) ? isRowInSum(row) : !endsInSum(row);
}

/**
 * Whether fewer figures than rows side by side have cells stand below a head that names several of these: as many as one row has may be
 * those of any.
 */
export function isBelowHead(bands: readonly Band[], known: LabelledTable): boolean {
  const figures = bands.reduce((sum, { entries }) => sum + figuresIn(entries), 0);
  const isNamed = ({ hits }: Band): boolean =>
    new Set(hits.filter(({ share }) => share === 1).map(({ row }) => row)).size > 1;
  // Separators tell of blocks below each other, of which some may be empty.
  const isSeparated = bands.some(({ entries }) =>
    entries.some((entry) => !isFigure(entry) || entry.cell > 0 || entry.columns > 0),
  );
  return known.table.sideBySide && !isSeparated && figures < sizeOf(known) && bands.some(isNamed);
}

const sizeOf = ({ rows }: LabelledTable): number => rows.reduce((sum, { need }) => sum + need, 0);

/** What a way for all rows says of each. */
function rowsIn(way: Layout, { rows }: LabelledTable): readonly Layout[] {
  let from = 0;
  return rows.map(({ need }) => {
    from += need;
    return way.slice(from - need, from);
  });
}

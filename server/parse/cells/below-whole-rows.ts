import type { Span } from '../../text/span';
import { merged, type Stretch, stretchOf } from '../rows/stretches';
import type { Token } from '../tokens/token';

// Rows that lack no figure show where each column stands, whatever the head above them: a figure of another row that stands below those of
// just one column is in it.

/** Lines of figures that are set with blanks. */
interface Sheet {
  readonly lines: readonly (readonly Token[])[];
  /** How many cells a line has. */
  readonly size: number;
  readonly view: string;
  /** How many columns of the line a Chinese character takes. */
  readonly width: number;
  /** On which page a place is: each has columns of its own. */
  readonly pageOf: (at: number) => number;
  /** Whether a figure was not moved to make room for what stands before it. */
  readonly isFree: (token: Token) => boolean;
}

/**
 * For each figure, by its start, the cell in whose column it stands, where rows of its page without a gap tell; undefined where these do not
 * stand below each other, or two figures of a line are in one column.
 */
export function cellsBelowWhole(sheet: Sheet): ReadonlyMap<number, number> | undefined {
  const { lines, pageOf } = sheet;
  const cells = new Map<number, number>();
  for (const page of new Set(lines.map((line) => pageOf(startOf(line))))) {
    const mine = lines.filter((line) => pageOf(startOf(line)) === page);
    const columns = columnsIn(mine, sheet);
    if (columns === undefined) continue;
    if (!mine.every((line) => placed(line, columns, sheet, cells))) return undefined;
  }
  return cells.size > 0 ? cells : undefined;
}

const startOf = ([first]: readonly Span[]): number => first?.start ?? 0;

/** Where the figures of each column stand in the rows that have all; undefined where there is no such row, or columns overlap. */
function columnsIn(
  lines: Sheet['lines'],
  { size, view, width, isFree }: Sheet,
): readonly Stretch[] | undefined {
  const whole = lines.filter((line) => line.length === size);
  if (whole.length === 0) return undefined;
  const columns = Array.from({ length: size }, (_, column) => {
    const figures = whole.flatMap((line) => line[column] ?? []);
    // Nothing but a label stands before the first figure, which moves it away from the others at the most.
    const kept = column === 0 ? figures : figures.filter(isFree);
    return joined(kept.map((figure) => stretchOf(view, figure, width)));
  });
  const known = columns.flatMap((column) => column ?? []);
  const isInOrder = known.every(({ from }, at) => at === 0 || from > (known[at - 1]?.to ?? 0));
  return isInOrder && known.length === size ? known : undefined;
}

/** One stretch over all; undefined for none, and where they do not stand below each other. */
function joined(stretches: readonly Stretch[]): Stretch | undefined {
  const [only, ...others] = merged(stretches);
  return others.length === 0 ? only : undefined;
}

/** Notes the cells of a line; says whether each has one figure at the most. */
function placed(
  line: readonly Token[],
  columns: readonly Stretch[],
  { view, width, isFree }: Sheet,
  cells: Map<number, number>,
): boolean {
  // Figures with a single blank between them stand in no columns.
  if (!line.slice(1).every(isFree)) return true;
  let before = -1;
  for (const token of line) {
    const at = stretchOf(view, token, width);
    const below = columns.flatMap((column, cell) =>
      column.from < at.to && at.from < column.to ? [cell] : [],
    );
    const [cell] = below;
    if (cell === undefined || below.length > 1 || !(isFree(token) || cell === 0)) continue;
    if (cell <= before) return false;
    before = cell;
    cells.set(token.start, cell);
  }
  return true;
}

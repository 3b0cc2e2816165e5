import type { Item } from '../tokens/item';
import { isFigure, type Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { type ReadRegion, replaced } from './read-region';
import { type Run, runsIn } from './row-runs';
import type { LabelledTable } from './run';

/** How many lines lie between the label and the first figure, one figure and the next, the last and what follows. */
interface Spacing {
  readonly lead: number;
  readonly step: number;
  readonly tail: number;
}

/** A row of figures with a line each. */
interface Row extends Spacing {
  readonly run: Run;
  readonly figures: readonly Token[];
  /** How many cells it has. */
  readonly need: number;
  /** Whether all its figures stand at the same distance. */
  readonly isRegular: boolean;
  /** Whether its last cell is the sum of the others. */
  readonly isSummed: boolean;
}

/**
 * Where every figure has a line of its own, as far below the one before as all others, an empty line in the place of one is an empty cell:
 * with it the row is read as if its cells were known. Only where the empty lines are just as many as the cells that the row lacks.
 */
export function withLineCells(read: ReadRegion, table: LabelledTable, view: string): ReadRegion {
  const { items, region } = read;
  const runs = [...runsIn(items, region, view, table)];
  const rows = runs.flatMap((run) => rowOf(run, items, table) ?? []);
  const short = rows.filter(({ figures, need }) => figures.length < need);
  // Where cells have separators these show the empty ones.
  const isPlain = runs.every(({ members }) => members.every(({ token }) => token.kind !== 'blank'));
  const usual = short.length > 0 && isPlain ? usualIn(rows, view) : undefined;
  if (!usual) return read;
  const places = new Map(short.flatMap((row) => [...cellsOf(row, usual)]));
  return places.size > 0 ? replaced(read, places) : read;
}

/** A run as a row of figures with a line each; undefined where it is none. */
function rowOf(run: Run, items: readonly Item[], { table }: LabelledTable): Row | undefined {
  const members = run.members.filter(({ token }) => isFigure(token));
  const [first, ...others] = members;
  const last = members.at(-1);
  const need = run.needs.at(-1) ?? 0;
  if (!first || !last || members.length > need || first.token.columns > 0) return undefined;
  if (last.index - first.index !== others.length) return undefined;
  const stepTo = (index: number): number =>
    (items[index]?.token.line ?? Number.NaN) - (items[index - 1]?.token.line ?? Number.NaN);
  const steps = others.map(({ index }) => stepTo(index));
  const [lead, tail] = [stepTo(first.index), stepTo(last.index + 1)];
  const step = Math.min(...steps, ...(steps.length > 0 ? [] : [lead]));
  if (!(lead > 0) || !(step > 0) || tail <= 0) return undefined;
  const figures = members.map(({ token }) => token);
  const isRegular = steps.every((each) => each === step);
  const isSummed = table.rows[0]?.columns.at(-1)?.id === 'total';
  return { run, figures, need, lead, step, tail, isRegular, isSummed };
}

/**
 * The spacing of rows that lack no figure, the widest before and behind them, or the least of all where there is none. Undefined where
 * their figures stand at different distances: empty lines say nothing there.
 */
function usualIn(rows: readonly Row[], view: string): Spacing | undefined {
  const whole = rows.filter(({ figures, need }) => figures.length === need && need > 1);
  const [first] = whole;
  if (rows.some(({ figures }) => figures.some((figure) => !isAlone(figure, view)))) return undefined;
  const least = Math.min(...rows.flatMap(({ step, lead }) => [step, lead]));
  if (!first) return { lead: least, step: least, tail: least };
  if (whole.some(({ step, isRegular }) => !isRegular || step !== first.step)) return undefined;
  // What stands behind the last row is no part of the table.
  const inner = whole.filter((row) => row !== rows.at(-1));
  return {
    lead: Math.max(...whole.map(({ lead }) => lead)),
    step: first.step,
    tail: Math.max(...(inner.length > 0 ? inner : whole).map(({ tail }) => tail)),
  };
}

/** Whether nothing but blanks stands beside a figure on its line, and no separator. */
function isAlone({ start, end, cell }: Token, view: string): boolean {
  const lineEnd = view.indexOf('\n', end);
  const behind = view.slice(end, lineEnd < 0 ? end : Math.min(lineEnd, end + longestMargin));
  return cell === 0 && !/[\t|]/u.test(behind) && view.charAt(start - 1) !== '|';
}

const longestMargin = 8;

/** What is read in the place of each figure of a row, all cells in that of the first; nothing where its lines do not show as many as it lacks. */
function cellsOf(row: Row, { step, lead, tail }: Spacing): ReadonlyMap<Token, readonly Token[]> {
  const { figures, need } = row;
  const before = figures.map(({ line }, at) => (line - (figures[at - 1]?.line ?? line - step)) / step - 1);
  const open = need - figures.length - before.reduce((sum, count) => sum + count, 0);
  if (![open, ...before].every((count) => Number.isInteger(count) && count >= 0)) return new Map();
  const ahead = Math.max(0, (row.lead - lead) / step);
  // What follows the table may stand closer to it than its cells to each other, or farther; behind rows without labels it always follows.
  const behind = !row.run.labelled ? 0 : Math.max(0, Math.ceil((row.tail - tail) / step));
  const ways = [ahead, 0].map((first) => [first, ...before.slice(1), open - first]);
  const way = ways.find((counts) => {
    const [first = 0, last = 0] = [counts[0], counts.at(-1)];
    const isShown = Number.isInteger(first) && last >= 0 && last <= behind;
    return (
      (open === 0 ? first === 0 : isShown && row.run.labelled) && isTold(withEmpty(figures, counts), row)
    );
  });
  const known = way && knownCells(withEmpty(figures, way), row);
  return new Map(known ? figures.map((figure, at) => [figure, at === 0 ? known : []]) : []);
}

/** Figures with so many empty cells before each, and behind the last. */
function withEmpty(figures: readonly Token[], counts: readonly number[]): Token[] {
  const last = figures.at(-1);
  return [
    ...figures.flatMap((figure, at) => [...emptyCells(figure, counts[at] ?? 0, figure.start), figure]),
    ...(last ? emptyCells(last, counts.at(-1) ?? 0, last.end) : []),
  ];
}

const emptyCells = (figure: Token, count: number, at: number): Token[] =>
  Array.from({ length: count }, () => ({ ...figure, kind: 'blank', start: at, end: at, value: undefined }));

/** Cells of a row on the line of its label, each in its column. */
function knownCells(cells: readonly Token[], { run: { label, labelled }, figures }: Row): Token[] {
  const own = labelled ? label : undefined;
  const line = own?.line ?? figures[0]?.line ?? 0;
  return cells.map((cell, at) => ({ ...cell, line, cell: (own?.cell ?? -1) + at + 1, columns: 1 }));
}

/** An empty line before or behind all figures may as well part them from other lines: the sums tell. */
function isTold(cells: readonly Token[], { figures, isSummed, run: { labelled, needs } }: Row): boolean {
  const endsInSum = figures.length > 1 && (figures.at(-1)?.value?.number ?? 0) > 0 && addsUp(figures);
  if (labelled) return isFigure(cells.at(-1)) || !isSummed || !endsInSum;
  const [width = 0] = needs;
  return needs.every((_, at) => {
    const row = cells.slice(at * width, (at + 1) * width);
    return !row.every(isFigure) || addsUp(row);
  });
}

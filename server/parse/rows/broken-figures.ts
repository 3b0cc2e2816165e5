import { fold } from '../../text/fold';
import type { Item } from '../tokens/item';
import { isFigure, type Token } from '../tokens/token';
import { numberIn } from '../tokens/tokenize';
import { type ReadRegion, replaced } from './read-region';
import type { LabelledTable } from './run';
import { merged, type Stretch, stretchOf, widths } from './stretches';

// A column narrower than its figures: 4296 stands as 42 above 96, and pieces of several figures of a row share a line. Only text that
// is set with blanks shows which pieces stand below each other.

/** The figures on one line, and whether the label of a row stands there in full. */
interface FigureLine {
  readonly line: number;
  readonly figures: Token[];
  labelled: boolean;
}

/** A figure is broken into so many lines at the most. */
const mostLines = 4;
/** So far apart are the lines of its pieces at the most, where empty lines are between all. */
const farthest = 2;

/**
 * A region in which the pieces of figures that narrow cells broke over lines are one figure: where some lines, one below the other,
 * make up a row that has all its figures and adds up.
 */
export function withWholeFigures(read: ReadRegion, known: LabelledTable, view: string): ReadRegion {
  const width = widthOf(known);
  if (width === 0) return read;
  const lines = linesOf(read);
  const whole = lines.filter(({ figures }) => figures.length === width);
  if (lines.length < 2 || whole.length === lines.length) return read;
  const sheet = { lines, whole, view, width, row: known.table.rows[0]?.columns.length ?? width };
  // A line that adds up as it stands may be a row: first those are looked at that do not.
  const certain = rowsIn(sheet, ({ figures }) => !addUp(figures.map(numberIn), sheet.row));
  const used = new Set(certain.flatMap((row) => row.lines));
  const others = rowsIn({ ...sheet, lines: lines.filter((line) => !used.has(line)) }, hasZero);
  const rows = [...certain, ...others];
  return rows.length === 0 ? read : replaced(read, new Map(rows.flatMap((row) => [...placesOf(row)])));
}

/** The rows that lines make up, given which of those with all figures of a row may lack pieces of them. */
function rowsIn(sheet: Sheet, mayLack: (line: FigureLine) => boolean): JoinedRow[] {
  const rows: JoinedRow[] = [];
  for (let from = 0; from < sheet.lines.length; ) {
    const row = rowFrom(from, sheet, mayLack);
    if (row) rows.push(row);
    from += row?.lines.length ?? 1;
  }
  return rows;
}

/** Where zeros are printed, empty cells are no rows beside them. */
const hasZero = ({ figures }: FigureLine): boolean =>
  figures.some((figure) => figure.kind === 'mark' || numberIn(figure) === 0);

/** How many figures the rows have that end in their total, side by side ones together; 0 for tables whose rows do not. */
function widthOf({ table, sizes }: LabelledTable): number {
  if (table.rows[0]?.columns.at(-1)?.id !== 'total') return 0;
  return table.sideBySide ? Math.max(...sizes) : table.rows[0].columns.length;
}

/** The lines with figures that are set with blanks: no separator stands before them, and no tag tells their columns. */
function linesOf({ items, region }: ReadRegion): FigureLine[] {
  const lines: FigureLine[] = [];
  for (let index = region.from; index < region.to; index++) {
    const { token, meanings } = items[index] as Item;
    if (lines.at(-1)?.line !== token.line) lines.push({ line: token.line, figures: [], labelled: false });
    const mine = lines.at(-1) as FigureLine;
    if (isFigure(token)) mine.figures.push(token);
    else if (meanings.some(({ kind }) => kind === 'row')) mine.labelled = true;
  }
  return lines.filter(
    ({ figures }) => figures.length > 0 && figures.every(({ cell, columns }) => cell === 0 && columns === 0),
  );
}

interface Sheet {
  readonly lines: readonly FigureLine[];
  /** Those that have all figures of a row. */
  readonly whole: readonly FigureLine[];
  readonly view: string;
  /** How many figures a line of the table has, and how many a row. */
  readonly width: number;
  readonly row: number;
}

/** A row put together from lines: the pieces of each of its figures, from above. */
interface JoinedRow {
  readonly lines: readonly FigureLine[];
  readonly columns: readonly (readonly Token[])[];
  readonly numbers: readonly number[];
}

/** The row that the lines from one on make up, of as few as may be; undefined where they make up none. */
function rowFrom(from: number, sheet: Sheet, mayLack: (line: FigureLine) => boolean): JoinedRow | undefined {
  const { lines, width } = sheet;
  for (let count = 2; count <= mostLines; count++) {
    const some = lines.slice(from, from + count);
    const [before, last] = some.slice(-2);
    if (some.length < count || !last || !before || last.line - before.line > farthest) return undefined;
    const own = some.filter(({ figures }) => figures.length >= width);
    // Lines with labels of their own are rows of their own, with empty cells.
    if (own.length > 1 || some.filter(({ labelled }) => labelled).length > 1) return undefined;
    // Where none has all figures, lines that each end in their sum are rows with empty cells.
    if (own.length === 0 && some.every(endsInSum)) continue;
    const row = mayBeRow(some, width) && own.every(mayLack) ? joinedRow(some, own[0], sheet) : undefined;
    if (row) return row;
  }
  return undefined;
}

/** Whether the last figure of a line is the sum of the others, and comes to something. */
const endsInSum = ({ figures }: FigureLine): boolean =>
  figures.length > 1 && numberIn(figures.at(-1)) > 0 && addUp(figures.map(numberIn), figures.length);

/** A figure for each column, one of them in pieces, and none twice on a line: said at once of tables with a cell a line. */
function mayBeRow(lines: readonly FigureLine[], width: number): boolean {
  const all = lines.reduce((sum, { figures }) => sum + figures.length, 0);
  return all > width && lines.every(({ figures }) => figures.length <= width);
}

function joinedRow(
  lines: readonly FigureLine[],
  own: FigureLine | undefined,
  { view, row, width, whole }: Sheet,
): JoinedRow | undefined {
  const guide = own ?? nearest(whole, lines[0]?.line ?? 0);
  for (const size of widths) {
    const placed = (guide?.figures ?? lines.flatMap(({ figures }) => figures)).map((figure) =>
      stretchOf(view, figure, size),
    );
    const stretches = guide ? placed : merged(placed);
    if (stretches.length !== width) continue;
    const columns = stretches.map((): Token[] => []);
    for (const { figures } of lines)
      for (const figure of figures) columns[columnOf(stretchOf(view, figure, size), stretches)]?.push(figure);
    const taken = columns.reduce((sum, pieces) => sum + pieces.length, 0);
    const isWhole = taken === lines.reduce((sum, { figures }) => sum + figures.length, 0);
    const areBelow = columns.every(
      (pieces) => new Set(pieces.map(({ line }) => line)).size === pieces.length,
    );
    const isBroken = columns.some(({ length }) => length > 1);
    const numbers =
      isWhole && areBelow && isBroken ? columns.map((pieces) => joined(pieces, view)) : [Number.NaN];
    if (addUp(numbers, row)) return { lines, columns, numbers };
  }
  return undefined;
}

const nearest = (lines: readonly FigureLine[], line: number): FigureLine | undefined =>
  lines.reduce<FigureLine | undefined>(
    (best, each) => (best && Math.abs(best.line - line) <= Math.abs(each.line - line) ? best : each),
    undefined,
  );

/** The stretch that a piece is nearest to; −1 where two are as near. */
function columnOf(piece: Stretch, stretches: readonly Stretch[]): number {
  const far = stretches.map(({ from, to }) => Math.max(0, from - piece.to + 1, piece.from - to + 1));
  const least = Math.min(...far);
  return far.indexOf(least) === far.lastIndexOf(least) ? far.indexOf(least) : -1;
}

/** The number whose digits stand one below the other; not a number where there are none, or something else does. */
function joined(pieces: readonly Token[], view: string): number {
  if (pieces.length === 1 && pieces[0]?.kind === 'mark') return 0;
  const digits = pieces.map(({ start, end }) => fold(view.slice(start, end))).join('');
  return /^(?:0|[1-9]\d{0,11})$/u.test(digits) ? Number(digits) : Number.NaN;
}

/** Whether each row of so many numbers ends in the sum of the others. */
function addUp(numbers: readonly number[], row: number): boolean {
  for (let at = 0; at < numbers.length; at += row) {
    const mine = numbers.slice(at, at + row);
    const total = mine.pop();
    if (mine.reduce((sum, number) => sum + number, 0) !== total) return false;
  }
  return true;
}

/** Where the figures of a row go: all to the line of its label, or to that which has most of them. */
function placesOf({ lines, columns, numbers }: JoinedRow): Map<Token, readonly Token[]> {
  const byFigures = lines.toSorted((a, b) => b.figures.length - a.figures.length);
  const main = lines.find(({ labelled }) => labelled) ?? byFigures[0];
  const row = columns.flatMap((pieces, at): Token[] => {
    const token = pieces.find(({ line }) => line === main?.line) ?? pieces[0];
    if (!token || !main) return [];
    const { start, end } = token;
    const value = { kind: 'count', number: numbers[at] ?? 0, unit: '', start, end, broken: true } as const;
    return [{ ...token, line: main.line, value: pieces.length > 1 ? value : token.value }];
  });
  const places = new Map<Token, readonly Token[]>();
  for (const { figures } of lines) for (const figure of figures) places.set(figure, []);
  const [first] = main?.figures ?? [];
  if (first) places.set(first, row);
  return places;
}

import { fold } from '../../text/fold';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { type ReadRegion, replaced } from './read-region';
import { isOdd, type Run, runsIn } from './row-runs';
import type { LabelledTable } from './run';

// A line end within a cell: 236 stands as 23 at the end of a line and 6 at the begin of the next, and the row has a figure too many.

/**
 * A region in which the two pieces of a figure are one, where the row adds up with it and neither without one of its figures nor with other
 * pieces joined. Where rows have no sum, a line of the rest of a row and one figure more may begin with a piece of the last above it, or with
 * the number of a page: the figures of such a row are answered apart.
 */
export function withTornFigures(
  read: ReadRegion,
  known: LabelledTable,
  view: string,
): { readonly read: ReadRegion; readonly doubtful: readonly Token[] } {
  const places = new Map<Token, readonly Token[]>();
  const doubtful: Token[] = [];
  const [row] = known.table.rows;
  const width = row?.columns.at(-1)?.id === 'total' ? row.columns.length : 0;
  // Where the label of the next row is lost, the figure below is that row's.
  const runs = [...runsIn(read.items, read.region, view, known)];
  const rows = new Set(runs.map((run) => run.row));
  const isLostBelow = (run: Run): boolean => run.row + 1 < known.table.rows.length && !rows.has(run.row + 1);
  for (const run of runs.filter(isOdd)) {
    const figures = run.members.map(({ token }) => token).filter(isFigure);
    if (!run.needs.includes(figures.length - 1)) continue;
    const at = width > 0 ? joinedAt(figures, width, view) : -1;
    for (const [token, place] of at < 0 ? [] : wholeRow(figures, at, view)) places.set(token, place);
    if (width === 0 && !isLostBelow(run) && isDoubtful(figures, run, view)) doubtful.push(...figures);
  }
  for (const figure of doubtful) places.set(figure, []);
  return { read: places.size > 0 ? replaced(read, places) : read, doubtful };
}

/** Which figure goes on in the next, on another line; −1 where none does for certain. */
function joinedAt(figures: readonly Token[], width: number, view: string): number {
  const adds = (all: readonly Token[]): boolean =>
    all.every((_, at) => at % width > 0 || addsUp(all.slice(at, at + width)));
  if (figures.some((_, at) => adds(figures.toSpliced(at, 1)))) return -1;
  const ways = figures.flatMap((one, at) => {
    const other = figures[at + 1];
    const isTorn = other && other.line > one.line && isDigits(one, view) && isDigits(other, view);
    return isTorn && adds(figures.toSpliced(at, 2, joined(one, other, view))) ? [at] : [];
  });
  return ways.length === 1 ? (ways[0] ?? -1) : -1;
}

/** Where the figures of a row go of which one goes on in the next: those on the line of its second piece to that of the first. */
function wholeRow(figures: readonly Token[], at: number, view: string): [Token, readonly Token[]][] {
  const [one, other] = figures.slice(at, at + 2);
  if (!one || !other) return [];
  const rest = figures.slice(at + 2).filter(({ line }) => line === other.line);
  return [
    [one, [joined(one, other, view)]],
    [other, []],
    ...rest.map((token, index): [Token, readonly Token[]] => [
      token,
      [{ ...token, line: one.line, cell: one.cell + index + 1 }],
    ]),
  ];
}

/** Whether the line right below that of a label begins with a figure, and has the others of its row and one more, and nothing else. */
function isDoubtful(figures: readonly Token[], { label, members }: Run, view: string): boolean {
  const at = figures.findLastIndex(({ line }) => line === label?.line);
  const [one, other] = figures.slice(at, at + 2);
  if (at < 0 || !one || !other || other.line !== one.line + 1 || other.cell > 0) return false;
  const isRest = members.every(
    ({ token }) =>
      token.line <= one.line || token.kind === 'blank' || (isFigure(token) && token.line === other.line),
  );
  return isRest && isPiece(one, view) && isPiece(other, view);
}

/** Whether a token is digits, with a point before, behind or between them at the most. */
const isPiece = (token: Token, view: string): boolean =>
  /^(?=.*\d)\d{0,9}\.?\d{0,9}$/u.test(digitsOf(token, view));

const digitsOf = ({ start, end }: Token, view: string): string => fold(view.slice(start, end));

const isDigits = (token: Token, view: string): boolean => /^\d{1,9}$/u.test(digitsOf(token, view));

/** One figure of two pieces, in the place of the first. */
function joined(one: Token, other: Token, view: string): Token {
  const { start, end } = one;
  const number = Number(digitsOf(one, view) + digitsOf(other, view));
  return { ...one, value: { kind: 'count', number, unit: '', start, end, broken: true } };
}

import type { Item } from '../tokens/item';
import { columnedLines } from '../tokens/labelled-tokens';
import { isFigure, type Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import { type ColumnLabel, columnLabels } from './printed-labels';
import { type ReadRegion, replaced } from './read-region';
import type { LabelledTable } from './run';

// Rows of a page's source that stand below the columns of its head: each figure is that of the label above it, however many cells stand
// beside them, a blank cell that spans columns is blank in each, and so are the rows that one spans.

/** The columns of a full head, from left to right. */
interface Head {
  readonly labels: readonly ColumnLabel[];
  readonly from: number;
  readonly to: number;
  /** Whether words stand in it behind the last column, as 备注 does: what is below them is none of the table's. */
  readonly hasMore: boolean;
}

/** A line with the label of a row before the columns of the head. */
interface Line {
  readonly tokens: readonly Token[];
  /** The cell below each label; undefined where nothing tells it. */
  readonly cells: readonly (Token | undefined)[];
}

/** A region in which rows below the columns of a full head have a cell in each, and none beside them. */
export function withHeadColumns(read: ReadRegion, known: LabelledTable): ReadRegion {
  const { items, region } = read;
  if (known.table.groups.length === 0) return read;
  const mine = items.slice(region.from, region.to);
  const head = headOf(columnLabels(items, region, known.table), mine, known);
  if (!head) return read;
  const lines = linesOf(mine, head, known);
  // Where figures stand behind the last column the cell too many may stand before them.
  const isMoved = !head.hasMore && lines.some(({ tokens }) => behind(tokens, head).some(isFigure));
  const placed = lines.filter((line) => isBelow(line, head, isMoved));
  const places = placed.flatMap((line) => [...placesOf(line, head)]);
  return places.length > 0 ? replaced(read, new Map(places)) : read;
}

/** The head, where it names each column once, or again in the same place, and no two stand above each other. */
function headOf(
  all: readonly ColumnLabel[],
  items: readonly Item[],
  { table }: LabelledTable,
): Head | undefined {
  const ids = table.rows[0]?.columns.map(({ id }) => id) ?? [];
  const told = all.filter(({ columns }) => columns > 0);
  // The first of a name: 其他 and 总计 are labels of rows, too.
  const labels = ids.flatMap((id) => told.find((label) => label.id === id) ?? []);
  labels.sort((a, b) => a.column - b.column);
  const [first] = labels;
  const last = labels.at(-1);
  if (!first || !last || labels.length < ids.length) return undefined;
  const isApart = labels.every(
    ({ column, columns }, at) => column + columns <= (labels[at + 1]?.column ?? column + columns),
  );
  const { column: from } = first;
  const to = last.column + last.columns - 1;
  const isOnce = told.every(
    ({ id, column }) => column < from || labels.some((label) => label.id === id && label.column === column),
  );
  if (!isApart || !isOnce) return undefined;
  const end = Math.max(...labels.map(({ span }) => span.end));
  const hasMore = items.some(
    ({ token }) => token.start < end && token.kind === 'words' && token.columns > 0 && token.cell > to,
  );
  return { labels, from, to, hasMore };
}

/** The lines that have the label of a row before the columns, from top to bottom. */
function linesOf(items: readonly Item[], head: Head, { table }: LabelledTable): Line[] {
  const isLabel = ({ meanings }: Item): boolean =>
    meanings.some((each) => (each.kind === 'row' || each.kind === 'group') && each.table === table.id);
  let above: Line['cells'] = [];
  return columnedLines(items).flatMap((line) => {
    const tokens = line.map(({ token }) => token);
    const cells = head.labels.map(({ column }, at) => {
      const own = tokens.find((token) => covers(token, column));
      const next = tokens.find(({ cell }) => cell > column);
      // Only cells from above keep one of a line from its place.
      const spanned = own ?? (above[at]?.kind === 'blank' && next ? next : undefined);
      return own ?? (spanned && { ...spanned, kind: 'blank' as const, end: spanned.start, value: undefined });
    });
    above = cells;
    const labels = line.filter(isLabel);
    const isRow = labels.length > 0 && labels.every(({ token }) => token.cell + token.columns <= head.from);
    return isRow ? [{ tokens, cells }] : [];
  });
}

const covers = ({ cell, columns }: Token, column: number): boolean =>
  cell <= column && column < cell + columns;

const behind = (tokens: readonly Token[], { to }: Head): Token[] => tokens.filter(({ cell }) => cell > to);

/** Whether each figure of a line stands below a label of its own, and nothing but figures and empty cells does. */
function isBelow({ tokens, cells }: Line, head: Head, isMoved: boolean): boolean {
  const { from, to, hasMore } = head;
  const figures = cells.filter(isFigure);
  const inside = tokens.filter(({ cell, columns }) => cell <= to && cell + columns > from);
  const isSet = inside.every((token) =>
    isFigure(token) ? cells.includes(token) : token.kind === 'blank' && token.cell >= from,
  );
  if (!isSet || cells.includes(undefined) || new Set(figures).size < figures.length) return false;
  if (tokens.some((token) => token.cell < from && isFigure(token))) return false;
  const more = behind(tokens, head);
  if (hasMore || more.length === 0) return true;
  return (
    more.every(({ kind }) => kind === 'blank') && (!isMoved || (isFigure(cells.at(-1)) && addsUp(cells)))
  );
}

/** What stands in the place of each token of a line: all cells in that of the first, each in the column of its label. */
function placesOf({ tokens, cells }: Line, { labels, from }: Head): Map<Token, readonly Token[]> {
  const own = tokens.filter(({ cell }) => cell >= from);
  const read = cells.flatMap((cell, at) =>
    cell ? { ...cell, cell: labels[at]?.column ?? cell.cell, columns: labels[at]?.columns ?? 1 } : [],
  );
  const isAsRead = own.length === read.length && own.every((token, at) => token === cells[at]);
  return new Map(isAsRead ? [] : own.map((token, at) => [token, at === 0 ? read : []]));
}

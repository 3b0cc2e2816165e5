import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { type ColumnLabel, shared } from './printed-labels';

// Empty cells whose column the source tells: whether they are cells of a row needs no guess from what stands around them.

/** No statutory table is wider. */
const lastColumn = 255;

/** The columns of a table's figures, the last one included. */
export interface FigureColumns {
  readonly from: number;
  readonly to: number;
}

/** The columns that a table's head names; all where it names none. What stands beside them is no cell of a row. */
export function figureColumns(labels: readonly ColumnLabel[]): FigureColumns {
  const known = labels.filter(({ columns }) => columns > 0);
  // 总计 and 其他 are labels of rows, too.
  const own = known.filter(({ id }) => !shared.has(id));
  if (own.length === 0) return { from: 0, to: lastColumn };
  return {
    from: Math.min(...own.map(({ column }) => column)),
    to: Math.max(...known.map(({ column, columns }) => column + columns - 1)),
  };
}

/** Whether labels of different columns stand in the same column of the source: it has no spans. */
export function overlap(labels: readonly ColumnLabel[]): boolean {
  const own = [
    ...new Map(labels.filter(({ columns }) => columns > 0).map((label) => [label.id, label])).values(),
  ];
  return own.some((one) =>
    own.some(
      (other) =>
        other !== one && one.column < other.column + other.columns && other.column < one.column + one.columns,
    ),
  );
}

/** Whether an empty cell belongs to the open row, begins one, or is no cell of a row: an empty label, or a part of the head. */
export function placeOfKnownBlank(
  items: readonly Item[],
  index: number,
  { open, columns }: { readonly open: readonly Token[] | undefined; readonly columns: FigureColumns },
): 'open' | 'new' | 'none' {
  const blank = items[index]?.token;
  if (!blank || blank.cell < columns.from || blank.cell > columns.to) return 'none';
  if (open?.at(-1)?.line === blank.line) return 'open';
  const line = lineAt(items, index);
  const behind = line.slice(line.findIndex(({ token }) => token === blank) + 1);
  const isRow = behind.some(({ token }) => isFigure(token)) || line.every(isLabelOrBlank);
  return isRow && line.length > 1 ? 'new' : 'none';
}

/** The items on the line of the one at `index`. */
function lineAt(items: readonly Item[], index: number): readonly Item[] {
  const line = items[index]?.token.line;
  let from = index;
  let to = index;
  while (items[from - 1]?.token.line === line) from--;
  while (items[to + 1]?.token.line === line) to++;
  return items.slice(from, to + 1);
}

/** Words in a row that is empty are the label of a row, which those of a head are not. */
const isLabelOrBlank = ({ token, meanings }: Item): boolean =>
  token.kind !== 'words' || meanings.some(({ kind }) => kind === 'row' || kind === 'group');

import type { Item } from '../tokens/item';
import { columnedLines } from '../tokens/labelled-tokens';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { figureColumns, overlap } from './known-blanks';
import { columnLabels } from './printed-labels';
import { type ReadRegion, replaced } from './read-region';
import type { LabelledTable } from './run';

// Tables of a page's source without spans: the label of a group stands in a cell more in its first row only, or a head of fewer cells than
// the rows stands over them. What column of the source a figure has tells nothing there; a row's cells are the last ones on its line.

/** The cells of one row of the source, and how many of them the form has. */
interface Line {
  readonly cells: readonly Token[];
  readonly need: number;
}

/** A region in which the cells of such rows stand in the same columns. */
export function withLaidRows(read: ReadRegion, known: LabelledTable): ReadRegion {
  const { items, region } = read;
  if (known.table.groups.length === 0) return read;
  const labels = columnLabels(items, region, known.table);
  if (labels.every(({ columns }) => columns === 0)) return read;
  const lines = linesOf(items.slice(region.from, region.to), known);
  const { to } = figureColumns(labels);
  const isRagged = lines.some(({ cells }) => endOf(cells) !== to);
  if (lines.length === 0 || !(isRagged || overlap(labels))) return read;
  return withoutColumns(replaced(read, new Map(lines.flatMap((line) => [...placesOf(line)]))));
}

/** A region of which the labels tell no columns. */
const withoutColumns = ({ items, region }: ReadRegion): ReadRegion => ({
  items: items.map((item, index) => {
    const isLabel = item.token.kind === 'words' && index >= region.from && index < region.to;
    return isLabel ? { ...item, token: { ...item.token, columns: 0 } } : item;
  }),
  region,
});

const endOf = (cells: readonly Token[]): number => {
  const last = cells.at(-1);
  return last ? last.cell + last.columns - 1 : -1;
};

/** The lines that have the label of a row in full and at least as many cells behind it as the row. */
function linesOf(items: readonly Item[], { rows, rowAt, groupAt, table }: LabelledTable): Line[] {
  return columnedLines(items).flatMap((line) => {
    const last = line.findLastIndex(({ token }) => token.kind === 'words');
    const label = line[last]?.meanings.find(
      (each) => (each.kind === 'row' || each.kind === 'group') && each.table === table.id,
    );
    if (label?.kind !== 'row' && label?.kind !== 'group') return [];
    const row = rows[(label.kind === 'row' ? rowAt : groupAt).get(label.id) ?? -1];
    const cells = line.map(({ token }) => token).filter(({ kind }) => kind !== 'words');
    const behind = line.length - last - 1;
    const isWhole = row && behind >= row.need && !cells.slice(0, -row.need).some(isFigure);
    return isWhole ? [{ cells, need: row.need }] : [];
  });
}

/** What stands in the place of each cell of a line: the row's own in columns that all rows have, and nothing in that of the others. */
function placesOf({ cells, need }: Line): ReadonlyMap<Token, readonly Token[]> {
  const before = cells.length - need;
  return new Map(
    cells.map((cell, at) => [cell, at < before ? [] : [{ ...cell, cell: first + at - before, columns: 1 }]]),
  );
}

/** Behind all labels of rows. */
const first = 16;

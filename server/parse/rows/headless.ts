import { tableOf } from '../../form/form';
import { editions } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { isFigure, type Token } from '../tokens/token';
import { addsUp } from '../tokens/tokenize';
import type { Region } from './region';

// 表四 prints its rows side by side below a head. Where nothing of the head can be read, its figures are told by their number: as many
// as the form has cells, in the form's order as nothing speaks for another.

const { rows } = tableOf(editions['2021'], 'disputes');
const width = rows[0]?.columns.length ?? 0;
const size = rows.length * width;

/** The last row of the table before has so many cells. */
const lastRow = tableOf(editions['2021'], 'applications').rows.at(-1)?.columns.length ?? 0;

/**
 * Where the figures of 表四 stand that follow `from`, up to the next heading: in its own section all of them, and as many as it has
 * cells; behind the labels of 表三 (`behindLabels`) those that its last row leaves, all rows adding up. Undefined where there are others.
 */
export function headlessRegion(
  items: readonly Item[],
  from: number,
  barriers: ReadonlySet<number>,
  behindLabels: boolean,
): Region | undefined {
  const found: number[] = [];
  for (let index = from; index < items.length && !barriers.has(index); index++) {
    if (isFigure(items[index]?.token)) found.push(index);
    if (found.length > lastRow + size) return undefined;
  }
  // A label that both tables have, 总计, may be the last that was found.
  const own = behindLabels && found.length > size ? found.slice(lastRow) : found;
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || own.length !== size) return undefined;
  const cells = items.slice(first, last + 1).map(({ token }) => token);
  const isRun = cells.every(({ kind }) => kind !== 'words');
  return isRun && (!behindLabels || areRows(cells.filter(isFigure)))
    ? { from: first, to: last + 1 }
    : undefined;
}

/** Whether figures are the parts of rows and their totals, row after row. */
const areRows = (figures: readonly Token[]): boolean =>
  rows.every((_, row) => addsUp(figures.slice(row * width, (row + 1) * width)));

import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { Hit } from './run';

// Whether an empty cell is a cell of a row: heads have them too, and so have rows of separators that some programs put in.

/** What is known of a row where an empty cell stands: its entries so far, and the last label before it. */
interface Surroundings {
  readonly open: readonly Token[] | undefined;
  readonly label: Hit | undefined;
  /** Where rows stand side by side without labels of their own: how many cells one has, and all together. */
  readonly sizes: ReadonlySet<number> | undefined;
  /** How many cells the row has whose label stands before; 0 for none. */
  readonly need: number;
}

/** A row has so many empty cells at most besides its own. */
export const mostFillers = 4;

/** How many lines the cells of a row stand apart: as many as its first two, its label among them; at most two where that is open. */
export function stepOf(open: readonly Token[] | undefined, label: Hit | undefined): number {
  const [first, second] = open ?? [];
  if (!first || !label) return 2;
  return Math.max(1, second ? second.line - first.line : first.line - label.token.line);
}

/** Whether an empty cell belongs to the open band, begins a band, or is no cell of a row at all. */
export function placeOfBlank(
  items: readonly Item[],
  index: number,
  around: Surroundings,
): 'open' | 'new' | 'none' {
  const { open, label, sizes, need } = around;
  const blank = items[index]?.token;
  if (!blank) return 'none';
  // Right behind a row's label are its cells, and what merged cells left.
  const before = items[index - 1]?.token;
  const follows = before !== undefined && before === (open ? open.at(-1) : label?.token);
  if (
    follows &&
    need > 0 &&
    (open?.length ?? 0) < need + mostFillers &&
    blank.line - before.line <= stepOf(open, label)
  )
    return open ? 'open' : 'new';
  if (isInHead(items, index)) return 'none';
  if (!open) {
    const opens = sizes
      ? isAfterGap(items, index) || sizes.has(runAt(items, index))
      : opensBand(items, index, label);
    return opens || isFigure(filledBehind(items, index)) || isEmptyRow(items, index) ? 'new' : 'none';
  }
  if (startsRow(items, index, open)) return 'new';
  return isCell(open, blank, label) ? 'open' : 'none';
}

/** How many cells, empty ones and figures, stand between the words before `index` and the next; 0 where it is not the first. */
function runAt(items: readonly Item[], index: number): number {
  const isCellAt = (at: number): boolean => items[at]?.token.kind === 'blank' || isFigure(items[at]?.token);
  if (isCellAt(index - 1)) return 0;
  let end = index;
  while (isCellAt(end)) end++;
  return end - index;
}

/** An empty line before an empty cell: a row of cells one a line begins. */
const isAfterGap = (items: readonly Item[], index: number): boolean =>
  (items[index]?.token.line ?? 0) - (items[index - 1]?.token.line ?? 0) > 1;

/** Says whether another figure stands on the line of the figure at `index`. */
export function sharesLine(items: readonly Item[], index: number): boolean {
  const line = items[index]?.token.line;
  for (const step of [-1, 1]) {
    for (let at = index + step; items[at]?.token.line === line; at += step) {
      const token = items[at]?.token;
      if (token && isFigure(token)) return true;
    }
  }
  return false;
}

/** Words behind an empty cell on its line: a head, whose empty cells are parts of wider ones. */
const isInHead = (items: readonly Item[], index: number): boolean =>
  filledBehind(items, index)?.kind === 'words';

/** What stands behind an empty cell on its line, after other empty ones; undefined where nothing does. */
function filledBehind(items: readonly Item[], index: number): Token | undefined {
  const line = items[index]?.token.line;
  let at = index + 1;
  while (items[at]?.token.kind === 'blank' && items[at]?.token.line === line) at++;
  const next = items[at]?.token;
  return next?.line === line ? next : undefined;
}

/** An empty cell before the first figure of a line that is a row begins that row. */
function startsRow(items: readonly Item[], index: number, open: readonly Token[]): boolean {
  const line = items[index]?.token.line;
  return open.at(-1)?.line !== line && isFigure(filledBehind(items, index));
}

/** An empty cell opens a band right behind a label, on its line or the next. */
function opensBand(items: readonly Item[], index: number, label: Hit | undefined): boolean {
  const blank = items[index]?.token;
  if (!blank) return false;
  if (label && blank.line - label.token.line <= 1 && items[index - 1]?.token === label.token) return true;
  return label?.token.line === blank.line;
}

/** A line of nothing but empty cells. */
function isEmptyRow(items: readonly Item[], index: number): boolean {
  const line = items[index]?.token.line;
  return (
    items[index - 1]?.token.line !== line &&
    items[index + 1]?.token.line === line &&
    items[index + 1]?.token.kind === 'blank'
  );
}

/** An empty cell belongs to the band when it stands as close to the last entry as the entries stand to each other. */
export function isCell(entries: readonly Token[], blank: Token, label: Hit | undefined): boolean {
  const [first, second] = entries;
  const last = entries.at(-1);
  if (!first || !last) return false;
  const alone = label?.token.line === first.line ? 0 : 1;
  return blank.line - last.line <= (second ? Math.max(0, second.line - first.line) : alone);
}

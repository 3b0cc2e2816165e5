import { leastShare, resembles } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { Region } from './region';
import type { LabelledTable } from './run';

/** What stands between two labels: the figures of a row, and what else is there. */
export interface Run {
  readonly label: Token | undefined;
  /** The row that has the label, by its index in the table; −1 where no row has. */
  readonly row: number;
  readonly members: readonly Member[];
  /** How many cells the row may have; the largest last. */
  readonly needs: readonly number[];
  /** Whether the rows of the table have labels of their own. */
  readonly labelled: boolean;
  /** Whether the label may as well be a column's. */
  readonly isColumn: boolean;
  /** Whether the label is that of a group of rows. */
  readonly isGroup: boolean;
  /** Whether the next label has lost the number that the form prints before it. */
  readonly lacksNumber: boolean;
}

/** A token of a run, by its place among the items. */
export interface Member {
  readonly index: number;
  readonly token: Token;
}

/** The runs of a region that have not just the figures of a row, or of some rows without labels: none of nearly every table. */
export function* oddRuns(...where: Parameters<typeof runsIn>): Iterable<Run> {
  for (const run of runsIn(...where)) if (isOdd(run)) yield run;
}

/** The runs of a region: what stands between two labels. */
export function* runsIn(
  items: readonly Item[],
  region: Region,
  view: string,
  table: LabelledTable,
): Iterable<Run> {
  const labelled = !table.table.sideBySide;
  const sizes = table.rows.map((_, at) => (at + 1) * (table.rows[0]?.need ?? 0));
  let label: Token | undefined;
  let row = -1;
  let needs: readonly number[] = labelled ? [] : sizes;
  let isColumn = false;
  let isGroup = false;
  let members: Member[] = [];
  const end = endOfRuns(items, region);
  for (let index = region.from; index <= end; index++) {
    const item = index < end ? items[index] : undefined;
    const found = item && labelIn(item, view, table);
    if (item && !found) {
      members.push({ index, token: item.token });
      continue;
    }
    const lacksNumber = found?.number !== undefined && found.number !== '' && !item?.token.numbering;
    if (members.length > 0) yield { label, row, members, needs, labelled, isColumn, isGroup, lacksNumber };
    label = item?.token;
    row = found?.row ?? -1;
    isColumn = !label?.numbering && (item?.meanings.some(({ kind }) => kind === 'column') ?? false);
    isGroup = found?.isGroup ?? false;
    needs = !labelled ? sizes : found?.need ? [found.need] : [];
    members = [];
  }
}

/** How far the last row of a region may go on behind its last figure. */
export function endOfRuns(items: readonly Item[], { to }: Region): number {
  let end = to;
  while (end < items.length && end < to + mostBehind) {
    const { token, meanings } = items[end] as Item;
    if (meanings.length > 0 || token.length > longestCell) break;
    end++;
  }
  return end;
}

/** No more items than so many behind the last figure of a table are looked at. */
const mostBehind = 8;

interface LabelFound {
  readonly need: number;
  readonly number: string;
  readonly row: number;
  readonly isGroup: boolean;
}

/** How many cells the row has whose label an item is, 0 for another label, its number and index; undefined where it is none. */
function labelIn({ token, meanings }: Item, view: string, known: LabelledTable): LabelFound | undefined {
  if (token.kind !== 'words') return undefined;
  const { table, rows, rowAt, groupAt } = known;
  const of = (at: number | undefined) => {
    const row = rows[at ?? -1];
    return (
      row && { need: row.need, number: table.rows[row.row]?.number ?? '', row: row.row, isGroup: row.row < 0 }
    );
  };
  for (const meaning of meanings) {
    if ((meaning.kind !== 'row' && meaning.kind !== 'group') || meaning.table !== table.id) continue;
    const row = of((meaning.kind === 'row' ? rowAt : groupAt).get(meaning.id));
    if (row) return row;
  }
  if (meanings.length > 0) return { need: 0, number: '', row: -1, isGroup: false };
  if (token.length < 3 || token.length > longestPiece) return undefined;
  const [best] = resembles(view.slice(token.numbering?.end ?? token.start, token.end), table.id);
  return best && best.share >= leastShare ? of(rowAt.get(best.id)) : undefined;
}

/** More is no piece of a label, and not looked at. */
const longestPiece = 60;

/** No row has more cells and remarks. */
const mostMembers = 64;

/** Whether a row has not just the figures that it needs. */
export function isOdd({ members, needs }: Run): boolean {
  if (needs.length === 0 || members.length === 0 || members.length > mostMembers) return false;
  let figures = 0;
  for (const { token } of members) if (isFigure(token)) figures++;
  return !needs.includes(figures);
}

/** No cell has more characters than this unless it is prose. */
export const longestCell = 16;

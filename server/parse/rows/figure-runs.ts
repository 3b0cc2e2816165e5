import type { Table } from '../../form/form';
import { editions, leastShare, resembles } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { Assignment } from './align-runs';
import { placeOfBlank, sharesLine } from './blank-cells';
import { type FigureColumns, placeOfKnownBlank } from './known-blanks';
import type { Region } from './region';
import { type Band, columnShare, type Hit, type LabelledRow, type LabelledTable } from './run';

const labelledTables = new Map(
  Object.values(editions).flatMap(({ tables }) => tables.map((table) => [table, withGroups(table)] as const)),
);

/** A table of one of the editions as the reader sees it. */
export function labelled(table: Table): LabelledTable {
  return labelledTables.get(table) ?? withGroups(table);
}

function withGroups(table: Table): LabelledTable {
  const rows: LabelledRow[] = [];
  const rowAt = new Map<string, number>();
  const groupAt = new Map<string, number>();
  for (const [index, row] of table.rows.entries()) {
    const group = table.groups.find(({ id }) => id === row.group);
    // In the 2019 form （六）其他处理 is itself a row.
    if (group && group.id !== 'results' && !groupAt.has(group.id) && group.label !== row.label) {
      groupAt.set(group.id, rows.length);
      rows.push({ id: group.id, row: -1, need: row.columns.length, optional: true });
    }
    rowAt.set(row.id, rows.length);
    rows.push({ id: row.id, row: index, need: row.columns.length, optional: false });
  }
  const cells = table.rows.reduce((sum, { columns }) => sum + columns.length, 0);
  return { table, rows, rowAt, groupAt, sizes: new Set([table.rows[0]?.columns.length ?? 0, cells]) };
}

/** The bands of a region, and the labels behind the last of them, given where the head says that figures stand. */
export function bandsOf(
  { items, view }: { readonly items: readonly Item[]; readonly view: string },
  region: Region,
  table: LabelledTable,
  columns: FigureColumns,
): { readonly bands: Band[]; readonly rest: readonly Hit[] } {
  const bands: { entries: Token[]; hits: Hit[] }[] = [];
  let hits: Hit[] = [];
  let open: Token[] | undefined;
  let lastInRow = false;
  const start = (): Token[] => {
    const entries: Token[] = [];
    bands.push({ entries, hits: hits.splice(0) });
    return entries;
  };
  for (let index = region.from; index < region.to; index++) {
    const item = items[index] as Item;
    const { token } = item;
    if (token.kind === 'words') {
      // Above the figures of 表四 stands its head, whose empty cells are no row.
      if (table.table.sideBySide && open && figuresIn(open) === 0 && !table.sizes.has(open.length)) {
        hits = bands.pop()?.hits ?? hits;
        open = undefined;
      }
      if (addHits(hits, item, view, table)) open = undefined;
    } else if (isFigure(token)) {
      const inRow = token.columns > 0 || sharesLine(items, index);
      if (!open || (open.at(-1)?.line !== token.line && (lastInRow || inRow))) open = start();
      open.push(token);
      lastInRow = inRow;
    } else if (token.kind === 'blank') {
      const label = (open ? bands.at(-1)?.hits : hits)?.at(-1);
      const placeOf = token.columns > 0 ? placeOfKnownBlank : placeOfBlank;
      const place = placeOf(items, index, { open, label, columns, ...sought(label, table) });
      if (place === 'new') open = start();
      if (place !== 'none') open?.push(token);
    }
  }
  return { bands, rest: hits };
}

/** How many cells the row of a label has; where rows have no labels of their own, how many one has, and all. */
function sought(
  label: Hit | undefined,
  { table, rows, sizes }: LabelledTable,
): { readonly need: number; readonly sizes: ReadonlySet<number> | undefined } {
  if (table.sideBySide) return { need: 0, sizes };
  const row = label?.share === 1 ? rows[label.row] : undefined;
  return { need: row?.optional === false ? row.need : 0, sizes: undefined };
}

/** Adds the rows that words are, or resemble, the label of; says whether there were any. */
function addHits(hits: Hit[], item: Item, view: string, known: LabelledTable): boolean {
  const { token, meanings } = item;
  const { table, rows, rowAt } = known;
  const before = hits.length;
  if (meanings.length > 0) {
    for (const hit of namedBy(item, known)) hits.push(hit);
    return hits.length > before;
  }
  if (token.length < 3 || token.length > 60) return false;
  const found: Hit[] = [];
  for (const { id, share } of resembles(
    view.slice(token.numbering?.end ?? token.start, token.end),
    table.id,
  )) {
    const row = rowAt.get(id);
    if (row !== undefined && share >= leastShare && rows[row])
      found.push({ row, share: Math.min(share, 0.9), token });
  }
  for (const hit of found.sort((a, b) => a.row - b.row)) hits.push(hit);
  return hits.length > before;
}

/** The rows that words are the label of; none where they are no label. */
export function namedBy({ token, meanings }: Item, { table, rowAt, groupAt }: LabelledTable): readonly Hit[] {
  const share = !token.numbering && meanings.some(({ kind }) => kind === 'column') ? columnShare : 1;
  const group = meanings.some((meaning) => meaning.kind === 'group' && groupAt.has(meaning.id));
  const hits: Hit[] = [];
  for (const meaning of meanings) {
    if ((meaning.kind !== 'row' && meaning.kind !== 'group') || meaning.table !== table.id) continue;
    // 其他处理 is a row of the trial form and a group of the form in force.
    if (group && meaning.kind === 'row') continue;
    const row = (meaning.kind === 'row' ? rowAt : groupAt).get(meaning.id);
    if (row !== undefined) hits.push({ row, share, token });
  }
  return hits;
}

/**
 * Nothing to weigh: every band has as many figures as the row whose label it follows, in whatever order the rows stand. A row that is
 * printed twice is read once. Undefined where that is not so.
 */
export function readOff(bands: readonly Band[], rows: readonly LabelledRow[]): Assignment[] | undefined {
  const found = new Map<number, Assignment>();
  for (let first = 0; first < bands.length; first++) {
    const { entries, hits } = bands[first] as Band;
    const hit = hits.at(-1);
    // Empty cells of the head stand behind the label of a column.
    if (found.size === 0 && hit?.share !== 1 && figuresIn(entries) === 0) continue;
    const row = rows[hit?.row ?? -1];
    if (hit?.share !== 1 || !row || row.optional || !isWhole(entries, row.need, hit)) return undefined;
    const before = bands[found.get(hit.row)?.first ?? -1];
    if (before && !sameFigures(before, { entries })) return undefined;
    if (!before) found.set(hit.row, { first, bands: 1, row: hit.row, rows: 1 });
  }
  return [...found.values()];
}

/** Whether a row has all its figures, or all its cells, with separators between them, on the line of its label. */
function isWhole(entries: readonly Token[], need: number, { token }: Hit): boolean {
  if (figuresIn(entries) === need) return true;
  const isOnLine = entries.every(({ line, cell }, at) => line === token.line && cell === token.cell + at + 1);
  return entries.length === need && isOnLine;
}

/**
 * The rows of a table that prints them side by side, where one line has as many cells, empty ones included, as all of them: they stand
 * in the form's order. Undefined where none has, where several that have figures do, or where labels name the rows in another order.
 */
export function wholeRow(bands: readonly Band[], { table, rows }: LabelledTable): Assignment | undefined {
  if (!table.sideBySide) return undefined;
  const size = rows.reduce((sum, { need }) => sum + need, 0);
  const whole = bands.filter(({ entries }) => entries.length === size);
  const figured = whole.filter(({ entries }) => figuresIn(entries) > 0);
  const [band, another] = figured.length > 0 ? figured : whole;
  const order = bands.flatMap(({ hits }) => hits.filter(({ share }) => share === 1).map(({ row }) => row));
  const isTurned = order.some((row, index) => row < (order[index - 1] ?? row));
  if (!band || (another && figured.length > 0) || isTurned) return undefined;
  return { first: bands.indexOf(band), bands: 1, row: 0, rows: rows.length };
}

/** Whether two bands have the same figures in the same order. */
function sameFigures(a: Pick<Band, 'entries'>, b: Pick<Band, 'entries'>): boolean {
  const [left, right] = [a, b].map(({ entries }) =>
    entries.filter(isFigure).map(({ value }) => value?.number),
  );
  return String(left) === String(right);
}

/** How many of the entries are figures or marks. */
export function figuresIn(entries: readonly Token[]): number {
  let count = 0;
  for (const entry of entries) if (isFigure(entry)) count++;
  return count;
}

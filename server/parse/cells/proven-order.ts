import type { Form, Table, TableId } from '../../form/form';
import type { ReadRegion } from '../rows/read-region';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { numberIn } from '../tokens/tokenize';
import { brokenEquations } from './choose-layouts';
import { type DealtRow, dealBlocks } from './copied-blocks';
import { isEitherWay } from './reading-direction';
import type { PlacedRow, TableDraft } from './table-draft';

// Programs that copy a page without its layout tear labels from their figures, yet print these in an order of their own that the equations
// of the form prove: where all figures of a table are there, and all its sums hold in that order, no label is needed.

/**
 * A draft with the figures in the order that the equations prove; the draft itself where they hold as it is, or prove no other. Tables whose
 * cells separators tell are left as they are.
 */
export function proven(draft: TableDraft, { items, region }: ReadRegion, form: Form): TableDraft {
  const { table } = draft;
  const broken = brokenEquations(draft, form);
  const open = openIn(draft);
  if (broken === 0 && open === 0) return draft;
  const width = widthOf(table);
  const spilt = table.sideBySide ? spiltBehind({ items, region }, table.id) : [];
  const tokens = [...items.slice(region.from, region.to).map(({ token }) => token), ...spilt];
  if (width === 0 || tokens.some(isSeparated)) return draft;

  const figures = tokens.filter(isFigure);
  const needs = table.rows.map(({ columns }) => ({ need: columns.length }));
  if (isEitherWay(figures, needs)) return draft;
  const size = { count: table.rows.length, width };
  const draftOf = (cells: readonly DealtRow[]): TableDraft => {
    const used = new Set(cells.flat());
    const rest = figures.filter((each) => each.kind === 'value' && !used.has(each));
    return { ...draft, rows: cells.map(placed), rest };
  };
  const brokenIn = (cells: readonly DealtRow[]): number => brokenEquations(draftOf(cells), form);
  if (figures.length === size.count * width) {
    const straight = Array.from({ length: size.count }, (_, row) =>
      figures.slice(row * width, (row + 1) * width),
    );
    const least = brokenIn(straight);
    // A wrong figure breaks the sum of its row and those of its column: in plain order it may be the report's own.
    const most = table.sideBySide ? 0 : mostBroken;
    if (least <= most && least < broken + open && !(table.sideBySide && isTurned(draft)))
      return draftOf(straight);
  }
  if (table.sideBySide) return draft;
  const chosen = withoutStrangers(figures, size, (rows) => brokenIn(rows) === 0);
  if (chosen) return draftOf(chosen);
  const dealt = dealBlocks({ figures, borders: bordersIn(tokens) }, size, (rows) => brokenIn(rows) === 0);
  return dealt ? draftOf(dealt) : draft;
}

const mostBroken = 3;

/**
 * The rows of a table in plain order that has a row or two too many, without those, where all sums hold then; undefined where they hold
 * without no rows, or without several that are not alike.
 */
function withoutStrangers(
  figures: readonly Token[],
  { count, width }: { readonly count: number; readonly width: number },
  holds: (rows: readonly DealtRow[]) => boolean,
): readonly DealtRow[] | undefined {
  const extra = figures.length / width - count;
  if (!(extra === 1 || extra === 2)) return undefined;
  const rows = Array.from({ length: count + extra }, (_, row) =>
    figures.slice(row * width, (row + 1) * width),
  );
  const without = (row: number, from: number): DealtRow[][] =>
    rows.flatMap((_, at) => (at < from ? [] : [rows.filter((_row, each) => each !== row && each !== at)]));
  const ways = extra === 1 ? without(-1, 0) : rows.flatMap((_, row) => without(row, row + 1));
  const good = ways.filter(holds);
  const told = new Set(good.map((way) => way.map((row) => row.map(numberIn).join(' ')).join('\n')));
  return told.size === 1 ? good[0] : undefined;
}

/** Which figures words stand before. */
function bordersIn(tokens: readonly Token[]): ReadonlySet<number> {
  const borders = new Set<number>();
  let count = 0;
  for (const token of tokens) {
    if (token.kind === 'words') borders.add(count);
    else if (isFigure(token)) count++;
  }
  return borders;
}

function placed(cells: DealtRow, row: number): PlacedRow {
  const entries = cells.filter((cell) => cell !== undefined);
  return { row, entries, ways: [cells.map((cell) => (cell ? entries.indexOf(cell) : -1))], group: undefined };
}

/** How many cells each row has that ends in its total; 0 where rows have not all as many. */
function widthOf({ rows }: Table): number {
  const [first] = rows;
  const width = first?.columns.length ?? 0;
  return rows.every(({ columns }) => columns.length === width && columns.at(-1)?.id === 'total') ? width : 0;
}

/**
 * What a copy prints of a table behind the next heading, which stands beside it: labels and figures up to other words. Such text may as
 * well begin the next section: it is looked at only for figures that the table lacks.
 */
function spiltBehind({ items, region }: ReadRegion, table: TableId): readonly Token[] {
  const behind = items.slice(region.to, region.to + mostSpilt);
  const heading = behind.findIndex(({ meanings }) => meanings.some(({ kind }) => kind === 'section'));
  if (heading < 0 || behind.slice(0, heading).some(({ token }) => isFigure(token))) return [];
  const spilt = behind.slice(heading + 1);
  const end = spilt.findIndex(
    ({ token, meanings }) =>
      token.kind === 'words' && !meanings.some((each) => each.kind !== 'section' && each.table === table),
  );
  return spilt.slice(0, end < 0 ? spilt.length : end).map(({ token }) => token);
}

/** No more stands there than a whole row with its labels. */
const mostSpilt = 24;

/** Whether labels in full name rows side by side in another order than the form's. */
function isTurned({ labels }: TableDraft): boolean {
  const starts = [...labels]
    .filter(([, { full }]) => full)
    .sort(([a], [b]) => a - b)
    .map(([, { start }]) => start);
  return starts.some((start, index) => start < (starts[index - 1] ?? start));
}

/** How many cells have no figure. */
function openIn({ table, rows }: TableDraft): number {
  return table.rows.reduce((sum, { columns }, index) => {
    const row = rows[index];
    const filled = (row?.ways[0] ?? []).filter((at) => isFigure(row?.entries[at])).length;
    return sum + columns.length - filled;
  }, 0);
}

/** Whether the source tells in which cell a token stands. */
const isSeparated = ({ kind, cell, columns }: Token): boolean =>
  kind === 'blank' || (columns > 0 && kind !== 'words') || (cell > 0 && kind === 'value');

import type { Table } from '../../form/form';
import { isCell, mostFillers, stepOf } from '../rows/blank-cells';
import { labelled, namedBy } from '../rows/figure-runs';
import { withHeadColumns } from '../rows/head-columns';
import { withLaidRows } from '../rows/laid-rows';
import { single } from '../rows/named-rows';
import type { RowLabel } from '../rows/printed-labels';
import type { ReadRegion } from '../rows/read-region';
import type { Region } from '../rows/region';
import { endOfRuns } from '../rows/row-runs';
import type { Hit, LabelledRow, LabelledTable } from '../rows/run';
import { headLabels } from '../rows/stacked-head';
import type { Item } from '../tokens/item';
import { isFigure, type Token } from '../tokens/token';
import { columnOrder, totalFirst } from './column-order';
import { wayOfFigures } from './lay-out-rows';
import { proven } from './proven-order';
import type { Page, TableDraft } from './table-draft';

// Most tables are printed as the form has them: behind the label of each row all its figures, and nothing else. Nothing is to be aligned
// then, and no step that mends what a copy did to a table would find anything to do.

/** What a region has that fits the form exactly. */
interface Fit {
  /** The cells of each row of the table, empty ones beside its figures among them. */
  readonly rows: readonly (readonly Token[])[];
  readonly labels: ReadonlyMap<number, RowLabel>;
}

/**
 * The draft of a table that fits the form exactly, the same that the alignment makes of it: every label is one of the form's, in the
 * form's order, every row has all its figures behind its label, and nothing is left over. Undefined for any other table.
 */
export function exactFit(page: Page, region: Region, table: Table): TableDraft | undefined {
  const known = labelled(table);
  const printed = { items: page.items, region };
  const fitting = fitOf(printed, known);
  // The cells of a page's source may have to be laid in other columns.
  const read = fitting && withLaidRows(withHeadColumns(printed, known), known);
  const fit = read === printed ? fitting : read && fitOf(read, known);
  if (!fit || !read) return undefined;
  const { labels } = fit;
  const columns = headLabels(read, known, page.view);
  const order = columnOrder(columns, table, { labels, view: page.view });
  if (order.some((place, column) => place !== column) || totalFirst(columns, table)) return undefined;
  const rows = fit.rows.map((entries, row) => ({
    row,
    entries,
    ways: [wayOfFigures(entries)],
    group: undefined,
  }));
  return proven({ table, region, rows, labels, columns, rest: [] }, read, page.form);
}

/** A row as far as it was come to: its label, how many figures it needs, its cells so far and how many figures are among them. */
interface OpenRow {
  readonly label: Hit;
  readonly need: number;
  readonly cells: Token[];
  figures: number;
}

function fitOf(read: ReadRegion, known: LabelledTable): Fit | undefined {
  if (hasFiguresBehind(read)) return undefined;
  return known.table.sideBySide ? fitBeside(read, known) : new RowsBelow(known).fit(read);
}

/** Rows that have a label before each, behind a head without figures. */
class RowsBelow {
  private readonly labels = new Map<number, RowLabel>();
  private readonly rows: Token[][] = [];
  /** The last row; undefined behind the name of a group. */
  private open: OpenRow | undefined;
  private isHead = true;
  private isBesideGroup = false;

  constructor(private readonly known: LabelledTable) {}

  fit({ items, region }: ReadRegion): Fit | undefined {
    for (let at = region.from; at < region.to; at++) {
      const item = items[at] as Item;
      const { token } = item;
      const fits =
        token.kind === 'words'
          ? this.words(item)
          : this.isHead
            ? !isFigure(token)
            : this.cell(token, items[at - 1]?.token);
      if (!fits) return undefined;
    }
    const isWhole = this.isClosed() && this.rows.length === this.known.table.rows.length;
    return isWhole && areAlike(this.rows, this.isBesideGroup)
      ? { rows: this.rows, labels: this.labels }
      : undefined;
  }

  private isClosed(): boolean {
    return !this.open || this.open.figures === this.open.need;
  }

  /** Whether words are the label of the next row, or what may stand between two: the head of a part, the name of a group. */
  private words(item: Item): boolean {
    const { known, labels, rows } = this;
    if (!this.isClosed()) return false;
    const hits = namedBy(item, known);
    const [label] = hits;
    const row = fullIn(hits, known);
    if (!row || !label) return this.isHead || (hits.length === 0 && isOf(item, known));
    this.isHead = false;
    if (row.row >= 0 || row.id === single) labels.set(row.row, labelOf(item));
    this.open = row.row < 0 ? undefined : { label, need: row.need, cells: [], figures: 0 };
    if (!this.open) return true;
    return row.row === rows.push(this.open.cells) - 1;
  }

  /** Whether what is no words is a cell of the last row, or surely none of any. */
  private cell(token: Token, before: Token | undefined): boolean {
    const { open } = this;
    if (isFigure(token)) {
      open?.cells.push(token);
      return open !== undefined && before?.kind !== 'furniture' && ++open.figures <= open.need;
    }
    if (token.kind !== 'blank') return this.isClosed();
    if (token.columns > 0) return false;
    if (open) return this.blank(token, before, open);
    this.isBesideGroup = true;
    return true;
  }

  /** Whether an empty cell stands before the figures of a row on their line, or behind all of them. */
  private blank(token: Token, before: Token | undefined, { label, need, cells, figures }: OpenRow): boolean {
    const isNext = before === (cells.at(-1) ?? label.token) && cells.length < need + mostFillers;
    if (!isNext || token.line - before.line > stepOf(cells, label))
      return figures === need && !isCell(cells, token, label);
    cells.push(token);
    return figures === need || (figures === 0 && token.line === label.token.line);
  }
}

/** Rows that stand side by side: their labels above the figures of all, in the form's order. */
function fitBeside({ items, region }: ReadRegion, known: LabelledTable): Fit | undefined {
  const { rows, sizes } = known;
  const size = Math.max(...sizes);
  const first = region.to - size;
  const figures = items.slice(Math.max(region.from, first), region.to).map(({ token }) => token);
  if (figures.length < size || !figures.every(isFigure) || !areAlike([figures], false)) return undefined;
  const labels = new Map<number, RowLabel>();
  let last = 0;
  for (let at = region.from; at < first; at++) {
    const item = items[at] as Item;
    if (isFigure(item.token) || (item.token.kind === 'blank' && !isOfHead(items, at, sizes)))
      return undefined;
    const row = fullIn(namedBy(item, known), known);
    if (!row) continue;
    if (row.row < last) return undefined;
    last = row.row;
    labels.set(row.row, labelOf(item));
  }
  if (labels.size < rows.length) return undefined;
  return { rows: rows.map(({ need }, row) => figures.slice(row * need, (row + 1) * need)), labels };
}

/** Whether an empty cell in a head can be none of a row: words stand behind it on its line, or behind words as many as no row has. */
function isOfHead(items: readonly Item[], at: number, sizes: ReadonlySet<number>): boolean {
  const line = items[at]?.token.line;
  const isBlank = (index: number): boolean => items[index]?.token.kind === 'blank';
  let [from, to] = [at, at];
  while (isBlank(from - 1)) from--;
  while (isBlank(to + 1)) to++;
  const [before, behind] = [items[from - 1]?.token, items[to + 1]?.token];
  if (items[from]?.token.line !== line || items[to]?.token.line !== line) return false;
  if (behind && behind.line === line) return behind.kind === 'words';
  return before?.kind === 'words' && before.line === line && !sizes.has(to - from + 1);
}

/** The row that words are the label of and of no other, beyond doubt. */
function fullIn([hit, another]: readonly Hit[], { rows }: LabelledTable): LabelledRow | undefined {
  return hit && !another && hit.share === 1 ? rows[hit.row] : undefined;
}

const labelOf = ({ token: { start, end } }: Item): RowLabel => ({ start, end, full: true });

const isOf = ({ meanings }: Item, { table }: LabelledTable): boolean =>
  meanings.some((meaning) => meaning.kind !== 'section' && meaning.table === table.id);

/** Whether the figures of every row stand on a line, or, where that is all the same, those of every row on a line each. */
function areAlike(rows: readonly (readonly Token[])[], mustBeOnLine: boolean): boolean {
  const figures = rows.map((row) => row.filter(isFigure));
  if (figures.every((row) => row.every(({ line }) => line === row[0]?.line))) return true;
  return !mustBeOnLine && figures.every((row) => row.every(isBelow));
}

const isBelow = ({ line, columns }: Token, at: number, row: readonly Token[]): boolean =>
  columns === 0 && (at === 0 || line > (row[at - 1]?.line ?? line));

/** Whether figures stand right behind a region that may be those of its last row. */
function hasFiguresBehind({ items, region }: ReadRegion): boolean {
  const end = endOfRuns(items, region);
  for (let at = region.to; at < end; at++) if (isFigure(items[at]?.token)) return true;
  return false;
}

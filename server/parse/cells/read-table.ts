import type { Form, Table } from '../../form/form';
import { type Assignment, align } from '../rows/align-runs';
import { withWholeFigures } from '../rows/broken-figures';
import { withCloseFigures } from '../rows/close-figures';
import { withoutGuesses } from '../rows/drop-ambiguous';
import { bandsOf, figuresIn, labelled, readOff, wholeRow } from '../rows/figure-runs';
import { withHeadColumns } from '../rows/head-columns';
import { figureColumns } from '../rows/known-blanks';
import { evidenceOf, type LabelSide, mayStandBehind } from '../rows/label-evidence';
import { withLaidRows } from '../rows/laid-rows';
import { withLineCells } from '../rows/line-cells';
import { labelSpans } from '../rows/printed-labels';
import type { ReadRegion } from '../rows/read-region';
import type { Region } from '../rows/region';
import type { Band, Hit, LabelledRow, LabelledTable } from '../rows/run';
import { headLabels } from '../rows/stacked-head';
import { withTornFigures } from '../rows/torn-figures';
import { oneYear } from '../rows/two-years';
import { withoutUnknownRows } from '../rows/unknown-rows';
import { withUnreadable } from '../rows/unreadable-cells';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { brokenEquations, settle } from './choose-layouts';
import { columnOrder, totalFirst } from './column-order';
import { exactFit } from './exact-fit';
import { inParts } from './in-parts';
import { listed } from './labels-then-figures';
import { placeListed, placeRows } from './lay-out-rows';
import { proven } from './proven-order';
import type { Drafting, Page, PlacedRow, TableDraft } from './table-draft';
import { withTails } from './trimmed-tails';

/** What is done to the figures of a region before rows are looked for. */
const steps = [
  withWholeFigures,
  withCloseFigures,
  withUnreadable,
  withLineCells,
  withHeadColumns,
  withLaidRows,
] as const;

/** Reads the table that stands in a region: which figures are which row, and how they may lie in its cells. */
export const draftTable: Drafting = (...where) => exactFit(...where) ?? alignedDraft(...where);

/**
 * The draft of a table that fits the form or not. Where labels may stand before or behind their figures both readings are made, and the
 * one that breaks fewer equations is kept.
 */
export const alignedDraft: Drafting = (page, region, table) => {
  const known = labelled(table);
  const torn = withTornFigures({ items: page.items, region }, known, page.view);
  const { read: rows, figures: strange } = withoutUnknownRows(torn.read, known, page.view);
  const figures = [...torn.doubtful, ...strange];
  const read = steps.reduce((each, step) => step(each, known, page.view), rows);
  const draft = inParts(draftByLabels(page, { region, read }, known), read, page.view, known);
  const found = proven(draft, read, page.form);
  return figures.length > 0 ? { ...found, rest: [...found.rest, ...figures] } : found;
};

/** The draft that the labels of rows and the head tell. */
function draftByLabels(
  page: Page,
  { region, read }: { readonly region: Region; readonly read: ReadRegion },
  known: LabelledTable,
): TableDraft {
  const { items, view, form, downwards } = page;
  const { table } = known;
  const columns = headLabels(read, known, view);
  const source = { ...page, items: read.items };
  const { bands: all, rest } = bandsOf(source, read.region, known, figureColumns(columns));
  const from = items[region.from]?.token.start ?? 0;
  const { bands: ownYear, other } = oneYear(all, known, view, from);
  const bands = withTails(ownYear, rest, known, page);
  const context = { known, view, form, downwards, columns, rest };
  const labels = labelSpans(bands, rest, known);
  const order = columnOrder(columns, table, { labels, view });
  const turned = totalFirst(columns, table);
  const draftOf = (placed: readonly PlacedRow[]): TableDraft => {
    const [draft, second] = [order, ...(turned ? [turned] : [])].map((each) =>
      settle({ table, region, rows: inOrder(byRow(placed, table), each), labels, columns, rest: [] }, form),
    );
    const isBetter = second && brokenEquations(second, form) < brokenEquations(draft as TableDraft, form);
    const settled = (isBetter ? second : draft) as TableDraft;
    return { ...settled, rest: [...leftOver(bands, settled.rows), ...other] };
  };
  const whole = wholeRow(bands, known);
  const readily = whole ? [whole] : readOff(bands, known.rows);
  if (readily) return draftOf(placeRows(readily, bands, context));
  const shares = listed(bands, known, downwards);
  if (shares) return draftOf(placeListed(shares));
  const before = assign(bands, rest, known, 'before');
  const first = draftOf(placeRows(before.assignments, bands, context));
  if (!mayStandBehind(bands)) return first;
  const behind = assign(bands, rest, known, 'behind');
  const second = draftOf(placeRows(behind.assignments, bands, context));
  const gain = worthOf(second, form) - worthOf(first, form);
  return gain > 0 || (gain === 0 && behind.told > before.told) ? second : first;
}

/** Which bands are which rows, and how much the labels speak for it, were they before their figures or behind them. */
function assign(
  bands: readonly Band[],
  rest: readonly Hit[],
  known: LabelledTable,
  side: LabelSide,
): { readonly assignments: readonly Assignment[]; readonly told: number } {
  const evidence = evidenceOf(bands, rest, known, side);
  const found = withoutGuesses(align(evidence, known.rows), evidence, known.rows);
  const told = found.reduce((sum, { first, row }) => sum + (evidence[first]?.evidence.get(row) ?? 0), 0);
  return { assignments: withStragglers(found, bands, known.rows), told };
}

/** Rows whose figures stand in the order in which the head names the columns. */
function inOrder(
  rows: readonly (PlacedRow | undefined)[],
  order: readonly number[],
): readonly (PlacedRow | undefined)[] {
  if (order.every((place, column) => place === column)) return rows;
  return rows.map(
    (row) => row && { ...row, ways: row.ways.map((way) => order.map((place) => way[place] ?? -1)) },
  );
}

/** How well a draft fits the form: rows found, less figures left over and equations broken. */
function worthOf(draft: TableDraft, form: Form): number {
  const complete = draft.rows.filter((row) =>
    row?.ways[0]?.every((index) => isFigure(row.entries[index])),
  ).length;
  return complete - draft.rest.length - brokenEquations(draft, form);
}

/** The figures of all bands that no row's first way takes, those of subtotals among them. */
function leftOver(bands: readonly Band[], rows: readonly (PlacedRow | undefined)[]): Token[] {
  const placed = rows.filter((row) => row !== undefined);
  let open = 0;
  for (const { entries } of bands) open += figuresIn(entries);
  for (const { entries, ways } of placed) {
    for (const index of ways[0] ?? []) if (index >= 0 && entries[index]?.kind !== 'blank') open--;
  }
  if (open === 0) return [];
  const used = new Set(placed.flatMap(({ entries, ways }) => (ways[0] ?? []).map((index) => entries[index])));
  return bands.flatMap(({ entries }) =>
    entries.filter((entry) => entry.kind === 'value' && !used.has(entry)),
  );
}

/** Rows out of the form's order: a label in full right before figures of the right number is believed all the same. */
function withStragglers(
  assignments: readonly Assignment[],
  bands: readonly Band[],
  rows: readonly LabelledRow[],
): Assignment[] {
  const result = [...assignments];
  const filled = new Set(
    result.flatMap(({ row, rows: count }) => Array.from({ length: count }, (_, at) => row + at)),
  );
  const taken = new Set(
    result.flatMap(({ first, bands: count }) => Array.from({ length: count }, (_, at) => first + at)),
  );
  for (const [index, band] of bands.entries()) {
    const hit = band.hits.at(-1);
    if (taken.has(index) || !hit || hit.share < 1 || filled.has(hit.row)) continue;
    if (band.entries.filter(({ kind }) => kind !== 'blank').length !== rows[hit.row]?.need) continue;
    result.push({ first: index, bands: 1, row: hit.row, rows: 1 });
    filled.add(hit.row);
  }
  return result;
}

/**
 * The rows by their index. Figures at a group's label: where the group is （六）其他处理 and none of its own rows has figures, the
 * report keeps the single row of the 2019 form, and they are the row 其他. Where only the group's first row has none, its label is
 * lost and they are its figures. Elsewhere they are a subtotal that the form does not have, and no row of it.
 */
function byRow(placed: readonly PlacedRow[], table: Table): (PlacedRow | undefined)[] {
  const rows: (PlacedRow | undefined)[] = table.rows.map(() => undefined);
  for (const each of placed) if (each.row >= 0) rows[each.row] = each;
  for (const each of placed) {
    if (each.group === undefined) continue;
    const own = table.rows.flatMap((row, index) => (row.group === each.group ? [index] : []));
    const open = own.filter((index) => !rows[index]?.entries.some(isFigure));
    const [first] = own;
    const single = each.group === 'other' && open.length === own.length;
    const target = single ? own.at(-1) : open.length === 1 && open[0] === first ? first : undefined;
    if (single) for (const index of own) rows[index] = undefined;
    if (target !== undefined) rows[target] = { ...each, row: target, group: single ? each.group : undefined };
  }
  return rows;
}

/** Says whether the figures of a draft stand column after column. */
export function isDownwards({ rows }: TableDraft): boolean {
  const second = rows[0]?.entries[1];
  const below = rows[1]?.entries[0];
  return second !== undefined && below !== undefined && second.start > below.start;
}

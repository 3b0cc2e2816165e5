import type { Table } from '../form/form';
import type { AlignBand, AlignRow } from './align';
import { resembles } from './lexicon';
import type { Item, Region } from './regions';
import type { Token } from './tokens';

/** A run of figures with nothing but blanks between them: the figures of a row, of a part of one, or of several. */
export interface Band {
  readonly entries: readonly Token[];
  /** The labels of rows between the band before and this one. */
  readonly hits: readonly Hit[];
}

/** Words that are, or resemble, the label of a row; `row` is an index of `LabelledRow`. */
export interface Hit {
  readonly row: number;
  /** 1 for a label in full, less for a fragment. */
  readonly share: number;
  readonly token: Token;
}

/** A row to which figures may be given: a row of the form, or a group's label that carries figures. */
export interface LabelledRow extends AlignRow {
  readonly id: string;
  /** The index in the table's rows; undefined for a group. */
  readonly row: number | undefined;
}

/** The rows of a table in their order, each group before the first row that belongs to it. */
export function labelledRows(table: Table): LabelledRow[] {
  const rows: LabelledRow[] = [];
  const seen = new Set<string>();
  for (const [index, row] of table.rows.entries()) {
    const group = table.groups.find(({ id }) => id === row.group);
    if (group && group.id !== 'results' && !seen.has(group.id)) {
      seen.add(group.id);
      // In the 2019 form （六）其他处理 is itself a row.
      if (group.label !== row.label)
        rows.push({ id: group.id, row: undefined, need: row.columns.length, optional: true });
    }
    rows.push({ id: row.id, row: index, need: row.columns.length, optional: false });
  }
  return rows;
}

/** The bands of a region, and the labels behind the last of them. */
export function bandsOf(
  items: readonly Item[],
  region: Region,
  view: string,
  table: Table,
  rows: readonly LabelledRow[],
): { readonly bands: Band[]; readonly rest: readonly Hit[] } {
  const perLine = new Map<number, number>();
  for (let index = region.from; index < region.to; index++) {
    const token = items[index]?.token;
    if (token && isFigure(token)) perLine.set(token.line, (perLine.get(token.line) ?? 0) + 1);
  }
  const isRow = (token: Token): boolean => (perLine.get(token.line) ?? 0) > 1;
  const bands: { entries: Token[]; hits: Hit[] }[] = [];
  let hits: Hit[] = [];
  let open: Token[] | undefined;
  for (let index = region.from; index < region.to; index++) {
    const item = items[index];
    if (!item) continue;
    const { token } = item;
    if (token.kind === 'words') {
      const found = hitsOf(item, view, table, rows);
      if (found.length > 0) {
        hits.push(...found);
        open = undefined;
      }
    } else if (isFigure(token)) {
      const last = open?.at(-1);
      if (!open || (last && last.line !== token.line && (isRow(last) || isRow(token)))) {
        open = [];
        bands.push({ entries: open, hits });
        hits = [];
      }
      open.push(token);
    } else if (
      token.kind === 'blank' &&
      (open ? isCell(open, token) : hits.at(-1)?.token.line === token.line)
    ) {
      if (!open) {
        open = [];
        bands.push({ entries: open, hits });
        hits = [];
      }
      open.push(token);
    }
  }
  return { bands, rest: hits };
}

const isFigure = (token: Token): boolean => token.kind === 'value' || token.kind === 'mark';

/** An empty cell belongs to the band when it stands as close to the last entry as the entries stand to each other. */
function isCell(entries: readonly Token[], blank: Token): boolean {
  const [first, second] = entries;
  const last = entries.at(-1);
  if (!first || !last) return false;
  const step = second ? Math.max(0, second.line - first.line) : 1;
  return blank.line - last.line <= step;
}

function hitsOf(item: Item, view: string, table: Table, rows: readonly LabelledRow[]): Hit[] {
  const { token, meanings } = item;
  const hits: Hit[] = [];
  for (const meaning of meanings) {
    if ((meaning.kind !== 'row' && meaning.kind !== 'group') || meaning.table !== table.id) continue;
    const row = rows.findIndex(
      ({ id, row: index }) => id === meaning.id && (index === undefined) === (meaning.kind === 'group'),
    );
    if (row >= 0) hits.push({ row, share: 1, token });
  }
  if (hits.length > 0 || meanings.length > 0 || token.length < 3 || token.length > 60) return hits;
  for (const { id, share } of resembles(view.slice(token.start, token.end), table.id)) {
    const row = rows.findIndex((each) => each.id === id && each.row !== undefined);
    if (row >= 0 && share >= 0.34) hits.push({ row, share: Math.min(share, 0.9), token });
  }
  return hits.sort((a, b) => a.row - b.row);
}

const weights = { sameLine: 12, adjacent: 9, near: 5, adjacentPart: 6, part: 3, after: 2, afterAlone: 4 };

/**
 * What the labels around each band say. Labels stand before their figures, unless the text begins with figures and ends with a
 * label: then they stand behind them.
 */
export function evidenceOf(bands: readonly Band[], rest: readonly Hit[]): AlignBand[] {
  const before = bands.map(({ hits }) => hits);
  const after = [...before.slice(1), rest];
  const reversed = before[0]?.length === 0 && rest.length > 0 && bands.length > 1;
  return bands.map((band, index) => {
    const own = (reversed ? after[index] : before[index]) ?? [];
    const other = (reversed ? before[index] : after[index]) ?? [];
    const evidence = new Map<number, number>();
    const add = (row: number, weight: number): void => {
      evidence.set(row, Math.max(evidence.get(row) ?? 0, weight));
    };
    const line = band.entries[0]?.line;
    for (const [place, hit] of own.entries()) {
      const closest = reversed ? place === 0 : place === own.length - 1;
      const near = Math.max(0, weights.near - 0.3 * (own.length - 1 - place));
      if (hit.share === 1)
        add(hit.row, closest ? (hit.token.line === line ? weights.sameLine : weights.adjacent) : near);
      else add(hit.row, (closest ? weights.adjacentPart : weights.part) * hit.share);
    }
    const next = other[0];
    if (next) {
      const known = evidence.get(next.row);
      if (known !== undefined && next.share < 1) evidence.set(next.row, known + weights.part);
      else add(next.row, next.share * (own.length === 0 ? weights.afterAlone : weights.after));
    }
    const values = band.entries.filter(isFigure).length;
    return { values, blanks: band.entries.length - values, evidence, labelled: band.hits.length > 0 };
  });
}

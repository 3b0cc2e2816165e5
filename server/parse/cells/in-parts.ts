import type { Row } from '../../form/form';
import { significant } from '../lexicon/lexicon';
import type { ReadRegion } from '../rows/read-region';
import type { LabelledTable } from '../rows/run';
import type { Item } from '../tokens/item';
import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import { placeListed } from './lay-out-rows';
import type { PlacedRow, TableDraft } from './table-draft';

// 表二 has parts with a head each, 第二十条第（一）项. A copy that tears labels from figures leaves each figure in its part.

interface Part {
  readonly rows: readonly number[];
  readonly items: readonly Item[];
}

/**
 * A draft of which each part has as many figures as the form has cells there, these in the form's order; the draft itself where it lacks
 * none, or a part has more or fewer.
 */
export function inParts(
  draft: TableDraft,
  { items, region }: ReadRegion,
  view: string,
  { rows: known }: LabelledTable,
): TableDraft {
  const { table, rows } = draft;
  const isComplete =
    draft.rest.length === 0 &&
    table.rows.every((row, index) => figuresOf(rows[index]) === row.columns.length);
  const parts = isComplete ? undefined : partsIn(items.slice(region.from, region.to), table.rows, view);
  if (!parts) return draft;
  const placed: PlacedRow[] = [];
  for (const { rows: own, items: mine } of parts) {
    const figures = mine.map(({ token }) => token).filter(isFigure);
    const cells = inOrder(
      figures,
      own.map((row) => table.rows[row]?.columns.length ?? 0),
      mine,
    );
    if (!cells) return draft;
    placed.push(
      ...placeListed(
        own.flatMap((row, at) => {
          const target = known.find((each) => each.row === row);
          return target ? [{ target, mine: cells[at] ?? [] }] : [];
        }),
      ),
    );
  }
  return { ...draft, rows: table.rows.map((_, row) => placed.find((each) => each.row === row)), rest: [] };
}

const figuresOf = (row: PlacedRow | undefined): number =>
  (row?.ways[0] ?? []).filter((at) => isFigure(row?.entries[at])).length;

/** What stands behind each head up to the next; undefined where not all heads stand there once and in order, or figures before them. */
function partsIn(items: readonly Item[], rows: readonly Row[], view: string): readonly Part[] | undefined {
  const heads = [...new Set(rows.map(({ under }) => under))];
  if (heads.includes('')) return undefined;
  const wanted = heads.map(significant);
  const starts = items.flatMap(({ token }, index) => {
    if (token.kind !== 'words' || token.length > longestHead) return [];
    const words = significant(view.slice(token.start, token.end));
    const head = wanted.findIndex((each) => words.startsWith(each));
    return head < 0 ? [] : [{ head, index }];
  });
  const [first] = starts;
  const isWhole = starts.length === heads.length && starts.every(({ head }, at) => head === at);
  if (
    !first ||
    !isWhole ||
    items.some(isSeparated) ||
    items.slice(0, first.index).some(({ token }) => isFigure(token))
  )
    return undefined;
  return heads.map((head, at) => ({
    rows: rows.flatMap(({ under }, row) => (under === head ? [row] : [])),
    items: items.slice(starts[at]?.index, starts[at + 1]?.index),
  }));
}

const longestHead = 24;

const isSeparated = ({ token: { kind, cell, columns } }: Item): boolean =>
  kind === 'blank' || (kind === 'value' && (cell > 0 || columns > 0));

/** The figures of some rows, those of each; column after column where each column's stand behind its label. Undefined for too few or many. */
function inOrder(
  figures: readonly Token[],
  needs: readonly number[],
  items: readonly Item[],
): readonly (readonly Token[])[] | undefined {
  if (figures.length !== needs.reduce((sum, need) => sum + need, 0)) return undefined;
  const [width = 0] = needs;
  const labels = items.flatMap(({ token, meanings }) =>
    meanings.some(({ kind }) => kind === 'column') ? [token.start] : [],
  );
  const before = (at: number): number => labels.filter((label) => label < (figures[at]?.start ?? 0)).length;
  const isDown =
    width > 1 &&
    needs.length > 1 &&
    Array.from({ length: width }, (_, column) => before(column * needs.length)).every(
      (count, column) => count === column + 1,
    );
  let from = 0;
  const rows = needs.map((need, row) => {
    const mine = isDown
      ? figures.filter((_, at) => at % needs.length === row)
      : figures.slice(from, from + need);
    from += need;
    return mine;
  });
  // Words within a row that is printed by rows: its figures may be those of a column.
  const isParted = (row: readonly Token[]): boolean =>
    items.some(
      ({ token: { kind, start } }) =>
        kind === 'words' && start > (row[0]?.start ?? 0) && start < (row.at(-1)?.start ?? 0),
    );
  return !isDown && rows.some(isParted) ? undefined : rows;
}

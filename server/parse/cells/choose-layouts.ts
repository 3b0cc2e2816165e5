import type { Equation, Form } from '../../form/form';
import { numberIn } from '../tokens/tokenize';
import type { Layout } from './row-layouts';
import type { PlacedRow, TableDraft } from './table-draft';

/**
 * Decides, by the equations between rows, between ways to lay a row's figures into its cells that the row itself leaves equal.
 * Rows of one way, and rows of which no way fits better, stay as they are.
 */
export function settle(draft: TableDraft, form: Form): TableDraft {
  if (draft.rows.every((placed) => !placed || placed.ways.length === 1)) return draft;
  const values = new Array<number>(form.cells.length).fill(Number.NaN);
  for (const placed of draft.rows)
    if (placed?.ways.length === 1) write(placed, placed.ways[0] ?? [], draft, values);
  const rows = draft.rows.map((placed) => {
    if (!placed || placed.ways.length === 1) return placed;
    const first = draft.table.rows[placed.row]?.firstCell ?? 0;
    const scored = placed.ways.map((way) => {
      write(placed, way, draft, values);
      return { way, score: scoreAt(first, way.length, form, values) };
    });
    const most = Math.max(...scored.map(({ score }) => score));
    const best = scored.flatMap(({ way, score }) => (score === most ? [way] : []));
    const way = agreed(best, placed);
    write(placed, way, draft, values);
    return { ...placed, ways: [way] };
  });
  return { ...draft, rows };
}

/**
 * What equally good ways agree on: the first of them, without the figures for which another way has another place. A 0 more or less
 * is no disagreement.
 */
function agreed(ways: readonly Layout[], { entries }: PlacedRow): Layout {
  const [first = [], ...others] = ways;
  if (others.length === 0) return first;
  const number = (index: number): number => (index < 0 ? 0 : numberIn(entries[index]));
  return first.map((index, cell) =>
    others.every((way) => number(way[cell] ?? -1) === number(index)) ? index : -1,
  );
}

/** Writes a row's figures; a single gap takes what the row's sum implies. */
function write(placed: PlacedRow, way: Layout, draft: TableDraft, values: number[]): void {
  const row = draft.table.rows[placed.row];
  if (!row) return;
  for (const [column, index] of way.entries())
    values[row.firstCell + column] = numberIn(placed.entries[index]);
  const gaps = way.flatMap((index, column) => (index < 0 ? [column] : []));
  const [gap] = gaps;
  if (gaps.length !== 1 || gap === undefined || row.columns.at(-1)?.id !== 'total') return;
  const numbers = way.map((_, column) => values[row.firstCell + column] ?? 0);
  const total = numbers.length - 1;
  const parts = numbers.reduce(
    (sum, number, column) => (column === gap || column === total ? sum : sum + number),
    0,
  );
  values[row.firstCell + gap] = gap === total ? parts : (numbers[total] ?? 0) - parts;
}

/** How many equations of the cells from `first` on hold, less those that do not. */
function scoreAt(first: number, count: number, form: Form, values: readonly number[]): number {
  const touched = new Set<number>();
  for (let index = first; index < first + count; index++)
    for (const equation of form.equationsOf[index] ?? []) touched.add(equation);
  let score = 0;
  for (const index of touched) {
    const equation = form.equations[index];
    const difference = equation ? differenceOf(equation, values) : Number.NaN;
    if (!Number.isNaN(difference)) score += difference === 0 ? 1 : -1;
  }
  return score;
}

function differenceOf({ left, right }: Equation, values: readonly number[]): number {
  const sum = (indices: readonly number[]): number =>
    indices.reduce((total, index) => total + (values[index] ?? Number.NaN), 0);
  return sum(right) - sum(left);
}

/** How many equations of a draft's table fail, of those that can be decided. */
export function brokenEquations(draft: TableDraft, form: Form): number {
  const values = new Array<number>(form.cells.length).fill(Number.NaN);
  for (const placed of draft.rows) {
    const row = placed && draft.table.rows[placed.row];
    if (!row) continue;
    for (const [column, index] of (placed.ways[0] ?? []).entries()) {
      values[row.firstCell + column] = numberIn(placed.entries[index]);
    }
  }
  return form.equations.filter((equation) => Math.abs(differenceOf(equation, values)) > 0).length;
}

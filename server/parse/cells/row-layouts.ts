import type { Token } from '../tokens/token';

/**
 * Which figure of a row is which cell. As many figures as cells: one each, in order. Otherwise something is lost or too much,
 * and all ways to lay the figures into the cells are weighed; those that are equally good are all answered, for the equations
 * of the table to decide between them.
 */

export interface Entry {
  readonly kind: 'value' | 'blank';
  /** The figure, where it is one. */
  readonly number: number | undefined;
}

/** For every cell of the row the index of its entry, or −1 for none. */
export type Layout = readonly number[];

export interface FitOptions {
  /** How many cells the row has. */
  readonly cells: number;
  /** Whether the last cell is the sum of the others. */
  readonly total: boolean;
  /** How many empty cells a complete neighbouring row has beside its figures; so many say nothing here either. */
  readonly fillers: number;
}

const mostWays = 512;
/** What parts that exceed their total weigh, or do not make it up with all of them there. */
const excess = 14;
/** With so many cells lost and no places to go by, nothing tells which figure is which. */
const tooMany = 3;

/**
 * The best layouts of a row's entries, at least one; several where they cannot be told apart. What is no number at the end of too many
 * figures is a sign of the next row's head.
 */
export function layoutsOf(entries: readonly Entry[], options: FitOptions): Layout[] {
  const values = entries.flatMap((entry, index) => (entry.kind === 'value' ? [index] : []));
  if (values.length === options.cells) return [values];
  if (options.cells - entries.length >= tooMany) return sparse(entries, values, options);
  const surplus = values.length - options.cells;
  if (surplus > 0 && values.slice(-surplus).every((index) => entries[index]?.number === undefined))
    return [values.slice(0, -surplus)];
  const ways =
    values.length > options.cells
      ? choose(values, options.cells)
      : [...waysWithBlanks(entries, values, options)];
  const best = cheapest(ways, entries, options);
  // Which of too many figures are the row's only its sum tells: where it fits none, none is the row's for certain.
  const [way] = best;
  if (surplus > 0 && options.total && way && sumCost(way, entries) >= excess) return [way.map(() => -1)];
  return best.length > 0 ? best : [Array.from({ length: options.cells }, (_, cell) => values[cell] ?? -1)];
}

/** Those of some ways to lay out a row that cost least; several where they cannot be told apart. */
export function cheapest(ways: readonly Layout[], entries: readonly Entry[], options: FitOptions): Layout[] {
  let best: Layout[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const cost = options.total ? sumCost(way, entries) : 0;
    if (cost < least - 1e-9) {
      best = [way];
      least = cost;
    } else if (cost < least + 1e-9) best.push(way);
  }
  return best;
}

/**
 * Of a row with most figures left out two equal ones are a figure and its total, wherever the figure stands: the equations between rows
 * may tell. What others are cannot be told.
 */
function sparse(
  entries: readonly Entry[],
  values: readonly number[],
  { cells, total }: FitOptions,
): Layout[] {
  const [first = -1, last = -1] = values;
  const none = Array.from({ length: cells }, () => -1);
  if (!total || values.length !== 2 || entries[first]?.number !== entries[last]?.number) return [none];
  return none.slice(1).map((_, place) => none.with(place, first).with(-1, last));
}

/** Lays figures into the cells, blanks where blanks stand between them, and gaps for what is still missing. */
function* waysWithBlanks(
  entries: readonly Entry[],
  values: readonly number[],
  { cells, fillers }: FitOptions,
): Iterable<Layout> {
  const open = cells - values.length;
  const blanks = blanksByRank(entries, values);
  const usable = blanks.slice(0, Math.min(open, Math.max(0, blanks.length - fillers)));
  const sequence = [...values, ...usable].sort((a, b) => a - b);
  let count = 0;
  for (const gaps of combinations(cells, cells - sequence.length)) {
    if (++count > mostWays) return;
    const layout: number[] = [];
    let next = 0;
    for (let cell = 0; cell < cells; cell++) layout.push(gaps.includes(cell) ? -1 : (sequence[next++] ?? -1));
    yield layout;
  }
}

/** Empty cells, first those between figures, then those behind them, then those before. */
function blanksByRank(entries: readonly Entry[], values: readonly number[]): number[] {
  const first = values[0] ?? -1;
  const last = values.at(-1) ?? -1;
  const rank = (index: number): number => (index < first ? 2 : index > last ? 1 : 0);
  return entries
    .flatMap((entry, index) => (entry.kind === 'blank' ? [index] : []))
    .sort((a, b) => rank(a) - rank(b) || a - b);
}

function* combinations(size: number, count: number, start = 0): Iterable<number[]> {
  if (count <= 0) {
    yield [];
    return;
  }
  for (let first = size - count; first >= start; first--) {
    for (const rest of combinations(size, count - 1, first + 1)) yield [first, ...rest];
  }
}

/** The ways to keep `count` of the items in order, dropping the last ones first. */
function choose(items: readonly number[], count: number): Layout[] {
  const ways: Layout[] = [];
  for (const dropped of combinations(items.length, items.length - count)) {
    if (ways.length >= mostWays) break;
    ways.push(items.filter((_, index) => !dropped.includes(index)));
  }
  return ways;
}

/** The entries of a row as \`layoutsOf\` takes them. */
export const entriesOf = (tokens: readonly Token[]): Entry[] =>
  tokens.map(({ kind, value }) => ({
    kind: kind === 'blank' ? 'blank' : 'value',
    number: value?.kind === 'count' ? value.number : undefined,
  }));

/** What the row's own equation says: nothing where the total is open, against the layout where the parts exceed the total. */
function sumCost(layout: Layout, entries: readonly Entry[]): number {
  const numberOf = (index: number | undefined): number | undefined => entries[index ?? -1]?.number;
  const total = numberOf(layout.at(-1));
  if (total === undefined) return 0.25;
  let sum = 0;
  let open = 0;
  for (const index of layout.slice(0, -1)) {
    const number = numberOf(index);
    if (number !== undefined) sum += number;
    else if (index === -1) open++;
  }
  if (sum === total) return 0;
  return sum < total && open > 0 ? 0.25 : excess;
}

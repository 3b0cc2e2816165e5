import type { Token } from '../tokens/token';
import { numberIn } from '../tokens/tokenize';
import { addUp, addUpIn, crossedIn, lackIn, ordersOf, rowsIn, type Size } from './block-orders';

/**
 * Figures of rows of one width as programs that copy a page print them: row after row, or block after block, a block being some rows
 * of which some columns come before the others, each part row after row or column after column; and a figure at a row's start may
 * stand somewhere behind its row. Which of these it is the sums of the rows tell.
 */

/** A way to a place, by its last step. */
interface Step {
  /** How many rows were found so far, and how many more figures were taken than they have. */
  readonly row: number;
  readonly apart: number;
  readonly cost: number;
  readonly before: Step | undefined;
  /**
   * Answers the places of the figures of the rows that the step adds; −1 for one that stands elsewhere. Of thousands of steps few are on a
   * way to the end.
   */
  readonly rows: () => Places;
  /** The place of the figure that the step leaves out. */
  readonly leftOut: number | undefined;
}

/** A row by its cells; a cell stays open where two ways that are as good give it different figures. */
export type DealtRow = readonly (Token | undefined)[];

const costs = { wrongRow: 12, leftOut: 2, torn: 3, block: 2, parted: 3 };
/** So many figures are torn from their rows at the most, and so many belong to none, such as numbers of pages. */
const mostApart = 24;
const mostSpare = 6;
/** Figures whose order is not found in so many steps have none; by so many ways a place is reached. */
const mostSteps = 300;
const mostWays = 4;

/** Figures in the order of the text, and which of them words stand before. */
export interface Sequence {
  readonly figures: readonly Token[];
  readonly borders: ReadonlySet<number>;
}

type Places = readonly (readonly number[])[];

/**
 * The figures in `count` rows of `width`, in an order that `isProven` says is right; undefined where there is none. Blocks of one size
 * and order come first, others after them.
 */
export function dealBlocks(
  { figures, borders }: Sequence,
  size: Size,
  isProven: (rows: readonly (readonly Token[])[]) => boolean,
): readonly DealtRow[] | undefined {
  const spare = figures.length - size.count * size.width;
  if (spare < 0 || spare > mostSpare) return undefined;
  const numbers = figures.map(numberIn);
  const tokens = (places: Places): Token[][] => places.map((row) => row.flatMap((at) => figures[at] ?? []));
  const isRight = (places: Places): boolean => isProven(tokens(places));
  const regular =
    spare > 0 ? [] : [...regularWays(numbers, borders, size)].filter(({ places }) => isRight(places));
  const fewest = Math.min(...regular.map(({ crossed }) => crossed));
  const ways =
    regular.length > 0
      ? regular.flatMap(({ places, crossed }) => (crossed === fewest ? [places] : []))
      : waysFound({ numbers, borders, size, spare }, isRight);
  return ways.length > 0 ? agreed(ways.map(tokens)) : undefined;
}

/** What several ways agree on: the cells to which all of them give the same number, or all a mark. */
function agreed([first = [], ...others]: readonly (readonly (readonly Token[])[])[]): readonly DealtRow[] {
  return first.map((row, at) =>
    row.map((token, column) => (others.every((way) => isSame(way[at]?.[column], token)) ? token : undefined)),
  );
}

const isSame = (one: Token | undefined, other: Token): boolean =>
  one?.kind === other.kind && numberIn(one) === numberIn(other);

/** Every way in which all blocks but the last have one size and one order, and all rows add up, with how many borders it crosses. */
function* regularWays(
  numbers: readonly number[],
  borders: ReadonlySet<number>,
  { count, width }: Size,
): Iterable<{ readonly places: Places; readonly crossed: number }> {
  for (let size = 2; size <= count; size++)
    for (const order of ordersOf(width)) {
      const blocks = Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
        from: at * size * width,
        own: { count: Math.min(size, count - at * size), width },
      }));
      if (!blocks.every(({ from, own }) => addUpIn(from, own, order, numbers))) continue;
      const places = blocks.flatMap(({ from, own }) => rowsIn(from, own, order));
      const crossed = blocks.reduce((sum, { from, own }) => sum + crossedIn(from, own, order, borders), 0);
      yield { places, crossed };
    }
}

/** Rows with the figures that were torn from them: each the first left out that its row lacks. Undefined where there is none. */
function whole(
  rows: readonly (readonly number[])[],
  leftOut: readonly number[],
  numbers: readonly number[],
): (readonly number[])[] | undefined {
  const free = [...leftOut];
  const found = rows.map((row) => {
    if (!row.includes(-1)) return row;
    const at = free.findIndex((place) => numbers[place] === lackIn(row, numbers));
    const [place] = at < 0 ? [] : free.splice(at, 1);
    return place === undefined ? [] : row.map((each) => (each < 0 ? place : each));
  });
  return found.every((row) => row.length > 0) ? found : undefined;
}

/** The cheapest ways through all figures that are right, found from the cheapest beginnings on; none where that takes too long. */
function waysFound(search: Search, isRight: (places: Places) => boolean): readonly Places[] {
  const { numbers, size, spare } = search;
  const blocksAt = blocksFinder(search);
  const queue: Step[][] = [
    [{ row: 0, apart: 0, cost: 0, before: undefined, rows: () => [], leftOut: undefined }],
  ];
  const done = new Map<number, number>();
  const found: Places[] = [];
  for (let cost = 0, work = 0; cost < queue.length && found.length === 0; cost++) {
    for (const step of queue[cost] ?? []) {
      if (++work > mostSteps) return found;
      if (step.row === size.count && step.apart === spare) {
        const places = placesOf(step, numbers);
        if (places && isRight(places)) found.push(places);
        continue;
      }
      const key = step.row * stride + step.apart;
      const visits = done.get(key) ?? 0;
      if (visits >= mostWays) continue;
      done.set(key, visits + 1);
      for (const next of nextSteps(step, search, blocksAt(step, key))) {
        const same = queue[next.cost] ?? [];
        queue[next.cost] = same;
        same.push(next);
      }
    }
  }
  return found;
}

const stride = 1000;

function placesOf(last: Step, numbers: readonly number[]): Places | undefined {
  const steps: Step[] = [];
  for (let step: Step | undefined = last; step; step = step.before) steps.unshift(step);
  const leftOut = steps.flatMap((step) => step.leftOut ?? []);
  return whole(
    steps.flatMap((step) => step.rows()),
    leftOut,
    numbers,
  );
}

interface Search {
  readonly numbers: readonly number[];
  readonly borders: ReadonlySet<number>;
  readonly size: Size;
  readonly spare: number;
}

/** The steps from a place on: a figure left out, a row, one whose first figure stands elsewhere, and blocks of rows. */
function* nextSteps(
  before: Step,
  { numbers, size: { count, width }, spare }: Search,
  blocks: readonly Block[],
): Iterable<Step> {
  const { row, apart } = before;
  const from = row * width + apart;
  if (from > numbers.length) return;
  const step = (more: number, rows: number, places: Step['rows'], add: Partial<Step> = {}): Step => ({
    row: row + rows,
    apart,
    cost: before.cost + more,
    before,
    rows: places,
    leftOut: undefined,
    ...add,
  });
  if (apart < spare + mostApart && from < numbers.length)
    yield step(costs.leftOut, 0, () => [], { apart: apart + 1, leftOut: from });
  if (row === count) return;
  const own = placesFrom(from, width);
  yield step(addUp(own, numbers) ? 0 : costs.wrongRow, 1, () => [own]);
  const torn = [-1, ...placesFrom(from, width - 1)];
  if (apart > -mostApart && lackIn(torn, numbers) >= 0)
    yield step(costs.torn, 1, () => [torn], { apart: apart - 1 });
  for (const { cost, rows, places } of blocks) yield step(cost, rows, places);
}

/** Rows that add up where they are taken for a block of some order, and what that costs. */
interface Block {
  readonly cost: number;
  /** How many. */
  readonly rows: number;
  readonly places: () => Places;
}

/** Answers the blocks that may begin where a step ends; they are looked for once, however many ways lead there. */
function blocksFinder({ numbers, borders, size: { count, width } }: Search) {
  const orders = ordersOf(width);
  const known = new Map<number, readonly Block[]>();
  function* blocksFrom({ row, apart }: Step): Iterable<Block> {
    const from = row * width + apart;
    if (from > numbers.length) return;
    for (let rows = 2; row + rows <= count; rows++) {
      for (const order of orders) {
        const size = { count: rows, width };
        if (!addUpIn(from, size, order, numbers)) continue;
        const cost = order.left < width ? costs.parted : costs.block;
        const crossed = crossedIn(from, size, order, borders);
        yield { cost: cost + crossed, rows, places: () => rowsIn(from, size, order) };
      }
    }
  }
  return (step: Step, key: number): readonly Block[] => {
    const blocks = known.get(key) ?? [...blocksFrom(step)];
    known.set(key, blocks);
    return blocks;
  };
}

const placesFrom = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => from + at);

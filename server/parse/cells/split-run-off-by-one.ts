import type { Equation, Form, Table } from '../../form/form';
import type { LabelledRow } from '../rows/run';
import type { Token } from '../tokens/token';
import { numberIn } from '../tokens/tokenize';

/** Several rows whose figures stand in one run without labels between them. */
export interface Run {
  readonly figures: readonly Token[];
  readonly wanted: readonly LabelledRow[];
  readonly table: Table;
  readonly form: Form;
}

/** The figures of each row by its cells; undefined where a cell stays open. */
export type DealtRows = readonly (readonly (Token | undefined)[])[];

/**
 * Deals a run in which one figure is lost or one too many. Every place at which that may be is tried, row after row and, where all
 * rows are of one width, column after column. The equations say which are possible; a cell gets a figure where all of these agree on
 * it, and stays open where they do not. Undefined if some other number of figures is there.
 */
export function dealOddOne({ figures, wanted, table, form }: Run): DealtRows | undefined {
  const need = wanted.reduce((sum, row) => sum + row.need, 0);
  if (Math.abs(figures.length - need) !== 1) return undefined;
  const cells = wanted.flatMap((row) => cellsOf(row, table));
  const equations = among(cells, form);
  const values = new Array<number>(form.cells.length).fill(Number.NaN);
  let best: (readonly (Token | undefined)[])[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const order of ordersOf(wanted)) {
    for (let odd = 0; odd < Math.max(need, figures.length); odd++) {
      const way = without(figures, need, odd, order);
      for (const [at, cell] of cells.entries()) values[cell] = numberIn(way[at]);
      const broken = brokenIn(equations, values);
      if (broken < least) best = [];
      if (broken <= least) best.push(way);
      least = Math.min(least, broken);
    }
  }
  return inRows(agreed(best), wanted);
}

/** The cells of a row; those of a group printed as one row are those of its last own row. */
function cellsOf({ id, row, need }: LabelledRow, { rows }: Table): number[] {
  const own = row < 0 ? rows.filter(({ group }) => group === id).at(-1) : rows[row];
  return Array.from({ length: need }, (_, column) => (own?.firstCell ?? 0) + column);
}

const among = (cells: readonly number[], form: Form): Equation[] => {
  const known = new Set(cells);
  return form.equations.filter(({ left, right }) => [...left, ...right].every((cell) => known.has(cell)));
};

/** The orders in which the cells of some rows may be printed. */
function ordersOf(wanted: readonly LabelledRow[]): number[][] {
  const [first] = wanted;
  const width = first?.need ?? 0;
  const size = wanted.reduce((sum, { need }) => sum + need, 0);
  const across = Array.from({ length: size }, (_, place) => place);
  // Where some rows have other cells than others nobody prints them column after column.
  if (wanted.length < 2 || width < 2 || wanted.some(({ need }) => need !== width)) return [across];
  return [across, across.map((place) => (place % wanted.length) * width + Math.floor(place / wanted.length))];
}

/** The figures by their cells, were the one at `odd` lost or too many. */
function without(
  figures: readonly Token[],
  need: number,
  odd: number,
  order: readonly number[],
): (Token | undefined)[] {
  const isLost = figures.length < need;
  const way = new Array<Token | undefined>(need).fill(undefined);
  for (let place = 0; place < need; place++) {
    const at = place < odd ? place : isLost ? place - 1 : place + 1;
    if (!isLost || place !== odd) way[order[place] ?? place] = figures[at];
  }
  return way;
}

/** How many equations fail; those with the one lost figure do if they do not all imply the same, which is no less than 0. */
function brokenIn(equations: readonly Equation[], values: readonly number[]): number {
  let broken = 0;
  let implied: number | undefined;
  for (const { left, right } of equations) {
    let difference = 0;
    let sign = 0;
    for (const cell of left) {
      const value = values[cell] ?? 0;
      if (Number.isNaN(value)) sign--;
      else difference -= value;
    }
    for (const cell of right) {
      const value = values[cell] ?? 0;
      if (Number.isNaN(value)) sign++;
      else difference += value;
    }
    if (sign === 0 && difference !== 0) broken++;
    if (Math.abs(sign) !== 1) continue;
    const number = -sign * difference;
    if (number < 0 || (implied ?? number) !== number) broken++;
    implied = number;
  }
  return broken;
}

/** What all ways have in common; a 0 more or less is no disagreement. */
function agreed(ways: readonly (readonly (Token | undefined)[])[]): (Token | undefined)[] {
  const [first = [], ...others] = ways;
  const number = (token: Token | undefined): number => (token ? numberIn(token) : 0);
  return first.map((token, cell) =>
    others.every((way) => way[cell] === token || number(way[cell]) === number(token)) ? token : undefined,
  );
}

function inRows(cells: readonly (Token | undefined)[], wanted: readonly LabelledRow[]): DealtRows {
  let from = 0;
  return wanted.map(({ need }) => {
    from += need;
    return cells.slice(from - need, from);
  });
}

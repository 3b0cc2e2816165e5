import { areNeighbours, type Incidence, type Line } from './incidence';
import { gradeOf, implausible, slipOf } from './plausibility';
import type { Change, Sheet } from './sheet';

/**
 * What someone did to the figures, told as its repair: a figure retyped; a total that was not brought up to date; a lost or blank
 * cell filled; two cells of a row or column swapped; a figure put into another cell; a run shifted by one.
 */
export type OperationKind = 'retype' | 'recompute' | 'fill' | 'swap' | 'move' | 'shift';

/** One cause, with all changes that undo it. */
export interface Operation {
  readonly kind: OperationKind;
  readonly changes: readonly Change[];
  /** How far-fetched it is, as `gradeOf`. */
  readonly grade: number;
  /** Of a shift: 1 where the figures stand one place too far down or right, −1 where one too far up or left. */
  readonly step?: 1 | -1;
}

/** Cuts a set of changes into as few operations as it can be told by; the most plausible ones where there is a choice. */
export function operationsOf(sheet: Sheet, changes: readonly Change[]): readonly Operation[] {
  const whole = operationOf(sheet, changes, changes);
  if (whole) return [whole];
  let best: readonly Operation[] = changes.map((change) => single(sheet, change, changes));
  if (changes.length > 4) return best;
  for (const blocks of pairings(changes)) {
    const named = blocks.map((block) => operationOf(sheet, block, changes));
    const operations = named.filter((each) => each !== undefined);
    if (operations.length < blocks.length) continue;
    const better = operations.length - best.length || gradesOf(operations) - gradesOf(best);
    if (better < 0) best = operations;
  }
  return best;
}

/** The sum of the grades of operations. */
export const gradesOf = (operations: readonly Operation[]): number =>
  operations.reduce((sum, { grade }) => sum + grade, 0);

/** The equation whose total a cell is; undefined where it is nobody's total. */
export function totalOf({ form }: Incidence, cell: number): number | undefined {
  return form.equationsOf[cell]?.find((equation) => {
    const { right = [] } = form.equations[equation] ?? {};
    return right.length === 1 && right[0] === cell;
  });
}

// The ways to cut up to four things into two or three blocks, of which at least one holds more than one thing.
function pairings(changes: readonly Change[]): (readonly (readonly Change[])[])[] {
  const cuts: (readonly (readonly Change[])[])[] = [];
  for (let mask = 1; mask < (1 << changes.length) - 1; mask++) {
    const inside = changes.filter((_, index) => mask & (1 << index));
    const outside = changes.filter((_, index) => !(mask & (1 << index)));
    if (inside.length < 2) continue;
    cuts.push([inside, outside]);
    if (outside.length > 1) cuts.push([inside, ...outside.map((change) => [change])]);
  }
  return cuts;
}

function operationOf(sheet: Sheet, block: readonly Change[], all: readonly Change[]): Operation | undefined {
  const [first, second] = block;
  if (!first) return undefined;
  if (!second) return single(sheet, first, all);
  return (block.length === 2 ? pair(sheet, first, second) : undefined) ?? shift(sheet, block);
}

function single({ incidence }: Sheet, change: Change, all: readonly Change[]): Operation {
  const changes = [change];
  if (change.from === null) return { kind: 'fill', changes, grade: 1 };
  const grade = gradeOf(slipOf(change.from, change.to));
  const total = totalOf(incidence, change.cell);
  const parts = incidence.form.equations[total ?? -1]?.left ?? [];
  const stale = total !== undefined && !all.some(({ cell }) => parts.includes(cell));
  return { kind: stale ? 'recompute' : 'retype', changes, grade };
}

// Two cells of one row or column: exchanged, or one figure in its neighbour's cell (put over, or added to, what belongs there).
function pair({ incidence }: Sheet, one: Change, other: Change): Operation | undefined {
  const [a, b] = [incidence.form.cells[one.cell], incidence.form.cells[other.cell]];
  if (!a || !b || a.table !== b.table || (a.row !== b.row && a.column !== b.column)) return undefined;
  const near = areNeighbours(incidence, one.cell, other.cell);
  const changes = [one, other];
  const [x, y] = [one.from ?? 0, other.from ?? 0];
  if (one.to === y && other.to === x) {
    return { kind: x === 0 || y === 0 ? 'move' : 'swap', changes, grade: near ? 1 : 2 };
  }
  if (!near) return undefined;
  const isTotal = [one, other].some(({ cell }) => totalOf(incidence, cell) !== undefined);
  // A part and the total that was worked out from it are off by as much, and far more often.
  const carriedOn = isTotal && one.to - x === other.to - y;
  const over = !carriedOn && ((x === 0 && one.to === y) || (y === 0 && other.to === x));
  if (over) return { kind: 'move', changes, grade: 2 };
  if (one.to - x !== y - other.to) return undefined;
  // The whole figure was added to the neighbour's, or only a part of what is counted there; a total has no such parts.
  const merged = one.to > x ? x === 0 : y === 0;
  if (isTotal && !merged) return undefined;
  return { kind: 'move', changes, grade: merged ? 2 : implausible - 1 };
}

/**
 * A run of a row or column that stands one place too far or too early: every cell but the last takes what its neighbour says.
 * What stands at the far end was a 0 that slipped in, a figure typed twice, or the run's own last figure.
 */
function shift(sheet: Sheet, changes: readonly Change[]): Operation | undefined {
  const line = sheet.incidence.lines.find(({ cells }) => changes.every(({ cell }) => cells.includes(cell)));
  const run = line && runsOf(sheet, line, changes).find(({ slips }) => slips.length === 0);
  return run && { kind: 'shift', changes, grade: 1, step: run.step };
}

/**
 * The operations that turn a line of cells into what `changes` say: a shift of the run between the first and the last of
 * them, alone or with one figure that was mistyped besides. Empty where there is no such run.
 */
export function shiftWithin(sheet: Sheet, line: Line, changes: readonly Change[]): Operation[] {
  const runs = runsOf(sheet, line, changes);
  const whole = runs.find(({ slips }) => slips.length === 0);
  if (whole) return [{ kind: 'shift', changes, grade: 1, step: whole.step }];
  const run = runs.find(({ slips }) => slips.length === 1);
  const slip = run?.slips[0];
  if (!slip || changes.length < 4) return [];
  // The figure is put right where it stands, and then moves on with the others.
  const moved = changes.map((change) => (change.cell === slip.cell ? { ...change, from: slip.to } : change));
  const rest = moved.filter(({ from, to }) => from !== to);
  return [single(sheet, slip, changes), { kind: 'shift', changes: rest, grade: 1, step: run.step }];
}

interface Run {
  readonly step: 1 | -1;
  /** Figures that do not fit the shift as they stand, and what they would have to be. */
  readonly slips: readonly Change[];
}

// The two directions in which the changed stretch of a line may have been shifted, as far as its ends allow it.
function runsOf({ given }: Sheet, { cells }: Line, changes: readonly Change[]): Run[] {
  const places = changes.map(({ cell }) => cells.indexOf(cell));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (last - first < 2) return [];
  const after = new Map(changes.map(({ cell, to }) => [cell, to]));
  const from = (place: number): number => given[cells[place] ?? -1] ?? 0;
  const to = (place: number): number => after.get(cells[place] ?? -1) ?? from(place);
  return ([1, -1] as const).flatMap((step) => {
    const [start, end] = step === 1 ? [first, last] : [last, first];
    const dropped = from(start);
    if (dropped !== 0 && dropped !== to(end) && dropped !== from(start - step)) return [];
    const slips: Change[] = [];
    for (let place = start; place !== end; place += step) {
      const cell = cells[place + step] ?? -1;
      if (to(place) !== from(place + step)) slips.push({ cell, from: given[cell] ?? null, to: to(place) });
    }
    return [{ step, slips }];
  });
}

import { keyOf } from './rank';
import { add, brokenOf, type Change, isDecided, type Sheet } from './sheet';

/** What is left of the steps a search may take; counted down by it, so that the answer is the same on every machine. */
export interface Budget {
  steps: number;
}

/** What to look for: sets of at most so many changes of figures, and of fills of cells without one. */
export interface Limits {
  readonly retypes: number;
  readonly fills: number;
}

interface Walk {
  readonly sheet: Sheet;
  readonly equations: readonly number[];
  readonly decided: readonly boolean[];
  readonly budget: Budget;
  readonly path: Change[];
  readonly found: Map<string, readonly Change[]>;
}

/**
 * All sets of exactly `retypes` changed figures, and as few fills as they need, after which `equations` hold with counts that
 * are whole and not negative.
 *
 * Every set must touch every broken equation (Fellegi and Holt), so the walk branches on the cells of one of them. In a set of
 * up to three cells one that touches that equation has an equation to itself, because cells and equations of the form make no
 * cycle shorter than four; what this equation lacks is then the cell's change, and no other change has to be tried. In sets of
 * four this holds for some broken equation, so all of them are branched on.
 * Gives what was found so far when the budget is used up.
 */
export function changeSets(
  sheet: Sheet,
  equations: readonly number[],
  limits: Limits,
  budget: Budget,
): (readonly Change[])[] {
  const decided = sheet.residuals.map((_, equation) => isDecided(sheet, equation));
  const walk: Walk = { sheet, equations, decided, budget, path: [], found: new Map() };
  visit(walk, limits.retypes, limits.fills);
  const sets = [...walk.found.values()];
  const fills = sets.map((set) => set.filter(({ from }) => from === null).length);
  const fewest = Math.min(...fills);
  return sets.filter((_, index) => fills[index] === fewest);
}

function visit(walk: Walk, retypes: number, fills: number): void {
  const broken = brokenOf(walk.sheet, walk.equations);
  if (broken.length === 0) {
    if (retypes === 0) record(walk);
    return;
  }
  if (retypes + fills === 0 || !canMend(walk, broken, retypes)) return;
  const starts = retypes > 3 ? broken : [narrowest(walk, broken)];
  for (const equation of starts) {
    for (const { cell } of walk.sheet.incidence.members[equation] ?? []) {
      const blank = walk.sheet.given[cell] === null;
      if (blank ? fills === 0 : retypes === 0) continue;
      if (walk.path.some((change) => change.cell === cell)) continue;
      const rest = blank ? { retypes, fills: fills - 1 } : { retypes: retypes - 1, fills };
      tryCell(walk, cell, equation, rest);
    }
  }
}

function tryCell(walk: Walk, cell: number, equation: number, rest: Limits): void {
  const { sheet, budget, path } = walk;
  const from = sheet.given[cell] ?? null;
  // The last change has to mend the equation by itself.
  const last = rest.retypes + rest.fills === 0;
  const deltas = new Set<number>();
  for (const entry of sheet.incidence.entries[cell] ?? []) {
    if (!last || entry.equation === equation) {
      deltas.add(-entry.sign * (sheet.residuals[entry.equation] ?? 0));
    }
  }
  for (const delta of deltas) {
    const to = (sheet.values[cell] ?? 0) + delta;
    if (delta === 0 || to < 0) continue;
    if (budget.steps <= 0) return;
    budget.steps--;
    add(sheet, cell, delta);
    path.push({ cell, from, to });
    visit(walk, rest.retypes, rest.fills);
    path.pop();
    add(sheet, cell, -delta);
  }
}

// A change mends at most one equation of every rule; only a fill may mend an equation that lacks figures without being counted.
function canMend({ sheet, decided }: Walk, broken: readonly number[], retypes: number): boolean {
  const { family, families } = sheet.incidence;
  const counts = new Array<number>(families).fill(0);
  for (const equation of broken) {
    if (!decided[equation]) continue;
    const count = (counts[family[equation] ?? 0] ?? 0) + 1;
    if (count > retypes) return false;
    counts[family[equation] ?? 0] = count;
  }
  return true;
}

// The equation with the fewest cells to try; one that lacks no figures where there is a choice.
function narrowest({ sheet, decided }: Walk, broken: readonly number[]): number {
  let best = broken[0] ?? 0;
  let least = Number.POSITIVE_INFINITY;
  for (const equation of broken) {
    const width = (sheet.incidence.members[equation]?.length ?? 0) + (decided[equation] ? 0 : 1000);
    if (width < least) {
      best = equation;
      least = width;
    }
  }
  return best;
}

function record({ path, found }: Walk): void {
  const set = [...path].sort((a, b) => a.cell - b.cell);
  found.set(keyOf(set), set);
}

import { keyOf } from './rank';
import { add, brokenOf, type Change, isDecided, type Sheet } from './sheet';

/** What is left of the steps a search may take; counted down by it, so that the answer is the same on every machine. */
export interface Budget {
  steps: number;
}

/** What to look for: sets of so many changed figures, and of at most so many fills of cells without one. */
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
  for (let fills = 0; fills <= limits.fills && walk.found.size === 0; fills++) {
    visit(walk, { retypes: limits.retypes, fills });
  }
  return [...walk.found.values()];
}

function visit(walk: Walk, left: Limits): void {
  const broken = brokenOf(walk.sheet, walk.equations);
  const all = left.retypes + left.fills;
  if (broken.length === 0 || all === 0 || !canMend(walk, broken, left)) return;
  if (all === 1) {
    finish(walk, broken, left);
    return;
  }
  for (const equation of all > 3 ? broken : [narrowest(walk, broken)]) {
    for (const { cell } of walk.sheet.incidence.members[equation] ?? []) {
      const rest = without(walk, cell, left);
      if (rest) tryCell(walk, cell, rest);
    }
  }
}

// What is left to be changed after `cell`; undefined where it cannot be one of the changes.
function without({ sheet, path }: Walk, cell: number, { retypes, fills }: Limits): Limits | undefined {
  const blank = sheet.given[cell] === null;
  if ((blank ? fills : retypes) === 0 || path.some((change) => change.cell === cell)) return undefined;
  return blank ? { retypes, fills: fills - 1 } : { retypes: retypes - 1, fills };
}

function tryCell(walk: Walk, cell: number, rest: Limits): void {
  const { sheet, budget, path } = walk;
  const tried: number[] = [];
  for (const { equation, sign } of sheet.incidence.entries[cell] ?? []) {
    const delta = -sign * (sheet.residuals[equation] ?? 0);
    const to = (sheet.values[cell] ?? 0) + delta;
    if (delta === 0 || to < 0 || tried.includes(delta)) continue;
    if (budget.steps <= 0) return;
    budget.steps--;
    tried.push(delta);
    add(sheet, cell, delta);
    path.push({ cell, from: sheet.given[cell] ?? null, to });
    visit(walk, rest);
    path.pop();
    add(sheet, cell, -delta);
  }
}

// The last change has to mend all that is broken by itself.
function finish(walk: Walk, broken: readonly number[], left: Limits): void {
  const { sheet, path, budget } = walk;
  const first = broken[0] ?? 0;
  if (budget.steps <= 0) return;
  budget.steps--;
  for (const { cell, sign } of sheet.incidence.members[first] ?? []) {
    const entries = sheet.incidence.entries[cell] ?? [];
    const delta = -sign * (sheet.residuals[first] ?? 0);
    const to = (sheet.values[cell] ?? 0) + delta;
    if (entries.length !== broken.length || to < 0 || !without(walk, cell, left)) continue;
    if (entries.every((entry) => sheet.residuals[entry.equation] === -entry.sign * delta)) {
      record(walk, [...path, { cell, from: sheet.given[cell] ?? null, to }]);
    }
  }
}

// A change mends at most one equation of every rule, and only a fill one that lacks figures.
function canMend({ sheet, decided }: Walk, broken: readonly number[], { retypes, fills }: Limits): boolean {
  const { family, families } = sheet.incidence;
  for (let rule = 0; rule < families; rule++) {
    let [known, all] = [0, 0];
    for (const equation of broken) {
      if (family[equation] !== rule) continue;
      all++;
      if (decided[equation]) known++;
    }
    if (known > retypes || all > retypes + fills) return false;
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

function record({ found }: Walk, changes: readonly Change[]): void {
  const set = changes.toSorted((a, b) => a.cell - b.cell);
  found.set(keyOf(set), set);
}

import { type Operation, operationsOf } from './operations';
import { type Claim, changesOf, type Explanation, metBy } from './rank';
import { type Budget, changeSets } from './search';
import { brokenOf, type Change, changed, type Sheet } from './sheet';

// Where the equations leave many explanations the narrative may tell of one that changes more cells, but leaves less to be put right
// in the text.

/** So many cells are changed in all. */
const mostCells = 4;

/**
 * The explanations with that in front to which the narrative leads: its figures are written into the cells of which they are stated,
 * and what else has to change follows from the equations in one way only. The explanations themselves where there is none, or where
 * it takes more corrections than they do, of the table and of the text together.
 */
export function withLed(
  sheet: Sheet,
  equations: readonly number[],
  explanations: readonly Explanation[],
  { narrative, budget }: { readonly narrative: readonly Claim[]; readonly budget: Budget },
): readonly Explanation[] {
  const stated = statedChanges(sheet, equations, narrative);
  const [best] = explanations;
  if (stated.length === 0 || stated.length > mostCells || !best) return explanations;
  const rest = restOf(sheet, equations, stated, budget);
  if (!rest) return explanations;
  const operations = operationsOf(
    sheet,
    [...stated, ...rest].sort((a, b) => a.cell - b.cell),
  );
  const changes = changesOf(operations);
  const corrections = (each: { operations: readonly Operation[]; changes: readonly Change[] }): number =>
    each.operations.length - metBy(sheet, each.changes, narrative);
  if (corrections({ operations, changes }) > corrections(best)) return explanations;
  const others = explanations.map((each) => ({ ...each, rank: each.rank + 1 }));
  return [{ operations, changes, rank: 0 }, ...others];
}

// What the narrative states of single cells that say something else. Empty where it contradicts itself.
function statedChanges(sheet: Sheet, equations: readonly number[], narrative: readonly Claim[]): Change[] {
  const own = new Set(
    equations.flatMap((equation) => sheet.incidence.members[equation]?.map(({ cell }) => cell) ?? []),
  );
  const stated = new Map<number, Change>();
  for (const claim of narrative) {
    const cell = claim.sums.find(({ length }) => length === 1)?.[0] ?? -1;
    const from = sheet.given[cell] ?? null;
    if (!own.has(cell) || from === null || claim.value < 0 || metBy(sheet, [], [claim]) > 0) continue;
    if ((stated.get(cell)?.to ?? claim.value) !== claim.value) return [];
    stated.set(cell, { cell, from, to: claim.value });
  }
  return [...stated.values()];
}

// The only smallest set of further changes after which all holds; undefined where there are several, or none.
function restOf(
  sheet: Sheet,
  equations: readonly number[],
  stated: readonly Change[],
  budget: Budget,
): readonly Change[] | undefined {
  const after = changed(sheet, stated);
  if (brokenOf(after, equations).length === 0) return [];
  for (let retypes = 1; retypes + stated.length <= mostCells; retypes++) {
    const sets = changeSets(after, equations, { retypes, fills: 0 }, budget).filter((set) =>
      set.every(({ cell }) => !stated.some((change) => change.cell === cell)),
    );
    if (budget.steps <= 0 || sets.length > 1) return undefined;
    if (sets.length === 1) return sets[0];
  }
  return undefined;
}

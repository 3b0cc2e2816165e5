import type { Form } from '../form/form';
import { type Incidence, incidenceOf } from './incidence';
import { type Operation, operationsOf } from './operations';
import { implausible } from './plausibility';
import { changesOf, type Evidence, type Explanation, ranked } from './rank';
import { type Budget, changeSets, type Limits } from './search';
import { brokenOf, changed, isDecided, type Sheet, sheetOf } from './sheet';
import { shiftsOf } from './shifts';

/** What is the matter with equations that hang together. */
export interface Diagnosis {
  /** Those of them that have all their figures and do not hold. */
  readonly broken: readonly number[];
  /** The smallest explanations, ranked; empty where none was found within the budget. */
  readonly explanations: readonly Explanation[];
  /** Steps that the search took. */
  readonly steps: number;
  /** True where the search ended because its budget was used up. */
  readonly exhausted: boolean;
}

/** Steps that the search for one diagnosis may take. */
export const searchBudget = 40_000;

const maxFills = 8;

/**
 * Explains figures (one for every cell of the form, null where there is none) that break equations: for every part of the form
 * that is out of balance, the fewest operations after which it holds. Empty where all equations hold.
 */
export function explain(
  form: Form,
  figures: readonly (number | null)[],
  { evidence = {}, steps = searchBudget }: { readonly evidence?: Evidence; readonly steps?: number } = {},
): Diagnosis[] {
  const incidence: Incidence = incidenceOf(form);
  const sheet = sheetOf(incidence, figures);
  return incidence.components.flatMap((equations) => {
    const broken = brokenOf(sheet, equations);
    if (broken.length === 0) return [];
    const budget: Budget = { steps };
    const candidates = smallest(sheet, equations, budget);
    return [
      {
        broken: broken.filter((equation) => isDecided(sheet, equation)),
        explanations: ranked(sheet, distinct(candidates), evidence),
        steps: steps - budget.steps,
        exhausted: budget.steps <= 0,
      },
    ];
  });
}

type Candidate = readonly Operation[];

/**
 * The explanations with the fewest operations. Looks for them where they change the fewest cells first: one operation is found
 * among sets of one or two cells and the shifts, two among sets of up to four and shifts with one more change.
 */
function smallest(sheet: Sheet, equations: readonly number[], budget: Budget): Candidate[] {
  const blanks = blanksOf(sheet, equations);
  const sets = (retypes: number): Candidate[] =>
    changeSets(sheet, equations, { retypes, fills: blanks } satisfies Limits, budget).map((set) =>
      operationsOf(sheet, set),
    );
  if (blanks > 0) {
    const fills = sets(0);
    if (fills.length > 0) return fills;
  }
  const ones = [...sets(1), ...swapsInside(sheet, equations)];
  if (ones.length > 0) return ones;
  const twos = sets(2);
  const shifts = shiftsOf(sheet, equations, budget);
  const single = upTo(1, [...twos, ...shifts]);
  if (single.length > 0) return single;
  // Two changes that a slip explains are the smallest; others have to stand comparison with two operations on more cells.
  if (twos.some((operations) => operations.every(({ grade }) => grade < implausible))) return twos;
  const threes = sets(3);
  const double = upTo(2, [...twos, ...threes, ...shifts, ...shiftsAndOne(sheet, equations, budget)]);
  if (double.length > 0) return double;
  const pairs = upTo(2, sets(4));
  return pairs.length > 0 ? pairs : threes;
}

const upTo = (count: number, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((operations) => operations.filter(({ kind }) => kind !== 'fill').length <= count);

function blanksOf({ incidence, given }: Sheet, equations: readonly number[]): number {
  const cells = new Set(
    equations.flatMap((equation) => incidence.members[equation] ?? []).map(({ cell }) => cell),
  );
  return Math.min(maxFills, [...cells].filter((cell) => given[cell] === null).length);
}

// In an equation that stands alone a part and the total can be exchanged; elsewhere sets of two cells show that.
function swapsInside(sheet: Sheet, equations: readonly number[]): Candidate[] {
  const [equation, ...others] = equations;
  if (equation === undefined || others.length > 0) return [];
  const { left, right } = sheet.incidence.form.equations[equation] ?? { left: [], right: [] };
  return right.flatMap((total) =>
    left.flatMap((part) => {
      const [from, to] = [sheet.given[part] ?? 0, sheet.given[total] ?? 0];
      const set = [
        { cell: part, from, to },
        { cell: total, from: to, to: from },
      ];
      return brokenOf(changed(sheet, set), equations).length === 0 ? [operationsOf(sheet, set)] : [];
    }),
  );
}

// A shift together with one cell that is wrong for another reason.
function shiftsAndOne(sheet: Sheet, equations: readonly number[], budget: Budget): Candidate[] {
  const found: Candidate[] = [];
  for (const equation of brokenOf(sheet, equations)) {
    for (const { cell } of sheet.incidence.members[equation] ?? []) {
      const from = sheet.given[cell] ?? null;
      const deltas = (sheet.incidence.entries[cell] ?? []).map(
        (entry) => -entry.sign * (sheet.residuals[entry.equation] ?? 0),
      );
      for (const delta of new Set(deltas)) {
        const to = (from ?? 0) + delta;
        if (delta === 0 || to < 0 || budget.steps <= 0) continue;
        const set = [{ cell, from, to }];
        const shifts = shiftsOf(changed(sheet, set), equations, budget);
        for (const shift of upTo(1, shifts)) found.push([...operationsOf(sheet, set), ...shift]);
      }
    }
  }
  return found;
}

// The same changes found twice are told by the fewer operations.
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = changesOf(candidate)
      .map(({ cell, to }) => `${cell}:${to}`)
      .join(' ');
    const known = best.get(key);
    if (!known || candidate.length < known.length) best.set(key, candidate);
  }
  return [...best.values()];
}

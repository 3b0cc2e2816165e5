import type { Form } from '../form/form';
import { type Displaced, displacedIn } from './beside';
import { evidentChanges } from './evident';
import { incidenceOf } from './incidence';
import { withLed } from './led';
import { type Operation, operationsOf } from './operations';
import { implausible } from './plausibility';
import { changesOf, type Evidence, type Explanation, keyOf, ranked } from './rank';
import { type Budget, changeSets } from './search';
import { brokenOf, type Change, changed, isDecided, isOff, type Sheet, sheetOf, tellingOf } from './sheet';
import { shiftsOf } from './shifts';

/** What is the matter with equations that hang together. */
export interface Diagnosis {
  /** Those of them that have all their figures and do not hold. */
  readonly broken: readonly number[];
  /** Those of them that do not hold after the explanations either. */
  readonly unexplained: readonly number[];
  /** The smallest explanations, ranked; empty where none was found within the budget. */
  readonly explanations: readonly Explanation[];
  /** Further sets of changes that are told by more operations, but change no more cells. */
  readonly others: readonly (readonly Change[])[];
  /** True where there may be more sets that change no more cells, or more explanations than the budget let find. */
  readonly open: boolean;
  /** Steps that the search took. */
  readonly steps: number;
}

/** What `explain` may be told besides the figures. */
export interface Known {
  readonly evidence?: Evidence;
  /** Cells that are not asked for in this report. */
  readonly without?: ReadonlySet<number>;
  /** Steps that the search for one diagnosis may take. */
  readonly steps?: number;
}

const searchBudget = 12_000;
/** So many ways to put one thing right are told as equally good; where there are more, the totals speak and list them. */
export const mostTied = 3;

/** So many cells without a figure are filled where nothing else is wrong; where something is, so many cells are changed in all. */
const mostFills = 8;
const mostCells = 4;

/**
 * Explains figures (one for every cell of the form, null where there is none) that break equations: for every part of the form
 * that is out of balance, the fewest operations after which it holds. Empty where all equations hold.
 */
export function explain(
  form: Form,
  figures: readonly (number | null)[],
  { evidence = {}, without = new Set(), steps = searchBudget }: Known = {},
): Diagnosis[] {
  if (!form.equations.some((equation) => isOff(equation, figures))) return [];
  return diagnose(sheetOf(incidenceOf(form, without), figures), evidence, steps);
}

/** Explains the figures of a sheet, as `explain` does. */
export function diagnose(sheet: Sheet, evidence: Evidence = {}, steps: number = searchBudget): Diagnosis[] {
  const displaced = sheet.incidence.form.tables.flatMap((table) =>
    table.sideBySide ? (displacedIn(sheet, table) ?? []) : [],
  );
  const isTold = (equation: number): boolean =>
    displaced.some(({ equations }) => equations.includes(equation));
  const apart = sheet.incidence.components.filter(([equation = -1]) => !isTold(equation));
  return [
    ...displaced.map((each) => ofShifts(sheet, each, evidence)),
    ...diagnoseEach(sheet, apart, { evidence, steps }),
  ];
}

// That a shift tells it in one word makes it likely, not certain.
function ofShifts(sheet: Sheet, { equations, shifts }: Displaced, evidence: Evidence): Diagnosis {
  const broken = brokenOf(sheet, equations);
  const explanations = ranked(sheet, shifts, evidence);
  return { broken, unexplained: [], explanations, others: [], open: true, steps: 0 };
}

function diagnoseEach(
  sheet: Sheet,
  components: readonly (readonly number[])[],
  { evidence, steps }: Required<Pick<Known, 'evidence' | 'steps'>>,
): Diagnosis[] {
  return components.flatMap((component) => {
    const equations = tellingOf(sheet, component);
    const broken = brokenOf(sheet, equations);
    if (broken.length === 0) return [];
    const budget: Budget = { steps };
    const found = smallest(sheet, equations, budget);
    const { candidates, more, open } =
      found.candidates.length > 0 ? found : partial(sheet, equations, budget);
    const apparent = ranked(sheet, distinct(candidates), evidence);
    const isTie = apparent.filter(({ rank }) => rank === 0).length > mostTied;
    const { narrative = [] } = evidence;
    const explanations = isTie ? withLed(sheet, equations, apparent, { narrative, budget }) : apparent;
    const most = Math.max(0, ...explanations.map(({ changes }) => changes.length));
    const known = new Set(explanations.map(({ changes }) => keyOf(changes)));
    const others = distinct(more)
      .map(changesOf)
      .filter((changes) => changes.length <= most && !known.has(keyOf(changes)));
    const after = changed(sheet, explanations[0]?.changes ?? []);
    return [
      {
        broken: broken.filter((equation) => isDecided(sheet, equation)),
        unexplained: brokenOf(after, equations).filter((equation) => isDecided(sheet, equation)),
        explanations,
        others,
        open: open || budget.steps <= 0,
        steps: steps - budget.steps,
      },
    ];
  });
}

type Candidate = readonly Operation[];

interface Found {
  readonly candidates: readonly Candidate[];
  /** Others that were come upon, told by more operations. */
  readonly more: readonly Candidate[];
  /** True where not all sets with as few cells were looked at. */
  readonly open: boolean;
}

/**
 * The explanations with the fewest operations. Looks for them where they change the fewest cells first: one operation is found
 * among sets of one or two cells and the shifts, two among sets of up to four and shifts with one more change.
 */
function smallest(sheet: Sheet, equations: readonly number[], budget: Budget): Found {
  const blanks = blanksOf(sheet, equations);
  const sets = (retypes: number): Candidate[] => {
    const fills = Math.min(blanks, retypes === 0 ? mostFills : mostCells - retypes);
    return changeSets(sheet, equations, { retypes, fills }, budget).map((set) => operationsOf(sheet, set));
  };
  const fills = blanks > 0 ? sets(0) : [];
  if (fills.length > 0) return { candidates: fills, more: [], open: false };
  const ones = [...sets(1), ...swapsInside(sheet, equations)];
  if (ones.length > 0) return { candidates: ones, more: [], open: false };
  const twos = sets(2);
  const shifts = shiftsOf(sheet, equations, budget);
  const single = upTo(1, [...twos, ...shifts]);
  if (single.length > 0) return { candidates: single, more: twos, open: upTo(1, shifts).length > 0 };
  // Two changes that a slip explains are the smallest; others have to stand comparison with two operations on more cells.
  if (twos.some((operations) => operations.every(({ grade }) => grade < implausible))) {
    return { candidates: twos, more: [], open: false };
  }
  const threes = sets(3);
  const double = upTo(2, [...twos, ...threes, ...shifts, ...shiftsAndOne(sheet, equations, budget)]);
  const open = double.some((operations) => changesOf(operations).length > 3);
  if (double.length > 0) return { candidates: double, more: threes, open };
  const pairs = upTo(2, sets(4));
  return pairs.length > 0
    ? { candidates: pairs, more: [], open: true }
    : { candidates: threes, more: [], open: false };
}

// Where too much is wrong at once: what is evident, with the explanations of the rest if there are any.
function partial(sheet: Sheet, equations: readonly number[], budget: Budget): Found {
  const evident = evidentChanges(sheet, equations);
  if (evident.length === 0) return { candidates: [], more: [], open: true };
  const operations = evident.flatMap((change) => operationsOf(sheet, [change]));
  const after = changed(sheet, evident);
  const rest = brokenOf(after, equations).length > 0 ? smallest(after, equations, budget).candidates : [];
  const candidates = rest.length > 0 ? rest.map((each) => [...operations, ...each]) : [operations];
  return { candidates, more: [], open: true };
}

const upTo = (count: number, candidates: readonly Candidate[]): Candidate[] =>
  candidates.filter((operations) => operations.filter(({ kind }) => kind !== 'fill').length <= count);

function blanksOf({ incidence, given }: Sheet, equations: readonly number[]): number {
  if (!given.includes(null)) return 0;
  const own = new Set(equations);
  const isIn = (cell: number): boolean =>
    (incidence.entries[cell] ?? []).some(({ equation }) => own.has(equation));
  return given.reduce<number>((count, value, cell) => count + Number(value === null && isIn(cell)), 0);
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
    const key = keyOf(changesOf(candidate));
    const known = best.get(key);
    if (!known || candidate.length < known.length) best.set(key, candidate);
  }
  return [...best.values()];
}

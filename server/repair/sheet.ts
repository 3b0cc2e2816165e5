import type { Equation } from '../form/form';
import type { Incidence } from './incidence';

/** A cell rewritten: what it said (null where it said nothing) and what it says then. */
export interface Change {
  readonly cell: number;
  readonly from: number | null;
  readonly to: number;
}

/**
 * The figures under search, with how far every equation is from holding (right − left). Changed in place and changed back by
 * the search that owns it; a cell without a figure counts as 0 until it is filled.
 */
export interface Sheet {
  readonly incidence: Incidence;
  /** The figures as they were given. */
  readonly given: readonly (number | null)[];
  /** Cells that were given as 0 only because the report's mark for 0 stands there. */
  readonly assumed: ReadonlySet<number>;
  readonly values: number[];
  readonly residuals: number[];
}

/** The sheet of `given` figures, one for every cell of the form. What is no whole number counts as not given. */
export function sheetOf(
  incidence: Incidence,
  given: readonly (number | null)[],
  assumed: ReadonlySet<number> = new Set(),
): Sheet {
  const known = incidence.form.cells.map(({ index }) => {
    const value = given[index] ?? null;
    return Number.isInteger(value) ? value : null;
  });
  const values = known.map((value) => value ?? 0);
  const residuals = incidence.members.map((members) =>
    members.reduce((sum, { cell, sign }) => sum + sign * (values[cell] ?? 0), 0),
  );
  return { incidence, given: known, assumed, values, residuals };
}

/** Says whether the sides of an equation differ, what has no figure counting as 0. */
export function isOff({ left, right }: Equation, figures: readonly (number | null)[]): boolean {
  let difference = 0;
  for (const cell of left) difference -= figures[cell] ?? 0;
  for (const cell of right) difference += figures[cell] ?? 0;
  return difference !== 0;
}

/** Adds `delta` to a cell. */
export function add(sheet: Sheet, cell: number, delta: number): void {
  sheet.values[cell] = (sheet.values[cell] ?? 0) + delta;
  for (const { equation, sign } of sheet.incidence.entries[cell] ?? []) {
    sheet.residuals[equation] = (sheet.residuals[equation] ?? 0) + sign * delta;
  }
}

/** Those of `equations` that do not hold. */
export function brokenOf({ residuals }: Sheet, equations: readonly number[]): number[] {
  return equations.filter((equation) => residuals[equation] !== 0);
}

/**
 * Those of `equations` that can tell anything: at most one of their cells has neither a figure nor another equation that leaves
 * but one figure for it. Where two are open, any figure could be made up for.
 */
export function tellingOf({ incidence, given }: Sheet, equations: readonly number[]): readonly number[] {
  if (!given.includes(null)) return equations;
  const implied = new Set<number>();
  const telling = new Set<number>();
  for (let before = -1; telling.size > before; ) {
    before = telling.size;
    for (const equation of equations) {
      const cells = (incidence.members[equation] ?? []).map(({ cell }) => cell);
      const [open, ...more] = cells.filter((cell) => given[cell] === null && !implied.has(cell));
      if (telling.has(equation) || more.length > 0) continue;
      telling.add(equation);
      if (open !== undefined) implied.add(open);
    }
  }
  return equations.filter((equation) => telling.has(equation));
}

/** Says whether all cells of an equation have a figure. */
export function isDecided({ incidence, given }: Sheet, equation: number): boolean {
  return (incidence.members[equation] ?? []).every(({ cell }) => given[cell] !== null);
}

/** Says whether an equation has a cell that was only assumed to be 0. */
export const isAssumed = ({ incidence, assumed }: Sheet, equation: number): boolean =>
  assumed.size > 0 && (incidence.members[equation] ?? []).some(({ cell }) => assumed.has(cell));

/** The sheet as it would be had it been given with `changes` made. */
export function changed(sheet: Sheet, changes: readonly Change[]): Sheet {
  const given = [...sheet.given];
  const copy = { ...sheet, given, values: [...sheet.values], residuals: [...sheet.residuals] };
  for (const { cell, to } of changes) {
    add(copy, cell, to - (copy.values[cell] ?? 0));
    given[cell] = to;
  }
  return copy;
}

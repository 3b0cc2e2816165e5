import type { Line } from './incidence';
import { type Operation, shiftWithin } from './operations';
import type { Budget } from './search';
import { brokenOf, type Change, type Sheet } from './sheet';

/**
 * The shifts of a run of one row or column that let `equations` hold, by themselves or with one mistyped figure in the run. The
 * equations that cross a line tell what each of its cells ought to say, so that one look at every line is enough.
 */
export function shiftsOf(
  sheet: Sheet,
  equations: readonly number[],
  budget: Budget,
): (readonly Operation[])[] {
  const broken = brokenOf(sheet, equations);
  const shifts: (readonly Operation[])[] = [];
  for (const line of sheet.incidence.lines) {
    if (budget.steps <= 0) break;
    budget.steps--;
    const changes = impliedBy(sheet, broken, line);
    const found = changes && changes.length > 1 ? shiftWithin(sheet, line, changes) : [];
    if (found.length > 0) shifts.push(found);
  }
  return shifts;
}

/** What the cells of a line must become if it alone is to blame for all of `broken`; undefined where it cannot be. */
function impliedBy(sheet: Sheet, broken: readonly number[], line: Line): Change[] | undefined {
  const { incidence, residuals, given } = sheet;
  if (broken.some((equation) => !line.equations.has(equation))) return undefined;
  const changes: Change[] = [];
  for (const cell of line.cells) {
    const deltas = (incidence.entries[cell] ?? [])
      .filter(({ equation }) => line.equations.get(equation) === 1)
      .map(({ equation, sign }) => -sign * (residuals[equation] ?? 0));
    const [delta = 0] = deltas;
    if (deltas.some((each) => each !== delta)) return undefined;
    const to = (sheet.values[cell] ?? 0) + delta;
    if (to < 0) return undefined;
    if (delta !== 0) changes.push({ cell, from: given[cell] ?? null, to });
  }
  return mends(sheet, broken, changes) ? changes : undefined;
}

function mends(
  { incidence, residuals, values }: Sheet,
  broken: readonly number[],
  changes: readonly Change[],
): boolean {
  const rest = new Map(broken.map((equation) => [equation, residuals[equation] ?? 0]));
  for (const { cell, to } of changes) {
    for (const { equation, sign } of incidence.entries[cell] ?? []) {
      rest.set(
        equation,
        (rest.get(equation) ?? residuals[equation] ?? 0) + sign * (to - (values[cell] ?? 0)),
      );
    }
  }
  return [...rest.values()].every((residual) => residual === 0);
}

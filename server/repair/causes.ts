import type { Form } from '../form/form';
import type { Diagnosis } from './explain';
import type { Operation } from './operations';
import { changesOf, keyOf } from './rank';
import { type Change, isAssumed, isDecided, type Sheet } from './sheet';

/** Something that went wrong once, apart from what else went wrong in the same table. */
export interface Cause {
  /** What it may have been, the best first: operations that belong together. */
  readonly alternatives: readonly (readonly Operation[])[];
  /** How many of the alternatives nothing tells from the best. */
  readonly tied: number;
  /** True where no other set of as few changes lets all equations hold. */
  readonly unique: boolean;
  /** True where all causes of the diagnosis are unique, and so is the repair of them together. */
  readonly jointly: boolean;
  /** The broken equations that it touches. */
  readonly concerns: readonly number[];
}

/**
 * Takes the explanations of a diagnosis apart: what all of them have in common and what can be undone by itself is a cause of
 * its own; so is what hangs together by the equations it touches. Empty where there is no explanation.
 */
export function causesOf(sheet: Sheet, diagnosis: Diagnosis): Cause[] {
  const { explanations, broken } = diagnosis;
  const [best] = explanations;
  if (!best) return [];
  const common = best.operations.filter(
    ({ changes }) =>
      explanations.every((each) => contains(each.changes, changes)) && standsAlone(sheet, broken, changes),
  );
  const shared = common.flatMap(({ changes }) => changes);
  const rests = explanations.map(({ operations, rank }) => ({
    operations: operations.filter(({ changes }) => !contains(shared, changes)),
    rank,
  }));
  const groups = groupsOf(
    sheet,
    rests.flatMap(({ operations }) => operations),
  );
  const causes = [
    ...common.map((operation) => causeOf(sheet, diagnosis, [{ operations: [operation], rank: 0 }])),
    ...groups.map((group) =>
      causeOf(
        sheet,
        diagnosis,
        rests.map(({ operations, rank }) => ({
          operations: operations.filter(({ changes }) => touches(sheet, changes, group)),
          rank,
        })),
      ),
    ),
  ];
  const jointly = causes.every(({ unique }) => unique);
  return causes.map((cause) => ({ ...cause, jointly }));
}

interface Rest {
  readonly operations: readonly Operation[];
  readonly rank: number;
}

function causeOf(sheet: Sheet, diagnosis: Diagnosis, rests: readonly Rest[]): Omit<Cause, 'jointly'> {
  const distinct = new Map<string, Rest>();
  for (const rest of rests) {
    const key = keyOf(changesOf(rest.operations));
    if (!distinct.has(key)) distinct.set(key, rest);
  }
  const alternatives = [...distinct.values()];
  const changes = changesOf(alternatives[0]?.operations ?? []);
  const effects = effectsOf(sheet, changes);
  return {
    alternatives: alternatives.map(({ operations }) => operations),
    tied: alternatives.filter(({ rank }) => rank === 0).length,
    unique:
      alternatives.length === 1 &&
      !diagnosis.open &&
      ![...effects.keys()].some((equation) => isAssumed(sheet, equation)) &&
      (changes.every(({ from }) => from === null) ||
        [...effects.keys()].every((equation) => isDecided(sheet, equation))) &&
      diagnosis.others.every((other) => contains(other, changes)),
    concerns: diagnosis.broken.filter((equation) => effects.has(equation)),
  };
}

/** Those of the broken equations that hold when nothing but `changes` is made. */
export function mendedBy(sheet: Sheet, broken: readonly number[], changes: readonly Change[]): number[] {
  const effects = effectsOf(sheet, changes);
  return broken.filter((equation) => effects.get(equation) === -(sheet.residuals[equation] ?? 0));
}

/**
 * Whether changes are for the sake of equations none of whose cells stands in another one: that a total disagrees with its parts does not
 * tell how many of them are wrong.
 */
export const isUnwatched = (sheet: Sheet, changes: readonly Change[]): boolean =>
  changes.some(({ from }) => from !== null) &&
  [...effectsOf(sheet, changes).keys()].every((equation) => standsApart(sheet.incidence.form, equation));

function standsApart({ equations, equationsOf }: Form, index: number): boolean {
  const { left = [], right = [] } = equations[index] ?? {};
  return [...left, ...right].every((cell) => equationsOf[cell]?.length === 1);
}

/** Says whether changes break an equation that holds. */
export const breaks = (sheet: Sheet, changes: readonly Change[]): boolean =>
  [...effectsOf(sheet, changes).keys()].some((equation) => sheet.residuals[equation] === 0);

/** By how much changes move the equations that they move: right − left. */
function effectsOf({ incidence, given }: Sheet, changes: readonly Change[]): Map<number, number> {
  const effects = new Map<number, number>();
  for (const { cell, to } of changes) {
    for (const { equation, sign } of incidence.entries[cell] ?? []) {
      effects.set(equation, (effects.get(equation) ?? 0) + sign * (to - (given[cell] ?? 0)));
    }
  }
  for (const [equation, effect] of effects) if (effect === 0) effects.delete(equation);
  return effects;
}

const contains = (all: readonly Change[], some: readonly Change[]): boolean =>
  some.every(({ cell, to }) => all.some((change) => change.cell === cell && change.to === to));

// Undone by itself it mends something and breaks nothing.
function standsAlone(sheet: Sheet, broken: readonly number[], changes: readonly Change[]): boolean {
  const touched = [...effectsOf(sheet, changes).keys()];
  const breaks = touched.some((equation) => sheet.residuals[equation] === 0);
  return (
    !breaks && (mendedBy(sheet, broken, changes).length > 0 || changes.every(({ from }) => from === null))
  );
}

// The equations that operations touch, those of one operation together.
function groupsOf(sheet: Sheet, operations: readonly Operation[]): ReadonlySet<number>[] {
  let groups: Set<number>[] = [];
  for (const { changes } of operations) {
    const own = new Set(effectsOf(sheet, changes).keys());
    const apart: Set<number>[] = [];
    for (const group of groups) {
      if ([...group].some((equation) => own.has(equation))) for (const equation of group) own.add(equation);
      else apart.push(group);
    }
    groups = [...apart, own];
  }
  return groups;
}

const touches = (sheet: Sheet, changes: readonly Change[], group: ReadonlySet<number>): boolean =>
  [...effectsOf(sheet, changes).keys()].some((equation) => group.has(equation));

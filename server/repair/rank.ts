import type { Span } from '../text/span';
import { gradesOf, type Operation, totalOf } from './operations';
import { implausible } from './plausibility';
import type { Change, Sheet } from './sheet';

/** A number that another text states: the narrative, or last year's report. */
export interface Claim {
  /** The sums of cells that it may rightly mean; it is met where one of them has its value. */
  readonly sums: readonly (readonly number[])[];
  readonly value: number;
  /** Where it is stated: in the report's own text, or in that of `document`. */
  readonly span?: Span;
  readonly document?: string;
}

/** What is known beside the equations. */
export interface Evidence {
  /** What the narrative states. */
  readonly narrative?: readonly Claim[];
  /** What last year's report states. */
  readonly lastYear?: readonly Claim[];
}

/** Changes after which the equations hold, told as operations. */
export interface Explanation {
  readonly operations: readonly Operation[];
  readonly changes: readonly Change[];
  /** 0 for the best; explanations that nothing tells apart have the same rank. */
  readonly rank: number;
}

/**
 * Orders explanations by the evidence: fewest operations; fewest fills; fewest statements elsewhere that agree with the table as
 * it is and would no longer; fewest changes that no slip explains; what the narrative
 * says; what last year's report says; totals before parts, where the total's own parts are otherwise consistent; how
 * far-fetched the slips are. What is equal in all of these has the same rank and stands in the order of the form.
 */
export function ranked(
  sheet: Sheet,
  candidates: readonly (readonly Operation[])[],
  evidence: Evidence,
): Explanation[] {
  const scored = candidates.map((operations) => {
    const changes = changesOf(operations);
    return { operations, changes, score: scoreOf(sheet, operations, changes, evidence) };
  });
  scored.sort((a, b) => compare(a.score, b.score) || compare(a.changes.map(place), b.changes.map(place)));
  let rank = 0;
  return scored.map(({ operations, changes, score }, index) => {
    const previous = scored[index - 1];
    if (previous && compare(previous.score, score) !== 0) rank++;
    return { operations, changes, rank };
  });
}

/** All changes of operations that were made one after the other, in the order of the form. */
export function changesOf(operations: readonly Operation[]): Change[] {
  const changes = new Map<number, Change>();
  for (const change of operations.flatMap((operation) => operation.changes)) {
    const first = changes.get(change.cell);
    changes.set(change.cell, first ? { ...change, from: first.from } : change);
  }
  return [...changes.values()].filter(({ from, to }) => from !== to).sort((a, b) => a.cell - b.cell);
}

/** Names changes: the same for the same. */
export const keyOf = (changes: readonly Change[]): string =>
  changes.map(({ cell, to }) => `${cell}:${to}`).join(' ');

function scoreOf(
  sheet: Sheet,
  operations: readonly Operation[],
  changes: readonly Change[],
  { narrative = [], lastYear = [] }: Evidence,
): number[] {
  const counted = operations.filter(({ kind }) => kind !== 'fill');
  return [
    counted.length,
    operations.length - counted.length,
    spoiltBy(sheet, changes, [...narrative, ...lastYear]),
    operations.filter((operation) => isFarFetched(operation, [...narrative, ...lastYear])).length,
    -supportOf(sheet, changes, narrative),
    -supportOf(sheet, changes, lastYear),
    -staleTotals(sheet, operations),
    gradesOf(operations),
  ];
}

// A figure that somebody states needs no slip to be believed.
function isFarFetched({ grade, changes }: Operation, claims: readonly Claim[]): boolean {
  const stated = ({ cell, to }: Change): boolean =>
    claims.some(
      ({ sums, value }) => value === to && sums.some(([only, ...more]) => only === cell && more.length === 0),
    );
  return grade >= implausible && !changes.every(stated);
}

/** How many claims the changes bring to agree, less those that they bring to disagree. */
const supportOf = (sheet: Sheet, changes: readonly Change[], claims: readonly Claim[]): number =>
  claims.length === 0 ? 0 : metBy(sheet, changes, claims) - metBy(sheet, [], claims);

/** How many claims agree with the figures once the changes are made. */
export function metBy({ values }: Sheet, changes: readonly Change[], claims: readonly Claim[]): number {
  const after = new Map(changes.map(({ cell, to }) => [cell, to]));
  const sum = (cells: readonly number[]): number =>
    cells.reduce((all, cell) => all + (after.get(cell) ?? values[cell] ?? 0), 0);
  return claims.filter(({ sums, value }) => sums.some((cells) => sum(cells) === value)).length;
}

/** How many claims agree with the figures as they are and would no longer once the changes are made. */
export const spoiltBy = (sheet: Sheet, changes: readonly Change[], claims: readonly Claim[]): number =>
  claims.filter((claim) => metBy(sheet, [], [claim]) > metBy(sheet, changes, [claim])).length;

// How many of the operations bring a total up to date whose parts all other equations confirm.
function staleTotals({ incidence, residuals }: Sheet, operations: readonly Operation[]): number {
  return operations.filter(({ kind, changes }) => {
    const equation = kind === 'recompute' ? totalOf(incidence, changes[0]?.cell ?? -1) : undefined;
    const parts = incidence.form.equations[equation ?? -1]?.left ?? [];
    const confirmed = (part: number): boolean =>
      (incidence.entries[part] ?? []).every(
        (entry) => entry.equation === equation || !residuals[entry.equation],
      );
    return equation !== undefined && parts.every(confirmed);
  }).length;
}

const place = ({ cell }: Change): number => cell;

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

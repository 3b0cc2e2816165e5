import type { ChangeRelation, Step } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { percentage } from './percentage';
import { valuesOf } from './wording';

// A change is a small system: two numbers, how many lie between them, what part of the earlier one that is, and which way. Where it does
// not hold, the reading under which most of what is printed holds is the one to be told.

/** Two numbers that a change may be between, and what of it is printed otherwise. */
export interface Reading {
  readonly now: number;
  readonly before: number;
  /** Whether another earlier number is printed. */
  readonly isBeforeOff: boolean;
  readonly off: readonly Step[];
}

/** Whether a step leads from one number to another, at the precision that is printed. */
export function fits({ rise, by, decimals, range }: Step, now: number, before: number): boolean {
  const difference = rise ? now - before : before - now;
  if (range) {
    const amount = by.unit === '%' ? (100 * difference) / before : difference;
    return before > 0 && range.low - noise <= amount && amount <= range.high + noise;
  }
  if (by.unit !== '%') return Math.abs(by.value - difference) < noise;
  return before > 0 && percentage.isAllowed(by.value, difference / before, decimals);
}

/** Binary fractions are not exact. */
const noise = 1e-6;

/** By how much a number has changed in the unit of a step, as the step prints it. */
export function amountOf({ by, decimals }: Step, { now, before }: Reading): string {
  const size = Math.abs(now - before);
  return by.unit === '%' ? percentage.printed(size / before, decimals) : String(Number(size.toFixed(4)));
}

/** The readings that the fewest printed numbers speak against, of the candidates for both numbers; the likelier ones first. */
export function readingsOf(
  { before: printed, steps }: ChangeRelation,
  nows: readonly number[],
  beforesOf: (now: number) => readonly number[],
): Reading[] {
  const readings = nows.flatMap((now) =>
    [...new Set(beforesOf(now))].map((before): Reading => {
      const off = steps.filter((step) => !fits(step, now, before));
      return { now, before, isBeforeOff: printed !== undefined && printed.value !== before, off };
    }),
  );
  const fewest = Math.min(...readings.map(countOff));
  return readings.filter((reading) => countOff(reading) === fewest);
}

const countOff = ({ isBeforeOff, off }: Reading): number => off.length + (isBeforeOff ? 1 : 0);

/** Whether nothing that is printed speaks against a reading. */
export const isWhole = (reading: Reading): boolean => countOff(reading) === 0;

/** What a change itself says that the earlier number was: as it is printed, and as each of its steps gives it. */
export const ownBefores =
  ({ before, steps }: ChangeRelation) =>
  (now: number): number[] =>
    [
      ...(before ? [before.value] : []),
      ...steps.flatMap((step) => impliedBefore(step, now, steps.length > 1 || before !== undefined)),
    ].filter((value) => value > 0);

/** The earlier number that a step gives. A percentage gives one only beside a number, and where it leaves no choice. */
function impliedBefore({ rise, by, decimals, range }: Step, now: number, isBeside: boolean): number[] {
  if (range) return [];
  const sign = rise ? 1 : -1;
  if (by.unit !== '%') return [now - sign * by.value];
  const ratio = (percent: number): number => now / (1 + (sign * percent) / 100);
  const likeliest = Math.round(ratio(by.value));
  const slack = Math.abs(ratio(by.value - 10 ** -decimals) - ratio(by.value));
  return isBeside && slack <= 1 ? [likeliest] : [];
}

/** Whether a change agrees with itself, as it is printed or with the number that the tables have for what has changed. */
export function isSound(report: Report, relation: ChangeRelation): boolean {
  const { before, steps, now } = relation;
  if (steps.length + (before ? 1 : 0) < 2) return true;
  const readings = readingsOf(relation, valuesOf(report, now), ownBefores(relation));
  return readings.length === 0 || readings.some(isWhole);
}

/** The later number: as it is printed, or where the tables contradict it as they have it. */
export function nowsOf(report: Report, { now }: ChangeRelation): number[] {
  const [printed = now.value, ...known] = valuesOf(report, now);
  return known.length > 0 ? known : [printed];
}

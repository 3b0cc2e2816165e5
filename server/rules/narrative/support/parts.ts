import type { PartsRelation } from '../../../report/relation';

/** A list that says nothing of being complete is taken for it where it comes so near. */
const nearly = 0.08;
/** Parts that come to so much more are of several kinds. */
const farther = 0.5;
/** With more parts than this the search for parts that overlap would take too long. */
const mostParts = 16;

/** What the parts come to. */
export const sumOfParts = ({ parts }: PartsRelation): number =>
  parts.reduce((sum, { value }) => sum + value, 0);

/** Whether the parts cannot be right beside the whole, or a list that is meant to be complete falls short of it. */
export function isOff(relation: PartsRelation): boolean {
  const { whole, parts, closed, open } = relation;
  const excess = sumOfParts(relation) - whole.value;
  if (excess === 0 || (parts.length === 1 && excess < 0)) return false;
  if (closed) return true;
  if (excess > 0) return parts.length === 1 || excess <= 2 || !overlaps(relation, excess);
  return !open && parts.length > 2 && -excess <= nearly * whole.value;
}

/**
 * Whether the parts may count some things twice: they come to far more than the whole, or without one or some of them the rest
 * makes it up.
 */
const overlaps = ({ whole, parts }: PartsRelation, excess: number): boolean =>
  excess > farther * whole.value ||
  hasSubset(
    parts.map(({ value }) => value),
    excess,
  );

function hasSubset(values: readonly number[], wanted: number): boolean {
  if (values.length > mostParts) return true;
  let sums = new Set([0]);
  for (const value of values) {
    sums = new Set([...sums, ...[...sums].map((sum) => sum + value)]);
  }
  return sums.has(wanted);
}

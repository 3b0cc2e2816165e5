import { brokenOf, type Change, changed, type Sheet } from './sheet';

/**
 * Cells each of which by itself accounts for all its equations, while no other cell does for any of them: what can be told where
 * too much is wrong for a search. Looks again after each round, for one error may hide another. Empty where there are none.
 */
export function evidentChanges(sheet: Sheet, equations: readonly number[]): Change[] {
  const changes: Change[] = [];
  for (let current = sheet; ; ) {
    const suspects = suspectsIn(current, brokenOf(current, equations)).filter(
      ({ cell }) => !changes.some((change) => change.cell === cell),
    );
    const clear = suspects.filter((one) =>
      suspects.every((other) => other === one || !shareEquation(sheet, one.cell, other.cell)),
    );
    if (clear.length === 0) return changes;
    changes.push(...clear);
    current = changed(current, clear);
  }
}

function suspectsIn({ incidence, given, residuals }: Sheet, broken: readonly number[]): Change[] {
  const cells = new Set(
    broken.flatMap((equation) => incidence.members[equation]?.map(({ cell }) => cell) ?? []),
  );
  return [...cells].flatMap((cell): Change[] => {
    const from = given[cell] ?? null;
    const [first, ...more] = (incidence.entries[cell] ?? []).map(
      ({ equation, sign }) => -sign * (residuals[equation] ?? 0),
    );
    if (from === null || !first || more.length === 0 || from + first < 0) return [];
    return more.every((delta) => delta === first) ? [{ cell, from, to: from + first }] : [];
  });
}

const shareEquation = ({ incidence }: Sheet, one: number, other: number): boolean =>
  (incidence.entries[one] ?? []).some(({ equation }) =>
    (incidence.entries[other] ?? []).some((entry) => entry.equation === equation),
  );

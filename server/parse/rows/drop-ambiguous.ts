import type { AlignBand, AlignRow, Assignment } from './align-runs';

/**
 * Assignments without those that are a guess: a row beside one that was not found, of the same width, whose figures may as well be
 * that one's, as no label tells the two apart; and so on to the next row. What is so given up is left over, and said to be.
 */
export function withoutGuesses(
  assignments: readonly Assignment[],
  bands: readonly AlignBand[],
  rows: readonly AlignRow[],
): readonly Assignment[] {
  const wanted = rows.flatMap(({ optional }, index) => (optional ? [] : [index]));
  const taken = new Map(
    assignments.flatMap((each) => rowsOf(each).map((row): [number, Assignment] => [row, each])),
  );
  if (wanted.every((row) => taken.has(row))) return assignments;
  const open = new Set<Assignment>();
  for (const order of [wanted, [...wanted].reverse()]) {
    for (const [place, row] of order.entries()) {
      const mine = taken.get(row);
      const before = order[place - 1];
      if (!mine || before === undefined) continue;
      const other = taken.get(before);
      const isFree = !other || (open.has(other) && other !== mine);
      if (isFree && rows[row]?.need === rows[before]?.need && !tells(bands[mine.first], row, before))
        open.add(mine);
    }
  }
  return assignments.filter((each) => !open.has(each));
}

const rowsOf = ({ row, rows }: Assignment): number[] => Array.from({ length: rows }, (_, at) => row + at);

/** Fragments of labels that speak a little more for one row than for another tell nothing. */
const margin = 1;

/** Says whether the labels around a band speak more for one row than for another. */
const tells = (band: AlignBand | undefined, row: number, other: number): boolean =>
  (band?.evidence.get(row) ?? 0) > (band?.evidence.get(other) ?? 0) + margin;

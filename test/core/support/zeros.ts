import { mapRows, type Sheet } from './layouts/sheet';
import { randomOf } from './random';

/** Which zeros of a report are written otherwise. */
export type ZeroHabit = 'all' | 'but totals' | 'some' | 'in most rows';

/** All habits. */
export const zeroHabits: readonly ZeroHabit[] = ['all', 'but totals', 'some', 'in most rows'];

/** A sheet with `sign` in the place of its zeros, '' for an empty cell; the same for the same seed. */
export function withZeros(sheet: Sheet, habit: ZeroHabit, sign: string, seed: number): Sheet {
  const random = randomOf(seed * 31 + 7);
  return mapRows(sheet, (row, table) => {
    const isKept = habit === 'in most rows' && random() < 0.15;
    const cells = row.cells.map((text, column) => {
      const isTotal = table !== 'proactiveDisclosure' && column === row.cells.length - 1;
      const stays =
        text !== '0' || isKept || (habit === 'but totals' && isTotal) || (habit === 'some' && random() < 0.5);
      return stays ? text : sign;
    });
    return { ...row, cells };
  });
}

/** A sheet as the official form comes, with nothing in any cell. */
export const untouched = (sheet: Sheet): Sheet =>
  mapRows(sheet, (row) => ({ ...row, cells: row.cells.map(() => '') }));

import type { Form } from '../../../server/form/form';

/**
 * All sets of exactly `count` figures that, rewritten with numbers from 0 to `most`, let every equation hold; by trying them all.
 * Each is named by its cells and their new figures, as in `3:5 7:0`, in order.
 */
export function trySets(
  form: Form,
  figures: readonly number[],
  { count, most }: { readonly count: number; readonly most: number },
): string[] {
  const found: string[] = [];
  const values = [...figures];
  const choose = (from: number, left: number, name: string): void => {
    if (left === 0) {
      if (balances(form, values)) found.push(name.trim());
      return;
    }
    for (let cell = from; cell < values.length; cell++) {
      const before = values[cell] ?? 0;
      for (let value = 0; value <= most; value++) {
        if (value === before) continue;
        values[cell] = value;
        choose(cell + 1, left - 1, `${name} ${cell}:${value}`);
      }
      values[cell] = before;
    }
  };
  choose(0, count, '');
  return found.sort();
}

const balances = ({ equations }: Form, values: readonly number[]): boolean =>
  equations.every(({ left, right }) => {
    let difference = 0;
    for (const cell of left) difference -= values[cell] ?? 0;
    for (const cell of right) difference += values[cell] ?? 0;
    return difference === 0;
  });

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addUpIn, type Order, ordersOf, rowsIn, type Size } from '../../../server/parse/cells/block-orders';

/** The places of a block as one would print it: part after part, each down its columns or along its rows. */
function printed(from: number, { count, width }: Size, order: Order): number[][] {
  const rows = Array.from({ length: count }, () => Array<number>(width).fill(-1));
  let at = from;
  const print = (first: number, end: number, isDown: boolean): void => {
    const columns = Array.from({ length: end - first }, (_, index) => first + index);
    const cells = isDown
      ? columns.flatMap((column) => rows.map((_, row) => [row, column] as const))
      : rows.flatMap((_, row) => columns.map((column) => [row, column] as const));
    for (const [row, column] of cells) rows[row]?.splice(column, 1, at++);
  };
  const left = (): void => print(0, order.left, order.leftDown);
  const right = (): void => print(order.left, width, order.rightDown);
  for (const part of order.rightFirst ? [right, left] : [left, right]) part();
  return rows;
}

const blocks = fc.record({
  from: fc.nat(3),
  count: fc.integer({ min: 1, max: 5 }),
  width: fc.integer({ min: 2, max: 7 }),
  pick: fc.nat(),
  addends: fc.array(fc.nat(9), { minLength: 60, maxLength: 60 }),
});

describe('the rows of a block of figures', () => {
  it('are those that were printed, in every order, and add up where those do', () =>
    fc.assert(
      fc.property(blocks, ({ from, count, width, pick, addends }) => {
        const orders = ordersOf(width);
        const order = orders[pick % orders.length] as Order;
        const rows = printed(from, { count, width }, order);
        const numbers: number[] = Array<number>(from).fill(0);
        for (const row of rows) {
          const others = row.slice(0, -1).map((place) => (numbers[place] = addends[place] ?? 0));
          numbers[row.at(-1) ?? 0] = others.reduce((sum, each) => sum + each, 0);
        }
        const size = { count, width };
        assert.deepEqual(rowsIn(from, size, order), rows);
        assert.ok(addUpIn(from, size, order, numbers));
        // One figure that is wrong, one that has no number and one that is not there.
        const last = rows.at(-1)?.at(-1) ?? 0;
        const ones = [...numbers.slice(0, from), ...numbers.slice(from).map(() => 1)];
        assert.ok(!addUpIn(from, size, order, numbers.with(last, (numbers[last] ?? 0) + 1)));
        assert.ok(!addUpIn(from, size, order, numbers.with(from, Number.NaN)));
        assert.ok(!addUpIn(from + 1, size, order, ones));
      }),
    ));
});

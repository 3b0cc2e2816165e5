import assert from 'node:assert/strict';
import { gradeOf, implausible, type Slip, slipOf } from '../../../server/repair/plausibility';

const cases: readonly (readonly [wrote: number, meant: number, slip: Slip])[] = [
  [81, 18, 'transposed'],
  [120, 102, 'transposed'],
  [1324, 1234, 'transposed'],
  [120, 12, 'extra-digit'],
  [112, 12, 'extra-digit'],
  [50, 5, 'extra-digit'],
  [5, 50, 'missing-digit'],
  [1304, 13045, 'missing-digit'],
  [12, 1200, 'factor'],
  [500, 5, 'factor'],
  [-5, 5, 'sign'],
  [-5, 6, 'none'],
  [128, 123, 'replaced-digit'],
  [3, 8, 'replaced-digit'],
  [7, 0, 'replaced-digit'],
  [9, 10, 'off-by-one'],
  [1, 0, 'off-by-one'],
  [0, 37, 'left-at-zero'],
  [37, 0, 'none'],
  [3112, 1213, 'none'],
  [321, 123, 'none'],
  [83, 20, 'none'],
];

describe('a slip', () => {
  for (const [wrote, meant, slip] of cases) {
    it(`from ${meant} to ${wrote} is ${slip}`, () => assert.equal(slipOf(wrote, meant), slip));
  }

  it('is plausible exactly where it has a name', () => {
    for (const [, , slip] of cases) assert.equal(gradeOf(slip) >= implausible, slip === 'none');
  });
});

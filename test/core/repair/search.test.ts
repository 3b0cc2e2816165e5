import assert from 'node:assert/strict';
import { incidenceOf } from '../../../server/repair/incidence';
import { keyOf } from '../../../server/repair/rank';
import { changeSets } from '../../../server/repair/search';
import { brokenOf, changed, type Sheet, sheetOf } from '../../../server/repair/sheet';
import { trySets } from '../support/brute-force';
import { below, randomOf } from '../support/random';
import { smallFacts, smallForm } from '../support/small-form';

const incidence = incidenceOf(smallForm);
const equations = smallForm.equations.map(({ index }) => index);
const plenty = { steps: 1e6 };

function spoilt(seed: number, errors: number, most: number): number[] {
  const random = randomOf(seed * 23 + errors);
  const figures = smallFacts(Array.from({ length: 6 }, () => below(random, 3)));
  for (let error = 0; error < errors; error++) figures[below(random, figures.length)] = below(random, most);
  return figures;
}

const found = (sheet: Sheet, retypes: number, most: number): string[] =>
  changeSets(sheet, equations, { retypes, fills: 0 }, { ...plenty })
    .filter((set) => set.every(({ to }) => to <= most))
    .map(keyOf)
    .sort();

describe('the search', () => {
  for (const [errors, most, tables] of [
    [1, 12, 40],
    [2, 12, 40],
    [3, 6, 25],
    [4, 4, 12],
  ] as const) {
    it(`finds exactly the smallest sets that trying everything finds, with up to ${errors} wrong`, () => {
      let compared = 0;
      for (let seed = 0; seed < tables; seed++) {
        const figures = spoilt(seed, errors, most);
        for (let count = 1; count <= errors; count++) {
          const expected = trySets(smallForm, figures, { count, most });
          if (expected.length === 0) continue;
          assert.deepEqual(found(sheetOf(incidence, figures), count, most), expected, `table ${seed}`);
          compared++;
          break;
        }
      }
      assert.ok(compared > tables / 2, `only ${compared} compared`);
    });
  }

  it('leaves the sheet as it was', () => {
    const sheet = sheetOf(incidence, spoilt(3, 2, 12));
    const before = structuredClone([sheet.values, sheet.residuals]);
    changeSets(sheet, equations, { retypes: 2, fills: 0 }, { ...plenty });
    assert.deepEqual([sheet.values, sheet.residuals], before);
  });

  it('finds nothing but counts that let everything hold', () => {
    for (let seed = 0; seed < 40; seed++) {
      const sheet = sheetOf(incidence, spoilt(seed, 3, 9));
      for (const set of changeSets(sheet, equations, { retypes: 3, fills: 0 }, { ...plenty })) {
        assert.deepEqual(brokenOf(changed(sheet, set), equations), []);
        assert.ok(set.every(({ to }) => Number.isInteger(to) && to >= 0));
      }
    }
  });

  it('takes no more steps than it may, and the same ones every time', () => {
    const figures = spoilt(5, 3, 9);
    const run = (steps: number) => {
      const budget = { steps };
      const sets = changeSets(sheetOf(incidence, figures), equations, { retypes: 3, fills: 0 }, budget);
      return { left: budget.steps, sets };
    };
    assert.equal(run(10).left, 0);
    assert.deepEqual(run(200), run(200));
    const all = run(1e6).sets.map(keyOf);
    assert.ok(run(200).sets.every((set) => all.includes(keyOf(set))));
  });

  it('fills what is lost, and needs no change for it', () => {
    const truth = smallFacts([2, 1, 3, 0, 1, 1]);
    const figures = truth.map((value, cell) => (cell === 6 || cell === 17 ? null : value));
    const sets = changeSets(sheetOf(incidence, figures), equations, { retypes: 0, fills: 8 }, { ...plenty });
    assert.deepEqual(sets, [
      [
        { cell: 6, from: null, to: 2 },
        { cell: 17, from: null, to: 1 },
      ],
    ]);
  });
});

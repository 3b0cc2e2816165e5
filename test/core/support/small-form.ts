import { column, defineForm, type EquationData } from '../../../server/form/define';

// A form like the statutory one in everything but size, small enough to try all figures.

const columns = [column('x', '甲'), column('y', '乙'), column('total', '总计')];
const rows = ['received', 'carriedOver', 'results.a', 'results.b', 'results.total', 'carriedForward'];

const rowTotals = rows.map(
  (row): EquationData => ({
    rule: 'row-total',
    name: `「${row}」行`,
    left: [`applications.${row}.x`, `applications.${row}.y`],
    right: [`applications.${row}.total`],
  }),
);

const down = columns.flatMap(({ id }): EquationData[] => {
  const at = (row: string): string => `applications.${row}.${id}`;
  return [
    {
      rule: 'results-total',
      name: `「${id}」列`,
      left: [at('results.a'), at('results.b')],
      right: [at('results.total')],
    },
    {
      rule: 'flow-balance',
      name: `「${id}」列`,
      left: [at('received'), at('carriedOver')],
      right: [at('results.total'), at('carriedForward')],
    },
  ];
});

/** Six rows of three figures, with the equations of 表三. */
export const smallForm = defineForm({
  edition: '2021',
  notice: '',
  sections: [],
  tables: [
    {
      id: 'applications',
      name: '表三',
      headers: [],
      rows: rows.map((row) => ({ id: `applications.${row}`, label: row, columns })),
    },
  ],
  equations: [...rowTotals, ...down],
});

/** Figures of the small form that balance, from the parts of its two results and what is carried over and forward. */
export function smallFacts([
  ax = 0,
  ay = 0,
  bx = 0,
  by = 0,
  over = 0,
  forward = 0,
]: readonly number[]): number[] {
  const line = (x: number, y: number): number[] => [x, y, x + y];
  const carried = Math.min(over, ax + bx + forward);
  return [
    ...line(ax + bx + forward - carried, ay + by),
    ...line(carried, 0),
    ...line(ax, ay),
    ...line(bx, by),
    ...line(ax + bx, ay + by),
    ...line(forward, 0),
  ];
}

import { type Equation, type TableId, tableOf } from '../form/form';
import { type Balance, balanceOf } from './balance';
import { isEmpty, type Report } from './report';

/** The report as it would be if cell `index` stated `value`; everything else is the same. */
export function withCount(report: Report, index: number, value: number): Report {
  const cells = [...report.cells];
  cells[index] = { kind: 'count', value, span: report.cells[index]?.span ?? { start: 0, end: 0 } };
  return { ...report, cells };
}

/** The report as it would be if cells stated these values. */
export const withCounts = (report: Report, values: ReadonlyMap<number, number>): Report =>
  [...values].reduce((all, [index, value]) => withCount(all, index, value), report);

/** How many equations of a table can be decided and do not hold. */
export function brokenCount(report: Report, table: TableId): number {
  let broken = 0;
  for (const equation of report.form.equations) {
    if (equation.table === table && (balanceOf(report, equation)?.difference ?? 0) !== 0) broken++;
  }
  return broken;
}

/** What an equation says that a cell has to be. */
export interface Implied {
  readonly value: number;
  readonly equation: Equation;
}

/**
 * What each equation of cell `index` implies for it, in the form's order; more than one value where they contradict each other, none
 * where no equation has this cell as its only unknown.
 */
export function impliedBy(report: Report, index: number): Implied[] {
  const without = withCount(report, index, 0);
  return (report.form.equationsOf[index] ?? []).flatMap((each): Implied[] => {
    const equation = report.form.equations[each];
    const balance = equation && balanceOf(without, equation);
    if (!equation || !balance || (balance.assumed && !mustBeZeros(report, balance, index))) return [];
    const value = equation.left.includes(index) ? balance.difference : -balance.difference;
    return value >= 0 && Number.isInteger(value) ? [{ value: value + 0, equation }] : [];
  });
}

/** The counts that are implied for cell `index`, each once. */
export const impliedCounts = (report: Report, index: number): number[] => [
  ...new Set(impliedBy(report, index).map(({ value }) => value)),
];

/**
 * The one count that the equations imply for each of `cells`, whatever stands there now, as far as they tell: what one of them has to be
 * may tell what another has to be.
 */
export function impliedAmong(report: Report, cells: readonly number[]): Map<number, number> {
  const implied = new Map<number, number>();
  let known = withBlanks(report, cells);
  for (let before = -1; implied.size > before; ) {
    before = implied.size;
    for (const index of cells) {
      if (implied.has(index)) continue;
      const [value, ...others] = impliedCounts(known, index);
      if (value === undefined || others.length > 0) continue;
      implied.set(index, value);
      known = withCount(known, index, value);
    }
  }
  return implied;
}

function withBlanks(report: Report, places: readonly number[]): Report {
  const cells = [...report.cells];
  for (const index of places) {
    const { start } = report.cells[index]?.span ?? { start: 0 };
    cells[index] = { kind: 'blank', span: { start, end: start } };
  }
  return { ...report, cells };
}

// Where other cells are empty too nothing is implied, unless the sides are equal without them and all of them stand on one side.
function mustBeZeros({ cells }: Report, { equation, difference }: Balance, cell: number): boolean {
  const isOpen = (side: readonly number[]): boolean =>
    side.some((index) => index === cell || isEmpty(cells[index]));
  return difference === 0 && !(isOpen(equation.left) && isOpen(equation.right));
}

/**
 * The empty cells of a table that cannot stand for 0, by index, with the one count that the equations imply for each. Empty where
 * there are none, or where they may stand for 0 for all that can be told.
 */
export function impliedBlanks(report: Report, table: TableId): Map<number, number> {
  const implied = new Map<number, number>();
  const { firstCell, size } = extentOf(report, table);
  // What one cell has to be may tell what another has to be.
  for (let [known, before] = [report, -1]; implied.size > before; ) {
    before = implied.size;
    for (let index = firstCell; index < firstCell + size; index++) {
      if (!isEmpty(known.cells[index]) || !report.form.equationsOf[index]?.length) continue;
      const [value = 0, ...others] = impliedCounts(known, index);
      if (value === 0 || others.length > 0) continue;
      implied.set(index, value);
      known = withCount(known, index, value);
    }
  }
  return implied;
}

function extentOf({ form }: Report, table: TableId): { firstCell: number; size: number } {
  const { rows } = tableOf(form, table);
  const size = rows.reduce((sum, { columns }) => sum + columns.length, 0);
  return { firstCell: rows[0]?.firstCell ?? 0, size };
}

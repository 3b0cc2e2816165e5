import type { TableId } from '../../../form/form';
import { brokenCount } from '../../../report/implied';
import type { Filed } from '../../../report/neighbours';
import type { Report } from '../../../report/report';
import { say } from '../../../text/say';
import type { Context } from '../../rule';

/** A cell whose figure is not the sum of those of the parts. */
export interface Off {
  readonly index: number;
  readonly own: number;
  readonly sum: number;
}

/** The reports of the agencies that belong to this one, where all are at hand, on its year and in its form; else empty. */
export function comparable({ report, neighbours }: Context): readonly Filed[] {
  const { found = [], missing = [] } = neighbours?.parts ?? {};
  const year = report.year?.value;
  const isLike = (part: Report): boolean => part.form === report.form && part.year?.value === year;
  const isWhole = missing.length === 0 && year !== undefined;
  return isWhole && found.every((part) => isLike(part.report)) ? found : [];
}

/** The cells of a table that differ from the sums of the parts, those that are themselves sums first; cells without a count are none. */
export function differencesIn(report: Report, parts: readonly Filed[], table: TableId): Off[] {
  const off = report.form.cells.flatMap(({ index, table: own }) =>
    own === table ? (offAt(report, parts, index) ?? []) : [],
  );
  const isTotal = ({ index }: Off): boolean => report.form.cells[index]?.path.endsWith('.total') ?? false;
  return off.toSorted((a, b) => Number(isTotal(b)) - Number(isTotal(a)));
}

function offAt(report: Report, parts: readonly Filed[], index: number): Off | undefined {
  const cell = report.cells[index];
  if (cell?.kind !== 'count') return undefined;
  let sum = 0;
  for (const part of parts) {
    const own = part.report.cells[index];
    if (own?.kind !== 'count') return undefined;
    sum += own.value;
  }
  // Amounts of money have decimals, whose sums are not exact.
  return Math.abs(sum - cell.value) < 1e-6
    ? undefined
    : { index, own: cell.value, sum: Number(sum.toFixed(6)) };
}

/** The parts whose own equations in a table do not hold. */
export const brokenParts = (parts: readonly Filed[], table: TableId): Filed[] =>
  parts.filter(({ report }) => brokenCount(report, table) > 0);

/** In words what a single part explains: that it was left out or counted twice; empty where none or several of them would. */
export function explanation(parts: readonly Filed[], off: readonly Off[]): string {
  const [first] = off;
  const table = parts[0]?.report.form.cells[first?.index ?? -1]?.table;
  const isAll = ({ report }: Filed, sign: number): boolean =>
    report.form.cells.every(({ index, table: own }) => {
      const cell = report.cells[index];
      if (own !== table || cell?.kind !== 'count') return true;
      const { own: here = 0, sum = 0 } = off.find((each) => each.index === index) ?? {};
      return Math.abs(here - sum - sign * cell.value) < 1e-6;
    });
  const onlyOne = (sign: number): string | undefined => {
    const [one, ...more] = parts.filter((part) => isAll(part, sign));
    return one && more.length === 0 ? (one.report.agency?.value ?? '') : undefined;
  };
  const left = onlyOne(-1);
  if (left !== undefined) return say`，正好像是“${left}”没有计入`;
  const twice = onlyOne(1);
  return twice === undefined ? '' : say`，正好像是“${twice}”计了两次`;
}

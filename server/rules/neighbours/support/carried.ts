import { tableOf } from '../../../form/form';
import type { Report } from '../../../report/report';

/** A column of 表三 in which last year's report says what this year's has to have carried over. */
export interface Carried {
  /** The column's label. */
  readonly label: string;
  /** The cell 上年结转 of this year, and the cell 结转下年度 of last year. */
  readonly over: number;
  readonly forward: number;
  readonly before: number;
  /** What this year's report states; null where it states no count. */
  readonly now: number | null;
}

/** The columns in which last year's report states what was carried forward, in the form's order. */
export function carriedOf(report: Report, lastYear: Report): Carried[] {
  const over = rowOf(report, 'applications.carriedOver');
  const forward = rowOf(lastYear, 'applications.carriedForward');
  if (!over || !forward) return [];
  return over.columns.flatMap(({ label }, column): Carried[] => {
    const places = { over: over.firstCell + column, forward: forward.firstCell + column };
    const now = report.cells[places.over];
    const before = lastYear.cells[places.forward];
    if (before?.kind !== 'count') return [];
    return [{ label, ...places, before: before.value, now: now?.kind === 'count' ? now.value : null }];
  });
}

const rowOf = ({ form }: Report, id: string) =>
  tableOf(form, 'applications').rows.find((row) => row.id === id);

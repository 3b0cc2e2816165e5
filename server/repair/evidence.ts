import { cellAt, type Form, tableOf } from '../form/form';
import { claimedValues } from '../report/agreement';
import type { Related } from '../report/finding';
import type { Filed } from '../report/neighbours';
import { cellInWords } from '../report/told';
import type { Context } from '../rules/rule';
import { listed, say } from '../text/say';
import { type Claim, type Evidence, metBy } from './rank';
import type { Change, Sheet } from './sheet';

/** What the report's narrative states of its cells, and what last year's report does where it is at hand. */
export function evidenceOf({ report, neighbours }: Context): Evidence {
  const { lastYear } = neighbours ?? {};
  return {
    narrative: claimedValues(report.claims),
    lastYear: lastYear ? carriedOn(report.form, lastYear) : [],
  };
}

// What last year's report carried forward is what this one has carried over, in every column.
function carriedOn(form: Form, { document, report }: Filed): Claim[] {
  const row = tableOf(form, 'applications').rows.find(({ id }) => id === 'applications.carriedOver');
  return (row?.columns ?? []).flatMap(({ id }, column): Claim[] => {
    const stated = report.cells[cellAt(report.form, `applications.carriedForward.${id}`)];
    if (stated?.kind !== 'count') return [];
    const { value, span } = stated;
    return [{ sums: [[(row?.firstCell ?? 0) + column]], value, span, document }];
  });
}

/**
 * What else states the figures that changes put in, or agrees with the table only once they are made, to be added to a sentence:
 * 与正文所述一致; empty where nothing does.
 */
export function supportIn(
  sheet: Sheet,
  { narrative = [], lastYear = [] }: Evidence,
  changes: readonly Change[],
): string {
  const supports = (claim: Claim): boolean =>
    states(claim, changes) ||
    completes(sheet, claim, changes) ||
    metBy(sheet, changes, [claim]) > metBy(sheet, [], [claim]);
  const sources = [
    ...(narrative.some(supports) ? [say`正文所述`] : []),
    ...(lastYear.some(supports) ? [say`上年报告`] : []),
  ];
  if (sources.length === 0) return '';
  return sources.length > 1 ? say`与${listed(sources)}都一致` : say`与${listed(sources)}一致`;
}

/** The places in last year's report that state the figures that changes put in. */
export function placesLastYear(
  form: Form,
  { lastYear = [] }: Evidence,
  changes: readonly Change[],
): Related[] {
  return lastYear.flatMap((claim): Related[] => {
    const { span, document, value, sums } = claim;
    if (!span || document === undefined || !states(claim, changes)) return [];
    const cell = cellInWords(form, sums[0]?.[0] ?? -1);
    return [{ span, document, message: say`上年报告结转下年度继续办理的是 ${value}，即本年${cell}` }];
  });
}

/** Says whether last year's report states every figure that changes put in. */
export const isAsLastYear = ({ lastYear = [] }: Evidence, changes: readonly Change[]): boolean =>
  changes.length > 0 && changes.every((change) => lastYear.some((claim) => states(claim, [change])));

// One of its sums takes in what the changes put in, and comes to its value only with that.
function completes({ values }: Sheet, { sums, value }: Claim, changes: readonly Change[]): boolean {
  const after = new Map(changes.map(({ cell, to }) => [cell, to]));
  return sums.some((cells) => {
    if (!cells.some((cell) => after.has(cell))) return false;
    const sumOf = (of: (cell: number) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0);
    const now = (cell: number): number => values[cell] ?? 0;
    return sumOf((cell) => after.get(cell) ?? now(cell)) === value && sumOf(now) !== value;
  });
}

// Of a single cell it states what the changes put there.
const states = ({ sums, value }: Claim, changes: readonly Change[]): boolean =>
  changes.some(
    ({ cell, to }) => to === value && sums.some((cells) => cells.length === 1 && cells[0] === cell),
  );

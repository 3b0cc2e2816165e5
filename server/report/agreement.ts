import type { Form } from '../form/form';
import { findingByPlace, type Span } from '../text/span';
import type { CellSum, Claim } from './claim';
import { type Report, valueOf } from './report';

/**
 * Whether the tables confirm a claim; `partly` where it says of several that there are none and only some are; `unknown` where the cells
 * that it may mean cannot all be read.
 */
export type Agreement = 'agrees' | 'partly' | 'differs' | 'unknown';

/** Holds a claim against the tables; several rules ask the same, and what was found is kept as long as the tables are. */
export function agreementOf(report: Report, claim: Claim): Agreement {
  const held = agreements.get(report.cells) ?? new WeakMap<Claim, Agreement>();
  const known = held.get(claim);
  if (known !== undefined) return known;
  const found = agreementIn(report, claim);
  agreements.set(report.cells, held.set(claim, found));
  return found;
}

const agreements = new WeakMap<Report['cells'], WeakMap<Claim, Agreement>>();

/** 无结转, 结转 0 件: said of either year. */
const saysNone = ({ kind, subject, high }: Claim): boolean =>
  kind === 'none' || (subject === 'carried' && high === 0);

function agreementIn(report: Report, claim: Claim): Agreement {
  const agreeing = agreeingSums(report, claim);
  if (agreeing.length > 0)
    return saysNone(claim) && agreeing.length < claim.sums.length ? 'partly' : 'agrees';
  const isOpen = claim.sums.some(
    ({ cells, rare }) => !rare && (Number.isNaN(sumOf(report, cells)) || hasGaps(report, cells)),
  );
  return isOpen ? 'unknown' : 'differs';
}

/** Whether a claim is held against the tables: beyond doubt, or because it agrees with them. */
export const isTelling = (report: Report, claim: Claim): boolean =>
  claim.firm || agreementOf(report, claim) === 'agrees';

/** The claims whose words begin at a place of the text, in the order of the report. */
export const claimsAt = ({ claims }: Pick<Report, 'claims'>, start: number): readonly Claim[] =>
  byStart(claims, start);

const byStart = findingByPlace<Claim>(({ span }) => [span.start]);

/** The claim that a number of the text makes; undefined where it makes none that is held against the tables. */
export const claimOf = (report: Report, { start }: Span): Claim | undefined =>
  claimsAt(report, start).find((claim) => claim.kind === 'number' && isTelling(report, claim));

/** The sums that a claim agrees with; empty where it agrees with none. */
export const agreeingSums = (report: Report, claim: Claim): CellSum[] =>
  claim.sums.filter(
    (sum) =>
      allows(claim, sumOf(report, sum.cells) - sum.less) ||
      spellings(report, sum).some((value) => allows(claim, value - sum.less)),
  );

/** The value of a sum of cells, blanks and marks read as 0; NaN where a cell is absent or unreadable. */
export function sumOf({ cells }: Report, indices: readonly number[]): number {
  let sum = 0;
  for (const index of indices) {
    const cell = cells[index];
    if (cell?.kind === 'blank' || cell?.kind === 'mark' || cell?.kind === 'merged') continue;
    sum += valueOf(cell) ?? Number.NaN;
  }
  return sum;
}

/** Binary fractions do not add up to the last place. */
const noise = 1e-9;

/** The claims that are made in the same words: 复议、诉讼均未发生 makes two. The claim itself is among them. */
export const claimsWith = (report: Report, { span, kind }: Claim): Claim[] =>
  claimsAt(report, span.start).filter((other) => other.kind === kind);

/** Whether the words of a claim allow a value; an amount of money may be told more exactly than the table has it. */
export function allows({ low, high, unit }: Claim, value: number): boolean {
  const decimals = /\.(\d+)$/u.exec(String(value))?.[1]?.length ?? 0;
  const last = 1 / 10 ** decimals;
  // What the words leave open is as wide as their own last place, or wider.
  const isTellingMore = unit.endsWith('元') && decimals > 0 && high - low < last;
  const slack = noise + (isTellingMore ? last / 2 : 0);
  return low - slack <= value && value <= high + slack;
}

const hasGaps = ({ cells }: Report, indices: readonly number[]): boolean =>
  indices.some((index) => cells[index]?.kind === 'blank' || cells[index]?.kind === 'mark');

/**
 * What a sum comes to where a total in it is replaced by its parts: a claim that the parts confirm is no mistake of the
 * narrative when the table's own total is wrong.
 */
function spellings(report: Report, { cells }: CellSum): number[] {
  const parts = cells.map((cell) => partsOf(report, cell));
  const single = cells.flatMap((cell, index) =>
    (parts[index] ?? []).map((own) => sumOf(report, [...cells.filter((each) => each !== cell), ...own])),
  );
  const all = cells.flatMap((cell, index) => parts[index]?.[0] ?? [cell]);
  return cells.length > 1 ? [...single, sumOf(report, all)] : single;
}

/** The sums of cells that a total stands for; empty for a cell that is none. */
function partsOf({ form }: Report, cell: number): readonly (readonly number[])[] {
  const known = partsByCell.get(form) ?? form.cells.map(({ index }) => sumsWithTotal(form, index));
  partsByCell.set(form, known);
  return known[cell] ?? [];
}

const partsByCell = new WeakMap<Form, readonly (readonly (readonly number[])[])[]>();

const sumsWithTotal = (form: Form, cell: number): (readonly number[])[] =>
  (form.equationsOf[cell] ?? []).flatMap((index) => {
    const { left = [], right = [] } = form.equations[index] ?? {};
    return right.length === 1 && right[0] === cell ? [left] : [];
  });

/** A claim as evidence for the tables: sums of cells of which one should have this value. */
export interface ClaimedValue {
  readonly sums: readonly (readonly number[])[];
  readonly value: number;
  readonly span: Span;
}

/** The claims that state one exact number, as evidence when a table contradicts itself. Claims that are not firm are none. */
export function claimedValues(claims: readonly Claim[]): ClaimedValue[] {
  return claims.flatMap(({ firm, low, high, sums, span }) => {
    const meant = sums.filter(({ less }) => less === 0).map(({ cells }) => cells);
    return firm && low === high && meant.length > 0 ? [{ sums: meant, value: low, span }] : [];
  });
}

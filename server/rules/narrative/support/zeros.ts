import type { TableId } from '../../../form/form';
import { agreementOf } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import { type Report, tableReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import type { Context } from '../../rule';
import { type ToldCase, toldCases } from './told-cases';

/** So many claims have to speak of cases before a table of zeros is taken for one that was not filled in. */
const leastClaims = 2;

/** A table that states nothing but zeros, and what speaks of cases in it: claims, or words without a number. */
export interface ZeroTable {
  readonly table: TableId;
  readonly claims: readonly Claim[];
  readonly told: readonly Span[];
}

/** The tables of zeros beside which the text speaks of cases; empty where there are none. */
export function zeroTables(context: Context): ZeroTable[] {
  const { report } = context;
  let all: ToldCase[] | undefined;
  return report.form.tables.flatMap(({ id }) => {
    const reading = tableReading(report, id);
    if (!reading?.readable || !isAllZero(report, id)) return [];
    const claims = report.claims.filter(
      (claim) =>
        claim.firm && claim.low > 0 && isAbout(report, claim, id) && agreementOf(report, claim) === 'differs',
    );
    if (claims.length >= leastClaims) return [{ table: id, claims, told: [] }];
    all ??= toldCases(context);
    const told = all.filter(({ table }) => table === id).map(({ span }) => span);
    return told.length > 0 ? [{ table: id, claims, told }] : [];
  });
}

function isAllZero({ form, cells }: Report, table: TableId): boolean {
  const own = form.cells.filter((cell) => cell.table === table).map(({ index }) => cells[index]);
  const counts = own.filter((cell) => cell?.kind === 'count');
  const others = own.filter((cell) => cell?.kind === 'text');
  return (
    others.length === 0 &&
    counts.length > own.length / 2 &&
    counts.every((cell) => cell?.kind === 'count' && cell.value === 0)
  );
}

const isAbout = ({ form }: Report, { sums }: Claim, table: TableId): boolean =>
  sums.every(({ cells }) => cells.every((cell) => form.cells[cell]?.table === table));

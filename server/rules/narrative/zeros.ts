import type { TableId } from '../../form/form';
import { agreementOf, type Claim } from '../../report/claim';
import { type Report, tableReading } from '../../report/report';

/** So many claims have to speak of cases before a table of zeros is taken for one that was not filled in. */
const leastClaims = 2;

/** The tables that state nothing but zeros, with the claims that speak of cases in them; empty where there are none. */
export function zeroTables(report: Report): { readonly table: TableId; readonly claims: readonly Claim[] }[] {
  return report.form.tables.flatMap(({ id }) => {
    const reading = tableReading(report, id);
    if (!reading?.readable || !isAllZero(report, id)) return [];
    const claims = report.claims.filter(
      (claim) =>
        claim.firm && claim.low > 0 && isAbout(report, claim, id) && agreementOf(report, claim) === 'differs',
    );
    return claims.length < leastClaims ? [] : [{ table: id, claims }];
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

import { sumOf } from '../../../report/agreement';
import type { Claim } from '../../../report/claim';
import type { Report } from '../../../report/report';

/** The claims that all was settled (均已办结) while something is left over of which the text says nothing; in the order of the text. */
export const leftOver = (report: Report): Claim[] =>
  report.claims.filter((claim) => claim.firm && claim.kind === 'all' && isLeftOver(report, claim));

/** Whether something is left over of which the text says nothing: who tells of it elsewhere has not forgotten it. */
function isLeftOver(report: Report, { sums, subject }: Claim): boolean {
  const told = report.claims.some(
    (other) =>
      other.kind === 'number' &&
      other.low > 0 &&
      (other.subject === subject ? isOfSame(other.sums, sums) : other.subject === 'carried'),
  );
  return !told && sums.every(({ cells }) => sumOf(report, cells) > 0);
}

/** Whether sums of outcomes have a cell in common: 维持 1 件 tells nothing of what is pending. */
const isOfSame = (some: Claim['sums'], others: Claim['sums']): boolean =>
  some.some(({ cells }) => others.some((other) => other.cells.some((cell) => cells.includes(cell))));

/** What says once more in other words that nothing is left over: 全部办结，无遗留. One cause is told once, where `all` is. */
export const deniedBeside = (report: Report, all: readonly Claim[]): Claim[] =>
  report.claims.filter(
    ({ firm, kind, sums }) => firm && kind === 'none' && all.some((each) => areEqual(each.sums, sums)),
  );

const areEqual = (some: Claim['sums'], others: Claim['sums']): boolean =>
  some.length === others.length && some.every(({ cells }, at) => cells.join() === others[at]?.cells.join());

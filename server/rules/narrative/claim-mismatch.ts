import { agreementOf } from '../../report/agreement';
import type { Claim } from '../../report/claim';
import { mark, say } from '../../text/say';
import { exchangedOf } from '../exchanged';
import { type Pair, pairOf } from '../neighbours/support/last-year';
import { quoted } from '../quoted';
import { type Context, rule, type Yield } from '../rule';
import { cellRepairsOf } from './support/cell-repairs';
import { comparedRows } from './support/compared';
import { isLastYears, leftStanding } from './support/last-years';
import { deniedBeside, leftOver } from './support/left-over';
import { movedOf } from './support/moved';
import { movedFinding } from './support/moved-finding';
import { refutedIn } from './support/refuted';
import { meaningsOf, relatedCells, repairsOf, valuesInWords } from './support/wording';

export default rule({
  id: 'claim-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文字部分的数与表格不一致',
  summaryEn: 'A number in the text differs from the tables',
  basis: mark`文字与表格报告的是同一年度的同样内容（《条例》第四十九条、第五十条）`,
  fixable: true,

  *check(context) {
    const { report } = context;
    yield* comparedRows(report);
    const pair = pairOf(context);
    const standing = pair && leftStanding(pair);
    const refuted = refutedIn(report);
    const denied = deniedBeside(report, leftOver(report));
    // 均已办结 is another rule's, and so is 无遗留 beside it.
    const wrong = report.claims.filter(
      (claim) =>
        (claim.firm || standing?.has(claim) || refuted.has(claim)) &&
        claim.kind !== 'all' &&
        !denied.includes(claim) &&
        agreementOf(report, claim) === 'differs',
    );
    const exchanged = exchangedOf(context)?.claims ?? [];
    const moved = movedOf(report, wrong);
    const finding = moved && movedFinding(context, moved);
    if (finding) yield finding;
    for (const claim of wrong)
      if (!exchanged.includes(claim) && !(finding && moved.claims.includes(claim)))
        yield findingOf(context, claim, pair, refuted.has(claim));
  },
});

function findingOf({ report }: Context, claim: Claim, pair: Pair | undefined, isRefuted: boolean): Yield {
  const isStale = pair !== undefined && isLastYears(pair, claim);
  const meanings = meaningsOf(report, claim);
  const { shown } = report;
  const phrase = quoted(shown, claim.phrase);
  const values = valuesInWords(meanings, claim);
  return {
    span: claim.span,
    message: isStale
      ? say`文中说“${phrase}”，与 ${pair.year - 1} 年报告的数相同，${values}，请核对`
      : say`文中说“${phrase}”，${values}，请核对`,
    related: relatedCells(report, claim),
    cells: [...new Set(claim.sums.flatMap(({ cells }) => cells))].map(
      (index) => report.form.cells[index]?.path ?? '',
    ),
    // Nobody wants last year's number in the table, nor one that its own sentence speaks against.
    repairs: [
      ...repairsOf(shown, claim, meanings),
      ...(isStale || isRefuted ? [] : cellRepairsOf(report, claim)),
    ],
  };
}

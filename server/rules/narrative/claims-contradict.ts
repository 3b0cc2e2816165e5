import { agreementOf, sumOf } from '../../report/agreement';
import type { Claim } from '../../report/claim';
import type { Report } from '../../report/report';
import { mark, say } from '../../text/say';
import { quoted } from '../quoted';
import { type Context, rule, type Yield } from '../rule';
import { deniedBeside, leftOver } from './support/left-over';
import { relatedCells } from './support/wording';

export default rule({
  id: 'claims-contradict',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文字自相矛盾，或“均已办结”而仍有结转',
  summaryEn: 'The text contradicts itself, or says that all is settled while cases are carried forward',
  basis: mark`文字与表格报告的是同一年度的同样内容（《条例》第四十九条、第五十条）`,
  fixable: false,

  *check(context) {
    const { report } = context;
    const left = leftOver(report);
    // 办结率100%，全部按时办结: the same twice.
    for (const claim of left) {
      const same = left.filter((each) => isSame(each, claim));
      if (same[0] === claim)
        yield notAll(context, claim, [...same.slice(1), ...deniedBeside(report, [claim])]);
    }
    yield* contradictions(context);
  },
});

function notAll({ report }: Context, claim: Claim, again: readonly Claim[]): Yield {
  const [sum] = claim.sums;
  const value = sum ? sumOf(report, sum.cells) : 0;
  return {
    span: claim.span,
    message: say`文中说“${words(report, claim)}”，表中${sum?.name ?? ''}却是 ${value}，请核对`,
    related: [
      ...again.map((each) => ({ span: each.span, message: `“${words(report, each)}”` })),
      ...relatedCells(report, claim),
    ],
    cells: sum?.cells.map((index) => report.form.cells[index]?.path ?? '') ?? [],
  };
}

/** 未收到 and a number of the same, where no table tells which is right. */
function* contradictions({ report }: Context): Generator<Yield> {
  const firm = report.claims.filter((claim) => claim.firm && agreementOf(report, claim) === 'unknown');
  for (const claim of firm.filter(({ kind }) => kind === 'none')) {
    const other = firm.find((each) => each.kind === 'number' && each.low > 0 && isSame(each, claim));
    if (!other) continue;
    yield {
      span: claim.span,
      message: say`这里说“${words(report, claim)}”，另一处说“${words(report, other)}”，请核对`,
      related: [{ span: other.span, message: `“${words(report, other)}”` }],
    };
  }
}

const words = ({ shown }: Report, { phrase }: Claim): string => quoted(shown, phrase);

const isSame = (a: Claim, b: Claim): boolean =>
  a.subject === b.subject && a.sums[0]?.name === b.sums[0]?.name;

import { agreementOf, type PartsRelation } from '../../report/claim';
import type { Report } from '../../report/report';
import { rule } from '../rule';
import { isOff, sumOfParts } from './parts';
import { rewritten } from './rewritten';

export default rule({
  id: 'parts-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '“其中”各项之和与总数不一致',
  summaryEn: 'The parts that a sentence lists do not add up to its total',
  basis: '文字自身的数应当相合',
  fixable: true,

  *check({ report, text }) {
    for (const relation of report.relations) {
      if (relation.kind !== 'parts' || !isOff(relation) || isTold(report, relation)) continue;
      const { whole, parts } = relation;
      const sum = sumOfParts(relation);
      const list = parts.map(({ value }) => value).join('＋');
      const printed = text.slice(whole.span.start, whole.span.end);
      const newText = rewritten(printed, sum);
      yield {
        span: whole.span,
        message:
          parts.length === 1
            ? `“其中”的 ${sum} ${whole.unit}多于总数 ${whole.value} ${whole.unit}，请核对`
            : `文中列出的各项合计 ${list}＝${sum} ${whole.unit}，与总数 ${whole.value} ${whole.unit}不一致，请核对`,
        related: parts.map(({ span, value, unit }) => ({ span, message: `其中 ${value} ${unit}` })),
        repairs:
          newText === undefined || parts.length === 1
            ? []
            : [
                {
                  title: `总数改为各项之和“${newText}”`,
                  confidence: 'possible',
                  edits: [{ span: whole.span, newText }],
                },
              ],
      };
    }
  },
});

/**
 * Whether the tables have already said what is to be said: one of the numbers differs from them, and that is what has to be looked
 * at; or all of them agree, and the list only leaves something out.
 */
function isTold(report: Report, { whole, parts }: PartsRelation): boolean {
  const figures = [whole, ...parts];
  const agreements = figures.map(({ span }) => {
    const claim = report.claims.find(({ kind, span: own }) => kind === 'number' && own.start === span.start);
    return claim && agreementOf(report, claim);
  });
  return agreements.includes('differs') || agreements.every((agreement) => agreement === 'agrees');
}

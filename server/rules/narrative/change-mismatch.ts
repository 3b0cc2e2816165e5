import type { ChangeRelation } from '../../report/claim';
import { rule } from '../rule';
import { percentage } from './percentage';

export default rule({
  id: 'change-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文中的增减与前后两个数不符',
  summaryEn: 'A rise or fall in the text is not what its numbers give',
  basis: '文字自身的数应当相合',
  fixable: true,

  *check({ report, text }) {
    for (const relation of report.relations) {
      if (relation.kind !== 'change' || !relation.before || isRight(relation)) continue;
      const { now, before, rise, by, decimals } = relation;
      const difference = now.value - before.value;
      const amount =
        by.unit === '%'
          ? percentage.printed(Math.abs(difference) / before.value, decimals)
          : String(Math.abs(difference));
      const turned = rise !== difference > 0;
      yield {
        span: by.span,
        message: `${before.value} ${before.unit}到 ${now.value} ${now.unit}是${difference < 0 ? '减少' : '增加'} ${amount}${by.unit}，文中写的是${rise ? '增加' : '减少'} ${text.slice(by.span.start, by.span.end)}${by.unit}，请核对`,
        related: [
          { span: now.span, message: `${now.value} ${now.unit}` },
          { span: before.span, message: `此前 ${before.value} ${before.unit}` },
        ],
        // Where the direction is wrong, one of the two numbers may be, and only the writer knows which.
        repairs: turned
          ? []
          : [
              {
                title: `改为“${amount}${by.unit}”`,
                confidence: 'possible',
                edits: [{ span: by.span, newText: amount }],
              },
            ],
      };
    }
  },
});

function isRight({ now, before, rise, by, decimals }: ChangeRelation): boolean {
  if (!before || before.value === 0) return true;
  const difference = rise ? now.value - before.value : before.value - now.value;
  return by.unit === '%'
    ? percentage.isAllowed(by.value, difference / before.value, decimals)
    : by.value === difference;
}

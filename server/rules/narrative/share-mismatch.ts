import { cellAt } from '../../form/form';
import type { ShareRelation } from '../../report/claim';
import { sumOf } from '../../report/claim';
import type { Report } from '../../report/report';
import { rule } from '../rule';
import { percentage } from './percentage';

export default rule({
  id: 'share-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文中的占比与前后的数不符',
  summaryEn: 'A share in the text is not what its numbers give',
  basis: '文字自身的数应当相合',
  fixable: true,

  *check({ report, text }) {
    for (const relation of report.relations) {
      if (relation.kind !== 'share') continue;
      const { part, share, decimals } = relation;
      const wholes = [...relation.wholes.map(({ value }) => value), ...totals(report)];
      if (wholes.some((whole) => percentage.isAllowed(share.value, part.value / whole, decimals))) continue;
      const [whole] = relation.wholes.slice(-1);
      if (!whole) continue;
      const right = percentage.printed(part.value / whole.value, decimals);
      yield {
        span: share.span,
        message: `${part.value} ${part.unit}占 ${whole.value} ${whole.unit}的 ${right}%，文中写的是 ${text.slice(share.span.start, share.span.end)}%，请核对`,
        related: relatedTo(relation),
        repairs: [
          {
            title: `占比改为“${right}%”`,
            confidence: 'possible',
            edits: [{ span: share.span, newText: right }],
          },
        ],
      };
    }
  },
});

/** What applications are usually set in proportion to, where the sentence does not say it. */
const totals = (report: Report): number[] => {
  const at = (path: string): number => sumOf(report, [cellAt(report.form, path)]);
  const received = at('applications.received.total');
  return [
    received,
    received + at('applications.carriedOver.total'),
    at('applications.results.total.total'),
  ].filter((value) => value > 0);
};

const relatedTo = ({ part, wholes }: ShareRelation) => [
  { span: part.span, message: `${part.value} ${part.unit}` },
  ...wholes.slice(-2).map(({ span, value, unit }) => ({ span, message: `${value} ${unit}` })),
];

import { cellAt } from '../../form/form';
import { agreementOf, claimOf, sumOf } from '../../report/claim';
import type { ShareRelation } from '../../report/relation';
import type { Report } from '../../report/report';
import { rule } from '../rule';
import { isExplained } from './culprit';
import { percentage } from './percentage';
import { uncounted } from './uncounted';
import { valuesOf } from './wording';

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
      if (relation.kind === 'uncounted') yield* uncounted(report, text, relation);
      if (relation.kind !== 'share' || isRight(report, relation)) continue;
      const { part, share, decimals } = relation;
      const [answered] = isOfApplications(report, relation) ? totals(report) : [];
      const whole = relation.wholes.at(-1)?.value ?? answered;
      if (whole === undefined || whole < part.value) continue;
      const right = percentage.printed(part.value / whole, decimals);
      yield {
        span: share.span,
        message: `${part.value} ${part.unit}占 ${whole} ${part.unit}的 ${right}%，文中写的是 ${text.slice(share.span.start, share.span.end)}%，请核对`,
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

/**
 * Whether the share is that of the part in one of the wholes that may be meant. Where the tables contradict either number, the share may
 * be the one that was right: then what is wrong is told there.
 */
function isRight(report: Report, relation: ShareRelation): boolean {
  const { part, wholes, share, decimals } = relation;
  const candidates = [...wholes.flatMap((whole) => valuesOf(report, whole)), ...totals(report)];
  const isRatio = valuesOf(report, part).some((value) =>
    candidates.some((whole) => whole > 0 && percentage.isAllowed(share.value, value / whole, decimals)),
  );
  return isRatio || isExplained(report, relation);
}

/** What applications are usually set in proportion to, where the sentence does not say it: first of all what was answered. */
const totals = (report: Report): number[] => {
  const at = (path: string): number => sumOf(report, [cellAt(report.form, path)]);
  const received = at('applications.received.total');
  return [
    at('applications.results.total.total'),
    received,
    received + at('applications.carriedOver.total'),
  ].filter((value) => value > 0);
};

/** Whether the part is a number of results that the table confirms, so that its total is the whole. */
function isOfApplications(report: Report, { part }: ShareRelation): boolean {
  const claim = claimOf(report, part.span);
  if (!claim?.firm || agreementOf(report, claim) !== 'agrees') return false;
  return claim.sums.every(({ cells }) =>
    cells.every((cell) => report.form.cells[cell]?.path.startsWith('applications.results.')),
  );
}

const relatedTo = ({ part, wholes }: ShareRelation) => [
  { span: part.span, message: `${part.value} ${part.unit}` },
  ...wholes.slice(-2).map(({ span, value, unit }) => ({ span, message: `${value} ${unit}` })),
];

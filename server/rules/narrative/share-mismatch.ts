import type { ShareRelation } from '../../report/relation';
import { mark, say } from '../../text/say';
import { ownWord } from '../named';
import { quoted } from '../quoted';
import { rule } from '../rule';
import { percentage } from './support/percentage';
import { refutedStarts } from './support/refuted';
import { listedShares } from './support/share-lists';
import { isRight, tabledWhole } from './support/shares';
import { printedShare, uncounted } from './support/uncounted';

export default rule({
  id: 'share-mismatch',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文中的占比与前后的数不符',
  summaryEn: 'A share in the text is not what its numbers give',
  basis: mark`文字自身的数应当相合`,
  fixable: true,

  *check({ report }) {
    const refuted = refutedStarts(report);
    for (const relation of report.relations) {
      if (relation.kind === 'uncounted') yield* uncounted(report, relation);
      if (relation.kind === 'share-list') yield* listedShares(report, relation);
      if (relation.kind !== 'share' || isRight(report, relation)) continue;
      if (refuted.has(relation.part.span.start)) continue;
      const { part, share, decimals, range } = relation;
      const whole = relation.wholes.at(-1)?.value ?? tabledWhole(report, relation);
      if (whole === undefined || whole < part.value) continue;
      const right = percentage.printed(part.value / whole, decimals);
      yield {
        span: share.span,
        message: say`${part.value} ${part.unit}占 ${whole} ${part.unit}的 ${right}%，${shareInWords(report.shown, relation)}，请核对`,
        related: relatedTo(relation),
        // Words for a share are the writer's to choose.
        repairs:
          range || !/\d/u.test(quoted(report.shown, share.span))
            ? []
            : [
                {
                  title: say`占比改为“${right}%”`,
                  confidence: 'possible',
                  edits: [{ span: share.span, newText: right }],
                },
              ],
      };
    }
  },
});

/** Which share is printed: 30%, 百分之三十, or one in words. */
function shareInWords(shown: string, { share: { span }, range }: ShareRelation): string {
  const words = quoted(shown, span);
  if (range || /\d/u.test(words)) return printedShare(words, range !== undefined);
  return say`文中写的是百分之${words}`;
}

const relatedTo = ({ part, wholes }: ShareRelation) => [
  { span: part.span, message: ownWord(`${part.value} ${part.unit}`) },
  ...wholes.slice(-2).map(({ span, value, unit }) => ({ span, message: ownWord(`${value} ${unit}`) })),
];

import { agreementOf, claimOf } from '../../../report/agreement';
import { type Figure, type PartsRelation, relationsAt, type ShareRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { said, say } from '../../../text/say';
import { ownWord } from '../../named';
import { quoted } from '../../quoted';
import type { Yield } from '../../rule';
import { sumOfParts } from './parts';
import { isShareOf } from './percentage';
import { rewritten } from './rewritten';

/** A number that has to be another for all others of its sentence to be right. */
interface Culprit {
  readonly figure: Figure;
  readonly to: number;
}

/**
 * The one number of a list with shares that, changed, lets the parts add up and every share be right: 1000 条，其中动态 540 条，占 45%，
 * 公告 550 条，占 55%. Undefined where they are right as they stand, or no single number does.
 */
export function culpritOf(report: Report, relation: PartsRelation): Culprit | undefined {
  const { whole, parts } = relation;
  const excess = sumOfParts(relation) - whole.value;
  const shares = sharesOf(report, relation);
  if (excess === 0 || parts.length < 2 || shares.every((share) => fits(share, share.part.value, whole.value)))
    return undefined;
  const candidates = [whole, ...parts].map(
    (figure): Culprit => ({ figure, to: figure === whole ? whole.value + excess : figure.value - excess }),
  );
  const [culprit, ...others] = candidates.filter(({ figure, to }) => {
    const all = figure === whole ? to : whole.value;
    const isPart = ({ part }: ShareRelation): boolean => part.span.start === figure.span.start;
    return to > 0 && shares.every((share) => fits(share, isPart(share) ? to : share.part.value, all));
  });
  return culprit && others.length === 0 && !isConfirmed(report, culprit.figure) ? culprit : undefined;
}

/** Whether a share is one of a list in which another number is to blame. */
export const isExplained = (report: Report, share: ShareRelation): boolean =>
  relationsAt(report, share.part.span.start).some(
    (relation) =>
      relation.kind === 'parts' &&
      relation.parts.some(({ span }) => span.start === share.part.span.start) &&
      culpritOf(report, relation) !== undefined,
  );

const sharesOf = (report: Report, { parts }: PartsRelation): ShareRelation[] =>
  parts.flatMap(({ span: { start } }) =>
    relationsAt(report, start).filter(
      (each): each is ShareRelation => each.kind === 'share' && each.part.span.start === start,
    ),
  );

const fits = (share: ShareRelation, part: number, whole: number): boolean => isShareOf(share, part / whole);

function isConfirmed(report: Report, { span }: Figure): boolean {
  const claim = claimOf(report, span);
  return claim !== undefined && agreementOf(report, claim) === 'agrees';
}

/** What there is to say about the number that is to blame, with its repair. */
export function blamed(shown: string, relation: PartsRelation, { figure, to }: Culprit): Yield {
  const { whole, parts } = relation;
  const printed = quoted(shown, figure.span);
  const newText = rewritten(printed, to);
  const list = parts.map(({ value }) => value).join('＋');
  const title =
    figure === whole
      ? say`总数“${printed}”改为“${newText ?? ''}”`
      : say`分项“${printed}”改为“${newText ?? ''}”`;
  return {
    span: figure.span,
    message: say`文中列出的各项合计 ${list}＝${sumOfParts(relation)} ${said(whole.unit)}，与总数 ${whole.value} ${said(whole.unit)}不一致；按文中的占比，这里应是 ${to} ${said(whole.unit)}，请核对`,
    related: [whole, ...parts].map(({ span, value, unit }) => ({
      span,
      message: ownWord(`${value} ${unit}`),
    })),
    repairs:
      newText === undefined
        ? []
        : [{ title, confidence: 'possible', edits: [{ span: figure.span, newText }] }],
  };
}

import { agreementOf, claimOf, sumOf } from '../../../report/agreement';
import type { Figure, Ratio, UncountedShare } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { said, say } from '../../../text/say';
import { ownWord } from '../../named';
import { quoted } from '../../quoted';
import type { Yield } from '../../rule';
import { isShareOf, percentage } from './percentage';

/** Both numbers of a reading. */
interface Values {
  readonly ratio: Ratio;
  /** NaN where the tables do not have the part. */
  readonly part: number;
  readonly whole: number;
}

/**
 * What there is to say about a share of which the text tells no number: that no customary reading of the tables gives it. Nothing where
 * they do not confirm the number that is divided, or cannot tell.
 */
export function* uncounted(report: Report, relation: UncountedShare): Generator<Yield> {
  const { ratios, whole: printed, share } = relation;
  if (printed && !isConfirmed(report, relation)) return;
  const told = ratios.map((ratio) => valuesOf(report, ratio)).filter((values) => !isRareUnknown(values));
  if (told.some(({ ratio, part, whole }) => Number.isNaN(whole) || (ratio.part && Number.isNaN(part))))
    return;
  const possible = told.filter(({ whole }) => whole > 0);
  // 新收申请 4 件，自然人申请占 75%: of these four, and of no other four.
  const own = isOfApplicants(report, relation)
    ? possible.filter(({ whole }) => whole === printed?.value)
    : [];
  const readings = own.length > 0 ? own : possible;
  if (printed) readings.unshift(...readings.map((values) => ({ ...values, whole: printed.value })));
  const isPossible = ({ ratio, part, whole }: Values): boolean =>
    isShareOf(relation, (ratio.part ? part : nearest(share.value, whole)) / whole);
  const [likeliest] = readings.filter(({ part, whole }) => !(part > whole));
  if (!likeliest || readings.some(isPossible)) return;
  yield* findingOf(report, relation, likeliest);
}

/** Whether who has a share is one of those who ask. */
function isOfApplicants({ form }: Report, { ratios: [first] }: UncountedShare): boolean {
  const path = form.cells[first?.part?.cells[0] ?? -1]?.path ?? '';
  return path.startsWith('applications.received.') && !path.endsWith('.total');
}

/** Whether a reading is so unusual that not being able to tell leaves no doubt. */
const isRareUnknown = ({ ratio: { whole, part: sum }, part, whole: value }: Values): boolean =>
  (whole.rare && Number.isNaN(value)) || (sum?.rare === true && Number.isNaN(part));

const valuesOf = (report: Report, ratio: Ratio): Values => ({
  ratio,
  part: ratio.part ? sumOf(report, ratio.part.cells) - ratio.part.less : Number.NaN,
  whole: sumOf(report, ratio.whole.cells),
});

const nearest = (share: number, whole: number): number => Math.round((share * whole) / 100);

function isConfirmed(report: Report, { whole }: UncountedShare): boolean {
  const claim = whole && claimOf(report, whole.span);
  return claim !== undefined && agreementOf(report, claim) === 'agrees';
}

function* findingOf(
  report: Report,
  { whole: printed, share, decimals, range }: UncountedShare,
  { ratio, part, whole }: Values,
): Generator<Yield> {
  const words = quoted(report.shown, share.span);
  const right = percentage.printed(part / whole, decimals || (range ? 1 : 0));
  yield {
    span: share.span,
    message: say`${inWords(printed, { ratio, part, whole }, right)}，${printedShare(words, range !== undefined)}，请核对`,
    related: printed ? [{ span: printed.span, message: ownWord(`${printed.value} ${printed.unit}`) }] : [],
    cells: (ratio.part ?? ratio.whole).cells.map((index) => report.form.cells[index]?.path ?? ''),
    repairs:
      range || !ratio.part
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

/** Which share is printed, in digits or in words that leave it open. */
export const printedShare = (words: string, isOpen: boolean): string =>
  isOpen ? say`文中写的是“${words}”` : say`文中写的是 ${words}%`;

/** What the tables have, and the share that it comes to. */
function inWords(printed: Figure | undefined, { ratio, part, whole }: Values, right: string): string {
  const [own, all] = [ratio.part?.name, ratio.whole.name];
  if (printed) {
    const { value, unit } = printed;
    return own === undefined
      ? say`表中${value} ${unit}，多少件都得不出这个比率`
      : say`表中${own}是 ${part}，占 ${value} ${said(unit)}的 ${right}%`;
  }
  return own === undefined
    ? say`表中${all} ${whole}，多少件都得不出这个比率`
    : say`表中${own}是 ${part}，占${all} ${whole} 的 ${right}%`;
}

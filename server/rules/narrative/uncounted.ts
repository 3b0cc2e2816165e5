import { agreementOf, claimOf, sumOf } from '../../report/claim';
import type { UncountedShare } from '../../report/relation';
import type { Report } from '../../report/report';
import type { Yield } from '../rule';
import { percentage } from './percentage';

/**
 * What there is to say about a share of which the text tells no number: that the tables give another one. Nothing where they do not
 * confirm the number that is divided, or cannot tell.
 */
export function* uncounted(report: Report, text: string, relation: UncountedShare): Generator<Yield> {
  const { sums, wholes, whole, share, decimals } = relation;
  const divided = claimOf(report, whole.span);
  if (!divided || agreementOf(report, divided) !== 'agrees') return;
  const valueOf = ({ cells }: UncountedShare['sums'][number]): number => sumOf(report, cells);
  const values = wholes.map(valueOf).filter((value) => value > 0);
  const isAllowed = (part: number): boolean =>
    [whole.value, ...values].some((all) => percentage.isAllowed(share.value, part / all, decimals));
  const parts = sums.map(valueOf);
  const [sum] = sums;
  const [part = Number.NaN] = parts;
  if (!sum || parts.some(Number.isNaN) || part > whole.value || parts.some(isAllowed)) return;
  const right = percentage.printed(part / whole.value, decimals);
  yield {
    span: share.span,
    message: `表中${sum.name}是 ${part}，占 ${whole.value} ${whole.unit}的 ${right}%，文中写的是 ${text.slice(share.span.start, share.span.end)}%，请核对`,
    related: [{ span: whole.span, message: `${whole.value} ${whole.unit}` }],
    cells: sum.cells.map((index) => report.form.cells[index]?.path ?? ''),
    repairs: [
      {
        title: `占比改为“${right}%”`,
        confidence: 'possible',
        edits: [{ span: share.span, newText: right }],
      },
    ],
  };
}

import { numeralOf } from '../../form/written';
import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { type Context, rule, type Yield } from '../rule';
import { subheadings } from './support/subheadings';

export default rule({
  id: 'subheading-number',
  family: 'structure',
  severity: 'warning',
  hard: false,
  summary: '第一部分里小标题的序号丢失',
  summaryEn: 'The number of a sub-heading in section one is lost',
  basis: mark`国办公开办函〔2021〕30号：总体情况包括五个方面`,
  fixable: true,

  *check(context) {
    let last = 0;
    let unnumbered: Span[] = [];
    for (const sub of subheadings(context)) {
      if (sub.kind === 'named') {
        unnumbered.push(sub.span);
        continue;
      }
      // Only where those without a number fill the gap exactly are they the ones that had it.
      if (sub.number - last - 1 === unnumbered.length) {
        for (const [index, span] of unnumbered.entries()) {
          yield lostAt(context, span, numberLike(context, sub.span, last + index + 1));
        }
      }
      last = sub.number;
      unnumbered = [];
    }
  },
});

/** A number with the brackets, narrow or wide, that the sub-heading at `model` has. */
function numberLike({ text }: Context, model: Span, number: number): string {
  return `${text.charAt(model.start)}${numeralOf(number)}${text.charAt(model.end - 1)}`;
}

function lostAt({ text }: Context, span: Span, number: string): Yield {
  const at = { start: span.start, end: span.start };
  return {
    span,
    message: say`「${text.slice(span.start, span.end)}」前似缺少序号「${number}」，建议核对`,
    repairs: [{ title: say`补上「${number}」`, confidence: 'safe', edits: [{ span: at, newText: number }] }],
  };
}

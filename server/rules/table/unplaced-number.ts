import { type Report, readableTables } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import type { Span } from '../../text/span';
import { isTableUnwritten } from '../drafting';
import { lineStart } from '../place';
import { rule } from '../rule';
import { isBehind, isSecondSet } from './support/second-set';
import { rowsTwice } from './support/twice';

export default rule({
  id: 'unplaced-number',
  family: 'table',
  severity: 'information',
  hard: false,
  summary: '表格中有数字不属于任何一格',
  summaryEn: 'A figure inside a table belongs to no cell of the form',
  basis: mark`统一格式的三张表只有规定的各格`,
  fixable: false,

  *check(context) {
    const { report, text } = context;
    // 三、依申请公开办理情况，2件: what a heading goes on to tell is no figure of the table under it.
    const isNoClaim = ({ start, end }: Span): boolean =>
      /\d$/u.test(text.slice(start, end)) ||
      !report.sections.some(
        ({ heading }) => heading && lineStart(text, start) <= heading.span.start && heading.span.end <= start,
      );
    for (const table of readableTables(report)) {
      const { id, unplaced } = table;
      if (isTableUnwritten(context, id) || unplaced.length === 0) continue;
      const twice = rowsTwice(report, text, table);
      const isTold = ({ start }: Span): boolean =>
        twice.some(
          ({ isSame, first, second }) =>
            !isSame && [first, second].some(({ span }) => span.start <= start && start < span.end),
        );
      const spans = withoutCells(report, unplaced).filter((span) => isNoClaim(span) && !isTold(span));
      const [first, ...others] = spans;
      if (!first) continue;
      const name = tableInWords(id);
      const printed = text.slice(first.start, first.end);
      yield isSecondSet(report, id, spans.length)
        ? {
            span: first,
            message: isBehind(report, id, first)
              ? say`${name}每行有两组数字，像是两个年度并列：只读了后面的一组，“${printed}”等 ${spans.length} 处数字没有读，也没有核对`
              : say`${name}每行有两组数字，像是两个年度并列：只读了前面的一组，“${printed}”等 ${spans.length} 处数字没有读，也没有核对`,
          }
        : {
            span: first,
            message:
              others.length > 0
                ? say`${name}中的“${printed}”等 ${spans.length} 处数字不属于任何一格，请核对是否多填或错位`
                : say`${name}中的“${printed}”不属于任何一格，请核对是否多填或错位`,
            related: others.slice(0, mostRelated).map((span) => ({ span, message: say`不属于任何一格` })),
          };
    }
  },
});

/** No more places are pointed at than one can look through. */
const mostRelated = 20;

// Where the heading between two tables is lost, what is left over in one may be a cell of the other.
function withoutCells({ cells }: Report, unplaced: readonly Span[]): Span[] {
  const taken = new Set(cells.flatMap(({ kind, span }) => (kind === 'absent' ? [] : [span.start])));
  return unplaced.filter(({ start }) => !taken.has(start));
}

import { tableOf } from '../../form/form';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';
import { rule } from '../rule';
import { readableTables } from './rows';

export default rule({
  id: 'unplaced-number',
  family: 'table',
  severity: 'information',
  hard: false,
  summary: '表格中有数字不属于任何一格',
  summaryEn: 'A figure inside a table belongs to no cell of the form',
  basis: '统一格式的三张表只有规定的各格',
  fixable: false,

  *check({ report, text }) {
    for (const { id, unplaced } of readableTables(report)) {
      const spans = unplaced.length > 0 ? withoutCells(report, unplaced) : [];
      const [first, ...others] = spans;
      if (!first) continue;
      const more = others.length > 0 ? `等 ${spans.length} 处数字` : '';
      yield {
        span: first,
        message: `${tableOf(report.form, id).name}中的“${text.slice(first.start, first.end)}”${more}不属于任何一格，请核对是否多填或错位`,
        related: others.map((span) => ({ span, message: '不属于任何一格' })),
      };
    }
  },
});

// Where the heading between two tables is lost, what is left over in one may be a cell of the other.
function withoutCells({ cells }: Report, unplaced: readonly Span[]): Span[] {
  const taken = new Set(cells.flatMap(({ kind, span }) => (kind === 'absent' ? [] : [span.start])));
  return unplaced.filter(({ start }) => !taken.has(start));
}

import { tableIds } from '../../form/form';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { rule } from '../rule';
import { pairOf, tableLine } from './support/last-year';
import { equalFigures } from './support/stale';

export default rule({
  id: 'stale-table',
  family: 'neighbours',
  severity: 'warning',
  hard: false,
  summary: '表格与上年报告的表格完全相同',
  summaryEn: 'A table is exactly that of last year’s report',
  basis: mark`《条例》第四十九条：报告的是上一年度的工作`,
  fixable: false,

  *check(context) {
    const pair = pairOf(context);
    if (!pair || pair.report.form !== pair.last.report.form) return;
    const { report, text, last, year } = pair;
    for (const table of tableIds) {
      const count = equalFigures(report, last.report, table);
      const [span, earlier] = [tableLine(text, report, table), tableLine(last.text, last.report, table)];
      if (count === undefined || !span || !earlier) continue;
      const name = tableInWords(table);
      yield {
        span,
        message: say`${name}与 ${year - 1} 年报告的完全相同（${count} 个非零的数都一样），请核对是否沿用了上年的表格`,
        related: [{ document: last.document, span: earlier, message: say`${year - 1} 年报告的${name}` }],
      };
    }
  },
});

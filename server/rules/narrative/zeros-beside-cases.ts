import { tableOf } from '../../form/form';
import { tableReading } from '../../report/report';
import { firstLine } from '../place';
import { quoted } from '../quoted';
import { rule } from '../rule';
import { zeroTables } from './support/zeros';

export default rule({
  id: 'zeros-beside-cases',
  family: 'narrative',
  severity: 'warning',
  hard: false,
  summary: '文字说有案件，表格却全是 0',
  summaryEn: 'A table of zeros beside a text that tells of cases',
  basis: '文字与表格报告的是同一年度的同样内容（《条例》第四十九条、第五十条）',
  fixable: false,

  *check(context) {
    const { report, text } = context;
    for (const { table, claims, told } of zeroTables(context)) {
      const reading = tableReading(report, table);
      if (!reading) continue;
      const { name } = tableOf(report.form, table);
      yield {
        span: firstLine(text, reading.span),
        message: `${name}全是 0，而文字部分有 ${claims.length + told.length} 处说到${told.length > 0 ? '案件' : '件数'}，请核对是否漏填`,
        related: [...claims.map(({ phrase }) => phrase), ...told].map((span) => ({
          span,
          message: `“${quoted(report.shown, span)}”`,
        })),
      };
    }
  },
});

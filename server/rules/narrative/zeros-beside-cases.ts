import { tableReading } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
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
  basis: mark`文字与表格报告的是同一年度的同样内容（《条例》第四十九条、第五十条）`,
  fixable: false,

  *check(context) {
    const { report, text } = context;
    for (const { table, claims, told } of zeroTables(context)) {
      const reading = tableReading(report, table);
      if (!reading) continue;
      const name = tableInWords(table);
      const count = claims.length + told.length;
      yield {
        span: firstLine(text, reading.span),
        message:
          told.length > 0
            ? say`${name}全是 0，而文字部分有 ${count} 处说到案件，请核对是否漏填`
            : say`${name}全是 0，而文字部分有 ${count} 处说到件数，请核对是否漏填`,
        related: [...claims.map(({ phrase }) => phrase), ...told].map((span) => ({
          span,
          message: `“${quoted(report.shown, span)}”`,
        })),
      };
    }
  },
});

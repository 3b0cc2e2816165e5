import { tableOf } from '../../form/form';
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
    for (const table of readableTables(report)) {
      const [first, ...others] = table.unplaced;
      if (!first) continue;
      const { name } = tableOf(report.form, table.id);
      const more = others.length > 0 ? `等 ${table.unplaced.length} 处数字` : '';
      yield {
        span: first,
        message: `${name}中的“${text.slice(first.start, first.end)}”${more}不属于任何一格，请核对是否多填或错位`,
        related: others.map((span) => ({ span, message: '不属于任何一格' })),
      };
    }
  },
});

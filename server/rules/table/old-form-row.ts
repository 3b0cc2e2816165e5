import { tableOf } from '../../form/form';
import { readableTables } from '../../report/report';
import { tableInWords } from '../../report/told';
import { listed, mark, said, say } from '../../text/say';
import { rule } from '../rule';
import { isMerged } from './support/rows';

export default rule({
  id: 'old-form-row',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '2021 年起分列的几行仍按旧格式合为一行',
  summaryEn: 'Rows that the form in force lists apart are one row, as in the 2019 trial form',
  basis: mark`国办公开办函〔2021〕30号`,
  fixable: false,

  *check({ report }) {
    // In 2020 and before there was nothing else to keep to.
    if (report.year && report.year.value < 2021) return;
    for (const table of readableTables(report)) {
      const { rows, groups } = tableOf(report.form, table.id);
      for (const { id, label } of groups) {
        const apart = rows.filter(({ group }) => group === id);
        const single = table.rows.find(({ row }) => rows[row]?.group === id);
        if (!single || !apart.some((row) => isMerged(report, row))) continue;
        const names = listed(apart.map((row) => `「${row.label}」`));
        yield {
          span: single.label ?? single.span,
          message: say`${tableInWords(table.id)}「${label}」仍是旧格式的一行，建议按${said(report.form.notice)}分列：${names}`,
        };
      }
    }
  },
});

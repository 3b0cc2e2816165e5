import { tableOf } from '../../form/form';
import { readableTables } from '../../report/report';
import { listed, mark, say } from '../../text/say';
import { rule } from '../rule';
import { rowsTwice } from './support/twice';

export default rule({
  id: 'duplicated-row',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '同一行出现两次，数字不同',
  summaryEn: 'A row stands twice in its table, with different figures',
  basis: mark`统一格式的每一行只有一组数字`,
  fixable: false,

  *check({ report, text }) {
    for (const table of readableTables(report)) {
      for (const { row, first, second, isSame } of rowsTwice(report, text, table)) {
        // The same figures again contradict nothing: that they are left over another rule says.
        if (isSame) continue;
        const name = tableOf(report.form, table.id).rows[row]?.name ?? '';
        for (const [own, other] of [
          [first, second],
          [second, first],
        ] as const) {
          yield {
            span: own.label,
            message: say`「${name}」行出现两次，数字不同：这里是 ${listed(own.figures)}，另一处是 ${listed(other.figures)}；请核对留哪一行`,
            related: [{ span: other.label, message: say`同一行的另一处` }],
          };
        }
      }
    }
  },
});

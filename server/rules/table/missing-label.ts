import { tableOf } from '../../form/form';
import { readableTables } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { lineStart } from '../place';
import { rule } from '../rule';
import { isWordedLike } from './support/worded';

/** No label is longer, with the group in front of it. */
const longest = 120;

export default rule({
  id: 'missing-label',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '表中一行有数字，但行的名称丢失或认不出',
  summaryEn: 'A row of a table has its figures, but its label is lost or garbled',
  basis: mark`统一格式的三张表：行的名称是格式的一部分`,
  fixable: false,

  *check({ report, text }) {
    for (const table of readableTables(report)) {
      const lost = table.rows.filter(({ label }) => !label);
      // Where most labels are gone the head of the table was torn apart, which is no matter of single rows.
      if (lost.length * 2 >= table.rows.length) continue;
      const { rows, sideBySide } = tableOf(report.form, table.id);
      // Labels above the figures are part of a head, which copies tear apart without harm.
      if (sideBySide) continue;
      for (const { row, span } of lost) {
        const own = rows[row];
        const before = text.slice(lineStart(text, span.start), span.start).slice(-longest);
        if (own && isWordedLike(lastCellOf(before), own, rows)) continue;
        yield {
          span,
          message: say`没有认出${tableInWords(table.id)}这一行的名称，按次序读作「${own?.name ?? ''}」，请核对`,
        };
      }
    }
  },
});

/** The words that stand last on a line. */
const lastCellOf = (line: string): string =>
  line
    .split(/[\t|｜]/u)
    .filter((cell) => cell.trim() !== '')
    .at(-1) ?? '';

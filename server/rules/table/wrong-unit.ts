import { rowAndColumn } from '../../form/form';
import { cellInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { rule } from '../rule';

export default rule({
  id: 'wrong-unit',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '以万元计的格里写了“元”',
  summaryEn: 'An amount is given in yuan where the form asks for ten thousand yuan',
  basis: mark`表二「本年收费金额（单位：万元）」`,
  fixable: true,

  *check({ report, text }) {
    const { form, cells } = report;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const path = form.cells[index]?.path;
      // An amount with another unit than the form's is read, but not as a plain count.
      if (cell?.kind !== 'text' || cell.value === undefined || path === undefined) continue;
      const yuan = /^[^\S\r\n]*元/u.exec(text.slice(cell.span.end, cell.span.end + 4))?.[0];
      const { label, unit } = rowAndColumn(form, index).column;
      // Only where the form's label fixes the unit: the 2019 form left that of purchases open.
      if (!yuan || unit !== '万元' || !label.includes(unit)) continue;
      const span = { start: cell.span.start, end: cell.span.end + yuan.length };
      const edits = [{ span, newText: String(cell.value), cell: path, from: cell.value, to: cell.value }];
      yield {
        span,
        message: say`${cellInWords(form, index)}写的是元，格式以万元计：${cell.value} 万元，请核对`,
        cells: [path],
        repairs: [{ title: say`改为 ${cell.value}（万元）`, confidence: 'possible', edits }],
      };
    }
  },
});

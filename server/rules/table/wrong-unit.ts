import { describeCell, type Row } from '../../form/form';
import { type Report, valueOf } from '../../report/report';
import { rule } from '../rule';

export default rule({
  id: 'wrong-unit',
  family: 'table',
  severity: 'warning',
  hard: false,
  summary: '以万元计的格里写了“元”',
  summaryEn: 'An amount is given in yuan where the form asks for ten thousand yuan',
  basis: '表二「本年收费金额（单位：万元）」',
  fixable: true,

  *check({ report, text }) {
    const { form, cells } = report;
    for (const { row, column } of amounts(report)) {
      const index = row.firstCell + column;
      const cell = cells[index];
      const value = valueOf(cell);
      const unit = /^[^\S\r\n]*元/u.exec(cell ? text.slice(cell.span.end, cell.span.end + 4) : '');
      if (!cell || value === null || !unit) continue;
      const span = { start: cell.span.start, end: cell.span.end + unit[0].length };
      const path = form.cells[index]?.path ?? '';
      yield {
        span,
        message: `${describeCell(form, index)}写的是元，格式以万元计：${value} 万元，请核对`,
        cells: [path],
        repairs: [
          {
            title: `改为 ${value}（万元）`,
            confidence: 'possible',
            edits: [{ span, newText: String(value), cell: path, from: value, to: value }],
          },
        ],
      };
    }
  },
});

// Only where the form's label fixes the unit: the 2019 form left the unit of purchases open.
function* amounts({ form }: Report): Generator<{ readonly row: Row; readonly column: number }> {
  for (const table of form.tables) {
    for (const row of table.rows) {
      for (const [column, { label, unit }] of row.columns.entries()) {
        if (unit === '万元' && label.includes(unit)) yield { row, column };
      }
    }
  }
}

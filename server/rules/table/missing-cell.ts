import { describeCell, type Row } from '../../form/form';
import { type Context, rule } from '../rule';
import { lostBlanks } from './blanks';
import { fillingsOf, guesses, repairsOf } from './fillings';
import { looseFigures, presentRows } from './rows';

export default rule({
  id: 'missing-cell',
  family: 'table',
  severity: 'error',
  hard: true,
  summary: '表中的行缺少数字：每一格都应填写',
  summaryEn: 'A row of a table lacks a figure',
  basis: '统一格式的三张表；没有的通常填 0',
  fixable: true,

  *check(context) {
    yield* lostBlanks(context);
    if (!context.report.cells.some(({ kind }) => kind === 'absent')) return;
    for (const { table, row, reading } of presentRows(context.report)) {
      const absent = absentCells(context, row);
      const [first] = absent;
      // Figures enough stand there, and only their places are not known: they are spoken of as such.
      if (first === undefined || looseFigures(context.report, table, reading) >= absent.length) continue;
      const fillings = absent.length === 1 ? fillingsOf(context, table, row) : [];
      yield {
        span: context.report.cells[first]?.span ?? { start: 0, end: 0 },
        message: messageOf(context, row, fillings.length > 1 ? [] : absent),
        cells: absent.flatMap((index) => context.report.form.cells[index]?.path ?? []),
        repairs: fillings.length > 0 ? repairsOf(fillings) : guesses(context, absent),
      };
    }
  },
});

function absentCells({ report }: Context, row: Row): number[] {
  const indices = row.columns.map((_, column) => row.firstCell + column);
  return indices.filter((index) => report.cells[index]?.kind === 'absent');
}

function messageOf({ report }: Context, row: Row, absent: readonly number[]): string {
  const [first] = absent;
  if (first === undefined) return `「${row.name}」行少一个数字，分不出是哪一列的`;
  if (absent.length === 1) return `缺少${describeCell(report.form, first)}的数字`;
  if (absent.length === row.columns.length) return `「${row.name}」行没有数字`;
  const columns = absent.map((index) => `「${row.columns[index - row.firstCell]?.label}」`);
  return `「${row.name}」行缺少 ${absent.length} 个数字：${columns.join('、')}列`;
}

import { describeCell, type Row, type TableId } from '../../form/form';
import type { Repair } from '../../report/finding';
import { brokenCount, impliedCounts, withCount } from '../implied';
import { type Context, rule } from '../rule';
import { lostBlanks } from './blanks';
import { insertion } from './insert';
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
      yield {
        span: context.report.cells[first]?.span ?? { start: 0, end: 0 },
        message: messageOf(context, row, absent),
        cells: absent.flatMap((index) => context.report.form.cells[index]?.path ?? []),
        repairs: absent.length === 1 ? repairsOf(context, table, first) : [],
      };
    }
  },
});

function absentCells({ report }: Context, row: Row): number[] {
  const indices = row.columns.map((_, column) => row.firstCell + column);
  return indices.filter((index) => report.cells[index]?.kind === 'absent');
}

function messageOf({ report }: Context, row: Row, absent: readonly number[]): string {
  const [first = 0] = absent;
  if (absent.length === 1) return `缺少${describeCell(report.form, first)}的数字`;
  if (absent.length === row.columns.length) return `「${row.name}」行没有数字`;
  const columns = absent.map((index) => `「${row.columns[index - row.firstCell]?.label}」`);
  return `「${row.name}」行缺少 ${absent.length} 个数字：${columns.join('、')}列`;
}

function repairsOf(context: Context, table: TableId, index: number): Repair[] {
  const { report } = context;
  const values = impliedCounts(report, index);
  return values.flatMap((value): Repair[] => {
    const edit = insertion(context, index, value);
    if (!edit) return [];
    const settled = values.length === 1 && brokenCount(withCount(report, index, value), table) === 0;
    const title = `补上${describeCell(report.form, index)}的 ${value}（由合计推出）`;
    return [{ title, confidence: settled ? 'unique' : 'possible', edits: [edit] }];
  });
}

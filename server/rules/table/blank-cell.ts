import { tableOf } from '../../form/form';
import type { Cell, Report } from '../../report/report';
import type { Yield } from '../rule';
import { rule } from '../rule';
import { readableTables } from './rows';

export default rule({
  id: 'blank-cell',
  family: 'table',
  severity: 'information',
  hard: false,
  summary: '表中有空白格，或以“/”“-”“无”代替数字',
  summaryEn: 'Cells of a table are blank or marked instead of filled with 0',
  basis: '统一格式没有规定留空的含义；发布的报告通常填 0',
  fixable: true,

  *check({ report }) {
    for (const { id } of readableTables(report)) {
      const empty = report.form.cells.filter(
        ({ index, table }) => table === id && isEmpty(report.cells[index]),
      );
      const [first] = empty;
      if (first)
        yield findingOf(
          report,
          tableOf(report.form, id).name,
          empty.map(({ index }) => index),
        );
    }
  },
});

const isEmpty = (cell: Cell | undefined): boolean => cell?.kind === 'blank' || cell?.kind === 'mark';

function findingOf({ form, cells }: Report, table: string, empty: readonly number[]): Yield {
  const span = (index: number) => cells[index]?.span ?? { start: 0, end: 0 };
  const path = (index: number) => form.cells[index]?.path ?? '';
  return {
    span: span(empty[0] ?? 0),
    message: `${table}有 ${empty.length} 格空白或填了符号，未当作 0；请核对，没有发生的建议填 0`,
    related: empty.slice(1).map((index) => ({ span: span(index), message: '没有数字' })),
    cells: empty.map(path),
    repairs: [
      {
        title: `${table}的空白格都填 0`,
        confidence: 'possible',
        edits: empty.map((index) => ({
          span: span(index),
          newText: '0',
          cell: path(index),
          from: null,
          to: 0,
        })),
      },
    ],
  };
}

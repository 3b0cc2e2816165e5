import { type CellSpec, tableOf } from '../../form/form';
import type { Cell, Report } from '../../report/report';
import { rule, type Yield } from '../rule';
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
    if (!report.cells.some(isEmpty)) return;
    for (const { id } of readableTables(report)) {
      const empty = report.form.cells.filter(
        ({ index, table }) => table === id && isEmpty(report.cells[index]),
      );
      if (empty.length > 0) yield findingOf(report, tableOf(report.form, id).name, empty);
    }
  },
});

const isEmpty = (cell: Cell | undefined): boolean => cell?.kind === 'blank' || cell?.kind === 'mark';

function findingOf({ cells }: Report, table: string, empty: readonly CellSpec[]): Yield {
  const places = empty.map(({ index, path }) => ({ path, span: cells[index]?.span ?? { start: 0, end: 0 } }));
  return {
    span: places[0]?.span ?? { start: 0, end: 0 },
    message: `${table}有 ${empty.length} 格空白或填了符号，未当作 0；请核对，没有发生的建议填 0`,
    related: places.slice(1).map(({ span }) => ({ span, message: '没有数字' })),
    cells: places.map(({ path }) => path),
    repairs: [
      {
        title: `${table}的空白格都填 0`,
        confidence: 'possible',
        edits: places.map(({ path, span }) => ({ span, newText: '0', cell: path, from: null, to: 0 })),
      },
    ],
  };
}

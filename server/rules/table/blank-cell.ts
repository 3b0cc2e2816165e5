import { type CellSpec, type Equation, type Table, tableOf } from '../../form/form';
import { balanceOf } from '../../report/balance';
import type { Report } from '../../report/report';
import { isTableUnwritten } from '../drafting';
import { impliedBlanks, isEmpty, withCount } from '../implied';
import { type Context, rule, type Yield } from '../rule';
import { placeWithin } from './insert';
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

  *check(context) {
    const { report, text } = context;
    if (!report.cells.some(isEmpty)) return;
    for (const { id } of readableTables(report)) {
      if (isTableUnwritten(context, id)) continue;
      // What cannot be 0 is lost, and another rule's.
      const lost = impliedBlanks(report, id);
      const empty = report.form.cells.filter(
        ({ index, table }) => table === id && isEmpty(report.cells[index]) && !lost.has(index),
      );
      if (empty.length > 0) yield findingOf({ report, text }, tableOf(report.form, id), empty);
    }
  },
});

/** Right reports have a hundred of them: no more places are named, of all their paths are listed. */
const mostPlaces = 3;

function findingOf({ report, text }: Context, table: Table, empty: readonly CellSpec[]): Yield {
  const spanOf = ({ index }: CellSpec) => report.cells[index]?.span ?? { start: 0, end: 0 };
  const zeros = zerosAmong(report, table, empty);
  const which = zeros.length === empty.length ? '空白格都' : `${zeros.length} 个空白格`;
  const repair = {
    title: `${table.name}的${which}填 0`,
    confidence: 'possible' as const,
    edits: zeros.map((cell) => ({
      span: placeWithin(text, spanOf(cell)),
      newText: '0',
      cell: cell.path,
      from: null,
      to: 0,
    })),
  };
  const [first, ...others] = empty;
  return {
    span: first ? spanOf(first) : { start: 0, end: 0 },
    message: `${table.name}有 ${empty.length} 格空白或填了符号，未当作 0；请核对，没有发生的建议填 0`,
    related: others.slice(0, mostPlaces - 1).map((cell, at) => ({
      span: spanOf(cell),
      message:
        at === mostPlaces - 2 && empty.length > mostPlaces ? `没有数字，等 ${empty.length} 处` : '没有数字',
    })),
    cells: empty.map(({ path }) => path),
    repairs: zeros.length > 0 ? [repair] : [],
  };
}

// Those that may all be 0: no equation is broken then that was not.
function zerosAmong(report: Report, { id }: Table, empty: readonly CellSpec[]): CellSpec[] {
  const filled = empty.reduce((all, { index }) => withCount(all, index, 0), report);
  const isBroken = (read: Report, equation: Equation): boolean =>
    (balanceOf(read, equation)?.difference ?? 0) !== 0;
  const spoilt = report.form.equations.filter(
    (equation) => equation.table === id && isBroken(filled, equation) && !isBroken(report, equation),
  );
  return empty.filter(
    ({ index }) => !spoilt.some(({ left, right }) => left.includes(index) || right.includes(index)),
  );
}

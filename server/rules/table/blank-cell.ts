import { type CellSpec, type Table, tableOf } from '../../form/form';
import { impliedBlanks } from '../../report/implied';
import { isEmpty, readableTables } from '../../report/report';
import { tableInWords } from '../../report/told';
import { assumptionInWords } from '../../report/zero-mark';
import { mark, say } from '../../text/say';
import { isTableUnwritten } from '../drafting';
import { type Context, rule, type Yield } from '../rule';
import { type UnderMark, underZeroMark } from '../under-mark';
import { filledRow } from './support/insert';
import { zerosAmong } from './support/zeros';

export default rule({
  id: 'blank-cell',
  family: 'table',
  severity: 'information',
  hard: false,
  summary: '表中有空白格，或以“/”“-”“无”代替数字',
  summaryEn: 'Cells of a table are blank or marked instead of filled with 0',
  basis: mark`统一格式没有规定留空的含义；发布的报告通常填 0`,
  fixable: true,

  *check(context) {
    const { report, text } = context;
    if (!report.cells.some(isEmpty)) return;
    const under = underZeroMark(report);
    for (const { id } of readableTables(report)) {
      if (isTableUnwritten(context, id)) continue;
      // What cannot be 0 is lost, or wants a count by all its sums: other rules speak of it.
      const lost = impliedBlanks(report, id);
      const isZero = (index: number): boolean => under?.mark.cells.has(index) ?? false;
      const isOthers = (index: number): boolean =>
        (lost.has(index) && !isZero(index)) || (under?.wanting.has(index) ?? false);
      const empty = report.form.cells.filter(
        ({ index, table }) => table === id && isEmpty(report.cells[index]) && !isOthers(index),
      );
      // What a draft has left blank is filled in later.
      if (context.draft && empty.every(({ index }) => report.cells[index]?.kind === 'blank')) continue;
      if (empty.length > 0) yield findingOf({ report, text }, tableOf(report.form, id), { empty, under });
    }
  },
});

/** Right reports have a hundred of them: no more places are named, of all their paths are listed. */
const mostPlaces = 3;

interface Found {
  readonly empty: readonly CellSpec[];
  readonly under: UnderMark | undefined;
}

function findingOf({ report, text }: Context, table: Table, { empty, under }: Found): Yield {
  const spanOf = ({ index }: CellSpec) => report.cells[index]?.span ?? { start: 0, end: 0 };
  const zeros = zerosAmong(report, table, empty);
  const name = tableInWords(table.id);
  const title =
    zeros.length === empty.length ? say`${name}的空白格都填 0` : say`${name}的 ${zeros.length} 个空白格填 0`;
  const values = new Map(zeros.map(({ index }) => [index, 0]));
  const edits = table.rows.flatMap((row) => filledRow({ report, text }, row, values) ?? []);
  const repair = { title, confidence: 'possible' as const, edits };
  const [first, ...others] = empty;
  const isTaken = empty.some(({ index }) => under?.mark.cells.has(index));
  return {
    span: first ? spanOf(first) : { start: 0, end: 0 },
    message:
      under && isTaken
        ? say`${name}有 ${empty.length} 格空白或填了符号，核对合计时${assumptionInWords(under.mark)}，数据中仍为空；请核对，没有发生的建议填 0`
        : say`${name}有 ${empty.length} 格空白或填了符号，未当作 0；请核对，没有发生的建议填 0`,
    related: others.slice(0, mostPlaces - 1).map((cell, at) => ({
      span: spanOf(cell),
      message:
        at === mostPlaces - 2 && empty.length > mostPlaces
          ? say`没有数字，等 ${empty.length} 处`
          : say`没有数字`,
    })),
    cells: empty.map(({ path }) => path),
    repairs: edits.length > 0 ? [repair] : [],
  };
}

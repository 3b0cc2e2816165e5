import { describeCell, type Row } from '../../form/form';
import { isRowUnwritten } from '../drafting';
import { type Context, rule } from '../rule';
import { lostBlanks } from './support/blanks';
import { fillingsOf, guesses, lostInWords, repairsOf } from './support/fillings';
import { labelOf, looseFigures, presentRows } from './support/rows';

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
    const { report } = context;
    if (!report.cells.some(({ kind }) => kind === 'absent')) return;
    for (const { table, row, reading } of presentRows(report)) {
      if (isRowUnwritten(context, table, reading.row)) continue;
      const absent = absentCells(context, row);
      const [first] = absent;
      // Figures enough stand there, and only their places are not known: they are spoken of as such.
      const loose = looseFigures(report, table, reading);
      if (first === undefined || loose >= absent.length) continue;
      const fillings = loose === 0 ? fillingsOf(context, table, row) : [];
      const isTold = fillings.length === 1 || (absent.length === 1 && isWatched(context, first));
      // The figure that is lost may belong elsewhere than where none is read.
      const gaps = fillings.length === 1 ? [...(fillings[0]?.values.keys() ?? [])] : absent;
      const lack = { absent: gaps, lost: absent.length - loose, isTold: isTold && fillings.length < 2 };
      yield {
        span: labelOf(report, row) ?? report.cells[first]?.span ?? { start: 0, end: 0 },
        message: messageOf(context, row, lack) + lostInWords(context, fillings),
        cells: gaps.flatMap((index) => report.form.cells[index]?.path ?? []),
        repairs: fillings.length > 0 ? repairsOf(context, fillings) : guesses(context, row, absent),
      };
    }
  },
});

function absentCells({ report }: Context, row: Row): number[] {
  const indices = row.columns.map((_, column) => row.firstCell + column);
  return indices.filter((index) => report.cells[index]?.kind === 'absent');
}

interface Lack {
  readonly absent: readonly number[];
  /** How many figures are not in the text. */
  readonly lost: number;
  /** Whether it is known in which column. */
  readonly isTold: boolean;
}

function messageOf({ report }: Context, { name, columns }: Row, { absent, lost, isTold }: Lack): string {
  const [first = -1] = absent;
  if (lost === columns.length) {
    return lost === 1 ? `缺少${describeCell(report.form, first)}的数字` : `「${name}」行没有数字`;
  }
  if (isTold && lost === 1) return `缺少${describeCell(report.form, first)}的数字`;
  if (isTold) return `「${name}」行少 ${lost} 个数字`;
  return lost === 1
    ? `「${name}」行少一个数字，分不出是哪一列的`
    : `「${name}」行少 ${lost} 个数字，分不出是哪几列的`;
}

/** Whether an equation tells of a cell. */
const isWatched = ({ report }: Context, index: number): boolean =>
  (report.form.equationsOf[index]?.length ?? 0) > 0;

import type { Row } from '../../form/form';
import { inManyRows, isOpen } from '../../report/gaps';
import { cellInWords } from '../../report/told';
import { mark, say } from '../../text/say';
import { type Context, rule } from '../rule';
import { lostBlanks } from './support/blanks';
import { guessedFor, guessedInWords, guesses, lostInWords, repairsOf } from './support/fillings';
import { gapsOf } from './support/gaps';
import { labelOf } from './support/rows';

export default rule({
  id: 'missing-cell',
  family: 'table',
  severity: 'error',
  hard: true,
  summary: '表中的行缺少数字：每一格都应填写',
  summaryEn: 'A row of a table lacks a figure',
  basis: mark`统一格式的三张表；没有的通常填 0`,
  fixable: true,

  *check(context) {
    yield* lostBlanks(context);
    const { report } = context;
    const gaps = gapsOf(context);
    const unread = inManyRows(gaps);
    for (const gap of gaps) {
      const { table, row, absent, lost, fillings, isTold } = gap;
      if (unread.has(table) && isOpen(gap)) continue;
      const [first = -1] = absent;
      // The figure that is lost may belong elsewhere than where none is read.
      const guessed = fillings.length > 0 ? [] : guessedFor(context, absent);
      const own = fillings.length === 1 ? [...(fillings[0]?.values.keys() ?? [])] : absent;
      yield {
        span: labelOf(report, row) ?? report.cells[first]?.span ?? { start: 0, end: 0 },
        message:
          messageOf(context, row, { absent: own, lost, isTold: isTold && fillings.length < 2 }) +
          (fillings.length > 0 ? lostInWords(context, fillings) : guessedInWords(context, guessed)),
        cells: own.flatMap((index) => report.form.cells[index]?.path ?? []),
        repairs: fillings.length > 0 ? repairsOf(context, fillings) : guesses(context, row, guessed),
      };
    }
  },
});

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
    return lost === 1 ? say`缺少${cellInWords(report.form, first)}的数字` : say`「${name}」行没有数字`;
  }
  if (isTold && lost === 1) return say`缺少${cellInWords(report.form, first)}的数字`;
  if (isTold) return say`「${name}」行少 ${lost} 个数字`;
  return lost === 1
    ? say`「${name}」行少一个数字，分不出是哪一列的`
    : say`「${name}」行少 ${lost} 个数字，分不出是哪几列的`;
}

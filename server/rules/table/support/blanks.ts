import { type Row, rowAndColumn, type TableId } from '../../../form/form';
import { brokenCount, impliedAmong, impliedBlanks, withCounts } from '../../../report/implied';
import { isEmpty, type Report, readableTables, valueOf } from '../../../report/report';
import { cellInWords } from '../../../report/told';
import { zeroMarkOf } from '../../../report/zero-mark';
import { say } from '../../../text/say';
import { isRowUnwritten } from '../../drafting';
import type { Context, Yield } from '../../rule';
import { namedIn } from './fillings';
import { filledRow, type Values } from './insert';
import { labelOf } from './rows';

/**
 * The empty cells that stand for a number other than 0, as the equations tell, those of a row together: what was in them got lost. A mark
 * that is the report's zero is none of them: which number of its sums is wrong another rule asks.
 */
export function* lostBlanks(context: Context): Generator<Yield> {
  const { report } = context;
  if (!report.cells.some(isEmpty)) return;
  const zeros = zeroMarkOf(report)?.cells;
  for (const { id } of readableTables(report)) {
    const implied = [...impliedBlanks(report, id)].filter(
      ([index]) => !zeros?.has(index) && !isRowUnwritten(context, id, report.form.cells[index]?.row ?? 0),
    );
    const rows = new Set(implied.map(([index]) => rowAndColumn(report.form, index).row));
    for (const row of rows) {
      const lost = new Map(implied.filter(([index]) => rowAndColumn(report.form, index).row === row));
      yield findingOf(context, row, { table: id, lost, isOnly: rows.size === 1 });
    }
  }
}

interface Lost {
  readonly table: TableId;
  readonly lost: Values;
  /** Whether no other row of the table lacks any. */
  readonly isOnly: boolean;
}

function findingOf(context: Context, row: Row, { table, lost, isOnly }: Lost): Yield {
  const { report } = context;
  const { form, cells } = report;
  const values = withZeros(report, row, lost);
  const edits = filledRow(context, row, values);
  const [[first = -1, value] = [], ...others] = lost;
  const { span = { start: 0, end: 0 }, kind } = cells[first] ?? {};
  const cell = cellInWords(form, first);
  const isSettled = isOnly && brokenCount(withCounts(report, lost), table) === 0;
  return {
    span: (others.length > 0 || span.end === span.start ? labelOf(report, row) : undefined) ?? span,
    message:
      others.length > 0
        ? say`「${row.name}」行有 ${lost.size} 格没有数字，由合计推出应为${namedIn(form, lost)}`
        : kind === 'mark'
          ? say`${cell}没有数字，由合计推出应为 ${value ?? 0}`
          : say`${cell}空白，由合计推出应为 ${value ?? 0}`,
    cells: [...lost.keys()].flatMap((index) => form.cells[index]?.path ?? []),
    repairs: edits
      ? [
          {
            title:
              values.size > 1
                ? say`补上「${row.name}」行的${namedIn(form, values)}（由合计推出）`
                : say`补上${cell}的 ${value ?? 0}（由合计推出）`,
            confidence: isSettled ? 'unique' : 'possible',
            edits,
          },
        ]
      : [],
  };
}

/** What a row lost; of one without any figure with the zeros that the equations imply beside it. */
function withZeros(report: Report, { firstCell, columns }: Row, lost: Values): Values {
  const own = columns.map((_, column) => firstCell + column);
  if (own.some((index) => valueOf(report.cells[index]) !== null)) return lost;
  const all = impliedAmong(report, own);
  return [...lost].every(([index, value]) => all.get(index) === value) ? all : lost;
}

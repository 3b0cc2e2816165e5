import { describeCell } from '../../form/form';
import { isEmpty } from '../../report/report';
import { zeroMarkOf } from '../../report/zero-mark';
import { isRowUnwritten } from '../drafting';
import { brokenCount, impliedBlanks, withCount } from '../implied';
import type { Context, Yield } from '../rule';
import { placeWithin } from './insert';
import { readableTables } from './rows';

/**
 * The empty cells that stand for a number other than 0, as the equations tell: what was in them got lost. A mark that is the report's zero
 * is none of them: which number of its sums is wrong another rule asks.
 */
export function* lostBlanks(context: Context): Generator<Yield> {
  const { report, text } = context;
  if (!report.cells.some(isEmpty)) return;
  const zeros = zeroMarkOf(report)?.cells;
  for (const { id } of readableTables(report)) {
    const implied = impliedBlanks(report, id);
    const settled = implied.size === 1 ? 'unique' : 'possible';
    for (const [index, value] of implied) {
      if (zeros?.has(index) || isRowUnwritten(context, id, report.form.cells[index]?.row ?? 0)) continue;
      const { span = { start: 0, end: 0 }, kind } = report.cells[index] ?? {};
      const path = report.form.cells[index]?.path ?? '';
      const where = describeCell(report.form, index);
      const after = withCount(report, index, value);
      yield {
        span,
        message: `${where}${kind === 'mark' ? '没有数字' : '空白'}，由合计推出应为 ${value}`,
        cells: [path],
        repairs: [
          {
            title: `补上${where}的 ${value}（由合计推出）`,
            confidence: brokenCount(after, id) === 0 ? settled : 'possible',
            edits: [
              { span: placeWithin(text, span), newText: String(value), cell: path, from: null, to: value },
            ],
          },
        ],
      };
    }
  }
}

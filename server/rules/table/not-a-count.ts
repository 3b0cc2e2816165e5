import type { CellSpec } from '../../form/form';
import type { Cell } from '../../report/report';
import { cellInWords } from '../../report/told';
import { fold } from '../../text/fold';
import { hasTooManyDigits, isCountable } from '../../text/numerals';
import { shortened } from '../../text/plain';
import { mark, say } from '../../text/say';
import { type Context, rule } from '../rule';
import { readingOf } from './support/meant';
import { tooLargeIn } from './support/sentences';

export default rule({
  id: 'not-a-count',
  family: 'table',
  severity: 'error',
  hard: true,
  summary: '表中填的不是件数：负数、小数、字母或文字',
  summaryEn: 'What stands in a table is no count: negative, with decimals, letters or words',
  basis: mark`统一格式各表以件计数，收费金额以万元计`,
  fixable: true,

  *check(context) {
    const { cells, form } = context.report;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const spec = form.cells[index];
      // What is kept as a count has been read as digits that make a number of the kind that stands there.
      const wrong = cell?.kind === 'text' && spec && faultOf(context, spec, cell);
      if (!wrong) continue;
      const words = printed(context, cell);
      const { message, repairs } = readingOf(context, spec, { words, span: cell.span });
      yield {
        span: cell.span,
        message: say`${cellInWords(form, index)}填的是“${shortened(words)}”：${wrong}${message}`,
        cells: [spec.path],
        repairs,
      };
    }
    for (const span of tooLargeIn(context.report))
      yield { span, message: say`正文里的这个数有十三位以上，大得不像件数或金额，没有核对；请看是不是误粘` };
  },
});

/** Why what stands in a cell is no count; undefined where it is one in another unit than the form's. */
function faultOf(
  context: Context,
  spec: CellSpec,
  cell: Extract<Cell, { kind: 'text' }>,
): string | undefined {
  if (cell.value !== undefined) return undefined;
  // Behind the digits there may be a unit and a note in brackets: 22（其中修订16件）.
  const [, sign, whole, decimals] =
    /^([+-]*)(\d+(?:,\d{3})*)(\.\d+)?(?:万?元|[件个起宗份条例篇次部项人])?(?:\(.*\))?$/u.exec(
      fold(printed(context, cell)),
    ) ?? [];
  const other = spec.decimals ? say`应是金额，只填数字` : say`应是件数，只填数字`;
  if (!whole) return other;
  if (!isCountable(Number(whole.replaceAll(',', '')))) return say`数字太大，请核对`;
  if (hasTooManyDigits(`${whole}${decimals ?? ''}`)) return say`数字太长，请核对`;
  if (sign?.includes('-') && !spec.signed) return say`不能是负数`;
  return decimals && Number(decimals) !== 0 && !spec.decimals ? say`件数不能有小数` : other;
}

const printed = ({ text }: Context, { span }: Cell): string => text.slice(span.start, span.end);

import type { Balance } from '../../report/balance';
import { mark } from '../../text/say';
import { isRowUnwritten } from '../drafting';
import { type Context, rule } from '../rule';
import { underZeroMark } from '../under-mark';
import { findingAsZero } from './support/as-zero';

export default rule({
  id: 'zero-mark-total',
  family: 'balance',
  severity: 'warning',
  hard: false,
  summary: '零写作“-”“/”“无”或空白的表，按此为 0 计，合计应相符',
  summaryEn: 'Where zeros are written as -, / or blanks: the sums add up with these read as 0',
  basis: mark`各条勾稽关系；统一格式没有规定符号和空白的含义，按本表自己的用法计`,
  fixable: true,

  *check(context) {
    const under = underZeroMark(context.report);
    for (const balance of under?.broken ?? []) {
      if (under && !isUnwritten(context, balance)) yield findingAsZero(context, under, balance);
    }
  },
});

// What is blank in a row that a writer has not come to is no zero yet.
const isUnwritten = (context: Context, { equation: { table, left, right } }: Balance): boolean =>
  [...left, ...right].some((cell) =>
    isRowUnwritten(context, table, context.report.form.cells[cell]?.row ?? 0),
  );

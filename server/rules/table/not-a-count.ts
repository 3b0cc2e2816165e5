import { type CellSpec, describeCell } from '../../form/form';
import type { Repair } from '../../report/finding';
import type { Cell } from '../../report/report';
import { fold } from '../../text/fold';
import { chineseValue } from '../../text/numerals';
import { brokenCount, withCount } from '../implied';
import { type Context, rule } from '../rule';

export default rule({
  id: 'not-a-count',
  family: 'table',
  severity: 'error',
  hard: true,
  summary: '表中填的不是件数：负数、小数、字母或文字',
  summaryEn: 'What stands in a table is no count: negative, with decimals, letters or words',
  basis: '统一格式各表以件计数，收费金额以万元计',
  fixable: true,

  *check(context) {
    const { cells, form } = context.report;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      const spec = form.cells[index];
      // What is kept as a count has been read as digits that make a number of the kind that stands there.
      const wrong = cell?.kind === 'text' && spec && faultOf(context, spec, cell);
      if (!wrong) continue;
      yield {
        span: cell.span,
        message: `${describeCell(form, index)}填的是“${printed(context, cell)}”：${wrong}`,
        cells: [spec.path],
        repairs: repairsOf(context, spec, cell),
      };
    }
  },
});

/** Why what stands in a cell is no count; undefined where it is one with a unit or a note behind it. */
function faultOf(context: Context, spec: CellSpec, cell: Cell): string | undefined {
  // Behind the digits there may be a unit and a note in brackets: 22（其中修订16件）.
  const [, sign, whole, decimals] =
    /^([+-]*)(\d+(?:,\d{3})*)(\.\d+)?\p{L}{0,2}(?:\(.*\))?$/u.exec(fold(printed(context, cell))) ?? [];
  if (!whole) return spec.decimals ? '应是金额，只填数字' : '应是件数，只填数字';
  if (sign?.includes('-') && !spec.signed) return '不能是负数';
  return decimals && Number(decimals) !== 0 && !spec.decimals ? '件数不能有小数' : undefined;
}

function repairsOf(context: Context, spec: CellSpec, cell: Cell): Repair[] {
  const to = meantIn(printed(context, cell));
  if (to === undefined) return [];
  const settled = brokenCount(withCount(context.report, spec.index, to), spec.table) === 0;
  // Only equations can tell whether the letter or the sign was meant so; 表二 has none.
  const confidence = settled && context.report.form.equationsOf[spec.index]?.length ? 'unique' : 'possible';
  const edits = [{ span: cell.span, newText: String(to), cell: spec.path, from: null, to }];
  return [{ title: `改为 ${to}`, confidence, edits }];
}

/** The one count that may be meant: by letters like digits, Chinese numerals, or digits among signs; undefined where there are two. */
function meantIn(words: string): number | undefined {
  const text = fold(words).replace(/[\0 ]/gu, '');
  const digits = text.replace(/[OoQ〇]/gu, '0').replace(/[Il|]/gu, '1');
  if (/^-*\d+$/u.test(digits)) return Number(digits.replace(/^-+/u, ''));
  const spelt = /^([零一二两三四五六七八九十百千]+)[件个条]?$/u.exec(text)?.[1];
  if (spelt) return chineseValue(spelt);
  const [count, ...others] = text.match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];
  return count && others.length === 0 && !count.includes('.') ? Number(count.replaceAll(',', '')) : undefined;
}

const printed = ({ text }: Context, { span }: Cell): string => text.slice(span.start, span.end);

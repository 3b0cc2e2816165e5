import { describeCell, type Equation, type EquationRule } from '../../../form/form';
import type { Balance } from '../../../report/balance';
import type { Repair } from '../../../report/finding';
import { isEmpty, type Report, valueOf } from '../../../report/report';
import { assumptionInWords, emptyInWords } from '../../../report/zero-mark';
import type { Context, Yield } from '../../rule';
import { placeWithin } from '../../table/support/insert';
import type { UnderMark } from '../../under-mark';
import { addends, operandName, signed } from './sides';

/** What the parts of a sum are called. */
const parts: Readonly<Record<EquationRule, string>> = {
  'row-total': '各列',
  'results-total': '各行',
  'disputes-total': '各种结果',
  'flow-balance': '',
};

/** The finding at an equation that fails with the report's mark for 0 as 0: what its sides come to so, and what its total may become. */
export function findingAsZero(
  { report, text }: Context,
  { mark, filled }: UnderMark,
  balance: Balance,
): Yield {
  const { equation, left, right, difference } = balance;
  const { name } = equation;
  const indices = [...equation.left, ...equation.right];
  const [total = -1] = equation.right;
  const terms = (all: readonly number[]): string =>
    all.map((index) => `${operandName(report, equation, index)} ${valueOf(filled.cells[index])}`).join(' + ');
  const counted = equation.left.filter((index) => valueOf(filled.cells[index]));
  const found =
    equation.rule === 'flow-balance'
      ? `勾稽关系不成立：${terms(equation.left)} = ${left}，${terms(equation.right)} = ${right}`
      : `合计不符：${parts[equation.rule]}之和是 ${left}${counted.length > 0 ? `（${terms(counted)}）` : ''}，` +
        statedAt(report, equation, { total, right });
  return {
    message: `${assumptionInWords(mark)}，${name}${found}，差 ${signed(difference)}`,
    span: report.cells[total]?.span ?? { start: 0, end: 0 },
    related: addends(report, equation),
    cells: indices.flatMap((index) => report.form.cells[index]?.path ?? []),
    equations: [equation.index],
    repairs: equation.rule === 'flow-balance' ? [] : [repairOf({ report, text }, total, left)],
  };
}

function statedAt(
  report: Report,
  equation: Equation,
  { total, right }: { total: number; right: number },
): string {
  const cell = report.cells[total];
  const label = `「${operandName(report, equation, total)}」`;
  if (!isEmpty(cell)) return `${label}写的是 ${right}`;
  return cell.kind === 'blank'
    ? `${label}空白（${right}）`
    : `${label}写的是 ${emptyInWords(report, cell)}（${right}）`;
}

/** The total becomes what its parts come to. */
function repairOf({ report, text }: Context, total: number, to: number): Repair {
  const { span = { start: 0, end: 0 } } = report.cells[total] ?? {};
  const from = valueOf(report.cells[total]);
  const cell = report.form.cells[total]?.path ?? '';
  const edit = { span: placeWithin(text, span), newText: String(to), cell, from, to };
  return {
    title: `将${describeCell(report.form, total)}改为 ${to}（各项之和）`,
    confidence: 'possible',
    edits: [edit],
  };
}

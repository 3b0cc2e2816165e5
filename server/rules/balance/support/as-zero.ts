import type { Equation, EquationRule } from '../../../form/form';
import type { Balance } from '../../../report/balance';
import type { Repair } from '../../../report/finding';
import { isEmpty, type Report, valueOf } from '../../../report/report';
import { cellInWords, equationInWords } from '../../../report/told';
import { assumptionInWords, emptyInWords } from '../../../report/zero-mark';
import { mark, said, say } from '../../../text/say';
import { ownWord } from '../../named';
import type { Context, Yield } from '../../rule';
import { placeWithin } from '../../table/support/insert';
import type { UnderMark } from '../../under-mark';
import { addends, operandName, signed } from './sides';

/** What the parts of a sum are called. */
const parts: Readonly<Record<EquationRule, string>> = {
  'row-total': mark`各列`,
  'results-total': mark`各行`,
  'disputes-total': mark`各种结果`,
  'flow-balance': '',
};

/** The finding at an equation that fails with the report's mark for 0 as 0: what its sides come to so, and what its total may become. */
export function findingAsZero({ report, text }: Context, under: UnderMark, balance: Balance): Yield {
  const { equation, left } = balance;
  const indices = [...equation.left, ...equation.right];
  const [total = -1] = equation.right;
  return {
    message: inWords(report, under, balance),
    span: report.cells[total]?.span ?? { start: 0, end: 0 },
    related: addends(report, equation),
    cells: indices.flatMap((index) => report.form.cells[index]?.path ?? []),
    equations: [equation.index],
    repairs: equation.rule === 'flow-balance' ? [] : [repairOf({ report, text }, total, left)],
  };
}

function inWords(report: Report, { mark: taken, filled }: UnderMark, balance: Balance): string {
  const { equation, left, right, difference } = balance;
  const name = equationInWords(report.form, equation);
  const terms = (all: readonly number[]): string =>
    all
      .map((index) => `${ownWord(operandName(report, equation, index))} ${valueOf(filled.cells[index])}`)
      .join(' + ');
  const [as, off] = [assumptionInWords(taken), signed(difference)];
  if (equation.rule === 'flow-balance')
    return say`${as}，${name}勾稽关系不成立：${terms(equation.left)} = ${left}，${terms(equation.right)} = ${right}，差 ${off}`;
  const counted = equation.left.filter((index) => valueOf(filled.cells[index]));
  const stated = statedAt(report, equation, { total: equation.right[0] ?? -1, right });
  const all = said(parts[equation.rule]);
  return counted.length > 0
    ? say`${as}，${name}合计不符：${all}之和是 ${left}（${terms(counted)}），${stated}，差 ${off}`
    : say`${as}，${name}合计不符：${all}之和是 ${left}，${stated}，差 ${off}`;
}

function statedAt(
  report: Report,
  equation: Equation,
  { total, right }: { total: number; right: number },
): string {
  const cell = report.cells[total];
  const label = operandName(report, equation, total);
  if (!isEmpty(cell)) return say`「${label}」写的是 ${right}`;
  return cell.kind === 'blank'
    ? say`「${label}」空白（${right}）`
    : say`「${label}」写的是 ${emptyInWords(report, cell)}（${right}）`;
}

/** The total becomes what its parts come to. */
function repairOf({ report, text }: Context, total: number, to: number): Repair {
  const { span = { start: 0, end: 0 } } = report.cells[total] ?? {};
  const from = valueOf(report.cells[total]);
  const cell = report.form.cells[total]?.path ?? '';
  const edit = { span: placeWithin(text, span), newText: String(to), cell, from, to };
  return {
    title: say`将${cellInWords(report.form, total)}改为 ${to}（各项之和）`,
    confidence: 'possible',
    edits: [edit],
  };
}

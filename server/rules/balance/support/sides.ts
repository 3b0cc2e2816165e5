import { type Equation, type EquationRule, rowAndColumn } from '../../../form/form';
import { type Balance, balanceOf } from '../../../report/balance';
import type { Related } from '../../../report/finding';
import { type Report, valueOf } from '../../../report/report';
import { equationInWords } from '../../../report/told';
import { say } from '../../../text/say';
import { ownWord } from '../../named';
import type { Yield } from '../../rule';
import { repairsOf } from './repairs';

// How the rules of this family speak of an equation that does not hold.

/** The equations of `rule` that can be decided and do not hold. */
export function* brokenBalances(report: Report, rule: EquationRule): Generator<Balance> {
  for (const equation of report.form.equations) {
    if (equation.rule !== rule) continue;
    const balance = balanceOf(report, equation);
    if (balance && balance.difference !== 0) yield balance;
  }
}

/** The finding at a broken equation: it points at the digits of the cell `at`, and at the figures that are added up to it in one place. */
export function findingAt(report: Report, { equation }: Balance, at: number, message: string): Yield {
  const indices = [...equation.left, ...equation.right];
  return {
    message,
    span: report.cells[at]?.span ?? { start: 0, end: 0 },
    related: addends(report, equation),
    cells: indices.flatMap((index) => report.form.cells[index]?.path ?? []),
    equations: [equation.index],
    repairs: repairsOf(report, equation, at),
  };
}

/** What is added up in an equation, told in one place, at the first of its figures that is not 0; none where it has no figures. */
export function addends(report: Report, equation: Equation): Related[] {
  const given = equation.left.filter((index) => valueOf(report.cells[index]) !== null);
  const counted = given.filter((index) => valueOf(report.cells[index]) !== 0);
  const [first] = counted.length > 0 ? counted : given;
  const span = report.cells[first ?? -1]?.span;
  if (!span) return [];
  const sum = given.reduce((all, index) => all + (valueOf(report.cells[index]) ?? 0), 0);
  const zeros = given.length - counted.length;
  const name = equationInWords(report.form, equation);
  if (counted.length === 0) return [{ span, message: say`${name}：${zeros} 格都是 0` }];
  const terms = side(report, equation, counted);
  return [
    {
      span,
      message:
        zeros > 0 ? say`${name}：${terms} = ${sum}，其余 ${zeros} 格都是 0` : say`${name}：${terms} = ${sum}`,
    },
  ];
}

/** The finding at a total that is not the sum of its parts; `parts` says what these are called, e.g. 各列. */
export function findingAtTotal(report: Report, balance: Balance, parts: string): Yield {
  const { equation, left, right, difference, assumed } = balance;
  const total = equation.right[0] ?? 0;
  const terms = equation.left.filter((index) => valueOf(report.cells[index]) !== 0);
  const sum = isGivenIn(report, terms) ? side(report, equation, terms) : say`都是 0`;
  // What is blank can only add to the parts.
  const name = equationInWords(report.form, equation);
  const label = operandName(report, equation, total);
  const message = assumed
    ? say`${name}合计不符：${parts}之和不算空白格已有 ${left}（${sum}），「${label}」写的是 ${right}，差 ${signed(difference)}`
    : say`${name}合计不符：${parts}之和是 ${left}（${sum}），「${label}」写的是 ${right}，差 ${signed(difference)}`;
  return findingAt(report, balance, total, message);
}

/** The terms of a side in words, as far as they have a figure: 本年新收 8 + 上年结转 0. */
export function side(report: Report, equation: Equation, indices: readonly number[]): string {
  const given = indices.filter((index) => valueOf(report.cells[index]) !== null);
  return given.map((index) => term(report, equation, index)).join(' + ');
}

const isGivenIn = ({ cells }: Report, indices: readonly number[]): boolean =>
  indices.some((index) => valueOf(cells[index]) !== null);

/** A difference with its sign, written with the minus of mathematics: −1, +3. */
export function signed(difference: number): string {
  return difference < 0 ? `−${-difference}` : `+${difference}`;
}

function term(report: Report, equation: Equation, index: number): string {
  return `${ownWord(operandName(report, equation, index))} ${valueOf(report.cells[index])}`;
}

/** An operand is called by what tells it from the others: in the equation of a row its column, in that of a column its row. */
export function operandName({ form }: Report, { rule }: Equation, index: number): string {
  const { row, column } = rowAndColumn(form, index);
  return rule === 'row-total' || rule === 'disputes-total' ? column.label : row.name;
}

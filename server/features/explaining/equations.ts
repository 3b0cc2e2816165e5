import { type Equation, type EquationRule, rowAndColumn } from '../../form/form';
import { type Balance, balanceOf } from '../../report/balance';
import { isEmpty, type Report, valueOf } from '../../report/report';
import { cellInWords, equationInWords, remarks } from '../../report/told';
import { mayBePrinted } from '../../report/unread';
import { assumedIn, emptyInWords, isOfBlanks } from '../../report/zero-mark';
import { underZeroMark } from '../../rules/under-mark';
import { mark, said, say } from '../../text/say';

/** What an equation is about, and whether it goes along a row or down a column. */
const kinds: Readonly<Record<EquationRule, { readonly name: string; readonly along: 'row' | 'column' }>> = {
  'row-total': { name: mark`行合计`, along: 'row' },
  'results-total': { name: mark`办理结果合计`, along: 'column' },
  'flow-balance': { name: mark`收到与办理`, along: 'column' },
  'disputes-total': { name: mark`行合计`, along: 'row' },
};

/** What equations of a rule are about, in a word: 行合计. */
export const equationName = (rule: EquationRule): string => said(kinds[rule].name);

/** So many failing equations are listed one by one. */
const listed = 5;

/** Equations of one rule, by how they stand in a report. */
interface Standing {
  readonly rule: EquationRule;
  readonly holding: Balance[];
  readonly failing: Balance[];
  readonly undecided: Equation[];
}

/**
 * Says line by line how equations stand now, with their numbers: ✓ holds, ✗ does not, ？ cannot be told; and what was taken for 0
 * where one only stands so because of that. Several equations of one rule are summed up, except those that fail; no lines where
 * there are no equations.
 */
export function equationLines(report: Report, equations: readonly Equation[]): string[] {
  return standings(report, equations).flatMap((standing) => {
    const { rule, holding, failing, undecided } = standing;
    const several = holding.length + failing.length + undecided.length > 1;
    return several
      ? summary(report, standing)
      : [...holding, ...failing, ...undecided].map((one) => line(report, rule, one));
  });
}

/** The same for every equation by itself, none summed up with others. */
export function linesByEquation(
  report: Report,
  equations: readonly Equation[],
): ReadonlyMap<Equation, string> {
  const lines = new Map<Equation, string>();
  for (const { rule, holding, failing, undecided } of standings(report, equations)) {
    for (const one of [...holding, ...failing]) lines.set(one.equation, line(report, rule, one));
    for (const one of undecided) lines.set(one, line(report, rule, one));
  }
  return lines;
}

/** Both sides of an equation with their numbers, e.g. `8 + 0 ≠ 7 + 0，差 1`. */
function inNumbers(report: Report, balance: Balance): string {
  const { equation, difference } = balance;
  const left = addends(report, equation.left);
  const right = addends(report, equation.right);
  const note = assumptionIn(report, [balance]);
  const sides = difference === 0 ? `${left} = ${right}` : say`${left} ≠ ${right}，差 ${Math.abs(difference)}`;
  // A full-width bracket brings its own space.
  return `${sides}${note}`.replaceAll('） ', '）');
}

/** What had to be taken for 0 in equations, in brackets; `count` says in how many where not all needed it. Empty where nothing had to. */
function assumptionIn(report: Report, balances: readonly Balance[], count = ''): string {
  const assumed = assumedIn(
    report,
    balances.flatMap(({ equation: { left, right } }) => [...left, ...right]),
  );
  if (!assumed) return '';
  return count ? say`（其中 ${count}${assumed}）` : say`（${assumed}）`;
}

function standings(report: Report, equations: readonly Equation[]): Standing[] {
  const byRule = new Map<EquationRule, Standing>();
  const { broken = [], mark } = underZeroMark(report) ?? {};
  for (const equation of equations) {
    const { rule } = equation;
    const standing = byRule.get(rule) ?? { rule, holding: [], failing: [], undecided: [] };
    byRule.set(rule, standing);
    const balance = balanceOf(report, equation) ?? broken.find((each) => each.equation === equation);
    if (!balance || isOfBlanks(report, balance, mark)) standing.undecided.push(equation);
    else if (balance.difference === 0) standing.holding.push(balance);
    else standing.failing.push(balance);
  }
  return [...byRule.values()];
}

function line(report: Report, rule: EquationRule, one: Balance | Equation): string {
  const name = equationName(rule);
  if (!('equation' in one)) return say`？ ${name}：无法判断，${obstacles(report, one)}`;
  return `${one.difference === 0 ? '✓' : '✗'} ${say`${name}：${inNumbers(report, one)}`}`;
}

function summary(report: Report, { rule, holding, failing, undecided }: Standing): string[] {
  const name = equationName(rule);
  const counted = (count: number): string =>
    kinds[rule].along === 'row' ? say`${count} 行` : say`${count} 列`;
  const lines = failing.slice(0, listed).map((balance) => {
    const where = equationInWords(report.form, balance.equation);
    return say`✗ ${name}，${where}：${inNumbers(report, balance)}`;
  });
  if (failing.length > listed) lines.push(say`✗ ${name}：另有 ${counted(failing.length - listed)}不相等`);
  if (undecided.length > 0)
    lines.push(say`？ ${name}：${counted(undecided.length)}无法判断，有空白或读不出的数`);
  if (holding.length > 0) {
    const assumed = holding.filter((balance) => balance.assumed);
    const note = assumptionIn(
      report,
      assumed,
      assumed.length < holding.length ? counted(assumed.length) : '',
    );
    const isRest = failing.length + undecided.length > 0;
    lines.push(`✓ ${say`${name}：${equal(counted(holding.length), holding.length, isRest)}`}${note}`);
  }
  return lines;
}

function equal(counted: string, count: number, isRest: boolean): string {
  if (isRest) return count > 1 ? say`其余 ${counted}都相等` : say`其余 ${counted}相等`;
  return count > 1 ? say`${counted}都相等` : say`${counted}相等`;
}

/** The sum of cells as it would be written down; of a long one only what is not 0. */
function addends(report: Report, indices: readonly number[]): string {
  const values = indices.map((index) => valueOf(report.cells[index]) ?? 0);
  if (values.length <= 3) return values.join(' + ');
  const shown = values.filter((value) => value !== 0);
  if (shown.length === 0) return '0';
  const hidden = values.length - shown.length;
  return hidden === 0 ? shown.join(' + ') : say`${shown.join(' + ')}（另 ${hidden} 格为 0）`;
}

/** Names the cells that keep an equation from being decided; where it is one cell, says what it would have to be. */
function obstacles(report: Report, equation: Equation): string {
  const unread = [...equation.left, ...equation.right].filter(
    (index) => obstacle(report, index) !== undefined,
  );
  const first = unread
    .slice(0, 2)
    .map((index) => obstacle(report, index, nameIn(report, equation, index)) ?? '');
  const named = remarks(first);
  const [only, ...others] = unread;
  if (only === undefined || others.length > 0)
    return unread.length > 2 ? say`${named}等 ${unread.length} 格` : named;
  const sum = (indices: readonly number[]): number =>
    indices.reduce((all, index) => all + (valueOf(report.cells[index]) ?? 0), 0);
  const missing = sum(equation.left) - sum(equation.right);
  const needed = equation.left.includes(only) ? -missing : missing;
  return needed >= 0 ? say`${named}（按其余各格应为 ${needed}）` : named;
}

function obstacle(report: Report, index: number, name = ''): string | undefined {
  const cell = report.cells[index];
  if (isEmpty(cell))
    return cell.kind === 'blank' ? say`${name}空白` : say`${name}填的是 ${emptyInWords(report, cell)}`;
  if (cell?.kind === 'merged') return undefined;
  if (cell?.kind === 'absent') return mayBePrinted(report, index) ? say`${name}没有读出` : say`${name}缺失`;
  return valueOf(cell) === null ? say`${name}读不出数` : undefined;
}

/** Names a cell within an equation: by its column in an equation along a row, else by its row. */
function nameIn(report: Report, equation: Equation, index: number): string {
  const { row, column } = rowAndColumn(report.form, index);
  if (row.columns.length === 1) return cellInWords(report.form, index);
  return kinds[equation.rule].along === 'row' ? `「${column.label}」` : `「${row.name}」`;
}

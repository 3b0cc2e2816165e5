import { rowAndColumn } from '../form/form';
import { isEmpty, type Report } from '../report/report';
import { cellInWords, clauses } from '../report/told';
import { emptyInWords } from '../report/zero-mark';
import { lineIn, shortened } from '../text/plain';
import { mark, said, say } from '../text/say';
import type { Operation } from './operations';
import { type Slip, slipOf } from './plausibility';
import type { Change } from './sheet';

// How causes are told, as a colleague would.

const slips: Readonly<Record<Slip, string>> = {
  transposed: mark`（数字颠倒）`,
  'extra-digit': mark`（多打一位）`,
  'missing-digit': mark`（少打一位）`,
  factor: mark`（位数不对）`,
  sign: mark`（多了负号）`,
  'replaced-digit': '',
  'off-by-one': '',
  'left-at-zero': '',
  none: '',
};

/** What went wrong, e.g. 「本年新收」行「自然人」列疑似把 18 写成 81（数字颠倒）. */
export function causeIn(report: Report, operations: readonly Operation[]): string {
  const [first, second, ...more] = operations;
  const withTotal = first && second && more.length === 0 ? carriedOn(report, first, second) : undefined;
  return withTotal ?? clauses(operations.map((operation) => causeOf(report, operation)));
}

// A part that was mistyped, and its total that was worked out from it.
function carriedOn(report: Report, one: Operation, other: Operation): string | undefined {
  const [[part], [total]] = [one.changes, other.changes];
  if (!part || !total || one.changes.length + other.changes.length > 2) return undefined;
  const sums = report.form.equations.some(
    ({ left, right }) => left.includes(part.cell) && right.length === 1 && right[0] === total.cell,
  );
  if (!sums || part.to - (part.from ?? 0) !== total.to - (total.from ?? 0)) return undefined;
  return say`${causeOf(report, one)}；总计随之写成${asFound(report, total)}，应为 ${total.to}`;
}

/** What is to be done about it, e.g. 将「本年新收」行「自然人」列由 81 改为 18. */
export function remedyIn(report: Report, operations: readonly Operation[]): string {
  const remedies = clauses(operations.map((operation) => remedyOf(report, operation)));
  return operations.length > 2 ? say`${operations.length} 处：${remedies}` : remedies;
}

/**
 * What comes of it, e.g. 改回后 3 处勾稽关系同时成立, where of `concerned` equations `mended` hold then; empty where none is
 * concerned. `deed` is what is done, marked, where it is to be said otherwise than by the operations.
 */
export function effectIn(operations: readonly Operation[], { mended, concerned, deed }: Effect): string {
  const [first, second] = operations;
  if (concerned === 0) return first?.kind === 'fill' ? say`由合计推出` : '';
  const isLeftOut = first?.changes.length === 1 && first.changes[0]?.from === 0;
  const alone = isLeftOut ? verbs.fill : verbs[first?.kind ?? 'retype'];
  const verb = said(deed ?? (second ? together : alone));
  const rest = concerned - mended;
  if (rest > 0) return say`${verb}后 ${mended} 处勾稽关系成立，另 ${rest} 处还牵涉别的错误`;
  return mended === 1 ? say`${verb}后勾稽关系成立` : say`${verb}后 ${mended} 处勾稽关系同时成立`;
}

interface Effect {
  readonly mended: number;
  readonly concerned: number;
  readonly deed?: string;
}

const verbs: Readonly<Record<Operation['kind'], string>> = {
  retype: mark`改回`,
  recompute: mark`改正`,
  fill: mark`补上`,
  swap: mark`换回`,
  move: mark`移回`,
  shift: mark`移回`,
};

const together = mark`一并改正`;

function causeOf(report: Report, operation: Operation): string {
  const [first, second] = operation.changes;
  if (!first) return '';
  const where = cellInWords(report.form, first.cell);
  if (operation.kind === 'shift') return slippedIn(report, operation);
  if (operation.kind === 'fill')
    return isWords(report, first)
      ? say`${where}填的不是件数，应为 ${first.to}`
      : say`${where}缺少的数字应为 ${first.to}`;
  if (!second) return slipIn(report, operation, first);
  if (operation.kind === 'swap') {
    const other = cellBeside(report, second.cell, first.cell);
    return say`${where}的 ${figure(first)} 与${other}的 ${figure(second)} 疑似互换`;
  }
  const { to, from, amount } = movedIn(first, second);
  const there = cellInWords(report.form, to.cell);
  const meant = say`${there}的 ${amount} 疑似错填在${cellBeside(report, from.cell, to.cell)}`;
  if (from.from === amount) return from.to === 0 ? meant : say`${meant}，后者应为 ${from.to}`;
  const here = cellInWords(report.form, from.cell);
  return say`${here}的 ${figure(from)} 中疑似有 ${amount} 应计入${cellBeside(report, to.cell, from.cell)}`;
}

function slipIn(report: Report, { kind }: Operation, change: Change): string {
  const { cell, to } = change;
  const where = cellInWords(report.form, cell);
  const from = figure(change);
  const slip = slipOf(change.from ?? 0, to);
  if (to === 0) return say`${where}疑似多填（现为 ${from}，应为 0）`;
  if (change.from === 0) return say`${where}疑似漏填（现为${asFound(report, change)}，应为 ${to}）`;
  if (slip !== 'none') return say`${where}疑似把 ${to} 写成 ${from}${said(slips[slip])}`;
  return kind === 'recompute'
    ? say`${where}疑似未随各项更新（现为 ${from}，应为 ${to}）`
    : say`${where}疑似有误（现为 ${from}，应为 ${to}）`;
}

function remedyOf(report: Report, operation: Operation): string {
  const [first, second] = operation.changes;
  if (!first) return '';
  const where = cellInWords(report.form, first.cell);
  if (operation.kind === 'shift') return shiftedBackIn(report, operation);
  if (operation.kind === 'fill' && !isWords(report, first)) return say`补上${where}的 ${first.to}`;
  if (!second) return say`将${where}由${asFound(report, first)} 改为 ${first.to}`;
  if (operation.kind === 'swap') {
    const other = cellBeside(report, second.cell, first.cell);
    return say`将${where}的 ${figure(first)} 与${other}的 ${figure(second)} 互换`;
  }
  const { to, from, amount } = movedIn(first, second);
  const [here, there] = [cellInWords(report.form, from.cell), cellBeside(report, to.cell, from.cell)];
  if (from.from !== amount) return say`从${here}的 ${figure(from)} 中移 ${amount} 到${there}`;
  const moved = say`将${here}的 ${amount} 移到${there}`;
  return from.to === 0 ? moved : say`${moved}，原处改为 ${from.to}`;
}

const figure = ({ from }: Change): string => String(from);

/** Says whether something stands where a change is made that is no count: letters, words, more digits than a number has. */
const isWords = ({ cells }: Report, { cell, from }: Change): boolean =>
  from === null && cells[cell]?.kind === 'text';

/**
 * What stands where a change is made: a figure, a mark, words, 空白; 空 where nothing does. Where Chinese sets it off from the word
 * before it, that blank is its own.
 */
export function asFound(report: Report, change: Change): string {
  const { cell, from } = change;
  const found = report.cells[cell];
  if (found?.kind === 'blank') return say`空白`;
  if (found && isWords(report, change)) return `“${shortened(lineIn(report.shown, found.span))}”`;
  return say` ${isEmpty(found) ? emptyInWords(report, found) : (from ?? say`空`)}`;
}

// A cell named to someone who looks at `other`: what they share is not said again.
function cellBeside(report: Report, cell: number, other: number): string {
  const [one, two] = [rowAndColumn(report.form, cell), rowAndColumn(report.form, other)];
  if (one.row === two.row) return say`同一行「${one.column.label}」列`;
  return one.column === two.column ? say`同一列「${one.row.name}」行` : cellInWords(report.form, cell);
}

// The cell that gains is where the figure belongs; it takes all that the other says, or a part of it.
function movedIn(first: Change, second: Change): { to: Change; from: Change; amount: number } {
  const gains = first.to > (first.from ?? 0);
  const [to, from] = gains ? [first, second] : [second, first];
  return { to, from, amount: to.to - (to.from ?? 0) };
}

function isDown(report: Report, { changes }: Operation): boolean {
  return new Set(changes.map(({ cell }) => report.form.cells[cell]?.column)).size === 1;
}

function slippedIn(report: Report, operation: Operation): string {
  const [run, isOnward] = [runIn(report, operation), operation.step === 1];
  if (isDown(report, operation)) return isOnward ? say`${run}疑似错下一行` : say`${run}疑似错上一行`;
  return isOnward ? say`${run}疑似错后一列` : say`${run}疑似错前一列`;
}

function shiftedBackIn(report: Report, operation: Operation): string {
  const [run, isOnward] = [runIn(report, operation), operation.step === 1];
  if (isDown(report, operation)) return isOnward ? say`将${run}的数字上移一行` : say`将${run}的数字下移一行`;
  return isOnward ? say`将${run}的数字前移一列` : say`将${run}的数字后移一列`;
}

function runIn(report: Report, operation: Operation): string {
  const { form } = report;
  const cells = operation.changes.map(({ cell }) => cell);
  const [start, end] = [Math.min(...cells), Math.max(...cells)];
  const [first, last] = [rowAndColumn(form, start), rowAndColumn(form, end)];
  if (isDown(report, operation))
    return say`「${first.column.label}」列从「${first.row.name}」到「${last.row.name}」`;
  return first.row === last.row
    ? say`「${first.row.name}」行从「${first.column.label}」到「${last.column.label}」`
    : say`从${cellInWords(form, start)}到${cellInWords(form, end)}`;
}

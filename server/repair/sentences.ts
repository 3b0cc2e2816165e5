import { describeCell, rowAndColumn } from '../form/form';
import { isEmpty, type Report } from '../report/report';
import { emptyInWords } from '../report/zero-mark';
import type { Operation } from './operations';
import { type Slip, slipOf } from './plausibility';
import type { Change } from './sheet';

// How causes are told, as a colleague would.

const slips: Readonly<Record<Slip, string>> = {
  transposed: '（数字颠倒）',
  'extra-digit': '（多打一位）',
  'missing-digit': '（少打一位）',
  factor: '（位数不对）',
  sign: '（多了负号）',
  'replaced-digit': '',
  'off-by-one': '',
  'left-at-zero': '',
  none: '',
};

/** What went wrong, e.g. 「本年新收」行「自然人」列疑似把 18 写成 81（数字颠倒）. */
export function causeIn(report: Report, operations: readonly Operation[]): string {
  const [first, second, ...more] = operations;
  const withTotal = first && second && more.length === 0 ? carriedOn(report, first, second) : undefined;
  return withTotal ?? operations.map((operation) => causeOf(report, operation)).join('；');
}

// A part that was mistyped, and its total that was worked out from it.
function carriedOn(report: Report, one: Operation, other: Operation): string | undefined {
  const [[part], [total]] = [one.changes, other.changes];
  if (!part || !total || one.changes.length + other.changes.length > 2) return undefined;
  const sums = report.form.equations.some(
    ({ left, right }) => left.includes(part.cell) && right.length === 1 && right[0] === total.cell,
  );
  if (!sums || part.to - (part.from ?? 0) !== total.to - (total.from ?? 0)) return undefined;
  return `${causeOf(report, one)}；总计随之写成${asFound(report, total)}，应为 ${total.to}`;
}

/** What is to be done about it, e.g. 将「本年新收」行「自然人」列由 81 改为 18. */
export function remedyIn(report: Report, operations: readonly Operation[]): string {
  const remedies = operations.map((operation) => remedyOf(report, operation));
  return `${remedies.length > 2 ? `${remedies.length} 处：` : ''}${remedies.join('；')}`;
}

/**
 * What comes of it, e.g. 改回后 3 处勾稽关系同时成立, where of `concerned` equations `mended` hold then; empty where none is
 * concerned. `deed` is what is done, where it is to be said otherwise than by the operations.
 */
export function effectIn(operations: readonly Operation[], { mended, concerned, deed }: Effect): string {
  const [first, second] = operations;
  if (concerned === 0) return first?.kind === 'fill' ? '由合计推出' : '';
  const isLeftOut = first?.changes.length === 1 && first.changes[0]?.from === 0;
  const verb = deed ?? (second ? '一并改正' : isLeftOut ? '补上' : verbs[first?.kind ?? 'retype']);
  const rest = concerned - mended;
  if (rest > 0) return `${verb}后 ${mended} 处勾稽关系成立，另 ${rest} 处还牵涉别的错误`;
  return mended === 1 ? `${verb}后勾稽关系成立` : `${verb}后 ${mended} 处勾稽关系同时成立`;
}

interface Effect {
  readonly mended: number;
  readonly concerned: number;
  readonly deed?: string;
}

const verbs: Readonly<Record<Operation['kind'], string>> = {
  retype: '改回',
  recompute: '改正',
  fill: '补上',
  swap: '换回',
  move: '移回',
  shift: '移回',
};

function causeOf(report: Report, operation: Operation): string {
  const [first, second] = operation.changes;
  if (!first) return '';
  const where = describeCell(report.form, first.cell);
  if (operation.kind === 'shift') return `${runIn(report, operation)}疑似${direction(report, operation)}`;
  if (operation.kind === 'fill') return `${where}缺少的数字应为 ${first.to}`;
  if (!second) return `${where}${slipIn(report, operation, first)}`;
  if (operation.kind === 'swap') {
    return `${where}的 ${first.from} 与${cellBeside(report, second.cell, first.cell)}的 ${second.from} 疑似互换`;
  }
  const { to, from, amount } = movedIn(first, second);
  const meant = `${describeCell(report.form, to.cell)}的 ${amount} 疑似错填在${cellBeside(report, from.cell, to.cell)}`;
  if (from.from === amount) return from.to === 0 ? meant : `${meant}，后者应为 ${from.to}`;
  const here = describeCell(report.form, from.cell);
  return `${here}的 ${from.from} 中疑似有 ${amount} 应计入${cellBeside(report, to.cell, from.cell)}`;
}

function slipIn(report: Report, { kind }: Operation, change: Change): string {
  const { from, to } = change;
  const slip = slipOf(from ?? 0, to);
  if (to === 0) return `疑似多填（现为 ${from}，应为 0）`;
  if (from === 0) return `疑似漏填（现为${asFound(report, change)}，应为 ${to}）`;
  if (slip !== 'none') return `疑似把 ${to} 写成 ${from}${slips[slip]}`;
  return kind === 'recompute'
    ? `疑似未随各项更新（现为 ${from}，应为 ${to}）`
    : `疑似有误（现为 ${from}，应为 ${to}）`;
}

function remedyOf(report: Report, operation: Operation): string {
  const [first, second] = operation.changes;
  if (!first) return '';
  const where = describeCell(report.form, first.cell);
  if (operation.kind === 'shift') {
    const back = { 错下一行: '上移一行', 错上一行: '下移一行', 错后一列: '前移一列', 错前一列: '后移一列' };
    return `将${runIn(report, operation)}的数字${back[direction(report, operation)]}`;
  }
  if (operation.kind === 'fill') return `补上${where}的 ${first.to}`;
  if (!second) return `将${where}由${asFound(report, first)} 改为 ${first.to}`;
  if (operation.kind === 'swap') {
    return `将${where}的 ${first.from} 与${cellBeside(report, second.cell, first.cell)}的 ${second.from} 互换`;
  }
  const { to, from, amount } = movedIn(first, second);
  const [here, there] = [describeCell(report.form, from.cell), cellBeside(report, to.cell, from.cell)];
  if (from.from !== amount) return `从${here}的 ${from.from} 中移 ${amount} 到${there}`;
  return `将${here}的 ${amount} 移到${there}${from.to === 0 ? '' : `，原处改为 ${from.to}`}`;
}

/** What stands where a change is made, set off from the word before it: a figure, a mark, 空白; 空 where nothing does. */
export function asFound(report: Report, { cell, from }: Change): string {
  const found = report.cells[cell];
  if (found?.kind === 'blank') return '空白';
  return ` ${isEmpty(found) ? emptyInWords(report, found) : (from ?? '空')}`;
}

// A cell named to someone who looks at `other`: what they share is not said again.
function cellBeside(report: Report, cell: number, other: number): string {
  const [one, two] = [rowAndColumn(report.form, cell), rowAndColumn(report.form, other)];
  if (one.row === two.row) return `同一行「${one.column.label}」列`;
  return one.column === two.column ? `同一列「${one.row.name}」行` : describeCell(report.form, cell);
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

function direction(report: Report, operation: Operation): '错下一行' | '错上一行' | '错后一列' | '错前一列' {
  if (isDown(report, operation)) return operation.step === 1 ? '错下一行' : '错上一行';
  return operation.step === 1 ? '错后一列' : '错前一列';
}

function runIn(report: Report, operation: Operation): string {
  const cells = operation.changes.map(({ cell }) => cell);
  const first = rowAndColumn(report.form, Math.min(...cells));
  const last = rowAndColumn(report.form, Math.max(...cells));
  if (!isDown(report, operation) && first.row !== last.row) {
    return `从${describeCell(report.form, Math.min(...cells))}到${describeCell(report.form, Math.max(...cells))}`;
  }
  return isDown(report, operation)
    ? `「${first.column.label}」列从「${first.row.name}」到「${last.row.name}」`
    : `「${first.row.name}」行从「${first.column.label}」到「${last.column.label}」`;
}

import { fold } from '../text/fold';
import { lineIn } from '../text/plain';
import { listed, say } from '../text/say';
import { type Balance, balanceOf } from './balance';
import { type Cell, isEmpty, type Report, valueOf } from './report';

/** What a report has where it means 0. */
export interface ZeroMark {
  /** As it is printed where it first stands; empty where the cells are left blank. */
  readonly printed: string;
  /** The cells of the equations that have it. */
  readonly cells: ReadonlySet<number>;
}

/** Of all that may stand for 0 (written zeros, blanks, marks) so large a share is the one mark. */
const leastShare = 0.75;
/** So many sums that come to something hold because the marks in them are 0, … */
const fewestHolding = 3;
/** … and so many times as many as fail. One wrong cell fails three at most, and is what is looked for. */
const timesFailing = 2;
const mostOfOneCell = 3;

/**
 * Answers what this report has where it means 0, one for all of its tables with equations: nearly all that may mean it is the same
 * mark, or blank; sums of figures hold with it as 0, by far more than fail; and sums that come to something have their totals, or
 * else what is left out are the totals. Undefined where zeros are written, where marks are mixed, and where nothing shows what
 * they mean.
 */
export function zeroMarkOf(report: Report): ZeroMark | undefined {
  if (!report.cells.some(isEmpty)) return undefined;
  const { key, cells } = commonestOf(report) ?? {};
  if (key === undefined || cells === undefined) return undefined;
  const [first = -1] = cells;
  const mark = { printed: key === '' ? '' : printedIn(report, report.cells[first]), cells: new Set(cells) };
  return isShown(report, mark) ? mark : undefined;
}

/** Whether all that an equation is about is blank, of a report that does not show that it leaves out its zeros: that 0 = 0 tells nothing. */
export const isOfBlanks = (
  { cells }: Report,
  { equation: { left, right } }: Balance,
  mark: ZeroMark | undefined,
): boolean =>
  mark?.printed !== '' &&
  [...left, ...right].every((index) => cells[index]?.kind === 'blank' || cells[index]?.kind === 'merged');

/** The report as it would be had it a 0 in each of `places`. */
export function withZeros(report: Report, places: Iterable<number>): Report {
  const cells = [...report.cells];
  for (const index of places)
    cells[index] = { kind: 'count', value: 0, span: report.cells[index]?.span ?? { start: 0, end: 0 } };
  return { ...report, cells };
}

/** A mark as messages name it: "-", or 空白. */
const markInWords = ({ printed }: Pick<ZeroMark, 'printed'>): string =>
  printed === '' ? say`空白` : `"${printed}"`;

/** What is said before all that holds or fails only with a mark taken for 0: 按"-"为 0 计. */
export const assumptionInWords = (mark: Pick<ZeroMark, 'printed'>): string =>
  say`按${markInWords(mark)}为 0 计`;

/** What of these cells had to be taken for 0, said likewise: 按"-"为 0 计; empty where all of them have figures. */
export function assumedIn(report: Report, indices: readonly number[]): string {
  const taken = indices.flatMap((index) => {
    const cell = report.cells[index];
    return isEmpty(cell) ? emptyInWords(report, cell) : [];
  });
  return taken.length > 0 ? say`按${listed([...new Set(taken)])}为 0 计` : '';
}

/** What stands in a cell without a figure, as messages name it. */
export const emptyInWords = (report: Report, cell: Cell): string =>
  markInWords({ printed: cell.kind === 'blank' ? '' : printedIn(report, cell) });

const printedIn = ({ shown }: Report, cell: Cell | undefined): string =>
  cell ? lineIn(shown, cell.span) : '';

/** The commonest thing that may stand for 0 and its cells; undefined where it is the figure, or not nearly all. */
function commonestOf(
  report: Report,
): { readonly key: string; readonly cells: readonly number[] } | undefined {
  const marks = new Map<string, number[]>();
  let all = 0;
  for (const [index, cell] of report.cells.entries()) {
    if (!report.form.equationsOf[index]?.length) continue;
    if (valueOf(cell) === 0) all++;
    if (!isEmpty(cell)) continue;
    all++;
    const key = cell.kind === 'blank' ? '' : keyOf(printedIn(report, cell));
    const known = marks.get(key);
    if (known) known.push(index);
    else marks.set(key, [index]);
  }
  const [commonest] = [...marks].sort(([, one], [, other]) => other.length - one.length);
  const [key = '', cells = []] = commonest ?? [];
  if (cells.length < leastShare * all || (key === '' && !isWhole(report))) return undefined;
  return { key, cells };
}

// Blanks are cells beyond doubt only where no cell is missing and no number is left over.
function isWhole({ form, cells, tables }: Report): boolean {
  const isFound = cells.every(({ kind }, index) => kind !== 'absent' || !form.equationsOf[index]?.length);
  return isFound && tables.every(({ unplaced }) => unplaced.length === 0);
}

// A dash is one however long it is.
function keyOf(printed: string): string {
  const [first = '', ...others] = fold(printed);
  return others.every((each) => each === first) ? first : first + others.join('');
}

function isShown(report: Report, mark: ZeroMark): boolean {
  const filled = withZeros(report, mark.cells);
  let [holding, failing, stated, open] = [0, 0, 0, 0];
  for (const equation of report.form.equations) {
    const balance = balanceOf(filled, equation);
    if (!balance || balance.assumed) continue;
    const { left, right, difference } = balance;
    const [total = -1, ...others] = equation.right;
    if (left > 0 && others.length === 0) {
      if (mark.cells.has(total)) open++;
      else stated++;
    }
    // 0 = 0 is so whatever the marks mean.
    if (
      (left === 0 && right === 0) ||
      ![...equation.left, ...equation.right].some((cell) => mark.cells.has(cell))
    )
      continue;
    if (difference === 0) holding++;
    else failing++;
  }
  return (
    holding >= fewestHolding &&
    stated > open &&
    (failing <= mostOfOneCell || holding >= timesFailing * failing)
  );
}

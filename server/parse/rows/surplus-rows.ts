import type { Token } from '../tokens/token';
import { isFigure } from '../tokens/token';
import type { Member, Run } from './row-runs';

// A row of figures without a label, or with one that is like several of the form, stands between two rows of the form that have their own
// labels and all their figures: which of these it were tells nothing, so it is neither's.

/** Whether figures stand before the label of any row: labels may stand behind their figures there, and what follows one is another's. */
export function beginsWithFigures(runs: readonly Run[]): boolean {
  const first = runs.findIndex(isRow);
  return runs.slice(0, Math.max(0, first)).some(({ members }) => members.some(isFilled));
}

/**
 * What stands behind all cells of a row and before the label of the next, where the rows that the form has before and behind it have theirs
 * too: else it may be a row's that has lost its label, or whose label stands among others above all figures of theirs. Nothing where most
 * rows have more than they need: those are two years'.
 */
export function surplusIn(runs: readonly Run[]): Token[] {
  const rows = runs.filter((run) => isRow(run) && run.members.some(isFilled));
  const found = rows.flatMap((run, at) => {
    const isBetween =
      (run.row === 0 || isWhole(rows[at - 1], run.row - 1)) && isWhole(rows[at + 1], run.row + 1);
    const own = isBetween ? ownIn(run) : undefined;
    const behind = own === undefined ? [] : run.members.slice(own);
    const last = behind.findLastIndex(isFilled);
    return last < 0 ? [] : [behind.slice(0, last + 1).map(({ token }) => token)];
  });
  return 2 * found.length > rows.length ? [] : found.flat();
}

/** Whether a run is that of a row and has its figures, and no others. */
function isWhole(run: Run | undefined, row: number): boolean {
  if (run?.row !== row || run.members.filter(isFilled).length > (run.needs[0] ?? 0)) return false;
  return ownIn(run) !== undefined;
}

/** Whether a label is a row's and not as well that of a column: 其他. */
const isRow = ({ row, isColumn }: Run): boolean => row >= 0 && !isColumn;

const isFilled = ({ token }: Member): boolean => isFigure(token);

const isCell = (member: Member): boolean => member.token.kind === 'blank' || isFilled(member);

/**
 * How many members of a run are the cells of its row: those on the line of its label, or as many figures as it needs where cells have lines
 * of their own, or all a line. Undefined where the row lacks figures, or has parts of another.
 */
function ownIn({ label, members, needs }: Run): number | undefined {
  const [need = 0] = needs;
  const onLine = members.filter(({ token }) => token.line === label?.line);
  const cells = onLine.filter(isCell).length;
  const figures = onLine.filter(isFilled).length;
  if (cells > 0 && figures <= need) return cells >= need ? onLine.length : undefined;
  const filled = members.filter(isFilled);
  const own = members.filter(isCell).slice(0, need);
  const last = own.at(-1);
  // Two figures on the line of a label that asks for one are as likely pieces of it, or another year's; those on one line are of one row.
  const isRow = cells === 0 || need > 3;
  const isApart = last?.token.line !== filled[need]?.token.line;
  return last && isRow && isApart && own.every(isFilled) && filled.length % need === 0
    ? members.indexOf(last) + 1
    : undefined;
}

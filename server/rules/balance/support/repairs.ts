import type { Equation, TableId } from '../../../form/form';
import { type Balance, balanceOf, balancesOf } from '../../../report/balance';
import type { Confidence, Repair } from '../../../report/finding';
import { withCount } from '../../../report/implied';
import { type Report, valueOf } from '../../../report/report';
import { cellInWords } from '../../../report/told';
import { say } from '../../../text/say';

/** One cell rewritten so that an equation holds, and how many equations of its table are broken then. */
interface Candidate {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly broken: number;
}

/**
 * The edits of a single cell that mend `equation`: first those of other cells than `total` that leave the fewest equations of
 * the table broken, fewer than now and than the total's edit; then that of the total. Where no sum is written at the total,
 * as in the flow, it is offered only if it does not break others in exchange. Empty where no edit gives a count.
 */
export function repairsOf(report: Report, equation: Equation, total: number): Repair[] {
  const balances = new Map(balancesOf(report).map((balance) => [balance.equation, balance]));
  const candidates = candidatesOf(report, equation, balances);
  const now = [...balances.values()].filter((each) => isBroken(each, equation.table)).length;
  const least = Math.min(...candidates.map(({ broken }) => broken));
  const ofTotal = candidates.find(({ index }) => index === total);
  const better = candidates.filter(
    ({ broken }) => broken === least && broken < Math.min(now, ofTotal?.broken ?? now),
  );
  const isSum = equation.right.length === 1;
  const last = ofTotal && (isSum || ofTotal.broken < now) ? [ofTotal] : [];
  // Of cells that no other equation knows of more than one may be wrong.
  const isWatched = [...equation.left, ...equation.right].some(
    (index) => (report.form.equationsOf[index]?.length ?? 0) > 1,
  );
  const onlyOne = isWatched && candidates.filter(({ broken }) => broken === 0).length === 1;
  return [...better, ...last].map((candidate) =>
    repairOf(report, candidate, onlyOne && candidate.broken === 0 ? 'unique' : 'possible'),
  );
}

type Balances = ReadonlyMap<Equation, Balance>;

function candidatesOf(report: Report, equation: Equation, balances: Balances): Candidate[] {
  const difference = balances.get(equation)?.difference ?? 0;
  return [...equation.left, ...equation.right].flatMap((index) => {
    const from = valueOf(report.cells[index]);
    if (from === null) return [];
    const change = equation.left.includes(index) ? difference : -difference;
    const to = from + change;
    if (to < 0 || !Number.isInteger(to)) return [];
    return [
      { index, from, to, broken: brokenAfter(report, balances, { index, change, table: equation.table }) },
    ];
  });
}

interface Change {
  readonly index: number;
  readonly change: number;
  readonly table: TableId;
}

/** How many equations of the table are broken when cell `index` grows by `change`. */
function brokenAfter(report: Report, balances: Balances, { index, change, table }: Change): number {
  const { form, cells } = report;
  let broken = 0;
  for (const balance of balances.values()) {
    const { equation, difference, assumed } = balance;
    if (!form.equationsOf[index]?.includes(equation.index)) broken += isBroken(balance, table) ? 1 : 0;
    else if (assumed) {
      // Where blanks were read as 0, nothing may be told any more.
      const after = withCount(report, index, (valueOf(cells[index]) ?? 0) + change);
      if ((balanceOf(after, equation)?.difference ?? 0) !== 0) broken++;
    } else if (difference + (equation.left.includes(index) ? -change : change) !== 0) broken++;
  }
  return broken;
}

const isBroken = ({ equation, difference }: Balance, table: TableId): boolean =>
  equation.table === table && difference !== 0;

function repairOf(report: Report, { index, from, to }: Candidate, confidence: Confidence): Repair {
  const span = report.cells[index]?.span ?? { start: 0, end: 0 };
  const cell = report.form.cells[index]?.path ?? '';
  return {
    title: say`将${cellInWords(report.form, index)}由 ${from} 改为 ${to}`,
    confidence,
    edits: [{ span, newText: String(to), cell, from, to }],
  };
}

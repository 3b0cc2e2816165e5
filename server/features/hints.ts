import type { Analysis } from '../analysis';
import type { Balance } from '../report/balance';

/** A note to be shown in the text behind a figure. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

/** Behind the last figure of every equation that fails, what it would have to be and by how much it is off; else nothing. */
export function hints({ report, balances }: Analysis): readonly Hint[] {
  const notes = new Map<number, string[]>();
  for (const balance of balances) {
    if (balance.difference === 0) continue;
    const last = balance.equation.right.at(-1);
    const cell = last === undefined ? undefined : report.cells[last];
    if (!cell || cell.kind === 'absent' || cell.kind === 'merged') continue;
    const list = notes.get(cell.span.end) ?? [];
    notes.set(cell.span.end, [...list, note(balance)]);
  }
  return [...notes].sort(([a], [b]) => a - b).map(([offset, each]) => ({ offset, text: each.join('；') }));
}

function note({ equation, left, right, difference }: Balance): string {
  const off = `差 ${difference < 0 ? '−' : '+'}${Math.abs(difference)}`;
  return equation.rule === 'flow-balance' ? `${left} ≠ ${right}，${off}` : `= ${left}，${off}`;
}

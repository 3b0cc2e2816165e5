import type { Analysis } from '../../analysis';
import { cellAt } from '../../form/form';
import type { Balance } from '../../report/balance';
import type { Edit, Finding } from '../../report/finding';
import type { Report } from '../../report/report';
import { clauses } from '../../report/told';
import { listed, say } from '../../text/say';

/** A note to be shown in the text behind a figure. */
export interface Hint {
  readonly offset: number;
  readonly text: string;
}

/** The rules on figures that are not in the text. */
const lost: ReadonlySet<string> = new Set(['missing-cell', 'missing-row']);

/**
 * Where one change explains what fails, behind the figure to be changed what it would have to be. Elsewhere behind the last
 * figure of every equation that fails what it would have to be and by how much it is off; where figures are lost what they have to be,
 * as far as the equations tell.
 */
export function hints({ report, balances, findings }: Analysis): readonly Hint[] {
  const notes = new Map<number, string[]>();
  const add = (offset: number, text: string): void => {
    const list = notes.get(offset) ?? [];
    if (!list.includes(text)) notes.set(offset, [...list, text]);
  };
  const explained = new Set<number>();
  for (const finding of findings) {
    // Repairs are worked out where they are asked for.
    const [best] = finding.equations.length > 0 ? finding.repairs : [];
    if (!best || !(best.confidence === 'unique' || isBlamed(finding))) continue;
    for (const index of finding.equations) explained.add(index);
    for (const edit of best.edits)
      if (isChange(edit))
        add(edit.span.end, best.confidence === 'unique' ? say`应为 ${edit.to}` : say`疑似应为 ${edit.to}`);
  }
  for (const finding of findings) for (const { offset, text } of lostIn(report, finding)) add(offset, text);
  for (const balance of balances) {
    if (balance.difference === 0 || explained.has(balance.equation.index)) continue;
    const last = balance.equation.right.at(-1);
    const cell = last === undefined ? undefined : report.cells[last];
    if (cell && cell.kind !== 'absent' && cell.kind !== 'merged') add(cell.span.end, note(balance));
  }
  return [...notes].sort(([a], [b]) => a - b).map(([offset, each]) => ({ offset, text: clauses(each) }));
}

/** Whether a finding blames figures that its only repair changes: what it says of them is no longer said of the sums that they break. */
function isBlamed({ cells, repairs: [only, ...others] }: Finding): boolean {
  if (!only || others.length > 0 || cells.length === 0 || !only.edits.every(isChange)) return false;
  const changed = new Set(only.edits.map(({ cell }) => cell));
  return cells.every((path) => changed.has(path));
}

/** What is to be put in where a finding misses figures, a note a place; none where several repairs differ, or no equation knows. */
function lostIn({ form }: Report, finding: Finding): Hint[] {
  const [only, ...others] = lost.has(finding.rule) ? finding.repairs : [];
  if (!only || others.length > 0) return [];
  const isKnown = ({ cell }: Edit): boolean =>
    cell !== undefined && (form.equationsOf[cellAt(form, cell)]?.length ?? 0) > 0;
  if (!only.edits.every(isKnown)) return [];
  const places = new Set(only.edits.map(({ span }) => span.start));
  return [...places].map((offset) => {
    const here = only.edits.filter(({ span }) => span.start === offset);
    return { offset, text: say`应补 ${listed(here.map(({ to }) => to ?? ''))}` };
  });
}

/** Whether an edit changes a figure that stands in the text. */
const isChange = (edit: Edit): edit is Edit & { readonly to: number } =>
  typeof edit.from === 'number' && typeof edit.to === 'number';

// It begins with a word: behind a figure, "= 1" or "8 ≠ 7" would be read together with it.
function note({ equation, left, right, difference }: Balance): string {
  const off = say`差 ${difference < 0 ? '−' : '+'}${Math.abs(difference)}`;
  return equation.rule === 'flow-balance'
    ? say`收到与结转共 ${left}，办理与结转下年共 ${right}，${off}`
    : say`各项之和是 ${left}，${off}`;
}

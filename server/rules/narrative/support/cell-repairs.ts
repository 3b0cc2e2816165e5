import { balanceOf } from '../../../report/balance';
import type { Claim } from '../../../report/claim';
import type { Repair } from '../../../report/finding';
import type { Cell, Report } from '../../../report/report';
import { cellInWords } from '../../../report/told';
import { say } from '../../../text/say';
import { quoted } from '../../quoted';
import { rewritten } from './rewritten';

/**
 * Changes of a table to what a claim states: of a cell that the claim alone speaks of, where every equation of that cell holds
 * afterwards or none can tell. Empty where the equations vouch for the table, or the claim leaves open what it states.
 */
export function cellRepairsOf(report: Report, claim: Claim): Repair[] {
  const { kind, low, high, sums } = claim;
  if (kind !== 'number' || low !== high) return [];
  return sums.flatMap(({ cells, less }): Repair[] => {
    const [index, ...others] = cells;
    if (index === undefined || others.length > 0 || less !== 0) return [];
    const cell = report.cells[index];
    const path = report.form.cells[index]?.path;
    if (cell?.kind !== 'count' || cell.broken || path === undefined) return [];
    if (!holdsWith(report, index, low)) return [];
    const newText = rewritten(quoted(report.shown, cell.span), low);
    if (newText === undefined) return [];
    return [
      {
        title: say`表中${cellInWords(report.form, index)}的“${cell.value}”改为“${newText}”`,
        confidence: 'possible',
        edits: [{ span: cell.span, newText, cell: path, from: cell.value, to: low }],
      },
    ];
  });
}

/** Whether no equation of a cell fails with another number in it. */
function holdsWith(report: Report, index: number, value: number): boolean {
  const spec = report.form.cells[index];
  if (!spec?.decimals && !Number.isInteger(value)) return false;
  const cells: Cell[] = [...report.cells];
  cells[index] = { kind: 'count', value, span: { start: 0, end: 0 } };
  return (report.form.equationsOf[index] ?? []).every((each) => {
    const equation = report.form.equations[each];
    return equation === undefined || (balanceOf({ cells }, equation)?.difference ?? 0) === 0;
  });
}

import { cellAt } from '../form/form';
import { agreeingSums, agreementOf, sumOf } from '../report/agreement';
import type { Claim } from '../report/claim';
import type { Edit } from '../report/finding';
import type { Cell, Report } from '../report/report';
import { keepingUnseen } from '../report/unseen';
import { restated } from '../rules/narrative/support/wording';
import type { Context } from '../rules/rule';

/**
 * The changes of the sentences that state what edits of cells change: those that agree with the table as it is and would not with the
 * table as it will be. Empty where there are none.
 */
export function statedIn({ report, text }: Context, edits: readonly Edit[]): Edit[] {
  if (report.claims.length === 0) return [];
  const after = withFigures(report, edits);
  if (!after) return [];
  const changes = new Map<number, Edit>();
  for (const claim of report.claims) {
    const value = claim.firm && claim.kind === 'number' ? valueAfter(report, after, claim) : undefined;
    const edit = value === undefined ? undefined : restated(report.shown, claim, value);
    // 复议、诉讼各 1 件: one number that would have to state two.
    if (edit && changes.has(edit.span.start)) return [];
    if (edit)
      changes.set(edit.span.start, {
        ...keepingUnseen(text, report.shown, edit),
        from: claim.low,
        to: value ?? null,
      });
  }
  return [...changes.values()];
}

/** What a claim that agrees has to state then; undefined where it goes on agreeing, does not agree now, or that cannot be told. */
function valueAfter(report: Report, after: Report, claim: Claim): number | undefined {
  if (agreementOf(report, claim) !== 'agrees' || agreementOf(after, claim) !== 'differs') return undefined;
  const [sum] = agreeingSums(report, claim);
  if (!sum) return undefined;
  const value = sumOf(after, sum.cells) - sum.less;
  return Number.isNaN(value) ? undefined : value;
}

/** The report with the figures that edits put into cells; undefined where they put none. */
function withFigures(report: Report, edits: readonly Edit[]): Report | undefined {
  const cells: Cell[] = [...report.cells];
  let isSame = true;
  for (const { cell, to, span } of edits) {
    const index = cell === undefined || typeof to !== 'number' ? -1 : cellAt(report.form, cell);
    if (index < 0) continue;
    cells[index] = { kind: 'count', value: to ?? 0, span };
    isSame = false;
  }
  return isSame ? undefined : { ...report, cells };
}

import { cellAt } from '../form/form';
import type { Edit, Finding, Repair } from '../report/finding';
import { breaks } from './causes';
import type { Workshop } from './offers';
import { isProved, wasProved } from './proof';
import type { Change } from './sheet';

// What the rules themselves offer to write into cells is held to the same as what the search offers.

/** The rules whose repairs put one figure into a cell for the sake of the equations. */
const vettedRules = new Set([
  'row-total',
  'results-total',
  'flow-balance',
  'disputes-total',
  'zero-mark-total',
  'missing-cell',
  'not-a-count',
  'blank-cell',
]);

/** So many repairs of the rules are proved in one text; what is beyond is not offered. */
const mostProofs = 24;

/** Says whether a rule offers a figure that nobody has proved yet. */
export const isVetted = ({ rule, repairs }: Finding): boolean => repairs.length > 0 && vettedRules.has(rule);

/** The findings, with those repairs of their rules left out that would break an equation or are read otherwise than they promise. */
export function vetted(shop: Workshop, findings: readonly Finding[]): Finding[] {
  let proofs = 0;
  const isSound = (finding: Finding, repair: Repair): boolean => {
    if (wasProved(repair.edits)) return true;
    const changes = changesIn(shop, repair.edits);
    if (finding.equations.length > 0 && breaks(shop.sheet, changes)) return false;
    return ++proofs <= mostProofs && isProved(shop, repair.edits, { changes, mends: finding.equations });
  };
  return findings.map((finding) => {
    if (!isVetted(finding)) return finding;
    const repairs = finding.repairs.filter((repair) => isSound(finding, repair));
    return repairs.length === finding.repairs.length ? finding : { ...finding, repairs };
  });
}

const changesIn = ({ report }: Workshop, edits: readonly Edit[]): Change[] =>
  edits.flatMap(({ cell, from = null, to }): Change[] =>
    cell !== undefined && typeof to === 'number' ? [{ cell: cellAt(report.form, cell), from, to }] : [],
  );

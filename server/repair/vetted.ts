import { cellAt, type Row, rowAndColumn } from '../form/form';
import type { Edit, Finding, Repair } from '../report/finding';
import { type Report, valueOf } from '../report/report';
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
  'missing-row',
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

/** What the cells say once edits are made: those that they fill, and those into which the row's other figures move. */
function changesIn({ report }: Workshop, edits: readonly Edit[]): Change[] {
  const changes = edits.flatMap(({ cell, from = null, to }): Change[] =>
    cell !== undefined && typeof to === 'number' ? [{ cell: cellAt(report.form, cell), from, to }] : [],
  );
  const rows = new Set(changes.map(({ cell }) => rowAndColumn(report.form, cell).row));
  return [...changes, ...[...rows].flatMap((row) => movedIn(report, row, changes))];
}

/** The figures of a row that stand in other columns once as many as it lacks are put among them; none where it lacks others. */
function movedIn({ cells }: Report, { firstCell, columns }: Row, changes: readonly Change[]): Change[] {
  const own = columns.map((_, column) => firstCell + column);
  const figures = own.filter((index) => cells[index]?.kind !== 'absent');
  const free = own.filter((index) => !changes.some(({ cell, from }) => cell === index && from === null));
  if (figures.length === own.length || free.length !== figures.length) return [];
  return free.flatMap((cell, at): Change[] => {
    const source = figures[at] ?? -1;
    const to = valueOf(cells[source]);
    return source === cell || to === null ? [] : [{ cell, from: valueOf(cells[cell]), to }];
  });
}

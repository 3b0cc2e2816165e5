import { agreementOf, claimOf } from '../../../report/agreement';
import type { Repair } from '../../../report/finding';
import type { Figure, PartsRelation } from '../../../report/relation';
import type { Report } from '../../../report/report';
import { say } from '../../../text/say';
import { quoted } from '../../quoted';
import { sumOfParts } from './parts';
import { rewritten } from './rewritten';

/** Of more changes than this only those are offered that undo a slip. */
const most = 4;

/**
 * Changes after which parts add up to their total: of the total, then of each part; what the tables confirm stays. Empty for a single
 * part, which tells nothing about the total.
 */
export function partRepairs(report: Report, relation: PartsRelation): Repair[] {
  const { whole, parts } = relation;
  if (parts.length === 1) return [];
  const excess = sumOfParts(relation) - whole.value;
  const ofParts = parts.flatMap((part) => changes(report, part, part.value - excess));
  const slips = ofParts.filter(({ figure, to }) => isSlip(figure.value, to));
  const others = ofParts.length > most ? [] : ofParts.filter((each) => !slips.includes(each));
  return [...changes(report, whole, sumOfParts(relation)), ...slips, ...others].flatMap(({ figure, to }) => {
    const printed = quoted(report.shown, figure.span);
    const newText = rewritten(printed, to);
    if (newText === undefined) return [];
    const title =
      figure === whole ? say`总数改为各项之和“${newText}”` : say`分项“${printed}”改为“${newText}”`;
    return [{ title, confidence: 'possible' as const, edits: [{ span: figure.span, newText }] }];
  });
}

interface Change {
  readonly figure: Figure;
  readonly to: number;
}

function changes(report: Report, figure: Figure, to: number): Change[] {
  const claim = claimOf(report, figure.span);
  const isConfirmed = claim !== undefined && agreementOf(report, claim) === 'agrees';
  return isConfirmed || to <= 0 ? [] : [{ figure, to }];
}

/** Whether one number is the other with two digits turned, or one digit off. */
function isSlip(from: number, to: number): boolean {
  const [a, b] = [String(from), String(to)];
  const off = [...a].filter((digit, at) => digit !== b.charAt(at)).length;
  const isTurned = off === 2 && [...a].sort().join('') === [...b].sort().join('');
  return a.length === b.length && (off === 1 || isTurned);
}

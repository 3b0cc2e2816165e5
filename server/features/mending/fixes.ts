import type { Analysis } from '../../analysis';
import { cellAt, type Form } from '../../form/form';
import { balanceOf } from '../../report/balance';
import type { Confidence, Edit, Finding, Repair } from '../../report/finding';
import type { Cell, Report } from '../../report/report';
import { draftRule } from '../../rules/check';
import { mark, said, say } from '../../text/say';
import type { Span } from '../../text/span';

/** A repair of a finding as it is offered. */
export interface Fix {
  readonly finding: Finding;
  readonly repair: Repair;
  /** The repair's title with its confidence in words. */
  readonly title: string;
  /** True for the one that a client may apply when asked for "the" fix. */
  readonly isPreferred: boolean;
}

const confidences: Readonly<Record<Confidence, string>> = {
  safe: mark`安全`,
  unique: mark`唯一解`,
  possible: mark`可能之一`,
};

/** How sure a repair is, as it is shown. */
export const confidenceInWords = (confidence: Confidence): string => said(confidences[confidence]);

/** What a repair does, and how sure it is. */
export const repairInWords = ({ title, confidence }: Repair): string =>
  say`${title}（${confidenceInWords(confidence)}）`;

/** The repairs of the findings that touch `span`, in the order of the findings and, within one, from the best. */
export function fixesAt({ findings, text }: Analysis, span: Span): Fix[] {
  return findings
    .filter((finding) => finding.span.start <= span.end && span.start <= reachOf(finding, text))
    .flatMap((finding) => finding.repairs.map((repair, rank) => fixOf(finding, repair, rank)));
}

const isDraft = ({ rule }: Finding): boolean => rule === draftRule;

/** How far the repairs of a finding are offered; a draft's wherever its writer may go on. */
const reachOf = (finding: Finding, text: string): number =>
  isDraft(finding) ? text.length : finding.span.end;

/** The best safe repair of every finding that has one, without those that would overlap an earlier one. */
export function safeFixes({ findings }: Analysis): Fix[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const rank = finding.repairs.findIndex(({ confidence }) => confidence === 'safe');
    const repair = finding.repairs[rank];
    return repair && take(taken, repair) ? [fixOf(finding, repair, rank)] : [];
  });
}

/**
 * The best repair of every sum that is wrong or lost, each to be confirmed. They fit together: a finding is left out where the
 * repairs before already mend its equations, and a repair is passed over for the next where it would break what they mended.
 */
export function totalFixes({ findings, report }: Analysis): Fix[] {
  const taken: Edit[] = [];
  let current = report;
  return findings
    .filter((finding) => isAboutSums(report.form, finding))
    .flatMap((finding) => {
      if (finding.equations.length > 0 && !fails(current, finding.equations)) return [];
      const rank = finding.repairs.findIndex(
        (repair) => helps(current, finding, repair) && take(taken, repair),
      );
      const repair = finding.repairs[rank];
      if (!repair) return [];
      current = withEdits(current, repair.edits);
      return [fixOf(finding, repair, rank)];
    });
}

/** Says whether equations fail here, or whether the best repair puts a total where none can be read. */
function isAboutSums(form: Form, { equations, repairs }: Finding): boolean {
  const stated = repairs[0]?.edits.map(({ cell }) => (cell === undefined ? -1 : cellAt(form, cell))) ?? [];
  return equations.length > 0 || stated.some((cell) => cell >= 0 && isTotal(form, cell));
}

const isTotal = (form: Form, cell: number): boolean =>
  form.equations.some(({ rule, right }) => rule !== 'flow-balance' && right.includes(cell));

const fixOf = (finding: Finding, repair: Repair, rank: number): Fix => ({
  finding,
  repair,
  // What a draft lacks is added in one way.
  title: isDraft(finding) ? repair.title : repairInWords(repair),
  isPreferred: rank === 0 && repair.confidence !== 'possible',
});

/** Adds the edits of a repair to those taken, unless one of them overlaps or repeats one of these. */
function take(taken: Edit[], { edits }: Repair): boolean {
  if (edits.some((edit) => taken.some((other) => collides(edit, other)))) return false;
  taken.push(...edits);
  return true;
}

function collides(a: Edit, b: Edit): boolean {
  if (a.span.start < b.span.end && b.span.start < a.span.end) return true;
  // Two insertions at one place follow each other, unless they are the same insertion.
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** Says whether one of the equations is known to fail. */
const fails = (report: Report, equations: readonly number[]): boolean =>
  equations.some((index) => {
    const equation = report.form.equations[index];
    return equation !== undefined && (balanceOf(report, equation)?.difference ?? 0) !== 0;
  });

const holding = (report: Report): number =>
  report.form.equations.filter((equation) => balanceOf(report, equation)?.difference === 0).length;

/** Says whether a repair mends the finding's equations, and more equations than it breaks. */
function helps(report: Report, finding: Finding, repair: Repair): boolean {
  const mended = withEdits(report, repair.edits);
  return !fails(mended, finding.equations) && holding(mended) > holding(report);
}

/** The report with the numbers that the edits put into its cells. */
function withEdits(report: Report, edits: readonly Edit[]): Report {
  const cells: Cell[] = [...report.cells];
  for (const { cell: path, to, span } of edits) {
    const index = path === undefined ? -1 : cellAt(report.form, path);
    if (index >= 0 && typeof to === 'number') cells[index] = { kind: 'count', value: to, span };
  }
  return { ...report, cells };
}

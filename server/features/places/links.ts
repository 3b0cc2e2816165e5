import type { Analysis } from '../../analysis';
import { agreeingSums, isTelling } from '../../report/agreement';
import type { Claim } from '../../report/claim';
import type { Cell, Report } from '../../report/report';
import { type Span, touches } from '../../text/span';
import { locate } from './locate';

/** Where a number of the text or of a table leads: from what to which cells. */
export interface Link {
  /** The numeral, or the words that say none or all. */
  readonly origin: Span;
  /** The cells that it speaks of or adds, in the form's order; at least one. */
  readonly targets: readonly Span[];
}

/** The places that state one thing: the cells where it is reported, and the numbers of the text that repeat it. */
export interface References {
  readonly declarations: readonly Span[];
  readonly statements: readonly Span[];
}

/** The claim whose number or phrase stands at `offset`, of several the shortest; undefined where none stands. */
export function claimAt({ report }: Analysis, offset: number): Claim | undefined {
  const at = report.claims.filter((claim) => touches(claim.phrase, offset) && isTelling(report, claim));
  const length = ({ span, phrase }: Claim): number =>
    // A number under the cursor is meant before a phrase around it.
    touches(span, offset) ? span.end - span.start : 1000 + phrase.end - phrase.start;
  return at.sort((a, b) => length(a) - length(b))[0];
}

/**
 * Where the number at `offset` leads: one of the text to the cells that agree with it, or, where none do, to those that it most
 * likely means; a total to the cells that it adds. Undefined where it leads nowhere, or to nothing that is printed.
 */
export function definitionAt(analysis: Analysis, offset: number): Link | undefined {
  const { report } = analysis;
  const claim = claimAt(analysis, offset);
  if (claim) return linkOf(report, claim.span, cellsOf(report, claim));
  const place = locate(analysis, offset);
  return place?.kind === 'cell' ? linkOf(report, place.span, addendsOf(report, place.index)) : undefined;
}

function linkOf(report: Report, origin: Span, cells: readonly number[]): Link | undefined {
  const targets = printed(report, cells);
  return targets.length > 0 ? { origin, targets } : undefined;
}

/**
 * The places that state the same as what stands at `offset`: for a cell the numbers of the text that speak of it, for a number of
 * the text its cells and all numbers that speak of them. Undefined where no number of the text states it.
 */
export function referencesAt(analysis: Analysis, offset: number): References | undefined {
  const { report } = analysis;
  const cells = cellsAt(analysis, offset);
  const statements = sorted(claimsOf(report, cells).map(({ span }) => span));
  return statements.length > 0 ? { declarations: printed(report, cells), statements } : undefined;
}

/** The cells that what stands at `offset` is about: a number of the text's, or the one that stands there; empty where neither does. */
export function cellsAt(analysis: Analysis, offset: number): readonly number[] {
  const claim = claimAt(analysis, offset);
  if (claim) return cellsOf(analysis.report, claim);
  const place = locate(analysis, offset);
  return place?.kind === 'cell' ? [place.index] : [];
}

/** The cells that a claim speaks of: of the sums that it agrees with the first, else the one that it means first. */
function cellsOf(report: Report, claim: Claim): readonly number[] {
  const [sum = claim.sums[0]] = agreeingSums(report, claim);
  return sum?.cells ?? [];
}

/** The claims that speak of one of `cells`. */
export const claimsOf = (report: Report, cells: readonly number[]): Claim[] =>
  report.claims.filter(
    (claim) => isTelling(report, claim) && cellsOf(report, claim).some((cell) => cells.includes(cell)),
  );

/** The cells whose sum a total states; empty for a cell that is no total. */
function addendsOf({ form }: Report, cell: number): number[] {
  const sums = (form.equationsOf[cell] ?? []).flatMap((index) => {
    const equation = form.equations[index];
    return equation && equation.right.length === 1 && equation.right[0] === cell ? equation.left : [];
  });
  return [...new Set(sums)];
}

const printed = ({ cells }: Report, indices: readonly number[]): Span[] =>
  [...indices]
    .sort((a, b) => a - b)
    .map((index) => cells[index])
    .filter((cell): cell is Cell => cell !== undefined && cell.span.end > cell.span.start)
    .map(({ span }) => span);

const sorted = (spans: readonly Span[]): Span[] =>
  [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()].sort(
    (a, b) => a.start - b.start,
  );

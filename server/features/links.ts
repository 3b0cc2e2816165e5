import type { Analysis } from '../analysis';
import { agreeingSums, type Claim } from '../report/claim';
import type { Cell, Report } from '../report/report';
import { type Span, touches } from '../text/span';
import { locate } from './locate';

/** Where a number of the text leads: from what to which cells. */
export interface Link {
  /** The numeral, or the words that say none or all. */
  readonly origin: Span;
  /** The cells that it speaks of, in the form's order; at least one. */
  readonly targets: readonly Span[];
}

/** The claim whose number or phrase stands at `offset`, of several the shortest; undefined where none stands. */
export function claimAt({ report }: Analysis, offset: number): Claim | undefined {
  const at = report.claims.filter(({ phrase }) => touches(phrase, offset));
  const length = ({ span, phrase }: Claim): number =>
    // A number under the cursor is meant before a phrase around it.
    touches(span, offset) ? span.end - span.start : 1000 + phrase.end - phrase.start;
  return at.sort((a, b) => length(a) - length(b))[0];
}

/**
 * Where the number at `offset` leads: to the cells that agree with it, or, where none do, to those that it most likely means.
 * Undefined where no claim stands, or none of its cells is printed.
 */
export function definitionAt(analysis: Analysis, offset: number): Link | undefined {
  const claim = claimAt(analysis, offset);
  if (!claim) return undefined;
  const targets = printed(analysis.report, cellsOf(analysis.report, claim));
  return targets.length > 0 ? { origin: claim.span, targets } : undefined;
}

/**
 * The places that state the same as what stands at `offset`: from a cell the numbers of the text that speak of it, from a
 * number its cells and the other numbers that speak of them. What stands at `offset` itself is not among them.
 */
export function referencesAt(analysis: Analysis, offset: number): readonly Span[] {
  const { report } = analysis;
  const claim = claimAt(analysis, offset);
  if (claim) {
    const cells = cellsOf(report, claim);
    return sorted([...printed(report, cells), ...stating(report, cells, claim)]);
  }
  const place = locate(analysis, offset);
  return place?.kind === 'cell' ? sorted(stating(report, [place.index])) : [];
}

/** The cells that a claim speaks of: of the sums that it agrees with the first, else the one that it means first. */
function cellsOf(report: Report, claim: Claim): readonly number[] {
  const [sum = claim.sums[0]] = agreeingSums(report, claim);
  return sum?.cells ?? [];
}

/** The numbers of the text that speak of one of `cells`, but for `except`. */
const stating = (report: Report, cells: readonly number[], except?: Claim): Span[] =>
  report.claims
    .filter((claim) => claim !== except && cellsOf(report, claim).some((cell) => cells.includes(cell)))
    .map(({ span }) => span);

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

import type { Analysis } from '../../analysis';
import { cellAt } from '../../form/form';
import { agreementOf, sumOf } from '../../report/agreement';
import type { Claim } from '../../report/claim';
import type { Edit, Finding } from '../../report/finding';
import type { Report } from '../../report/report';
import { cellInWords } from '../../report/told';
import { keepingUnseen } from '../../report/unseen';
import { restated } from '../../rules/narrative/support/wording';
import { say } from '../../text/say';
import { type Span, touches } from '../../text/span';
import { cellsAt, claimsOf } from '../places/links';

/** A change that lets the other places state what this one does. */
export interface Counterpart {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * For the number at `offset`, in a table or in the text, changes of its partners that still state another one: of the text to what the
 * table says, of the table where its equations allow it. Empty where all agree, or nothing can tell what they should state.
 */
export function counterpartsAt(analysis: Analysis, offset: number): Counterpart[] {
  const cells = cellsAt(analysis, offset);
  if (cells.length === 0) return [];
  const edits = textEdits(analysis, cells).filter(({ span }) => !touches(span, offset));
  const [first, ...others] = edits;
  if (!first) return cellChanges(analysis, cells, offset);
  const printed = analysis.text.slice(first.span.start, first.span.end).replace(/\s+/gu, '');
  const title =
    others.length === 0
      ? say`文中的“${printed}”也改为“${first.newText}”`
      : say`文中 ${edits.length} 处也改为与表格一致`;
  return [{ title, edits }, ...cellChanges(analysis, cells, offset)];
}

/** A cell to look at, because of a finding. */
export interface Destination {
  readonly finding: Finding;
  readonly title: string;
  readonly span: Span;
}

/** So many cells are offered to be looked at for one number. */
const mostDestinations = 3;

/** The cells that the numbers of the text within `span` disagree with; none where they agree, or too many make up the sum. */
export function destinationsAt({ report, findings }: Analysis, span: Span): Destination[] {
  return findings.flatMap((finding) => {
    if (finding.rule !== 'claim-mismatch' || finding.span.start > span.end || finding.span.end < span.start)
      return [];
    const claim = report.claims.find((each) => each.span.start === finding.span.start);
    const cells = claim?.sums[0]?.cells ?? [];
    if (cells.length > mostDestinations) return [];
    return cells.flatMap((index): Destination[] => {
      const cell = report.cells[index];
      if (!cell || cell.span.end <= cell.span.start) return [];
      return [{ finding, title: say`查看表中${cellInWords(report.form, index)}`, span: cell.span }];
    });
  });
}

/** Makes every number of the text that should state one of `cells` and does not state what they do. */
function textEdits({ report, text }: Analysis, cells: readonly number[]): Edit[] {
  return claimsOf(report, cells)
    .filter((claim) => claim.firm && claim.kind === 'number' && agreementOf(report, claim) === 'differs')
    .flatMap((claim) => {
      const value = valueFor(report, claim, cells);
      const edit = value === undefined ? undefined : restated(report.shown, claim, value);
      return edit ? [keepingUnseen(text, report.shown, edit)] : [];
    });
}

/** What a claim should state when it speaks of `cells`: the value of the first sum that has one of them. */
function valueFor(report: Report, { sums }: Claim, cells: readonly number[]): number | undefined {
  const sum = sums.find((each) => each.cells.some((cell) => cells.includes(cell)));
  const value = sum ? sumOf(report, sum.cells) - sum.less : Number.NaN;
  return Number.isNaN(value) ? undefined : Number(value.toFixed(4));
}

/** Seen from a cell: the changes to it that repair a sentence; a sentence offers them itself. */
function cellChanges(
  { findings, report }: Analysis,
  cells: readonly number[],
  offset: number,
): Counterpart[] {
  const changes = findings
    .filter(({ rule, span }) => rule === 'claim-mismatch' && !touches(span, offset))
    .flatMap(({ repairs }) => repairs)
    .filter(({ edits }) =>
      edits.some(({ cell }) => cell !== undefined && cells.includes(cellAt(report.form, cell))),
    );
  return [...new Map(changes.map(({ title, edits }) => [title, { title, edits }])).values()];
}

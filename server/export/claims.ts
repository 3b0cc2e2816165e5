import { type Agreement, agreeingSums, agreementOf, sumOf } from '../report/agreement';
import type { CellSum, Claim } from '../report/claim';
import type { Report } from '../report/report';
import { refutedIn } from '../rules/narrative/support/refuted';
import { lineIn } from '../text/plain';
import type { Placed, Provenance } from './provenance';

/** One sum of cells that a number of the narrative may rightly mean. */
export interface SumDocument {
  readonly name: string;
  readonly cells: readonly string[];
  /** A number of the sentence that is taken off; 0 for none. */
  readonly less: number;
  /** What the cells come to, `less` taken off, blanks and marks read as 0; null where a cell cannot be read. */
  readonly value: number | null;
}

/** What a sentence states and how it stands to the tables. */
export interface ClaimDocument extends Pick<Claim, 'subject' | 'kind' | 'low' | 'high' | 'firm'> {
  /** What is counted, the numeral and its unit, as printed. */
  readonly text: string;
  readonly unit: string | null;
  readonly agreement: Agreement;
  readonly sums: readonly (SumDocument & { readonly agrees: boolean })[];
}

/** The claims of the narrative, in the order of the text. */
export function claimsOf(report: Report, at: Provenance): Placed<ClaimDocument>[] {
  const refuted = refutedIn(report);
  return report.claims.map((claim) => ({
    ...claimOf(report, claim, toldOf(report, claim, refuted)),
    ...at(claim.phrase),
  }));
}

/** How a claim stands to the tables, as far as one may say it: of words that leave open what they count there is no difference to tell. */
function toldOf(report: Report, claim: Claim, refuted: ReadonlySet<Claim>): Agreement {
  const agreement = agreementOf(report, claim);
  const isOpen = !claim.firm && !refuted.has(claim);
  return isOpen && agreement === 'differs' ? 'unknown' : agreement;
}

function claimOf(report: Report, claim: Claim, agreement: Agreement): ClaimDocument {
  const { subject, kind, low, high, firm, unit, phrase, sums } = claim;
  const agreeing = agreeingSums(report, claim);
  return {
    subject,
    kind,
    text: lineIn(report.shown, phrase),
    unit: unit === '' ? null : unit,
    low,
    high,
    firm,
    agreement,
    sums: sums.map((sum) => ({ ...sumDocumentOf(report, sum), agrees: agreeing.includes(sum) })),
  };
}

/** A sum of cells by their paths, and what it comes to. */
export function sumDocumentOf(report: Report, { name, cells, less }: CellSum): SumDocument {
  const sum = sumOf(report, cells) - less;
  return {
    name,
    cells: cells.flatMap((cell) => report.form.cells[cell]?.path ?? []),
    less,
    value: Number.isNaN(sum) ? null : sum,
  };
}

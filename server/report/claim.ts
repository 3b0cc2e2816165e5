import type { Span } from '../text/span';

/**
 * What a sentence of the narrative counts, as far as the tables know it: applications, disputes, documents and decisions. The
 * sums of cells that it may rightly mean are data (parse/narrative/quantities/accepted-sums.ts) and stand in the claim.
 */
export type Subject =
  | 'received'
  | 'receivedNew'
  | 'handled'
  | 'answered'
  | 'carriedOver'
  | 'carriedForward'
  | 'carried'
  | 'naturalPersons'
  | 'organizations'
  | 'commercialEnterprises'
  | 'researchInstitutions'
  | 'publicInterestOrganizations'
  | 'legalServiceInstitutions'
  | 'granted'
  | 'partiallyGranted'
  | 'grantedOrPartially'
  | 'refused'
  | 'unable'
  | 'notProcessed'
  | 'otherwiseProcessed'
  /** One of the rows under 不予公开 … 其他处理. */
  | 'reason'
  /** Kinds of results or applicants counted together: 不予公开、无法提供共 5 件. */
  | 'several'
  | 'reconsiderations'
  | 'litigations'
  | 'directLitigations'
  | 'laterLitigations'
  | 'disputes'
  /** An outcome of the disputes spoken of. */
  | 'outcome'
  | 'regulationsIssued'
  | 'regulationsRepealed'
  | 'regulationsInForce'
  | 'documentsIssued'
  | 'documentsRepealed'
  | 'documentsInForce'
  | 'licenses'
  | 'penalties'
  | 'coercions'
  | 'fees';

/** A sum of cells, less a number that the sentence itself takes out (applications withdrawn, say). */
export interface CellSum {
  /** Names the sum in a message, e.g. 本年新收与上年结转之和. */
  readonly name: string;
  /** Indices of `Form.cells`. */
  readonly cells: readonly number[];
  readonly less: number;
  /** True for a reading so unusual that not being able to tell leaves the claim open to doubt no more. */
  readonly rare: boolean;
}

/** A quantity of the narrative that the tables can confirm. */
export interface Claim {
  readonly subject: Subject;
  /** The numeral; the words where none is printed (未收到, 均已办结). */
  readonly span: Span;
  /** The numeral together with the words that leave its value open: 约 300, 500 余. */
  readonly loose: Span;
  /** What is counted, the numeral and its unit. */
  readonly phrase: Span;
  /** 件, 宗, 万元 …; empty where no numeral is printed. */
  readonly unit: string;
  /** `none` for 未收到, 没有发生; `all` for 均已办结, where what is left over must be 0. */
  readonly kind: 'number' | 'none' | 'all';
  /** The values that the words allow: one for a plain number, more for 约, 近, 余 and figures rounded to 万. */
  readonly low: number;
  readonly high: number;
  /** How many of what the number is told of make up the year: 12 where it is that of a month on average; undefined where it is the year's. */
  readonly each?: number | undefined;
  /** The sums that it may rightly mean; it agrees with the table where one of them has its value. */
  readonly sums: readonly CellSum[];
  /** False where the words leave open whether the table counts the same: such a claim is linked where it agrees, and never wrong. */
  readonly firm: boolean;
}

/**
 * What client and server say to each other beyond the protocol: names of methods, and the shapes that travel. All of it is
 * plain data; the two sides bring their own copies of the protocol's library.
 */

/** The report as JSON: {@link DocumentParams} in, {@link ExportedReport} out; null where the document is no report. */
export const exportJson = 'nianbao/exportJson';

/** A rule's page: {@link RulePageParams} in, Markdown out; null where there is no such rule. */
export const rulePage = 'nianbao/rulePage';

/**
 * The edit that makes all totals right: {@link FixTotalsParams} in, a WorkspaceEdit out; null where there is nothing that
 * could be mended with certainty or the document has moved on from `version`.
 */
export const fixTotals = 'nianbao/fixTotals';

/** How the document was read: {@link DocumentParams} in, {@link ReportStatus} out; null where it is not served. */
export const status = 'nianbao/status';

/** Whether a text reads like a report: {@link TextParams} in, a boolean out. */
export const readsLikeReport = 'nianbao/readsLikeReport';

/** What a client may tell in `initializationOptions`. */
export interface InitializationOptions {
  /** The scheme of addresses like `<scheme>:/row-total.md` at which the client can show the page of a rule. */
  readonly rulePageScheme?: string;
  /** The id of a command of the client that shows a place, given its address and range. */
  readonly showCommand?: string;
  /** The client's own command that turns a rule off in its settings; takes {@link IgnoreParams}. */
  readonly ignoreCommand?: string;
  /** The settings under `nianbao`, from clients that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Turns a rule off for a document or for its whole workspace. */
export interface IgnoreParams {
  readonly rule: string;
  readonly uri: string;
  readonly scope: 'file' | 'workspace';
}

export interface DocumentParams {
  readonly uri: string;
}

export interface RulePageParams {
  readonly id: string;
}

export interface TextParams {
  readonly text: string;
}

export interface FixTotalsParams extends DocumentParams {
  readonly version: number;
}

export interface ExportedReport {
  readonly json: string;
  /** A name for the file, without a folder. */
  readonly fileName: string;
}

/** How a document was read, in numbers. */
export interface ReportStatus {
  /** False where nothing in the text is known as part of a report. */
  readonly recognised: boolean;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Cells of the form, and how many of them could be read. */
  readonly cells: number;
  readonly read: number;
  /** Equations of the form, how many could be decided, and how many of those hold. */
  readonly equations: number;
  readonly decided: number;
  readonly balanced: number;
  /** Cells that no equation watches: they enter none, or none that could be decided. */
  readonly unwatched: number;
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
}

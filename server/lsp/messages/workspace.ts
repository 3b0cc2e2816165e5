// What client and server say to each other about all reports of the workspace; see messages.ts.

/**
 * Checks all reports of the workspace: {@link CheckWorkspaceParams} in, {@link WorkspaceSummary} out. What is found in files that are
 * not open is sent as textDocument/publishDiagnostics while the check goes on, and from then on again whenever it changes: when
 * such a file, or one that it is held against, is saved or changes on disk. Opening a file takes that back, closing it brings it
 * again. Progress goes to `workDoneToken`; when cancelled, what was sent stays.
 */
export const checkWorkspace = 'nianbao/checkWorkspace';

export interface CheckWorkspaceParams {
  /** Where to report progress: begin, report (with a percentage and the file) and end. */
  readonly workDoneToken?: string | number;
}

/**
 * Files that were open as reports before, whatever they are called: asked by the server where it reads the workspace, of a client whose
 * options say that it remembers; nothing in, their URIs out. They are read beside those that users include, but for what they exclude.
 */
export const rememberedReports = 'nianbao/rememberedReports';

export type FindingCounts = Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;

/** A report, and others that it was not held against. */
export interface Contradicted {
  readonly uri: string;
  readonly others: readonly string[];
}

/** What all reports of the workspace add up to; lists have what is gravest first. */
export interface WorkspaceSummary {
  readonly reports: number;
  readonly counts: FindingCounts;
  /** Reports that were held against the same agency's report on the year before. */
  readonly compared: number;
  /** Equations of all reports, and how many of them could not be decided. */
  readonly equations: number;
  readonly undecided: number;
  /** Rules that found something, with what they look for. */
  readonly rules: readonly {
    readonly rule: string;
    readonly summary: string;
    readonly counts: FindingCounts;
  }[];
  /** All agencies; null for reports that name none. */
  readonly agencies: readonly {
    readonly agency: string | null;
    readonly reports: number;
    readonly counts: FindingCounts;
  }[];
  /** All reports, open or not, by agency and year. */
  readonly files: readonly {
    readonly uri: string;
    readonly agency: string | null;
    readonly year: number | null;
    readonly counts: FindingCounts;
  }[];
  /** Reports that were held against none of several that contradict each other. */
  readonly doubtful: readonly Contradicted[];
  /** Reports that were held against one of several that contradict each other, because it lies in their own folder. */
  readonly passedOver: readonly Contradicted[];
  /** Files that are no reports. */
  readonly skipped: number;
  /** Files and folders that could not be read, and why. */
  readonly unread: readonly { readonly uri: string; readonly reason: string }[];
}

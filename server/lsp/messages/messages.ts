/**
 * What client and server say to each other beyond the protocol: names of methods, and the shapes that travel. All of it is
 * plain data; the two sides bring their own copies of the protocol's library.
 */

import { type ExportName, exportKinds } from '../../export/kinds';
import { type NumeralClass, numeralClasses } from '../../report/numeral';

/** The report or reports as a file of another kind: {@link ExportParams} in, {@link ExportedFile} out; null where the document is no report. */
export const exportAs = 'nianbao/exportAs';

/** A rule's page: {@link RulePageParams} in, Markdown out; null where there is no such rule. */
export const rulePage = 'nianbao/rulePage';

/** What would make all totals right, change by change: {@link DocumentParams} in, {@link TotalFixes} out; null where it is not served. */
export const totalFixes = 'nianbao/totalFixes';

/**
 * The edit that makes totals right: {@link FixTotalsParams} in, a WorkspaceEdit out; null where there is nothing that
 * could be mended with certainty or the document has moved on from `version`. Without `chosen` all are made, after users
 * have confirmed them one by one.
 */
export const fixTotals = 'nianbao/fixTotals';

/** How the document was read: {@link DocumentParams} in, {@link ReportStatus} out; null where it is not served. */
export const status = 'nianbao/status';

/** Whether the server has time: nothing in, true out, at once. */
export const alive = 'nianbao/alive';

/** How the document was read, place by place: {@link DocumentParams} in, {@link DocumentReading} out; null where it is not served. */
export const reading = 'nianbao/reading';

/** The report or reports drawn as the form: {@link DocumentParams} in, {@link Preview} out; null where the document is not served. */
export const preview = 'nianbao/preview';

/** The same as a page of its own: {@link DocumentParams} in, {@link ExportedPage} out; null where the document is not served. */
export const exportPage = 'nianbao/exportPage';

/** Whose reports the workspace has: nothing in, {@link KnownAgency}[] out, by name. */
export const knownAgencies = 'nianbao/knownAgencies';

/** The frame of a new report: {@link NewReportParams} in, {@link NewReport} out. */
export const newReport = 'nianbao/newReport';

/**
 * What is to be written when a piece of a page is pasted: {@link PasteParams} in, {@link Pasted} out; null where the document is not
 * served, and where the piece has no table of the form.
 */
export const paste = 'nianbao/paste';

/** What a client may tell in `initializationOptions`. */
export interface InitializationOptions {
  /** The scheme of addresses like `<scheme>:/row-total.md` at which the client can show the page of a rule. */
  readonly rulePageScheme?: string;
  /** The id of a command of the client that shows a place, given its address and range. */
  readonly showCommand?: string;
  /** The client's own command that turns a rule off in its settings; takes {@link IgnoreParams}. */
  readonly ignoreCommand?: string;
  /** The languages whose headings the client outlines without us. */
  readonly outlined?: readonly string[];
  /** Whether the client can be asked for the reports that it has had open before; see workspace-messages.ts. */
  readonly remembersReports?: boolean;
  /** Whether the client can be asked for files that are on no disk of the server's; see files.ts. */
  readonly reachesFiles?: boolean;
  /** The address of the folder with our programs, for a server that knows none: one in a web worker. */
  readonly programs?: string;
  /** The settings under `nianbao`, from clients that cannot be asked for them. */
  readonly settings?: unknown;
}

/** Turns a rule off for a document or for its whole workspace. */
export interface IgnoreParams {
  readonly rule: string;
  /** What the rule is called for users. */
  readonly name: string;
  readonly uri: string;
  readonly scope: 'file' | 'workspace';
}

export interface DocumentParams {
  readonly uri: string;
}

export interface RulePageParams {
  readonly id: string;
}

export interface FixTotalsParams extends DocumentParams {
  readonly version: number;
  /** Which of the changes that were listed are to be made, by their places in the list. */
  readonly chosen?: readonly number[];
}

/** Changes of a version of a document, in the order of the text. */
export interface TotalFixes {
  readonly version: number;
  readonly changes: readonly TotalChange[];
}

/** A change as it is listed: where, what and how sure. */
export interface TotalChange {
  /** Agency, table, row, column, and the numbers before and after: 某局 · 表三 · 予以公开 · 总计 · 31 → 13. */
  readonly label: string;
  /** How sure it is: 唯一解. */
  readonly description: string;
  /** What it does, in a sentence. */
  readonly detail: string;
  /** Whether it is the only way to mend what it mends. */
  readonly isCertain: boolean;
  /** How many figures it changes. */
  readonly figures: number;
}

/** What reports are exported as, with its name, what it is for and how its files end. */
export const exportFormats = exportKinds;

export type ExportFormat = ExportName;

export interface ExportParams extends DocumentParams {
  readonly to: ExportFormat;
}

/** What is to be written into a file. */
export interface ExportedFile {
  /** Its text; undefined where it is none. JSON Lines where there are several reports as JSON. */
  readonly text?: string;
  /** Its bytes in Base64, where it is no text. */
  readonly base64?: string;
  /** A name for the file, without a folder. */
  readonly fileName: string;
  /** How many reports the document has. */
  readonly reports: number;
  /** What of them is not in the file, in sentences for people. */
  readonly left: readonly string[];
}

/** An agency and the latest year that it has a report on. */
export interface KnownAgency {
  readonly agency: string;
  readonly year: number;
}

export interface NewReportParams extends KnownAgency {
  /** How the cells of the tables are set off from each other. */
  readonly layout: 'tab' | 'pipe' | 'markdown';
}

export interface NewReport {
  /** In the syntax of the protocol's snippets; its stops are what has to be written. */
  readonly snippet: string;
  /** A name for the file, without folder and ending. */
  readonly fileName: string;
}

export interface PasteParams extends DocumentParams {
  /** What is replaced: from here to `end`. */
  readonly position: ReadingRange['start'];
  readonly end: ReadingRange['end'];
  /** As the clipboard has it. */
  readonly html: string;
}

export interface Pasted {
  readonly text: string;
}

/** Reports drawn as the form, for a view that brings its own frame. */
export interface Preview {
  /** The version of the document that was read. */
  readonly version: number;
  /** Elements `article`; what has a place in the document has it as `data-at="line:character-line:character"`, from 0. */
  readonly html: string;
  readonly style: string;
}

export interface ExportedPage {
  readonly html: string;
  /** A name for the file, without a folder. */
  readonly fileName: string;
}

/** How a document was read, in numbers; those of several reports in it added up. */
export interface ReportStatus {
  readonly reports: number;
  /** False where nothing in the text is known as part of a report. */
  readonly recognised: boolean;
  /** Agency, year and edition of the report; null where it does not say, or where there are several that differ. */
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: string | null;
  /** Cells of the form, and how many of them could be read. */
  readonly cells: number;
  readonly read: number;
  /** Equations of the form, how many could be decided, and how many of those hold. */
  readonly equations: number;
  readonly decided: number;
  readonly balanced: number;
  /** How many of these hold with blanks and marks taken as 0. */
  readonly assumed: number;
  /** Cells that no equation watches: they enter none, or none that could be decided. */
  readonly unwatched: number;
  /** How many of its characters can only be traditional, and behind how many stands their pinyin. */
  readonly traditional: number;
  readonly glosses: number;
  readonly findings: Readonly<Record<'error' | 'warning' | 'information' | 'hint', number>>;
  readonly verdict: ReportVerdict;
  /** What the file is to be called where it has no name yet, without an ending. */
  readonly fileName: string;
}

/** What there is to say of a document in a few signs, the counts first, and in words for who has it read out. */
export interface ReportVerdict {
  readonly text: string;
  readonly detail: string;
  readonly spoken: string;
  /** What a draft lacks; undefined for what is none. */
  readonly draft: string | undefined;
}

/** What a place of a text was read as: the classes of numerals. */
export const readingClasses = numeralClasses;

export type ReadingClass = NumeralClass;

/** A place as the protocol counts: lines and characters from 0. */
export interface ReadingRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A stretch of a document and what it was read as. */
export interface ReadingMark {
  readonly range: ReadingRange;
  readonly class: ReadingClass;
  /** What exactly, in words: the row and column of a cell, the cells that a claim was compared with. */
  readonly description: string;
}

/** How a document was read; the marks do not overlap and stand in the order of the text. */
export interface DocumentReading {
  /** The version of the document that was read. */
  readonly version: number;
  readonly marks: readonly ReadingMark[];
  /** How many numerals of the text are in each class. */
  readonly numerals: Readonly<Record<ReadingClass, number>>;
}

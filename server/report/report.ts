import { type Form, type SectionId, type TableId, tableIds } from '../form/form';
import type { Span } from '../text/span';
import type { Claim } from './claim';
import type { Note } from './note';
import type { Relation } from './relation';

/**
 * What stands where the form asks for a figure. Blank is not zero, and a mark is neither; `absent` says that the row or the
 * cell is not in the text, with the place where it would belong as an empty span.
 */
export type Cell =
  /**
   * `printed` is all that stands there where a note stands behind the number: `22（其中修订16件）`. Where its digits are `broken` over
   * lines, as in the text of a PDF with narrow columns, `span` is one of the pieces, and no edit can write another number there.
   */
  | {
      readonly kind: 'count';
      readonly value: number;
      readonly span: Span;
      readonly printed?: Span;
      readonly broken?: true;
    }
  | { readonly kind: 'blank'; readonly span: Span }
  /** `/`, `-`, `—`, 无: something that says "none" or "not applicable" without a digit. */
  | { readonly kind: 'mark'; readonly span: Span }
  /** Not a plain count: `value` is what could be read from it (0.03 from 300元), if anything; `printed` all that stands there. */
  | {
      readonly kind: 'text';
      readonly span: Span;
      readonly value: number | undefined;
      readonly printed?: Span;
    }
  | { readonly kind: 'absent'; readonly span: Span }
  /** What stands in the cell could not be told, see unread.ts: no reading of a text has it, only what is known of one. */
  | { readonly kind: 'unread'; readonly span: Span }
  /**
   * Not asked for in this report: it keeps the trial form's single row （六）其他处理, whose figures stand in the row 其他 of the
   * form in force. It adds nothing to a sum.
   */
  | { readonly kind: 'merged'; readonly span: Span };

/** A section that the text has: by its heading, or, where `heading` is undefined, only by what stands in it. */
export interface SectionReading {
  readonly id: SectionId;
  readonly heading: HeadingReading | undefined;
  /** Heading and body. */
  readonly span: Span;
  readonly body: Span;
}

export interface HeadingReading {
  /** Number and wording. */
  readonly span: Span;
  /** The number as printed, with its punctuation (`五、`, `6、`, `一)`); an empty span where none is printed. */
  readonly number: Span;
  /** The words, with what belongs to them (`（2023年）`, `及明年工作计划`); the text that follows in the line does not. */
  readonly wording: Span;
  /** In the wording the characters that are one of the wordings the form knows; undefined where it is worded otherwise. */
  readonly label: Span | undefined;
}

/** A row of a table as the text has it. */
export interface RowReading {
  /** Index in the rows of the form's table. */
  readonly row: number;
  /** The label's text; undefined where the label is lost. A label broken over lines covers all its pieces. */
  readonly label: Span | undefined;
  /** Label and figures. */
  readonly span: Span;
}

/** A table as the text has it. */
export interface TableReading {
  readonly id: TableId;
  readonly span: Span;
  /** The rows that were found, in the order of the text. */
  readonly rows: readonly RowReading[];
  /** Labels of the head: a column of the form (by its id) and where it is printed. */
  readonly columns: readonly { readonly id: string; readonly span: Span }[];
  /** False where labels of the table stand in the text but its figures could not be placed. */
  readonly readable: boolean;
  /** Numerals inside the table that no cell took. */
  readonly unplaced: readonly Span[];
}

/** A value of the front matter with the place it was read from. */
export interface Reading<T> {
  readonly value: T;
  readonly span: Span;
}

/** The end of a text that was not read, and the title of the other report that begins there; undefined for what is merely too long. */
export interface Unread extends Span {
  readonly title: string | undefined;
}

/** What a text says as a report, and where. Spans are of the original text. */
export interface Report {
  readonly form: Form;
  /** The text as its reader sees it, and as long: `ignored` of text/fold stands where something is markup, a comment or no blank. */
  readonly shown: string;
  readonly title: Reading<string> | undefined;
  /** The agency's name in simplified characters. */
  readonly agency: Reading<string> | undefined;
  /** The year reported on. */
  readonly year: Reading<number> | undefined;
  /** The sections found, in the order of the text. */
  readonly sections: readonly SectionReading[];
  /** The tables found, in the form's order. */
  readonly tables: readonly TableReading[];
  /** One for every cell of the form, in its order. */
  readonly cells: readonly Cell[];
  /** What was not read: another report behind this one, or the rest of a text far too long for a report. */
  readonly unread: Unread | undefined;
  /** What the clerk has noted about findings, in the order of the text; nothing of it is part of the report. */
  readonly notes: readonly Note[];
  /** What the narrative states that the tables can confirm, in the order of the text. */
  readonly claims: readonly Claim[];
  /** How numbers of the narrative hang together, in the order of the text. */
  readonly relations: readonly Relation[];
}

/** The reading of table `id`, or undefined where the text does not have it. */
export const tableReading = (report: Report, id: TableId): TableReading | undefined =>
  report.tables.find((table) => table.id === id);

/** The tables of a report whose figures could be placed. */
export const readableTables = (report: Report): readonly TableReading[] =>
  report.tables.filter((table) => table.readable);

/** The reading of section `id`, or undefined where the text does not have it. */
export const sectionReading = (report: Report, id: SectionId): SectionReading | undefined =>
  report.sections.find((section) => section.id === id);

/** Where the report ends in its text: what stands behind is the page's, or another report. */
export const endOf = ({ sections, unread, shown }: Pick<Report, 'sections' | 'unread' | 'shown'>): number =>
  sections.at(-1)?.span.end ?? unread?.start ?? shown.length;

/** So many figures in the cells of its tables make a text a report, or a part of one. */
const fewestFigures = 3;

/**
 * Whether a text is a report or a part of one: it has figures in the form's tables, or a report's title and the heading of a table.
 * A notice, a statute or a summary that speaks of reports has neither.
 */
export function isRecognised({ title, sections, cells }: Report): boolean {
  let figures = 0;
  for (const cell of cells) if (valueOf(cell) !== null && ++figures >= fewestFigures) return true;
  const hasTable = sections.some(({ id, heading }) => heading && tableIds.some((table) => table === id));
  return title !== undefined && hasTable;
}

/** Says whether a cell is there but has no figure: it is blank, or a mark stands in it. */
export const isEmpty = (cell: Cell | undefined): cell is Extract<Cell, { kind: 'blank' | 'mark' }> =>
  cell?.kind === 'blank' || cell?.kind === 'mark';

/** The number that a cell states, or null where it states none: what is exported. */
export function valueOf(cell: Cell | undefined): number | null {
  if (cell?.kind === 'count') return cell.value;
  return cell?.kind === 'text' ? (cell.value ?? null) : null;
}

import { type Section, type SectionId, type TableId, tableIds, tableOf } from '../form/form';
import { type Cell, type Report, type SectionReading, tableReading } from '../report/report';
import type { Span } from '../text/span';
import { publicationDate, signatureDate } from './document/support/dates';
import type { Draft, Lacking, Unfinished, Writing } from './draft';
import { lineStart } from './place';
import { compact } from './residue/support/compact';
import type { Context } from './rule';
import { type Content, contentOf, unfilledIn } from './skeleton';

type Told = Omit<Context, 'draft'>;

/** A section of a draft from its heading on, up to where the next one begins. */
type Part = Pick<SectionReading, 'id' | 'heading'> & Span;

/**
 * What a report still lacks that is visibly being written, in whatever order: tables first, headings later. A report is finished, and
 * what it lacks is lost, once nobody writes it, a date is under it or that of its publication stands in it, or something is written in
 * its last section - unless it has so little that no loss explains it, or a section has nothing but sub-headings, as a new report is
 * begun. Saved with its last heading it is finished too; where nothing was typed, only what has not come to its last heading and lacks
 * a table or most sections is a draft, or what has two such sections. Undefined for what is finished.
 */
export function draftOf(context: Told, writing: Writing): Draft | undefined {
  const { report, text } = context;
  const { sections } = report.form;
  const parts = partsOf(report, text);
  const contents = parts.map((part) => contentIn(report, part));
  const begun = contents.findLastIndex((each) => each === 'words' || each === 'some');
  const current = parts[begun];
  const bare = contents.filter((each) => each === 'sub-headings').length;
  const isWritten = (content: Content | undefined): boolean =>
    content === 'words' || (content === 'some' && bare === 0);
  const lacking = (some: (part: Part, index: number) => number | undefined): Lacking[] =>
    parts.flatMap((part, index) => {
      const at = some(part, index);
      return at === undefined
        ? []
        : sections.flatMap((each) => (each.id === part.id ? [{ ...each, at }] : []));
    });
  const draft: Draft = {
    sections: absentFrom(context, parts),
    unheaded: lacking(({ heading, start }) => (heading ? undefined : start)),
    empty: lacking(({ end }, index) => (isWritten(contents[index]) ? undefined : end)),
    blank: blankIn(report),
    current: current?.id,
    table: current && unfinishedIn(context, current),
    unfilled: bare > 0 ? unfilledIn(report) : new Set(),
  };
  const ending = parts.findIndex(({ id }) => id === sections.at(-1)?.id);
  const state = { writing, bare, ending: ending < 0 ? undefined : contents[ending], end: text.length };
  return isOpen(draft, state) && !isDated(report, parts.at(-1)) ? draft : undefined;
}

/** The sections that no part is, each with its place: behind the parts that come before it in the form, else before all others. */
function absentFrom({ report: { form }, text }: Told, parts: readonly Part[]): Lacking[] {
  const numberOf = (part: Part): number => form.sections.find(({ id }) => id === part.id)?.number ?? 0;
  return form.sections.flatMap((section) => {
    if (parts.some(({ id }) => id === section.id)) return [];
    const before = parts.filter((part) => numberOf(part) < section.number);
    const nearest = before.reduce<Part | undefined>(
      (a, b) => (a && numberOf(a) > numberOf(b) ? a : b),
      undefined,
    );
    return [{ ...section, at: nearest?.end ?? parts[0]?.start ?? text.length }];
  });
}

/** The tables of which somebody has left cells blank. */
const blankIn = ({ tables, form, cells }: Report): TableId[] =>
  tables.flatMap(({ id }) =>
    form.cells.some(({ index, table }) => table === id && cells[index]?.kind === 'blank') ? [id] : [],
  );

/** The sections in the order of the text; what only may be one, without a heading or a table at the end, belongs to the one before. */
function partsOf(report: Report, text: string): Part[] {
  const readings = [...report.sections].sort((a, b) => a.span.start - b.span.start || (a.heading ? -1 : 1));
  const known = readings.findLastIndex(
    ({ id, heading }) => heading || report.tables.some((table) => table.id === id),
  );
  const kept = readings.slice(0, known + 1);
  return kept.map(({ id, heading, span }, index) => ({
    id,
    heading,
    start: span.start,
    end: kept[index + 1]?.span.start ?? text.length,
  }));
}

interface State {
  readonly writing: Writing;
  /** How many sections have nothing but sub-headings. */
  readonly bare: number;
  /** What is written in the last section of the form; undefined where it is not there. */
  readonly ending: Content | undefined;
  /** Where the text ends. */
  readonly end: number;
}

/** So many sections may get lost; where more are not there at all they are still to come. */
const mostLost = 2;

/** Whether a draft leaves something open, for how far its writer is. */
function isOpen({ sections, empty, unheaded, table }: Draft, { writing, bare, ending, end }: State): boolean {
  const isEnded = ending !== undefined;
  if (writing === 'open') {
    if (isEnded) return bare > 1;
    const isToCome = (each: Lacking): boolean => isTable(each) && each.at === end;
    const isLittle = sections.length + unheaded.length > mostLost;
    return isLittle || table !== undefined || [...sections, ...empty].some(isToCome);
  }
  if (!isEnded || bare > 0 || sections.length > mostLost) return true;
  const lacks = sections.length + empty.length;
  return writing === 'changed' && (ending === 'nothing' || lacks > mostLost + 1);
}

/** Whether the form asks for a table in a section. */
export const isTable = ({ id }: Pick<Section, 'id'>): boolean => tableIds.some((table) => table === id);

/** What stands under a heading; a table is more than words. */
function contentIn({ shown }: Report, { id, heading, start, end }: Part): Content {
  const content = contentOf(shown.slice(heading?.span.end ?? start, end).replaceAll('\0', ''));
  return content !== 'nothing' && (!heading || isTable({ id })) ? 'words' : content;
}

function isDated(report: Report, last: Part | undefined): boolean {
  const signed = signatureDate(report)?.span.start ?? -1;
  return (last !== undefined && signed >= last.start) || publicationDate(report) !== undefined;
}

/** A sentence behind a table, such as a note, says that it is finished. */
const sentence = /[。；]/u;

function unfinishedIn({ report, text }: Told, part: Part): Unfinished | undefined {
  const { end } = part;
  const id = tableIds.find((each) => each === part.id);
  if (!id) return undefined;
  const reading = tableReading(report, id);
  const { rows, headers, sideBySide } = tableOf(report.form, id);
  if (!reading) {
    const words = compact(text, part).text;
    const isBegun = [...headers, ...rows.map(({ label }) => label)].some((label) =>
      words.includes(compact(label, { start: 0, end: label.length }).text),
    );
    return { id, begun: isBegun ? 'head' : 'nothing', end };
  }
  if (!reading.readable) return { id, begun: 'head', end };
  const typed = text.trimEnd().length;
  // A blank at the very end is where the next figure goes.
  const isThere = (cell: Cell | undefined): boolean =>
    cell?.kind !== 'absent' && (cell?.kind !== 'blank' || cell.span.start < typed);
  const isWhole = report.form.cells.every(({ index, table }) => table !== id || isThere(report.cells[index]));
  if (isWhole || sentence.test(text.slice(reading.span.end, end))) return undefined;
  const row = Math.max(-1, ...reading.rows.map((each) => each.row));
  const { firstCell = 0, columns = [] } = rows[row] ?? {};
  const isRowWhole = columns.every((_, column) => report.cells[firstCell + column]?.kind === 'count');
  return { id, begun: sideBySide || !isRowWhole ? 'head' : { from: row + 1 }, end };
}

/** Whether a section is one that its writer has not come to. */
const isToCome = ({ draft }: Context, id: SectionId): boolean =>
  [...(draft?.sections ?? []), ...(draft?.empty ?? [])].some((each) => each.id === id);

/** Whether a section is one that its writer has not come to, or is in. */
export const isUnwritten = (context: Context, id: SectionId): boolean =>
  context.draft?.current === id || isToCome(context, id);

/** Whether a table is one that its writer has not come to, or is in. */
export const isTableUnwritten = (context: Context, id: TableId): boolean =>
  context.draft?.table?.id === id || isToCome(context, id);

/** Whether a place is in the line at the end of a draft that its writer has not ended. */
export function isBeingTyped({ draft, text }: Context, at: number): boolean {
  return draft !== undefined && at < text.length && at >= lineStart(text, text.length);
}

/** Whether a row of a table is the last one that its writer has come to, or behind it. */
export function isRowUnwritten({ draft }: Context, id: TableId, row: number): boolean {
  const table = draft?.table;
  if (table?.id !== id || table.begun === 'nothing') return false;
  return table.begun === 'head' || row >= table.begun.from - 1;
}

/** Whether something is said of a cell that its writer has not come to, or whose row is being filled in. */
export const isOfUnfilled = (
  { draft, filling }: Pick<Context, 'draft' | 'filling'>,
  cells: readonly string[],
): boolean => cells.some((path) => draft?.unfilled.has(path) || filling?.has(path));

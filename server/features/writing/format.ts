import { type Analysis, analyze } from '../../analysis';
import { type SectionId, type TableId, tableIds, tableOf } from '../../form/form';
import { type CellLayout, tableLines } from '../../form/written';
import { applyEdits, type Edit } from '../../report/finding';
import type { Report } from '../../report/report';
import { lineBreak } from '../../rules/place';
import { lineIn, plainIn } from '../../text/plain';
import type { Span } from '../../text/span';
import { widthOf } from '../../text/width';
import { type PrintedTable, printedTables } from './printed-table';

/** Tables that are laid out anew. */
export interface Formatted {
  /** One a table. */
  readonly edits: readonly Edit[];
  /** The tables that are left alone, for all that is still out of place in them. */
  readonly left: readonly TableId[];
}

/**
 * The edits, one a table, that lay the tables in `span` out anew as rows in the form's shape, whatever layout they are in: every cell
 * keeps what is printed in it, labels keep their words, and nothing else changes. A table that holds anything else is left alone, and
 * so is one that would be read otherwise afterwards. No edits where all is as it would be laid out.
 */
export function formatTables(analysis: Analysis, layout: CellLayout, span: Span): Formatted {
  const { text, report } = analysis;
  const isIn = (each: Span): boolean => each.start <= span.end && span.start <= each.end;
  const printed = printedTables(report, text);
  const open = layingOut(analysis, layout, printed);
  const done = harmlessAmong(
    analysis,
    open.filter((each) => isIn(each.printed)),
    { open, layout },
  );
  const isNeat = (id: TableId): boolean =>
    done.some((each) => each.id === id) ||
    (printed.some((each) => each.id === id) && !open.some((each) => each.id === id));
  const left = report.tables.filter((each) => isIn(each.span) && !isNeat(each.id));
  return { edits: editsOf(done), left: left.map(({ id }) => id) };
}

interface Laying {
  /** All tables that are not as they would be laid out. */
  readonly open: readonly LaidOut[];
  readonly layout: CellLayout;
}

/** Those of some tables that may be laid out with nothing else changed. */
function harmlessAmong(
  { text, report, neighbours }: Analysis,
  wanted: readonly LaidOut[],
  { open, layout }: Laying,
): readonly LaidOut[] {
  if (wanted.length === 0) return [];
  const before = sayingOf(analyze(text, { neighbours, report }));
  const isHarmless = (some: readonly LaidOut[]): boolean => {
    const after = analyze(applyEdits(text, editsOf(some)), { neighbours });
    const left = open.filter((each) => !some.includes(each));
    // What is done twice is done once: neither these tables nor one that is told only now is laid out by a second time.
    const isDone = layingOut(after, layout).every(({ id }) => left.some((each) => each.id === id));
    return isDone && sayingOf(after) === before;
  };
  if (isHarmless(wanted)) return wanted;
  const kept: LaidOut[] = [];
  for (const each of wanted) {
    kept.push(each);
    if (!isHarmless(kept)) kept.pop();
  }
  return kept;
}

/** A table, its lines as they are printed, and the edit that lays it out anew. */
interface LaidOut {
  readonly id: TableId;
  readonly printed: Span;
  readonly edit: Edit;
}

const layingOut = (
  { report, text }: Analysis,
  layout: CellLayout,
  printed = printedTables(report, text),
): LaidOut[] =>
  printed.flatMap((table) => {
    const edit = editOf(report, text, layout, table);
    return edit ? [{ id: table.id, printed: table.span, edit }] : [];
  });

const editsOf = (some: readonly LaidOut[]): Edit[] => some.map(({ edit }) => edit);

/** Undefined where there is nothing to do, and where a character of the table has no place in its new lines. */
function editOf({ form }: Report, text: string, layout: CellLayout, table: PrintedTable): Edit | undefined {
  const { id, span, figure, wording } = table;
  const printed = text.slice(span.start, span.end);
  const lines = [...tableLines(form, id, layout, { figure, wording, widthOf })];
  // A table of Markdown ends a paragraph only where a blank line does.
  if (layout === 'markdown' && /\S[^\S\n]*\n$/u.test(text.slice(0, span.start))) lines.unshift('');
  if (layout === 'markdown' && /^\r?\n[^\S\n]*\S/u.test(text.slice(span.end))) lines.push('');
  const newText = lines.join(lineBreak(text));
  const merged = [...tableOf(form, id).headers.map(wording.over), ofNoRow].join('');
  return newText === printed || !hasAll(newText + merged, printed) ? undefined : { span, newText };
}

/** The head of a column of labels, where a table has one that the form does not have. */
const ofNoRow = '类别類別';

/** Whether every letter and digit of a table, but those of its markup, is in a text. */
function hasAll(text: string, table: string): boolean {
  const kept = new Set(text);
  return [...table.replace(/<br ?\/?>/giu, '')].every(
    (char) => kept.has(char) || !/[\p{L}\p{N}]/u.test(char),
  );
}

/** All that a report says and that is found in it, but for where it says so and how its tables are laid out. */
function sayingOf({ report, findings }: Analysis): string {
  const { form, title, agency, year, sections, tables, cells, claims, relations } = report;
  const said = {
    edition: form.edition,
    front: [title, agency, year],
    headings: sections.map(({ id, heading }) => [id, heading]),
    narrative: sections.map(({ id, body }) => (isTable(id) ? '' : plainIn(report.shown, body))),
    tables: tables.map(({ id, readable, unplaced }) => [id, readable, unplaced]),
    found: findings.map(({ rule, cells, equations }) => [rule, ...cells, ...equations]).sort(),
    cells,
    claims,
    relations,
  };
  return JSON.stringify(said, (_, value) =>
    isSpan(value) ? { ...value, ...printedAt(report, value) } : value,
  );
}

const isTable = (section: SectionId): boolean => tableIds.some((id) => id === section);

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value;

const printedAt = ({ shown }: Report, span: Span) => ({
  start: undefined,
  end: undefined,
  printed: lineIn(shown, span),
});

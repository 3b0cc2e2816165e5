import { type Analysis, analyze } from '../analysis';
import { type SectionId, type TableId, tableIds } from '../form/form';
import { type CellLayout, tableLines } from '../form/written';
import { applyEdits, type Edit } from '../report/finding';
import type { Report } from '../report/report';
import { lineBreak } from '../rules/place';
import { lineIn, plainIn } from '../text/plain';
import type { Span } from '../text/span';
import { widthOf } from '../text/width';
import { type PrintedTable, printedTables } from './printed-table';

/**
 * The edits, one a table, that lay the tables in `span` out anew as rows in the form's shape, whatever layout they are in: every cell
 * keeps what is printed in it, labels keep their words, and nothing else changes. A table that holds anything else is left alone, and
 * so is one that would be read otherwise afterwards. Empty where all is as it would be laid out.
 */
export function formatTables(analysis: Analysis, layout: CellLayout, span: Span): Edit[] {
  const { text, report, neighbours } = analysis;
  const laidOut = printedTables(report, text)
    .filter((table) => table.span.start <= span.end && span.start <= table.span.end)
    .flatMap((table) => {
      const edit = editOf(report, text, layout, table);
      return edit ? [{ id: table.id, edit }] : [];
    });
  if (laidOut.length === 0) return [];
  const before = sayingOf(analyze(text, { neighbours, report }));
  const isHarmless = (some: typeof laidOut): boolean => {
    const after = analyze(applyEdits(text, editsOf(some)), { neighbours });
    return sayingOf(after) === before && some.every(({ id }) => isLaidOut(after, layout, id));
  };
  if (isHarmless(laidOut)) return editsOf(laidOut);
  const kept: typeof laidOut = [];
  for (const each of laidOut) {
    kept.push(each);
    if (!isHarmless(kept)) kept.pop();
  }
  return editsOf(kept);
}

const editsOf = (some: readonly { readonly edit: Edit }[]): Edit[] => some.map(({ edit }) => edit);

/** Whether a table is as it would be laid out: what is done twice is done once. */
const isLaidOut = ({ report, text }: Analysis, layout: CellLayout, id: TableId): boolean =>
  printedTables(report, text).some(
    (table) => table.id === id && editOf(report, text, layout, table) === undefined,
  );

function editOf({ form }: Report, text: string, layout: CellLayout, table: PrintedTable): Edit | undefined {
  const { id, span, figure, wording } = table;
  const lines = [...tableLines(form, id, layout, { figure, wording, widthOf })];
  // A table of Markdown ends a paragraph only where a blank line does.
  if (layout === 'markdown' && /\S[^\S\n]*\n$/u.test(text.slice(0, span.start))) lines.unshift('');
  if (layout === 'markdown' && /^\r?\n[^\S\n]*\S/u.test(text.slice(span.end))) lines.push('');
  const newText = lines.join(lineBreak(text));
  return newText === text.slice(span.start, span.end) ? undefined : { span, newText };
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

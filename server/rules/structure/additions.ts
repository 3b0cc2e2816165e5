import { formOfYear } from '../../form/editions';
import { type Form, type TableId, tableIds } from '../../form/form';
import { type RowLayout, tableLines } from '../../form/written';
import type { Edit } from '../../report/finding';
import type { Report } from '../../report/report';
import type { Draft } from '../drafting';
import { lineBreak, lineStart } from '../place';
import type { Context } from '../rule';
import { bare, headed, officialNumber, officialWording } from './headings';

/** How a text is written down. */
export interface Style {
  readonly form: Form;
  readonly cells: RowLayout;
  /** What stands before its headings: an indent, or a sign of Markdown. */
  readonly lead: string;
  /** The lines between a heading and what stands around it. */
  readonly gap: readonly string[];
}

/** Lines to be added behind what stands at a place. */
interface Addition {
  readonly at: number;
  readonly lines: readonly string[];
}

/** Whether a text is the source of a page, in which a line is no paragraph. */
export const isSource = (text: string): boolean => html.test(text);

const html = /<\/?[a-z][^<>]*>/iu;

/**
 * The edits that add what a draft lacks as the form has it: official headings, tables with 0 in every cell, in the layout of the text
 * and of the edition of its year. Empty in HTML, where a heading is more than a line.
 */
export function additions(context: Context, { table, empty, sections }: Draft): readonly Edit[] {
  const { report, text } = context;
  // What is half a row cannot be gone on with.
  if (isSource(text) || table?.begun === 'head') return [];
  const style = styleOf(context, sections.length);
  const under = (id: TableId): string[] => [...style.gap, ...tableLines(style.form, id, style.cells)];
  const list: Addition[] = [];
  if (table?.begun === 'nothing') list.push({ at: table.end, lines: under(table.id) });
  else if (table)
    list.push({
      at: table.end,
      lines: unprinted(
        tableLines(report.form, table.id, style.cells, { from: table.begun.from }),
        text.slice(0, table.end),
      ),
    });
  for (const section of empty) {
    const id = tableIds.find((each) => each === section.id);
    if (id) list.push({ at: section.end, lines: under(id) });
  }
  for (const section of sections) {
    const id = tableIds.find((each) => each === section.id);
    const heading = `${style.lead}${officialNumber(section)}${officialWording(context, section)}`;
    list.push({ at: text.length, lines: [...style.gap, heading, ...(id ? under(id) : [])] });
  }
  return editsOf(text, list);
}

/** So many lines may stand behind the last row of a table: the label of a group, the head of the next part. */
const headLines = 3;

/** The lines without those at their begin that the text ends with. */
function unprinted(lines: readonly string[], text: string): readonly string[] {
  const printed = text.trimEnd().split(/\r?\n/u).slice(-headLines).map(bare);
  const first = lines.findIndex((line) => line !== '' && !printed.includes(bare(line)));
  return lines.slice(first);
}

/** How a text is written down that lacks so many sections; where nothing shows it, as the form has it, with tabs. */
export function styleOf(context: Context, missing: number): Style {
  const { report, text } = context;
  const model = headed(report)[0]?.heading ?? report.title;
  const before = model ? text.slice(lineStart(text, model.span.start), model.span.start) : '';
  const isMarked = /^#{1,6}[ \t]+$/u.test(before);
  // Sections stand one level below the title.
  const mark = isMarked && model === report.title ? `#${before}` : before;
  const isAiry = isMarked || missing === report.form.sections.length || /\n[ \t\r]*\n/u.test(text.trim());
  return {
    form: formOf(report),
    cells: cellsOf(report, text) ?? (isMarked ? 'markdown' : 'tab'),
    lead: isMarked || (/^\s*$/u.test(before) && model !== report.title) ? mark : '',
    gap: isAiry ? [''] : [],
  };
}

/** The form of the tables that stand already; where there are none that of the year. */
function formOf({ form, tables, year }: Report): Form {
  if (tables.length > 0 || year === undefined) return form;
  return formOfYear(year.value);
}

function cellsOf({ tables }: Report, text: string): RowLayout | undefined {
  const [first] = tables;
  if (!first) return undefined;
  const lines = text.slice(lineStart(text, first.span.start), first.span.end);
  if (/^[ \t]*\|/mu.test(lines)) return 'markdown';
  return lines.includes('|') && !lines.includes('\t') ? 'pipe' : 'tab';
}

/** One edit a place: behind the last line there that says something, with the blank lines behind it kept. */
function editsOf(text: string, list: readonly Addition[]): Edit[] {
  const end = lineBreak(text);
  return [...new Set(list.map(({ at }) => at))].flatMap((at): Edit[] => {
    const place = text.slice(0, at).trimEnd().length;
    const lines = list.filter((each) => each.at === at).flatMap((each) => each.lines);
    const added = (place === 0 && lines[0] === '' ? lines.slice(1) : lines).join(end);
    if (added === '') return [];
    const before = place === 0 ? '' : end;
    const after = place === text.length ? end : '';
    return [{ span: { start: place, end: place }, newText: `${before}${added}${after}` }];
  });
}

import { formOfYear } from '../../../form/editions';
import { type Form, type Section, type SectionId, type TableId, tableIds } from '../../../form/form';
import { type RowLayout, tableLines } from '../../../form/written';
import type { Edit } from '../../../report/finding';
import type { Report } from '../../../report/report';
import type { Draft } from '../../draft';
import { lineBreak, lineStart } from '../../place';
import type { Context } from '../../rule';
import { bare, headed, officialNumber, officialWording } from './headings';
import { titleLackedBy } from './lacking';
import { toldOf } from './told';

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
 * The edits that add what a draft lacks as the form has it: official headings, and tables with the numbers that the narrative tells, with
 * blanks where it tells of others and with 0 in every other cell, in the layout of the text and of the edition of its year. Empty in
 * HTML, where a heading is more than a line.
 */
export function additions(context: Context, { table, empty, unheaded, sections }: Draft): readonly Edit[] {
  const { report, text } = context;
  // What is half a row cannot be gone on with.
  if (isSource(text) || table?.begun === 'head') return [];
  const style = styleOf(context, sections.length);
  const heading = (section: Section): string[] => [
    ...style.gap,
    `${style.lead}${officialNumber(section)}${officialWording(context, section)}`,
  ];
  const under = (section: SectionId): string[] => {
    const id = tableIds.find((each) => each === section);
    return id ? [...style.gap, ...linesOf(report, id, style)] : [];
  };
  const list = [
    ...titleIn(context, style),
    ...begunIn(context, table, style),
    ...empty.map((each) => ({ ...each, lines: under(each.id) })),
    ...unheaded.map((each) => ({ ...each, lines: heading(each) })),
    ...sections.map((each) => ({ ...each, lines: [...heading(each), ...under(each.id)] })),
  ];
  return editsOf(
    text,
    list.sort((a, b) => a.number - b.number),
  );
}

/** The title that the name of the file tells. */
function titleIn(context: Context, { lead, gap }: Style) {
  const lacked = titleLackedBy(context);
  if (!lacked) return [];
  const sign = /^#/u.test(lead) ? '# ' : '';
  // The headings that are added to an empty text bring their own gap.
  const lines = [`${sign}${lacked.title}`, ...(context.text.trim() === '' ? [] : gap)];
  return [{ number: 0, at: lacked.at, lines }];
}

/** What the table lacks that its writer is in. */
function begunIn({ report, text }: Context, table: Draft['table'], style: Style) {
  const section = report.form.sections.find(({ id }) => id === table?.id);
  if (!section || !table || table.begun === 'head') return [];
  const { id, begun, end: at } = table;
  if (begun === 'nothing') return [{ ...section, at, lines: [...style.gap, ...linesOf(report, id, style)] }];
  const rows = linesOf(report, id, { ...style, form: report.form, from: begun.from });
  return [{ ...section, at, lines: unprinted(rows, text.slice(0, at)) }];
}

interface Written extends Pick<Style, 'form' | 'cells'> {
  /** Rows before this one stand already. */
  readonly from?: number;
}

/** The lines of a table with what the narrative tells of it. */
function linesOf(report: Report, id: TableId, { form, cells, from = 0 }: Written): readonly string[] {
  const told = toldOf(report, id);
  return tableLines(form, id, cells, {
    from,
    figure: (cell) => told.get(form.cells[cell]?.path ?? '') ?? '0',
  });
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
    form: formOf(report, context.title),
    cells: cellsOf(report, text) ?? (isMarked ? 'markdown' : 'tab'),
    lead: isMarked || (/^\s*$/u.test(before) && model !== report.title) ? mark : '',
    gap: isAiry ? [''] : [],
  };
}

/** The form of the tables that stand already; where there are none that of the year, which the title may tell that is to come. */
function formOf({ form, tables, year }: Report, title = ''): Form {
  const told = year?.value ?? Number(/20\d\d(?=年)/u.exec(title)?.[0] ?? Number.NaN);
  return tables.length > 0 || Number.isNaN(told) ? form : formOfYear(told);
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
    const isBeforeMore = at < text.length && (place === 0 || !/[\r\n]/u.test(text.slice(place, at)));
    const after = place === text.length || isBeforeMore ? end : '';
    return [{ span: { start: place, end: place }, newText: `${before}${added}${after}` }];
  });
}

import type { Analysis } from '../../analysis';
import { tableOf } from '../../form/form';
import type { Report, RowReading, SectionReading, TableReading } from '../../report/report';
import { tableInWords } from '../../report/told';
import { mayBePrinted } from '../../report/unread';
import { linesWithin } from '../../text/lines';
import { oneLine } from '../../text/plain';
import { say } from '../../text/say';
import { cover, type Span } from '../../text/span';
import { areBesideEachOther, type Caption, captionsOf } from '../places/captions';

/** An entry of the outline. Its span holds the spans of its children. */
export interface OutlineItem {
  readonly kind: 'report' | 'section' | 'table' | 'part' | 'row';
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** Where a click leads; within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

/**
 * The outline of a report: its title, in it the sections, their tables and the rows of these with their figures, under what is printed
 * over some of them. A table that stands in no section comes beside the sections; empty where the text has neither sections nor tables.
 */
export function symbols({ report, text }: Analysis): readonly OutlineItem[] {
  // A table whose figures could not be placed may have no place itself.
  const printed = report.tables.filter(({ span }) => span.end > span.start);
  const tables = printed.map((reading) => tableSymbol(report, text, reading));
  const inSection = (section: SectionReading): OutlineItem[] =>
    tables.filter(({ span }) => home(report, span.start) === section);
  const entries = [
    ...report.sections.map((section) => sectionSymbol(report, text, section, inSection(section))),
    ...tables.filter(({ span }) => home(report, span.start) === undefined),
  ].sort((a, b) => a.span.start - b.span.start);
  if (!report.title || entries.length === 0) return entries;
  const { value: name, span: nameSpan } = report.title;
  return [
    withChildren(
      { kind: 'report', name: clean(name), detail: '', span: { start: 0, end: text.length }, nameSpan },
      entries,
    ),
  ];
}

/** The outline without the titles and sections whose lines are headings of Markdown, whose own outline has them; what they hold stays. */
export function besideMarkdown(items: readonly OutlineItem[], text: string): readonly OutlineItem[] {
  return items.flatMap((item) => {
    const children = besideMarkdown(item.children, text);
    const isHeading = item.kind === 'report' || item.kind === 'section';
    return isHeading && isMarkdownHeading(text, item.nameSpan) ? children : [{ ...item, children }];
  });
}

/** At most three blanks and six signs, as Markdown has it. */
const longestMark = 10;

function isMarkdownHeading(text: string, { start }: Span): boolean {
  const line = text.slice(Math.max(0, start - longestMark), start + longestMark);
  const from = line.lastIndexOf('\n', Math.min(start, longestMark) - 1) + 1;
  return /^ {0,3}#{1,6}[ \t]/u.test(line.slice(from));
}

/** The section that an offset lies in; the last one of those that overlap. */
const home = (report: Report, offset: number): SectionReading | undefined =>
  report.sections.filter(({ span }) => span.start <= offset && offset < span.end).at(-1);

function sectionSymbol(
  report: Report,
  text: string,
  section: SectionReading,
  tables: readonly OutlineItem[],
): OutlineItem {
  const official = report.form.sections.find(({ id }) => id === section.id)?.heading ?? section.id;
  const { heading, span } = section;
  const name = heading ? clean(text.slice(heading.span.start, heading.span.end)) : official;
  const nameSpan = heading?.span ?? firstLine(text, span);
  return withChildren(
    { kind: 'section', name: name || official, detail: heading ? '' : say`没有标题`, span, nameSpan },
    tables,
  );
}

function tableSymbol(report: Report, text: string, reading: TableReading): OutlineItem {
  const isBeside = areBesideEachOther(reading.rows);
  const rows = new Map(
    reading.rows.map((row) => {
      const symbol = rowSymbol(report, text, reading, row);
      // Where its name is: what an editor keeps in sight of a place would else be the row of another.
      return [row, isBeside ? { ...symbol, span: symbol.nameSpan } : symbol];
    }),
  );
  const over = labelsLine(report, text, reading) ?? home(report, reading.span.start)?.heading?.span;
  return withChildren(
    {
      kind: 'table',
      name: tableInWords(reading.id),
      detail: reading.readable ? say`${reading.rows.length} 行` : say`读不出数`,
      span: reading.span,
      nameSpan: over ?? firstLine(text, reading.span),
    },
    inParts(captionsOf(report, text, reading), rows),
  );
}

/** The line that has the labels of all columns over the rows below; undefined where there is none, or rows stand beside each other. */
function labelsLine({ form }: Report, text: string, reading: TableReading): Span | undefined {
  const ids = new Set(tableOf(form, reading.id).rows.flatMap(({ columns }) => columns.map(({ id }) => id)));
  if (areBesideEachOther(reading.rows)) return undefined;
  return linesWithin(text, reading.span).find(({ start, end }) => {
    const here = reading.columns.filter(({ span }) => start <= span.start && span.end <= end);
    return new Set(here.map(({ id }) => id)).size === ids.size;
  });
}

/** Rows under the captions that stand over them, and these under others that hold them; what stands under none as it is. */
function inParts(
  captions: readonly Caption[],
  rows: ReadonlyMap<RowReading, OutlineItem>,
): readonly OutlineItem[] {
  const [first, ...others] = captions;
  if (!first) return [...rows.values()].sort((a, b) => a.span.start - b.span.start);
  const isIn = ({ reach: { start, end } }: Caption): boolean =>
    first.reach.start <= start && end <= first.reach.end;
  const own = new Map([...rows].filter(([row]) => first.rows.includes(row)));
  const rest = new Map([...rows].filter(([row]) => !first.rows.includes(row)));
  const { name, reach: span, span: nameSpan } = first;
  const children = inParts(others.filter(isIn), own);
  const part = withChildren({ kind: 'part', name: clean(name), detail: '', span, nameSpan }, children);
  const outside = others.filter((caption) => !isIn(caption));
  return [...inParts(outside, rest), part].sort((a, b) => a.span.start - b.span.start);
}

function rowSymbol(
  report: Report,
  text: string,
  reading: TableReading,
  { row: index, label, span }: RowReading,
): OutlineItem {
  const row = tableOf(report.form, reading.id).rows[index];
  const cells = row?.columns.map((_, column) => row.firstCell + column) ?? [];
  return {
    kind: 'row',
    name: row?.name ?? '',
    detail: cells.map((cell) => figure(report, text, cell)).join('  '),
    span,
    nameSpan: label && span.start <= label.start && label.end <= span.end ? label : firstLine(text, span),
    children: [],
  };
}

function figure(report: Report, text: string, index: number): string {
  const cell = report.cells[index];
  if (!cell || mayBePrinted(report, index)) return say`未读出`;
  if (cell.kind === 'blank') return say`空`;
  if (cell.kind === 'merged') return say`并`;
  return cell.kind === 'absent' ? say`缺` : clean(text.slice(cell.span.start, cell.span.end));
}

/** Widens a symbol so that it holds its children, as editors ask for. */
function withChildren(symbol: Omit<OutlineItem, 'children'>, children: readonly OutlineItem[]): OutlineItem {
  const span = cover([symbol.span, symbol.nameSpan, ...children.map((child) => child.span)]) ?? symbol.span;
  return { ...symbol, span, children };
}

function firstLine(text: string, { start, end }: Span): Span {
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? end : Math.min(end, Math.max(start, newline)) };
}

const clean = (text: string): string => oneLine(text).replace(/\s+/g, ' ').trim();

import { formOfYear } from '../../form/editions';
import {
  type CellSpec,
  type Form,
  rowAndColumn,
  type Section,
  type SectionId,
  tableIds,
} from '../../form/form';
import {
  headingText,
  overviewParts,
  partNumber,
  problemParts,
  type RowLayout,
  tableLines,
} from '../../form/written';
import { type Report, sectionReading, valueOf } from '../../report/report';
import { lineIn } from '../../text/plain';
import { createStops, escaped } from './snippet';

/** What a new report is to be. */
export interface NewReport {
  readonly agency: string;
  readonly year: number;
  readonly layout: RowLayout;
  /** The same agency's report on the year before, which gives what is carried over. */
  readonly lastYear?: Report | undefined;
}

/**
 * A report to be filled in: title, the six headings of Article 50 and the three tables, as a snippet of the Language Server Protocol whose
 * stops are what has to be written. The tables are full of zeros, but for what last year's report tells: the applications that it
 * carried forward, the documents that it had in force, and the wording of its headings.
 */
export function newReport({ agency, year, layout, lastYear }: NewReport): string {
  const form = formOfYear(year);
  const known = lastYear?.form === form ? lastYear : undefined;
  const mark = layout === 'markdown' ? ['# ', '## '] : ['', ''];
  const stops = createStops();
  const lines = [
    `${mark[0]}${escaped(agency)}${year}年政府信息公开工作年度报告`,
    ...form.sections.flatMap((section) => {
      const table = tableIds.find((id) => id === section.id);
      const body = table
        ? tableLines(form, table, layout, { figure: (index) => stops(startingFigure(form, index, known)) })
        : (prose[section.id]?.map((line) => line + stops('')) ?? []);
      const heading = headingOf(lastYear, section) ?? headingText(section);
      return ['', `${mark[1]}${escaped(heading)}`, '', ...body];
    }),
  ];
  return `${lines.join('\n')}\n$0`;
}

/** How the sections without a table are divided. */
const prose: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  overview: numbered(overviewParts),
  problems: numbered(problemParts),
  otherMatters: ['收取信息处理费的情况：'],
};

function numbered(parts: readonly string[]): readonly string[] {
  return parts.map((name, index) => `${partNumber(index + 1)}${name}。`);
}

/** What a cell begins with: what last year's report says of it, else 0. */
function startingFigure(form: Form, index: number, lastYear: Report | undefined): string {
  const spec = form.cells[index];
  const source = spec && lastYear ? sourceOf(form, spec) : undefined;
  return String((source === undefined ? null : valueOf(lastYear?.cells[source])) ?? 0);
}

/** The cell of last year's report that a cell of this year's begins with. */
function sourceOf(form: Form, { index, column, path }: CellSpec): number | undefined {
  if (/^proactiveDisclosure\..*\.inForce$/u.test(path)) return index;
  const { row } = rowAndColumn(form, index);
  if (row.id !== 'applications.carriedOver') return undefined;
  const forward = form.tables
    .flatMap(({ rows }) => rows)
    .find(({ id }) => id === 'applications.carriedForward');
  return forward && forward.firstCell + column;
}

/**
 * A heading in the words of last year's report, where it has a number and no year in it; numbered as the form is, since that report may
 * be numbered otherwise (6、).
 */
function headingOf(lastYear: Report | undefined, section: Section): string | undefined {
  const heading = lastYear && sectionReading(lastYear, section.id)?.heading;
  if (!heading || heading.number.start === heading.number.end) return undefined;
  const words = lineIn(lastYear.shown, heading.wording);
  return /20\d\d/u.test(words) ? undefined : headingText({ ...section, heading: words });
}

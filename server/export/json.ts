import type { Analysis } from '../analysis';
import type { EditionId, SectionId, Table, TableId } from '../form/form';
import { type Report, type SectionReading, tableReading, valueOf } from '../report/report';

/** The figures of a table by the ids of its rows and columns, in the form's order; null where no number can be read. */
export interface Figures {
  readonly [id: string]: number | null | Figures;
}

interface SectionDocument {
  readonly id: SectionId;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
}

/** What leaves the process as JSON; schemas/report-1.schema.json describes it to others. */
interface ReportDocument extends Readonly<Record<TableId, Figures | null>> {
  readonly schema: 'nianbao/report/1';
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly sections: readonly SectionDocument[];
}

/** A report as a JSON document of its own. */
export const exportReport = (analysis: Analysis): string =>
  `${JSON.stringify(documentOf(analysis), null, 2)}\n`;

/** A report as one line of JSON Lines, the file's name first. */
export const exportLine = (file: string, analysis: Analysis): string =>
  `${JSON.stringify({ file, ...documentOf(analysis) })}\n`;

function documentOf({ report, text }: Analysis): ReportDocument {
  const figures = (id: TableId): Figures | null => {
    const table = report.form.tables.find((each) => each.id === id);
    return table && tableReading(report, id) ? figuresOf(report, table) : null;
  };
  return {
    schema: 'nianbao/report/1',
    title: report.title?.value ?? null,
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    sections: report.sections.map((section) => sectionOf(report, text, section)),
    proactiveDisclosure: figures('proactiveDisclosure'),
    applications: figures('applications'),
    disputes: figures('disputes'),
  };
}

/** The number is that of the form, whatever is printed; heading and text are as printed. */
function sectionOf({ form }: Report, text: string, { id, heading, body }: SectionReading): SectionDocument {
  return {
    id,
    number: form.sections.find((section) => section.id === id)?.number ?? 0,
    heading: heading ? text.slice(heading.span.start, heading.span.end).trim() : null,
    text: text.slice(body.start, body.end).trim(),
  };
}

type Branch = { [id: string]: number | null | Branch };

function figuresOf({ form, cells }: Report, table: Table): Figures {
  const tree: Branch = {};
  for (const spec of form.cells) {
    if (spec.table === table.id) place(tree, spec.path.split('.').slice(1), valueOf(cells[spec.index]));
  }
  return tree;
}

function place(tree: Branch, [id = '', ...rest]: readonly string[], value: number | null): void {
  if (rest.length === 0) {
    tree[id] = value;
    return;
  }
  const branch = tree[id];
  const next = typeof branch === 'object' && branch ? branch : {};
  tree[id] = next;
  place(next, rest, value);
}

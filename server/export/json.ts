import type { Analysis } from '../analysis';
import { type EditionId, type SectionId, type Table, type TableId, tableOf } from '../form/form';
import { type Report, type SectionReading, tableReading, valueOf } from '../report/report';
import { saidIn } from '../text/comments';

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

/** A report as one line of JSON Lines, the file's name first, and then, where the file has several, which one it is. */
export const exportLine = (file: string, analysis: Analysis, part?: number): string =>
  `${JSON.stringify({ file, part, ...documentOf(analysis) })}\n`;

function documentOf({ report, text }: Analysis): ReportDocument {
  const figures = (id: TableId): Figures | null => {
    return tableReading(report, id) ? figuresOf(report, tableOf(report.form, id)) : null;
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

/** The number is that of the form, whatever is printed; heading and text are as printed, without comments. */
function sectionOf({ form }: Report, text: string, { id, heading, body }: SectionReading): SectionDocument {
  return {
    id,
    number: form.sections.find((section) => section.id === id)?.number ?? 0,
    heading: heading ? saidIn(text, heading.span).trim() : null,
    text: saidIn(text, body).trim(),
  };
}

type Branch = { [id: string]: number | null | Branch };

/** A row that the report merges with another, as the trial form did, has no cells that could be empty: it is null itself. */
/** A row that the report merges with another has no cells that could be empty: it is null itself. */
function figuresOf({ form, cells }: Report, table: Table): Figures {
  const tree: Branch = {};
  for (const row of table.rows) {
    if (cells[row.firstCell]?.kind === 'merged') place(tree, row.id, null);
    else {
      for (const { path, index } of form.cells.slice(row.firstCell, row.firstCell + row.columns.length)) {
        place(tree, path, valueOf(cells[index]));
      }
    }
  }
  return tree;
}

/** Puts a value at its path; the path's first step is the table itself. */
function place(tree: Branch, path: string, value: number | null): void {
  const steps = path.split('.').slice(1);
  const last = steps.pop() ?? '';
  let branch = tree;
  for (const step of steps) {
    const next = branch[step];
    branch = branch[step] = typeof next === 'object' && next ? next : {};
  }
  branch[last] = value;
}

import type { Analysis } from '../analysis';
import type { EditionId, SectionId, TableId } from '../form/form';
import type { Report, SectionReading } from '../report/report';
import { saidIn } from '../text/comments';
import { type Figures, tablesOf } from './figures';

interface SectionDocument {
  readonly id: SectionId;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
}

/** The first version of what leaves the process as JSON, for who reads it: schemas/report-1.schema.json. It changes no more. */
export interface ReportDocument1 extends Readonly<Record<TableId, Figures | null>> {
  readonly schema: 'nianbao/report/1';
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly sections: readonly SectionDocument[];
}

/** A report in the first version. */
export const document1Of = ({ report, text }: Analysis): ReportDocument1 => ({
  schema: 'nianbao/report/1',
  title: report.title?.value ?? null,
  agency: report.agency?.value ?? null,
  year: report.year?.value ?? null,
  edition: report.form.edition,
  sections: report.sections.map((section) => sectionOf(report, text, section)),
  ...tablesOf(report),
});

/** The number is that of the form, whatever is printed; heading and text are as printed, without comments. */
function sectionOf({ form }: Report, text: string, { id, heading, body }: SectionReading): SectionDocument {
  return {
    id,
    number: form.sections.find((section) => section.id === id)?.number ?? 0,
    heading: heading ? saidIn(text, heading.span).trim() : null,
    text: saidIn(text, body).trim(),
  };
}

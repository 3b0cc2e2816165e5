import type { Analysis } from '../analysis';
import { type EditionId, type SectionId, type TableId, tableIds } from '../form/form';
import type { Note } from '../report/note';
import { type Report, type SectionReading, tableReading } from '../report/report';
import { type DateReading, publicationDate, signatureDate } from '../rules/document/support/dates';
import { lineIn, plainIn } from '../text/plain';
import type { Span } from '../text/span';
import { type ClaimDocument, claimsOf } from './claims';
import { type BrokenEquation, brokenOf } from './equations';
import { type Figures, tablesOf } from './figures';
import { generator } from './generator';
import { type NotCount, notCountsOf } from './not-counts';
import type { Place, Placed, Provenance } from './provenance';
import { type RelationDocument, relationsOf } from './relations';

interface SectionDocument {
  readonly id: SectionId;
  readonly number: number;
  readonly heading: string | null;
  readonly text: string;
}

interface NoteDocument {
  readonly rule: string | null;
  readonly figures: readonly number[];
  readonly reason: string;
}

/** A number that stands in a table and that no cell took. */
interface Unplaced {
  readonly table: TableId;
  readonly text: string;
}

/** Where the values stand that are no objects of their own. */
interface Places {
  readonly title: Place | null;
  readonly agency: Place | null;
  readonly year: Place | null;
  readonly signedOn: Place | null;
  readonly publishedOn: Place | null;
  readonly cells: readonly { readonly cell: string; readonly span: Place }[];
}

/**
 * What leaves the process as JSON; schemas/report-2.schema.json describes it to others. Numbers stay numbers in their tables; what else
 * is known of a cell stands beside them, in a list that loads as a table of its own: `notCounts`.
 */
export interface ReportDocument2 extends Readonly<Record<TableId, Figures | null>> {
  readonly schema: 'nianbao/report/2';
  readonly generator: typeof generator;
  readonly title: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly edition: EditionId;
  readonly signedOn: string | null;
  readonly publishedOn: string | null;
  readonly sections: readonly Placed<SectionDocument>[];
  readonly notCounts: readonly NotCount[];
  readonly unplaced: readonly Placed<Unplaced>[];
  readonly coverage: Readonly<Record<'cells' | 'read' | 'equations' | 'decided', number>>;
  readonly brokenEquations: readonly BrokenEquation[];
  readonly claims: readonly Placed<ClaimDocument>[];
  readonly relations: readonly RelationDocument[];
  readonly notes: readonly Placed<NoteDocument>[];
  readonly spans?: Places;
}

/** A report in the second version; `placeOf` where it is to say where all of it stands. */
export function document2Of(
  analysis: Analysis,
  placeOf: ((span: Span) => Place) | undefined,
): ReportDocument2 {
  const { report, coverage } = analysis;
  const at: Provenance = placeOf ? (span) => ({ span: placeOf(span) }) : () => ({});
  const dates = datesOf(report);
  const { cells, read, equations, decided } = coverage;
  return {
    schema: 'nianbao/report/2',
    generator,
    title: report.title?.value ?? null,
    agency: report.agency?.value ?? null,
    year: report.year?.value ?? null,
    edition: report.form.edition,
    signedOn: dateOf(dates.signedOn),
    publishedOn: dateOf(dates.publishedOn),
    sections: report.sections.map((section) => sectionOf(report, section, at)),
    ...tablesOf(report),
    notCounts: notCountsOf(report),
    unplaced: report.tables.flatMap(({ id, unplaced }) =>
      unplaced.map((span) => ({ table: id, text: lineIn(report.shown, span), ...at(span) })),
    ),
    coverage: { cells, read, equations, decided },
    brokenEquations: brokenOf(analysis),
    claims: claimsOf(report, at),
    relations: relationsOf(report, at),
    notes: report.notes.map((note) => noteOf(note, at)),
    ...(placeOf && { spans: placesOf(report, dates, placeOf) }),
  };
}

/** The number is that of the form, whatever is printed. */
const sectionOf = (
  { form, shown }: Report,
  { id, heading, body, span }: SectionReading,
  at: Provenance,
): Placed<SectionDocument> => ({
  id,
  number: form.sections.find((section) => section.id === id)?.number ?? 0,
  heading: heading ? lineIn(shown, heading.span) : null,
  text: plainIn(shown, body),
  ...at(span),
});

const noteOf = ({ rule, figures, reason, span }: Note, at: Provenance): Placed<NoteDocument> => ({
  rule: rule === '' ? null : rule,
  figures,
  reason,
  ...at(span),
});

type Dates = Readonly<Record<'signedOn' | 'publishedOn', DateReading | undefined>>;

const datesOf = (report: Report): Dates => ({
  signedOn: signatureDate(report),
  publishedOn: publicationDate(report),
});

/** A date as ISO 8601 writes it; null for none, and for what is none: 2024年2月30日. */
function dateOf(date: DateReading | undefined): string | null {
  if (!date) return null;
  const { year, month, day } = date;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return null;
  return [year, month, day].map((each) => String(each).padStart(2, '0')).join('-');
}

function placesOf(report: Report, dates: Dates, placeOf: (span: Span) => Place): Places {
  const { title, agency, year, form, cells } = report;
  const of = (reading: { readonly span: Span } | undefined): Place | null =>
    reading ? placeOf(reading.span) : null;
  const found = new Set(tableIds.filter((id) => tableReading(report, id)));
  return {
    title: of(title),
    agency: of(agency),
    year: of(year),
    signedOn: of(dates.signedOn),
    publishedOn: of(dates.publishedOn),
    cells: form.cells.flatMap(({ table, path, index }) => {
      const cell = cells[index];
      return cell && cell.kind !== 'merged' && found.has(table)
        ? [{ cell: path, span: placeOf(cell.span) }]
        : [];
    }),
  };
}

import type { Analysis } from '../analysis';
import type { SectionId, TableId } from '../form/form';
import { significant } from '../parse/lexicon/lexicon';
import type { Report, SectionReading } from '../report/report';
import { lineIn } from '../text/plain';
import type { Span } from '../text/span';
import { paragraphsOf, seen } from './paragraphs';

/** What a report consists of, from top to bottom. */
export type Block =
  | Paragraph
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'table'; readonly id: TableId };

type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

/** A report as its title, the paragraphs of its text and the tables that were found in it. */
export function blocksOf(analysis: Analysis): Block[] {
  const { report } = analysis;
  const title: Block[] = report.title ? [{ kind: 'title', text: report.title.value }] : [];
  return [
    ...title,
    ...proseOf(analysis, openingOf(analysis)).filter(({ text }) => !isTitleAgain(report, text)),
    ...tablesAfter(report, undefined),
    ...report.sections.flatMap((section): Block[] => [
      ...(section.heading
        ? [{ kind: 'heading' as const, text: lineIn(report.shown, section.heading.span) }]
        : []),
      ...proseOf(analysis, section.body),
      ...tablesAfter(report, section),
    ]),
  ];
}

/** What stands between the title of a report and its first section. */
export const openingOf = ({ report, text }: Analysis): Span => ({
  start: report.title?.span.end ?? 0,
  end: report.sections[0]?.span.start ?? text.length,
});

/** A page tells its title twice: for the browser's window, and on itself. */
export const isTitleAgain = ({ title }: Report, paragraph: string): boolean => paragraph === title?.value;

function proseOf(analysis: Analysis, stretch: Span): Paragraph[] {
  const { form, shown } = analysis.report;
  const texts = paragraphsOf(analysis, stretch).map((span) => seen(shown, span).trim());
  return withoutTornHeads(
    texts.filter((text) => text !== ''),
    form.tables.flatMap(({ headers }) => headers.map(significant)),
  ).map((text) => ({ kind: 'paragraph', text }) as const);
}

/** Paragraphs without those that are a label of a table's head in pieces, which the page tore off it: the table has it. */
function withoutTornHeads(texts: readonly string[], labels: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < texts.length; ) {
    const pieces = piecesAt(texts, at, labels);
    if (pieces === 0) kept.push(texts[at] ?? '');
    at += Math.max(1, pieces);
  }
  return kept;
}

/** How many paragraphs from `at` on are a label, no less than two; 0 where none is. */
function piecesAt(texts: readonly string[], at: number, labels: readonly string[]): number {
  let said = significant(texts[at] ?? '');
  for (
    let end = at + 1;
    end < texts.length && said !== '' && labels.some((each) => each.startsWith(said));
    end++
  ) {
    said += significant(texts[end] ?? '');
    if (labels.includes(said)) return end + 1 - at;
  }
  return 0;
}

/** The tables that stand in a section, and those whose own the report does not have where the form has it behind this one. */
function tablesAfter({ form, sections, tables }: Report, section: SectionReading | undefined): Block[] {
  const numberOf = (id: SectionId): number => form.sections.find((each) => each.id === id)?.number ?? 0;
  const placeOf = (id: TableId): SectionReading | undefined =>
    sections.find((each) => each.id === id) ?? sections.findLast((each) => numberOf(each.id) < numberOf(id));
  return tables.filter(({ id }) => placeOf(id) === section).map(({ id }) => ({ kind: 'table', id }));
}

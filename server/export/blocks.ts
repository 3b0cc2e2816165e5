import type { Analysis } from '../analysis';
import type { SectionId, TableId } from '../form/form';
import type { Report, SectionReading } from '../report/report';
import { lineIn } from '../text/plain';
import type { Span } from '../text/span';
import { paragraphsOf, seen } from './paragraphs';

/** What a report consists of, from top to bottom. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly id: TableId };

/** A report as its title, the paragraphs of its text and the tables that were found in it. */
export function blocksOf(analysis: Analysis): Block[] {
  const { report } = analysis;
  const first = report.sections[0]?.span.start ?? analysis.text.length;
  const title: Block[] = report.title ? [{ kind: 'title', text: report.title.value }] : [];
  return [
    ...title,
    ...proseOf(analysis, { start: report.title?.span.end ?? 0, end: first }),
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

const proseOf = (analysis: Analysis, stretch: Span): Block[] =>
  paragraphsOf(analysis, stretch).flatMap((span): Block[] => {
    const text = seen(analysis.report.shown, span).trim();
    return text === '' ? [] : [{ kind: 'paragraph', text }];
  });

/** The tables that stand in a section, and those whose own the report does not have where the form has it behind this one. */
function tablesAfter({ form, sections, tables }: Report, section: SectionReading | undefined): Block[] {
  const numberOf = (id: SectionId): number => form.sections.find((each) => each.id === id)?.number ?? 0;
  const placeOf = (id: TableId): SectionReading | undefined =>
    sections.find((each) => each.id === id) ?? sections.findLast((each) => numberOf(each.id) < numberOf(id));
  return tables.filter(({ id }) => placeOf(id) === section).map(({ id }) => ({ kind: 'table', id }));
}

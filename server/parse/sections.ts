import type { SectionId, TableId } from '../form/form';
import type { HeadingReading, SectionReading, TableReading } from '../report/report';
import type { Span } from '../text/span';
import type { Heading } from './headings';
import type { Item } from './items';

/** Too few characters to be a section's text. */
const leastText = 40;

/**
 * The sections of a text: from each heading to the next, and those whose heading is lost but whose text or table is there.
 * `length` is the text's length, `from` where the text begins behind the title.
 */
export function sectionsOf(
  items: readonly Item[],
  headings: readonly Heading[],
  tables: readonly TableReading[],
  bounds: { readonly from: number; readonly length: number },
): SectionReading[] {
  const found = new Set(headings.map(({ id }) => id));
  const lost = lostSections(items, headings, tables, bounds).filter(({ id }) => !found.has(id));
  const starts = [
    ...headings.map(({ id, reading }) => ({
      id,
      start: reading.span.start,
      heading: reading as HeadingReading | undefined,
    })),
    ...lost.map(({ id, start }) => ({ id, start, heading: undefined })),
  ].sort((a, b) => a.start - b.start);
  return starts.map(({ id, start, heading }, index) => {
    const end = starts[index + 1]?.start ?? bounds.length;
    return {
      id,
      heading,
      span: { start, end },
      body: { start: heading ? Math.min(heading.span.end, end) : start, end },
    };
  });
}

function lostSections(
  items: readonly Item[],
  headings: readonly Heading[],
  tables: readonly TableReading[],
  bounds: { readonly from: number; readonly length: number },
): { readonly id: SectionId; readonly start: number }[] {
  const startOf = (id: SectionId): number | undefined =>
    headings.find((heading) => heading.id === id)?.reading.span.start;
  const lost: { id: SectionId; start: number }[] = tables.map(({ id, span }) => ({
    id: id as TableId,
    start: span.start,
  }));
  const starts = [
    ...headings.map(({ reading }) => reading.span.start),
    ...tables.map(({ span }) => span.start),
  ];
  const overview = textIn(items, { start: bounds.from, end: Math.min(bounds.length, ...starts) });
  if (overview !== undefined && starts.length > 0) lost.push({ id: 'overview', start: overview });
  const last = tables.at(-1);
  const problems =
    last && textIn(items, { start: last.span.end, end: startOf('otherMatters') ?? bounds.length });
  if (problems !== undefined) lost.push({ id: 'problems', start: problems });
  return lost;
}

/** Where the text of a section without heading begins: at （一） if there is one, else with its first words; undefined for too few. */
function textIn(items: readonly Item[], { start, end }: Span): number | undefined {
  let length = 0;
  let first: number | undefined;
  let numbered: number | undefined;
  for (const { token } of items) {
    if (token.start < start || token.kind !== 'words') continue;
    if (token.start >= end) break;
    length += token.end - token.start;
    first ??= token.start;
    if (token.numbering?.style === 'bracketed' && token.numbering.value === 1) numbered ??= token.start;
  }
  return length < leastText ? undefined : (numbered ?? first);
}

import type { SectionId, TableId } from '../../form/form';
import type { HeadingReading, SectionReading, TableReading } from '../../report/report';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';
import type { Item } from '../tokens/item';
import type { Heading } from './heading-candidates';

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
  bounds: { readonly from: number; readonly length: number; readonly view: string },
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
    const next = starts[index + 1];
    const end = next ? withoutLead(bounds.view, start, next) : bounds.length;
    const from = heading ? Math.min(heading.span.end, end) : start;
    return { id, heading, span: { start, end }, body: { start: withoutTail(bounds.view, from, end), end } };
  });
}

/** What adorns a heading belongs to neither section: signs of Markdown, stars, 【, before it; the same, 】 and colons behind it. */
const before = /^[\s\0*_#>=~●■◆★▲◇□○◎☆•※·【[—-]*$/u;
const behind = /^[ \t\u00a0\u3000\0]*[*_#<=~★☆】\]：:。—-]*/u;
const longestOrnament = 16;

function withoutLead(
  view: string,
  from: number,
  { start, heading }: { readonly start: number; readonly heading: HeadingReading | undefined },
): number {
  if (!heading) return start;
  const lead = view.slice(
    Math.max(from, start - longestOrnament, view.lastIndexOf('\n', start - 1) + 1),
    start,
  );
  // A stroke behind figures is a cell, and blanks alone are no ornament.
  return before.test(lead) && /\S/u.test(lead) ? start - lead.length : start;
}

function withoutTail(view: string, start: number, end: number): number {
  const tail = behind.exec(view.slice(start, Math.min(end, start + longestOrnament)))?.[0] ?? '';
  return start + tail.length;
}

function lostSections(
  items: readonly Item[],
  headings: readonly Heading[],
  tables: readonly TableReading[],
  bounds: { readonly from: number; readonly length: number; readonly view: string },
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
  const fee = feeIn(bounds.view, {
    start: startOf('problems') ?? problems ?? bounds.length,
    end: bounds.length,
  });
  if (fee !== undefined) lost.push({ id: 'otherMatters', start: fee });
  return lost;
}

/**
 * Where the last lines of the section before say what was charged for information, which is what section six is for; undefined where they do
 * not, or where a point of that section does.
 */
function feeIn(view: string, { start, end }: Span): number | undefined {
  const lines = [...fold(view.slice(start, end)).matchAll(/[^\n]+/gu)]
    .slice(1)
    .filter(([line]) => /\p{L}/u.test(line))
    .slice(-lastLines);
  const found = lines.find(([line]) => saysFee.test(line) && !/^[\s\0]*\(/u.test(line));
  return found && start + found.index + found[0].search(/[^\s\0]/u);
}

/** A paragraph or two, and the signature below. */
const lastLines = 4;
const saysFee = /(?:收取|收费|发出|征收|未收).{0,20}信息处理费|信息处理费.{0,20}(?:收取|发出|征收|\d|无)/u;

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

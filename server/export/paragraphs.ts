import type { Analysis } from '../analysis';
import { tableIds } from '../form/form';
import { tableReading } from '../report/report';
import { linesWithin } from '../text/lines';
import { plainIn } from '../text/plain';
import type { Span } from '../text/span';

// The text of a report as a reader sees it: paragraphs, whatever the width of the page they were taken from.

/** The paragraphs of a stretch of a report, without its tables. */
export function paragraphsOf(analysis: Analysis, stretch: Span): Span[] {
  const tables = tableIds.flatMap((id) => tableReading(analysis.report, id)?.span ?? []);
  return without(stretch, tables).flatMap((each) => paragraphsIn(analysis, each));
}

/** What a reader sees of a stretch, with its blanks but without its breaks. */
export const seen = (shown: string, { start, end }: Span): string =>
  shown
    .slice(start, end)
    .split('\n')
    .filter((line) => !pageNumber.test(line.trim()))
    .map((line, at, lines) => (at > 0 ? line.trimStart() : lines.length > 1 ? line.trimEnd() : line))
    .join('')
    .replace(/\0/gu, '');

/** Shorter lines are not broken by the width of a page. */
const shortest = 20;
const ending = /[。！？；：.!?;:…]$/u;
const beginning =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是)/u;
const pageNumber = /^[-—–－]\s*\d{1,3}\s*[-—–－]$/u;

/** What a table between bars has before its first row and behind its last. */
const tableRow = /^[|｜]/u;

/** The paragraphs of a stretch: its lines, those that the width of a page has broken put together, and none for a page's number. */
function paragraphsIn({ report, text }: Analysis, stretch: Span): Span[] {
  const paragraphs: Span[] = [];
  let isOpen = false;
  for (const line of linesWithin(text, stretch)) {
    const words = plainIn(report.shown, line).trim();
    if (words === '' || pageNumber.test(words) || tableRow.test(words)) continue;
    const last = paragraphs.at(-1);
    if (isOpen && last && !beginning.test(words))
      paragraphs[paragraphs.length - 1] = { start: last.start, end: line.end };
    else paragraphs.push(line);
    isOpen = words.length >= shortest && !ending.test(words);
  }
  return paragraphs;
}

/** What is left of a span without others. */
function without({ start, end }: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.end <= from || other.start >= end) continue;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = other.end;
  }
  if (from < end) left.push({ start: from, end });
  return left;
}

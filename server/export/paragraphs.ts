import type { Analysis } from '../analysis';
import { tableIds } from '../form/form';
import { blockElements } from '../parse/view/mask-element';
import { tableReading } from '../report/report';
import { withoutComments } from '../text/comments';
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
    .replace(/[^\P{Cc}\t]|\ufeff/gu, '');

/** Shorter lines are not broken by the width of a page, and where there are longer ones none is: they are paragraphs. */
const shortest = 20;
const longest = 60;
const ending = /[。！？；：.!?;:…]$/u;
const beginning =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是)/u;
const pageNumber = /^[-—–－]\s*\d{1,3}\s*[-—–－]$/u;

/** What a table between bars has before its first row and behind its last. */
const tableRow = /^[|｜]/u;

/** The paragraphs of a stretch: its pieces, lines that the width of a page has broken put together, and none for a page's number. */
function paragraphsIn({ report, text }: Analysis, stretch: Span): Span[] {
  const pieces = [...piecesIn({ text, shown: report.shown }, stretch)].map((piece) => ({
    ...piece,
    words: plainIn(report.shown, piece).trim(),
  }));
  const isWrapped = pieces.every(({ words }) => words.length <= longest);
  const paragraphs: Span[] = [];
  let isOpen = false;
  for (const { start, end, isApart, words } of pieces) {
    if (isApart) isOpen = false;
    if (words === '' || pageNumber.test(words) || tableRow.test(words)) continue;
    const last = paragraphs.at(-1);
    if (isOpen && last && !beginning.test(words))
      paragraphs[paragraphs.length - 1] = { start: last.start, end };
    else paragraphs.push({ start, end });
    isOpen = isWrapped && words.length >= shortest && !ending.test(words);
  }
  return paragraphs;
}

interface Shown {
  readonly text: string;
  /** The text as its reader sees it, and as long. */
  readonly shown: string;
}

/** What stands between two line ends or tags; apart from what comes before it where a tag says so. */
interface Piece extends Span {
  readonly isApart: boolean;
}

const blockTag = new RegExp(`</?(?:${[...blockElements].join('|')})(?![\\w:-])`, 'giu');

/** The lines of a stretch, and of them what tags of a page set apart. In a row of cells tags break what is one, but not behind a sentence. */
function* piecesIn({ text, shown }: Shown, stretch: Span): Generator<Piece> {
  const tags = tagsIn({ text, shown }, stretch);
  let next = 0;
  for (const line of linesWithin(shown, stretch)) {
    const isRow = shown.slice(line.start, line.end).includes('\t');
    let piece: Piece = { ...line, isApart: false };
    // A tag that ends a line stands in the place of the line end.
    for (let tag = tags[next]; tag !== undefined && tag < line.end; tag = tags[++next]) {
      if (tag < line.start) piece = { ...piece, isApart: true };
      else if (!isRow || ending.test(plainIn(shown, { start: piece.start, end: tag }).trim())) {
        yield { ...piece, end: tag };
        piece = { start: tag, end: line.end, isApart: true };
      }
    }
    yield piece;
  }
}

/** Where tags stand that begin or end a block of a page. What a reader sees is none, nor what is in a comment. */
function tagsIn({ text, shown }: Shown, { start, end }: Span): number[] {
  const source = text.slice(start, end);
  if (!source.includes('<')) return [];
  return [...withoutComments(source).matchAll(blockTag)]
    .map(({ index }) => start + index)
    .filter((at) => shown.charAt(at) !== '<');
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

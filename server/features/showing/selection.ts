import type { Analysis } from '../../analysis';
import { type Span, touches } from '../../text/span';
import { claimAt } from '../places/links';
import { locate } from '../places/locate';

/**
 * The stretches that hold `offset`, each within the next and larger: figure or label, what is printed of a statement, sentence, row,
 * table, section, report. Never empty; those that would cross one before them are left out.
 */
export function enclosing(analysis: Analysis, offset: number): readonly Span[] {
  const { report, text } = analysis;
  const claim = claimAt(analysis, offset);
  const place = locate(analysis, offset);
  const candidates = [
    ...(place ? [place.span] : []),
    ...(claim ? [claim.span, claim.phrase] : []),
    ...report.tables.flatMap(({ rows, span }) => [...rows.map((row) => row.span), span]),
    ...report.sections.flatMap(({ body, span }) => [body, span]),
    sentenceAt(text, offset),
    { start: 0, end: text.length },
  ].filter((span) => span.start < span.end && touches(span, offset));
  candidates.sort((a, b) => a.end - a.start - (b.end - b.start));
  const kept: Span[] = [];
  for (const span of candidates) if (isLarger(span, kept.at(-1))) kept.push(span);
  return kept;
}

function isLarger(span: Span, { start, end }: Span = { start: span.start, end: span.start }): boolean {
  return span.start <= start && end <= span.end && span.end - span.start > end - start;
}

const ends = /[。；;！？!?\r\n]/u;

/** The sentence around a place, with the mark at its end; it ends with its line at the latest. */
function sentenceAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && !ends.test(text.charAt(start - 1))) start--;
  while (end < text.length && !ends.test(text.charAt(end))) end++;
  const isMark = /[^\r\n]/u.test(text.charAt(end));
  return { start, end: isMark ? end + 1 : end };
}

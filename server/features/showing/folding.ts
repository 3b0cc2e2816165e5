import type { Analysis } from '../../analysis';
import type { Span } from '../../text/span';
import { captionsOf } from '../places/captions';

/**
 * The stretches that can be folded: sections, tables, the parts of these, and rows whose figures stand on lines of their own. Each covers more
 * than one line, and no two cross each other; the order is that of the text.
 */
export function folds({ report, text }: Analysis): readonly Span[] {
  const candidates = [
    ...report.sections.map(({ span }) => span),
    ...report.tables.map(({ span }) => span),
    ...report.tables.flatMap((table) => captionsOf(report, text, table).map(({ reach }) => reach)),
    ...report.tables.flatMap(({ rows }) => rows.map(({ span }) => span)),
  ];
  const kept: Span[] = [];
  for (const candidate of candidates) {
    const span = trimmed(text, candidate);
    if (!/[\r\n]/.test(text.slice(span.start, span.end))) continue;
    if (!kept.some((other) => crosses(span, other) || same(span, other))) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Without the blank lines around it. */
function trimmed(text: string, { start, end }: Span): Span {
  const content = text.slice(start, end);
  const from = start + (content.length - content.trimStart().length);
  return { start: from, end: Math.max(from, start + content.trimEnd().length) };
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Says whether two spans overlap without one holding the other. */
function crosses(a: Span, b: Span): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return second.start < first.end && first.end < second.end && first.start < second.start;
}

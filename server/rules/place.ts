import type { SectionId } from '../form/form';
import type { Report, SectionReading } from '../report/report';
import type { Span } from '../text/span';

/** The first line of a stretch that is not blank, without the blanks around it; an empty span where all is blank. */
export function firstLine(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && text.charAt(from).trim() === '') from++;
  const to = Math.min(end, lineEnd(text, from));
  return { start: from, end: from + text.slice(from, to).trimEnd().length };
}

/** The sections found before and after the place where section `id` belongs; undefined where there is none. */
export function neighbours(
  { form, sections }: Report,
  id: SectionId,
): {
  readonly before: SectionReading | undefined;
  readonly after: SectionReading | undefined;
} {
  const number = (section: SectionId): number =>
    form.sections.find((each) => each.id === section)?.number ?? 0;
  const own = number(id);
  const before = sections.filter((each) => number(each.id) < own);
  const after = sections.filter((each) => number(each.id) > own);
  before.sort((a, b) => number(b.id) - number(a.id));
  after.sort((a, b) => number(a.id) - number(b.id));
  return { before: before[0], after: after[0] };
}

/** Where the line of `offset` starts, whichever line ends the text uses. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line of `offset` ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** The line of a stretch beside which it has only blanks; undefined where something else stands in it. */
export function lineAround(text: string, { start, end }: Span): Span | undefined {
  let [from, to] = [start, end];
  while (from > 0 && isBlank(text, from - 1)) from--;
  while (to < text.length && isBlank(text, to)) to++;
  const isLine =
    (from === 0 || isLineEnd(text.charCodeAt(from - 1))) &&
    (to === text.length || isLineEnd(text.charCodeAt(to)));
  return isLine ? { start: from, end: to } : undefined;
}

const isBlank = (text: string, at: number): boolean =>
  !isLineEnd(text.charCodeAt(at)) && text.charAt(at).trim() === '';

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13;

/** The line end that the text uses; LF where it has a single line. */
export function lineBreak(text: string): string {
  const newline = text.indexOf('\n');
  if (newline < 0) return text.includes('\r') ? '\r' : '\n';
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
}

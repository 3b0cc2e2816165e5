import { type Note, noteMark, numbersIn } from '../../report/note';
import { type Comment, commentsOf, withLine } from '../../text/comments';
import { fold } from '../../text/fold';
import type { Span } from '../../text/span';

// Rule, figures in brackets, and a colon before the reason; each may be missing.
const head = /^([a-z][a-z-]*)?\s*(?:\(([^()]*)\)?)?/u;

/** Nobody writes more of them into one report. */
const mostNotes = 1000;

/** The notes among the comments of a text, in their order. */
export const notesOf = (text: string): readonly Note[] =>
  commentsOf(text)
    .flatMap((comment) => noteIn(text, comment) ?? [])
    .slice(0, mostNotes);

/** Answers undefined for a comment that is no note. */
function noteIn(text: string, { span, body }: Comment): Note | undefined {
  const raw = text.slice(body.start, body.end);
  const lead = raw.length - raw.trimStart().length;
  if (!raw.startsWith(noteMark, lead)) return undefined;
  // Folding keeps the length.
  const folded = fold(raw);
  const from = skip(folded, lead + noteMark.length);
  const [found = '', rule = '', figures = ''] = head.exec(folded.slice(from)) ?? [];
  const to = from + found.trimEnd().length;
  const colon = skip(folded, to);
  const reasonFrom = skip(folded, colon + Number(folded.charAt(colon) === ':'));
  const reason = raw.slice(reasonFrom).trim();
  const at = (offset: number): number => body.start + Math.min(offset, raw.length);
  return {
    span,
    extent: extentOf(text, span),
    rule,
    figures: numbersIn(figures),
    head: { start: at(from), end: at(to) },
    reason,
    words: { start: at(reasonFrom), end: at(reasonFrom + reason.length) },
  };
}

function extentOf(text: string, span: Span): Span {
  const line = withLine(text, span);
  const isOwn = line !== span || text.charAt(span.start - 1) !== ' ';
  return isOwn ? line : { start: span.start - 1, end: span.end };
}

function skip(folded: string, from: number): number {
  let at = from;
  while (at < folded.length && folded.charAt(at).trim() === '') at++;
  return at;
}

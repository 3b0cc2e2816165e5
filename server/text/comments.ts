import type { Span } from './span';

/** A comment `<!-- … -->`: what a reader of the page does not see, in HTML and Markdown as in plain text. */
export interface Comment {
  readonly span: Span;
  /** What stands between the marks. */
  readonly body: Span;
}

const OPEN = '<!--';
const CLOSE = '-->';
// Blank to the reader of reports, to JavaScript's `trim` and to `\s` alike.
const filler = '\ufeff';

/** The comments of a text, in their order; one that is not closed is none. */
export function commentsOf(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  for (let start = text.indexOf(OPEN); start >= 0; ) {
    // `<!-->` is a whole comment, as browsers read it.
    const close = text.indexOf(CLOSE, start + 2);
    if (close < 0) break;
    const end = close + CLOSE.length;
    const from = start + OPEN.length;
    comments.push({ span: { start, end }, body: { start: Math.min(from, end), end: Math.max(from, close) } });
    start = text.indexOf(OPEN, end);
  }
  return comments;
}

/**
 * The text with blanks in the place of its comments, and as long. A comment that has a line to itself takes the line with it: its
 * blanks then stand at the end of the line before. Answers the text itself where it has no comment.
 */
export function withoutComments(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end } of stretchesOf(text)) {
    result += text.slice(at, start) + filler.repeat(end - start);
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}

/** What a text says in `span`, without the comments there. */
export function saidIn(text: string, span: Span): string {
  let result = '';
  let at = span.start;
  for (const { start, end } of stretchesOf(text)) {
    if (end <= at || start >= span.end) continue;
    result += text.slice(at, Math.max(at, start));
    at = end;
  }
  return result + text.slice(at, Math.max(at, span.end));
}

/** What goes with the comments: those side by side together, with their line where nothing else stands on it. */
function stretchesOf(text: string): Span[] {
  const stretches: Span[] = [];
  for (const { span } of commentsOf(text)) {
    const last = stretches.at(-1);
    if (last && blanksFrom(text, last.end) === span.start) {
      stretches[stretches.length - 1] = { start: last.start, end: span.end };
    } else stretches.push(span);
  }
  return stretches.map((span) => withLine(text, span));
}

/** A stretch with the line that it has to itself; as it is where something else stands there. */
export function withLine(text: string, span: Span): Span {
  let start = span.start;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  const end = blanksFrom(text, span.end);
  if (!isLineEdge(text, start - 1) || !isLineEdge(text, end)) return span;
  if (start > 0) return { start: start - (text.slice(start - 2, start) === '\r\n' ? 2 : 1), end };
  // The first line goes with the line end behind it.
  return { start, end: Math.min(text.length, end + (text.slice(end, end + 2) === '\r\n' ? 2 : 1)) };
}

/** Where the blanks from `offset` on end: at the next character or at the line end. */
function blanksFrom(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text.charAt(at))) at++;
  return at;
}

const isBlank = (char: string): boolean => char !== '\n' && char !== '\r' && char.trim() === '';

const isLineEdge = (text: string, at: number): boolean =>
  at < 0 || at >= text.length || text.charAt(at) === '\n' || text.charAt(at) === '\r';

import type { Span } from '../../../server/text/span';

/** A text without its marks, and where they stood. */
export interface Marked {
  readonly text: string;
  /** In the order of their starts, an outer one before those in it. */
  readonly spans: readonly Span[];
  readonly cursors: readonly number[];
}

/** Takes the marks out of a fixture: `⟦…⟧` is a span, `‸` a cursor. Throws where the brackets do not pair. */
export function unmark(source: string): Marked {
  let text = '';
  const spans: Span[] = [];
  const cursors: number[] = [];
  const open: number[] = [];
  for (const piece of source.split(/([⟦⟧‸])/)) {
    if (piece === '⟦') open.push(text.length);
    else if (piece === '‸') cursors.push(text.length);
    else if (piece === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ after ${JSON.stringify(text.slice(-20))}`);
      spans.push({ start, end: text.length });
    } else text += piece;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined)
    throw new Error(`⟦ without ⟧ before ${JSON.stringify(text.slice(unclosed, unclosed + 20))}`);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return { text, spans, cursors };
}

/** Unmarks a fixture that has exactly one cursor; throws where it has none or more. */
export function unmarkCursor(source: string): Marked & { readonly cursor: number } {
  const marked = unmark(source);
  const [cursor, ...rest] = marked.cursors;
  if (cursor === undefined || rest.length > 0) throw new Error('the fixture must have exactly one ‸');
  return { ...marked, cursor };
}

/** Puts `⟦…⟧` around `spans` of `text`: what `unmark` takes out. */
export function mark(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap((span) => [
    // At one offset: close what ends there first, then open the outer before the inner, then close what is empty.
    { at: span.start, order: 1, length: span.end - span.start, sign: '⟦' },
    { at: span.end, order: span.end === span.start ? 2 : 0, length: 0, sign: '⟧' },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order || b.length - a.length);
  let result = '';
  let from = 0;
  for (const { at, sign } of marks) {
    result += text.slice(from, at) + sign;
    from = at;
  }
  return result + text.slice(from);
}

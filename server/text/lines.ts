import type { Span } from './span';

/** A place in a text as editors count: from 0, characters in UTF-16. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text start; answers positions for offsets. Lines end with LF, CRLF or CR. */
export interface Lines {
  readonly starts: readonly number[];
  /** The line that `offset` lies in, counted from 0. */
  lineAt(offset: number): number;
  positionAt(offset: number): Position;
}

/** The place at which a text begins that is not part of another one. */
export const atBeginning: Position = { line: 0, character: 0 };

/** The parts of a stretch between its line ends, empty ones included, in the order of the text. */
export function linesWithin(text: string, { start, end }: Span): Span[] {
  let from = start;
  return text
    .slice(start, end)
    .split(/[\r\n]/u)
    .map((line) => {
      const span = { start: from, end: from + line.length };
      from = span.end + 1;
      return span;
    });
}

/** Finds the lines of a text; its positions are those of the document in which it begins at `origin`. */
export function linesOf(text: string, origin = atBeginning): Lines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  };
  const positionAt = (offset: number): Position => {
    const line = lineAt(offset);
    const character = offset - (starts[line] ?? 0);
    return { line: line + origin.line, character: character + (line === 0 ? origin.character : 0) };
  };
  return { starts, lineAt, positionAt };
}

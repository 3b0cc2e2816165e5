import type { Analysis } from '../../analysis';
import { type Lines, linesOf } from '../../text/lines';
import type { Span } from '../../text/span';
import { tongue, tongues } from '../../tongues/tongues';

/** A report that is drawn, with the lines of its document. */
export interface Subject extends Analysis {
  readonly lines: Lines;
  /** Whether it is drawn with nothing of what was found, and nothing but what is printed. */
  readonly isBare: boolean;
}

/** An analysis with the lines in which its places are told. */
export const subjectOf = (analysis: Analysis, isBare = false): Subject => ({
  ...analysis,
  lines: linesOf(analysis.text, analysis.origin),
  isBare,
});

/** Where a span stands, as the attribute `data-at` has it: `line:character-line:character`, counted from 0. */
export function placeOf({ lines }: Subject, { start, end }: Span): string {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return `${from.line}:${from.character}-${to.line}:${to.character}`;
}

/** The same for people: line and column, counted from 1. */
export function placeInWords({ lines }: Subject, { start }: Span): string {
  const { line, character } = lines.positionAt(start);
  return `${line + 1}:${character + 1}`;
}

/** What the report itself says is told to be in its own tongue where the page around it is in another. */
export const inItsTongue = (): { readonly lang: string | undefined } => ({
  lang: tongue() === tongues[0] ? undefined : tongues[0],
});

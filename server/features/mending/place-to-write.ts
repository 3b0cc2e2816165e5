import type { Analysis } from '../../analysis';
import { tableIds } from '../../form/form';
import { parseReport } from '../../parse/parse';
import { applyEdits, type Edit } from '../../report/finding';
import type { Report } from '../../report/report';
import type { Span } from '../../text/span';

/** A text, and the place in it where its writer goes on. */
export interface PlaceToWrite {
  readonly text: string;
  readonly span: Span;
}

/**
 * Where writing goes on once a draft was given what it lacks: below the first heading that has nothing under it yet, or in the first cell
 * of the tables that were added, whichever comes first. Undefined where there is none.
 */
export function placeToWrite(analysis: Analysis, edits: readonly Edit[]): PlaceToWrite | undefined {
  const text = applyEdits(analysis.text, edits);
  const report = parseReport(text);
  const from = Math.min(...edits.map(({ span }) => span.start));
  const [span] = [...bareHeadings(report, text), ...cellsToFill(report, from)].sort(
    (a, b) => a.start - b.start,
  );
  return span && { text, span };
}

/** Where to write below the headings of parts without a table that have nothing but blanks under them. */
function bareHeadings({ sections }: Report, text: string): Span[] {
  return sections.flatMap(({ id, heading, body }) => {
    if (!heading || tableIds.some((table) => table === id)) return [];
    const { end } = heading.span;
    if (text.slice(end, Math.max(end, body.end)).trim() !== '') return [];
    // A blank line below it is to be written in; where there is none its writer makes one.
    const below = /^[^\S\n]*\n(?=\r?\n|$)/u.exec(text.slice(end, end + 80))?.[0].length ?? 0;
    return [{ start: end + below, end: end + below }];
  });
}

const cellsToFill = ({ cells }: Report, from: number): Span[] =>
  cells
    .filter(({ kind, span }) => (kind === 'count' || kind === 'blank') && span.start >= from)
    .map(({ span }) => span);

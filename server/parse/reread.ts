import { cellAt } from '../form/form';
import { applyEdits, type Edit, placeAfter } from '../report/finding';
import type { Cell, Report } from '../report/report';
import type { Span } from '../text/span';
import { stating } from './parse';
import { withPlaces } from './places';

// A number that is changed in a sentence changes what the sentences state, and no more: neither a table nor a heading is read otherwise.

/** A text that was read: as it is, as the reader looks at it (see view/view.ts), and what it says as a report. */
export interface Seen {
  readonly text: string;
  readonly view: string;
  readonly report: Report;
}

/**
 * What a text says once edits are made: its sentences are read again, what else it says stands where it is moved to. Undefined where
 * edits touch more than words of sentences and `proved` figures of cells, of which it is known how they are read.
 */
export function reread(before: Seen, edits: readonly Edit[], proved: readonly Edit[]): Report | undefined {
  const { report, text, view } = before;
  const isKnown = (edit: Edit): boolean =>
    proved.includes(edit) ? isFigureOf(report, edit) : isInSentence(before, edit);
  if (!edits.every(isKnown)) return undefined;
  const { form, shown, claims: _claims, relations: _relations, ...placed } = report;
  const moved = movedBy(edits, placed);
  const cells: Cell[] = [...moved.cells];
  for (const edit of edits) {
    const span = cells[indexOf(report, edit)]?.span;
    if (span) cells[indexOf(report, edit)] = { kind: 'count', value: edit.to ?? 0, span };
  }
  const seen = { text: applyEdits(text, edits), view: applyEdits(view, edits) };
  return stating({ ...moved, form, cells, shown: applyEdits(shown, edits) }, seen);
}

const indexOf = ({ form }: Report, { cell }: Edit): number => (cell === undefined ? -1 : cellAt(form, cell));

/** Whether an edit puts a number in the place of one that is all there is of its cell. */
function isFigureOf(report: Report, edit: Edit): boolean {
  const cell = report.cells[indexOf(report, edit)];
  if (cell?.kind !== 'count' || cell.printed || cell.broken || typeof edit.to !== 'number') return false;
  return cell.span.start === edit.span.start && cell.span.end === edit.span.end;
}

/** What makes up lines, cells, markup and notes rather than words. */
const structural = /[\0\p{Cc}|<>&\\*#"[\]()（）【】]/u;

/** Whether an edit changes words of a section that stand beside its table, and are shown as they are written. */
function isInSentence({ text, view, report }: Seen, { span, newText, cell }: Edit): boolean {
  const { title, agency, year, sections, tables, shown } = report;
  const old = text.slice(span.start, span.end);
  if (cell !== undefined || old === '' || structural.test(old) || structural.test(newText)) return false;
  const isSeen = [view, shown].every((each) => each.startsWith(old, span.start));
  const isWithin = ({ start, end }: Span): boolean => start <= span.start && span.end <= end;
  const isApart = ({ start, end }: Span): boolean => span.end <= start || end <= span.start;
  const known = [title, agency, year, ...tables].flatMap((each) => each?.span ?? []);
  return isSeen && sections.some(({ body }) => isWithin(body)) && known.every(isApart);
}

/** Plain data with its spans where they stand once edits are made; itself where nothing is moved. */
const movedBy = <T extends object>(edits: readonly Edit[], data: T): T =>
  edits.every(({ span, newText }) => newText.length === span.end - span.start)
    ? data
    : withPlaces(data, (place) => placeAfter(edits, place));

import type { TableId } from '../form/form';
import { parseFigures } from '../parse/parse';
import { balanceOf } from '../report/balance';
import { applyEdits, type Edit } from '../report/finding';
import { type Cell, type Report, sectionReading, tableReading, valueOf } from '../report/report';
import type { Context } from '../rules/rule';
import { recent } from '../text/recent';
import type { Span } from '../text/span';
import type { Change } from './sheet';

/** What is promised of edits: what the cells say then, and which equations hold. */
interface Promised {
  readonly changes: readonly Change[];
  readonly mends: readonly number[];
}

/**
 * Proves edits by making them and reading the text again: every cell says what `changes` promise and all others say what they
 * said, the equations of `mends` hold, and none is broken that was not.
 *
 * Edits within one table are proved on its stretch of the text, at a part of the cost: all other cells of the table have to be
 * read there as they are in the whole text, to the kind, the number and the place, and what stands outside is not touched. Where
 * the stretch by itself does not show that, the whole text is read.
 */
export function isProved(context: Context, edits: readonly Edit[], promised: Promised): boolean {
  const isSound = isShown(context, edits, promised);
  if (isSound) proved.add(edits);
  return isSound;
}

/** Whether just these edits were proved: what their cells say then is known. */
export const wasProved = (edits: readonly Edit[]): boolean => proved.has(edits);

/** As many as one text's repairs have. While a sentence is typed, the same edits of the same table are proved after every key. */
const stretches = recent<Read>(64);

const proved = new WeakSet<readonly Edit[]>();

function isShown({ report, text }: Context, edits: readonly Edit[], promised: Promised): boolean {
  const stretch = stretchOf({ report, text }, edits);
  if (stretch) {
    const { table, span } = stretch;
    const inside = edits.map((edit) => ({ ...edit, span: moved(edit.span, -span.start) }));
    const edited = applyEdits(text.slice(span.start, span.end), inside);
    const read = stretches(edited, () => parseFigures(edited));
    const place = placesAfter(edits, span.start);
    if (isKept(report, read, { ...promised, table, place })) return true;
  }
  return isKept(report, parseFigures(applyEdits(text, edits)), promised);
}

interface Stretch {
  readonly table: TableId;
  readonly span: Span;
}

// The table that all edits are in, with its heading; undefined where they reach beyond one.
function stretchOf({ report, text }: Context, edits: readonly Edit[]): Stretch | undefined {
  const tables = edits.map(({ cell }) => report.form.cells.find(({ path }) => path === cell)?.table);
  const [table] = tables;
  const reading = table && tableReading(report, table);
  if (!reading || tables.some((each) => each !== table)) return undefined;
  const heading = sectionReading(report, table)?.heading?.span ?? reading.span;
  const start = Math.min(heading.start, reading.span.start);
  const next = text.indexOf('\n', reading.span.end);
  const end = next < 0 ? text.length : next;
  const isInside = edits.every(({ span }) => start <= span.start && span.end <= end);
  return isInside ? { table, span: { start, end } } : undefined;
}

interface Kept extends Promised {
  /** The table that was read alone, and where in that reading a place of the text is found. */
  readonly table?: TableId;
  readonly place?: (at: number) => number;
}

type Read = Pick<Report, 'form' | 'cells'>;

function isKept(report: Report, read: Read, { changes, mends, table, place }: Kept): boolean {
  const { form } = report;
  if (read.form !== form) return false;
  const promised = new Map(changes.map(({ cell, to }) => [cell, to]));
  const isRight = (index: number): boolean => {
    const [before, after] = [report.cells[index], read.cells[index]];
    const to = promised.get(index);
    if (to !== undefined) return valueOf(after) === to;
    return valueOf(before) === valueOf(after) && (!place || isAtPlace(before, after, place));
  };
  const isOurs = (each: { readonly table: TableId }): boolean => table === undefined || each.table === table;
  return (
    form.cells.every((cell) => !isOurs(cell) || isRight(cell.index)) &&
    form.equations.every((equation) => {
      if (!isOurs(equation) || balanceOf(read, equation)?.difference === 0) return true;
      return !mends.includes(equation.index) && balanceOf(report, equation)?.difference !== 0;
    })
  );
}

function isAtPlace(
  before: Cell | undefined,
  after: Cell | undefined,
  place: (at: number) => number,
): boolean {
  if (!before || !after || before.kind !== after.kind) return false;
  const isPrinted = before.span.end > before.span.start;
  return !isPrinted || place(before.span.start) === after.span.start;
}

// Where what stood at a place of the text stands in the stretch from `start` on, once the edits are made.
function placesAfter(edits: readonly Edit[], start: number): (at: number) => number {
  return (at) =>
    edits.reduce(
      (sum, { span, newText }) => (span.end <= at ? sum + newText.length - (span.end - span.start) : sum),
      at - start,
    );
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

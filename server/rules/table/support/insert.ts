import { type CellSpec, type Row, tableOf } from '../../../form/form';
import { saysMore } from '../../../report/cell-words';
import type { Edit } from '../../../report/finding';
import { type Cell, tableReading } from '../../../report/report';
import type { Span } from '../../../text/span';
import type { Context } from '../../rule';
import { readingOf } from './rows';

/** What sets cells off from each other: blanks, bars, commas, and in the source of a page tags. */
export const separator = /^(?:[\s\p{Cc}\u2500-\u257f|｜,，;；\u3000\u00a0]|<[^<>]*>)+$/u;

/** Numbers for cells without one, by their index. */
export type Values = ReadonlyMap<number, number>;

/**
 * The edits that write numbers into cells of a row which have none: over a mark, into a blank cell, and where a cell is not in the text,
 * or its separators were trimmed with it, behind what stands before it, set off as the cells of the table are. Cells that were trimmed
 * before the last of them stay blank. Answers undefined where the text does not show how, or does not have the row.
 */
export function filledRow(context: Context, row: Row, values: Values): Edit[] | undefined {
  const { report, text } = context;
  if (!readingOf(report, row) && !foundBehind(context, row, row.firstCell - 1)) return undefined;
  const edits: (Edit | undefined)[] = [];
  let between: string | undefined;
  let place = beginOf(context, row);
  /** Separators of trimmed cells that a number behind them has to bring along. */
  let owed = '';
  for (let index = row.firstCell; index < row.firstCell + row.columns.length; index++) {
    const cell = report.cells[index];
    const value = values.get(index);
    const edit = (span: Span, newText: string): Edit => {
      const path = report.form.cells[index]?.path ?? '';
      return { span, newText, cell: path, from: null, to: value ?? null };
    };
    if (cell && isFound(cell, place)) {
      const isWritten = cell.kind === 'text' && saysMore(text.slice(cell.span.start, cell.span.end));
      if (value !== undefined)
        edits.push(isWritten ? undefined : edit(placeWithin(text, cell.span), `${value}`));
      place = endOf(cell);
      owed = '';
      continue;
    }
    if (value === undefined && cell?.kind === 'absent') continue;
    // Asked for only here: it looks through the whole table.
    between ??= separatorNear(context, row) ?? '';
    owed += between;
    if (value === undefined) continue;
    const next = foundBehind(context, row, index);
    if (between === '') edits.push(undefined);
    else if (place !== undefined && standsAlone(text, place))
      edits.push(isClear(text, place, next?.start) ? edit(at(place), owed + value) : undefined);
    else edits.push(next && edit(at(next.start), `${value}${between}`));
    owed = '';
  }
  return edits.every((each) => each !== undefined) ? edits : undefined;
}

/** Whether a cell has a place of its own: it is printed, or blank between separators. */
const isFound = ({ kind, span }: Cell, last: number | undefined): boolean =>
  span.end > span.start || (kind === 'blank' && span.start !== last);

const endOf = (cell: Cell): number => ('printed' in cell && cell.printed ? cell.printed : cell.span).end;

/** What a row's first cell stands behind: its label, or the row before it on its line. Undefined where it stands first. */
function beginOf({ report }: Context, row: Row): number | undefined {
  const [first, before] = [report.cells[row.firstCell], report.cells[row.firstCell - 1]];
  const isInside = (report.form.cells[row.firstCell]?.row ?? 0) > 0;
  const places = [readingOf(report, row)?.label?.end, before && isInside ? endOf(before) : undefined];
  const known = places.filter((each) => each !== undefined && first && each <= first.span.start);
  return known.length > 0 ? Math.max(...known.map(Number)) : undefined;
}

/** The next cell of the row that is printed. */
function foundBehind({ report }: Context, row: Row, index: number): Span | undefined {
  const others = report.cells.slice(index + 1, row.firstCell + row.columns.length);
  return others.find(({ span }) => span.end > span.start)?.span;
}

/** What stands between two figures: of the row if it has two, else of the next best row of its table, else between a label and its figure. */
function separatorNear({ report, text }: Context, row: Row): string | undefined {
  const { cells, form } = report;
  const { table } = form.cells[row.firstCell] ?? {};
  const specs = form.cells.filter((spec) => spec.table === table && spec.column > 0);
  const isOwn = ({ index }: CellSpec): boolean =>
    row.firstCell < index && index < row.firstCell + row.columns.length;
  const figure = (cell: Cell | undefined): Span | undefined =>
    cell?.kind === 'count' || cell?.kind === 'mark' ? cell.span : undefined;
  const pairs = [...specs.filter(isOwn), ...specs].map(({ index }) =>
    [cells[index - 1], cells[index]].map(figure),
  );
  const labels = table ? (tableReading(report, table)?.rows ?? []) : [];
  const behindLabels = labels.map(({ label, row: each }) => [
    label,
    figure(cells[table ? (tableOf(form, table).rows[each]?.firstCell ?? -1) : -1]),
  ]);
  for (const [first, second] of [...pairs, ...behindLabels]) {
    const between = first && second ? text.slice(first.end, second.start) : '';
    if (separator.test(between)) return between;
  }
  return undefined;
}

/** A unit or a note behind the digits belongs to the cell; nothing can be put between them. */
const standsAlone = (text: string, end: number): boolean =>
  end === text.length || text.charAt(end) === '<' || separator.test(text.charAt(end));

/** Whether there is nothing on the line between two places of a row that may be what its cell has, and is not read as that. */
function isClear(text: string, from: number, to = Number.POSITIVE_INFINITY): boolean {
  const newline = text.indexOf('\n', from);
  const between = text.slice(from, Math.min(to, newline < 0 ? text.length : newline));
  return between === '' || separator.test(between);
}

const at = (offset: number): Span => ({ start: offset, end: offset });

/**
 * Where in the text a figure is written into a cell of which `span` is the place: over the mark in it; in a blank one before the tag
 * that closes it, and set off from what stands behind it as the cell's own padding sets it off.
 */
export function placeWithin(text: string, span: Span): Span {
  if (span.end > span.start) return span;
  const before = text.slice(Math.max(0, span.start - closingTag), span.start);
  const closing = /<\/t[dh]\s*>\s*$/iu.exec(before);
  if (closing) return at(span.start - closing[0].length);
  return before.endsWith('  ') ? at(span.start - 1) : span;
}

/** A closing tag with blanks behind it is looked for in so many characters. */
const closingTag = 40;

import { type Row, tableOf } from '../../../form/form';
import { official } from '../../../form/written';
import type { Edit } from '../../../report/finding';
import type { Report, RowReading, TableReading } from '../../../report/report';
import { say } from '../../../text/say';
import type { Span } from '../../../text/span';
import { widthOf } from '../../../text/width';
import { lineBreak, lineEnd, lineStart } from '../../place';
import type { Context } from '../../rule';
import { separator, type Values } from './insert';

/** A row of the text that another can be written like: its stretch of the text, with what stands between its label and its figures. */
interface Model {
  readonly unit: Span;
  readonly label: Span;
  readonly figures: readonly Span[];
}

/**
 * The edits that put rows which a table lacks where the form has them, each written like a row that stands there: in as many lines, with
 * the same separators or tags, labels in the form's words; a cell of which no value is known stays blank. Undefined where no row of
 * the table shows how, or nothing tells where.
 */
export function addedRows(
  context: Context,
  table: TableReading,
  rows: readonly Row[],
  values: Values,
): Edit[] | undefined {
  const place = placeOf(context, table, rows);
  const models = rows.map((row) => modelOf(context, table, row, place?.beside));
  if (!place || models.includes(undefined)) return undefined;
  return rows.flatMap((row, index) => {
    const model = models[index];
    return model ? writtenLike(context, model, { row, values, place }) : [];
  });
}

interface Place {
  readonly at: number;
  /** What stands between two rows; before the new rows, or behind them where these stand before one that is there. */
  readonly gap: string;
  readonly isBehind: boolean;
  /** The row that they stand beside. */
  readonly beside: RowReading;
}

/**
 * The row of the text that lacking rows stand beside: behind the row before them, or before the row behind them where only that one is of
 * their group. Undefined where the table has none of its rows.
 */
export function besideOf(
  { form }: Report,
  table: TableReading,
  rows: readonly Row[],
): RowReading | undefined {
  const { rows: all } = tableOf(form, table.id);
  const [first] = rows;
  const index = first ? all.indexOf(first) : -1;
  const before = table.rows.filter(({ row }) => row < index).at(-1);
  const after = table.rows.find(({ row }) => row > index);
  const isOfGroup = (reading: RowReading | undefined): boolean =>
    reading !== undefined && all[reading.row]?.group === first?.group;
  return before && (isOfGroup(before) || !isOfGroup(after)) ? before : after;
}

/** Says where lacking rows belong that stand beside a row, to be added to a sentence; empty where that is not known. */
export function placeInWords(
  { form }: Report,
  { id }: TableReading,
  [first]: readonly Row[],
  beside: RowReading | undefined,
): string {
  const { rows } = tableOf(form, id);
  const name = rows[beside?.row ?? -1]?.name;
  if (!beside || !first || name === undefined) return '';
  return beside.row < rows.indexOf(first) ? say`，应在「${name}」行之后` : say`，应在「${name}」行之前`;
}

function placeOf({ report, text }: Context, table: TableReading, rows: readonly Row[]): Place | undefined {
  const beside = besideOf(report, table, rows);
  if (!beside) return undefined;
  const { rows: all } = tableOf(report.form, table.id);
  const isBehind = beside.row < (rows[0] ? all.indexOf(rows[0]) : -1);
  const other = table.rows.find(({ row }) => (isBehind ? row > beside.row : row < beside.row));
  const unit = unitOf(text, beside.span);
  const between = other ? betweenUnits(text, unit, unitOf(text, other.span)) : '';
  const gap = /^\s+$/u.test(between) ? between : lineBreak(text);
  return { at: isBehind ? unit.end : unit.start, gap, isBehind, beside };
}

const betweenUnits = (text: string, one: Span, other: Span): string =>
  text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));

/** So far before a cell of a page's source its row begins at most. */
const farthestTag = 2000;

/** The lines of a row, or its element in the source of a page. */
function unitOf(text: string, { start, end }: Span): Span {
  const opened = text.slice(Math.max(0, start - farthestTag), start).toLowerCase();
  const tag = opened.lastIndexOf('<tr');
  if (tag > opened.lastIndexOf('</tr')) {
    const closing = text.indexOf('>', text.toLowerCase().indexOf('</tr', end));
    if (closing > end) return { start: start - opened.length + tag, end: closing + 1 };
  }
  return { start: lineStart(text, start), end: lineEnd(text, end) };
}

/** A row with the same columns to write another one like, the nearest to `beside` first; undefined where none is plain. */
function modelOf(
  context: Context,
  table: TableReading,
  row: Row,
  beside: RowReading | undefined,
): Model | undefined {
  const { rows } = tableOf(context.report.form, table.id);
  const isLike = (reading: RowReading): boolean => {
    const other = rows[reading.row];
    return (
      other?.under === row.under &&
      other.columns.map(({ id }) => id).join() === row.columns.map(({ id }) => id).join()
    );
  };
  const distance = (reading: RowReading): number => Math.abs(reading.row - (beside?.row ?? 0));
  const candidates = table.rows.filter(isLike).toSorted((a, b) => distance(a) - distance(b));
  for (const reading of candidates) {
    const model = plainModel(context, rows[reading.row], reading);
    if (model) return model;
  }
  return undefined;
}

/** A row as a model; undefined where anything but its label and its figures stands in its lines. */
function plainModel(
  { report, text }: Context,
  row: Row | undefined,
  { label, span }: RowReading,
): Model | undefined {
  const figures = row?.columns.map((_, column) => report.cells[row.firstCell + column]) ?? [];
  if (!label || figures.some((cell) => cell?.kind !== 'count')) return undefined;
  const unit = unitOf(text, span);
  const parts = [label, ...figures.flatMap((cell) => cell?.span ?? [])];
  const gaps = [...parts, { start: unit.end, end: unit.end }].map(({ start }, index) =>
    text.slice(index === 0 ? unit.start : parts[index - 1]?.end, start),
  );
  const isPlain = (gap: string): boolean =>
    gap === '' || (separator.test(gap.replaceAll('"', ' ')) && !spanning.test(gap));
  return gaps.every(isPlain) ? { unit, label, figures: parts.slice(1) } : undefined;
}

/** A cell over several rows belongs to these. */
const spanning = /rowspan\s*=\s*["']?(?:[2-9]|1\d)/iu;

interface Written {
  readonly row: Row;
  readonly values: Values;
  readonly place: Place;
}

/** One edit for each cell, the first with the label, all at one place. */
function writtenLike(
  { report, text }: Context,
  { unit, label, figures }: Model,
  { row, values, place }: Written,
): Edit[] {
  const words = official.row(row);
  const printed = unquoted(text, label);
  let written = text.slice(unit.start, printed.start) + words;
  let last = printed;
  let wider = widthOf(text.slice(printed.start, printed.end)) - widthOf(words);
  const edits = figures.map((figure, column): Edit => {
    const value = values.get(row.firstCell + column);
    const number = value === undefined ? '' : `${value}`;
    const room = wider + figure.end - figure.start - number.length;
    const newText = `${written}${padded(text.slice(last.end, figure.start), room)}${number}`;
    [written, last, wider] = ['', figure, 0];
    const path = report.form.cells[row.firstCell + column]?.path ?? '';
    const span = { start: place.at, end: place.at };
    return value === undefined ? { span, newText } : { span, newText, cell: path, from: null, to: value };
  });
  const end = text.slice(last.end, unit.end);
  return edits.map((edit, index) => ({
    ...edit,
    newText:
      (index === 0 && place.isBehind ? place.gap : '') +
      edit.newText +
      (index === edits.length - 1 ? end + (place.isBehind ? '' : place.gap) : ''),
  }));
}

/** A label with the quotes that a spreadsheet puts around one over several lines; any other as it is. */
function unquoted(text: string, label: Span): Span {
  const isQuoted = text.charAt(label.start - 1) === '"' && text.charAt(label.end) === '"';
  const isBroken = /[\r\n]/u.test(text.slice(label.start, label.end));
  return isQuoted && isBroken ? { start: label.start - 1, end: label.end + 1 } : label;
}

/** Blanks that keep columns below each other, so many more of them or fewer; others as they are. */
function padded(gap: string, more: number): string {
  const blanks = /^ {2,}/u.exec(gap)?.[0].length ?? 0;
  return blanks === 0 ? gap : ' '.repeat(Math.max(1, blanks + more)) + gap.slice(blanks);
}

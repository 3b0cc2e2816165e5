import { type Row, type Table, type TableId, tableOf } from '../../form/form';
import { official, type Wording } from '../../form/written';
import { hasMeaning, meaningsOf, significant } from '../../parse/lexicon/lexicon';
import { itemsOf } from '../../parse/tokens/labelled-tokens';
import { wordsToken } from '../../parse/tokens/tokenize';
import { viewOf } from '../../parse/view/view';
import type { Report, TableReading } from '../../report/report';
import { lineEnd, lineStart } from '../../rules/place';
import { foldUnit, ignored, simplify } from '../../text/fold';
import { lineIn } from '../../text/plain';
import type { Span } from '../../text/span';
import { printedLabels } from '../places/labels';
import { border, hasMore, type Source } from './left-over';

/** A table with everything that stands in its lines: nothing but labels, figures and what sets them off from each other. */
export interface PrintedTable {
  readonly id: TableId;
  /** Its lines, without the last line's end. */
  readonly span: Span;
  /** What is printed in a cell of the form; undefined where the cell is not there. */
  readonly figure: (cell: number) => string | undefined;
  readonly wording: Wording;
}

/**
 * The tables of a report of which nothing would be lost if they were written anew from their labels and figures: those that have in
 * their lines no other word, number, sign, comment or markup.
 */
export function printedTables(report: Report, text: string): PrintedTable[] {
  const { items } = itemsOf(viewOf(text));
  return report.tables.flatMap((reading) => printedTable({ report, text, items }, reading) ?? []);
}

/** What would be lost, or would say something else in another place: markup, escapes, pages, and line ends that are none elsewhere. */
const markup = /<(?!br ?\/?>)|\*\*|&#?\w{1,8};|\\|^[ \t\u3000]{0,8}[#>]|[\f\v\u0085\u2028\u2029]|\r(?!\n)/imu;

function printedTable(source: Source, reading: TableReading): PrintedTable | undefined {
  const { report, text } = source;
  if (!reading.readable || reading.unplaced.length > 0) return undefined;
  const span = linesOf(text, reading.span);
  if (markup.test(text.slice(span.start, span.end))) return undefined;
  const figures = figuresOf(source, reading.id);
  if (!figures) return undefined;
  const printed = [...figures.values()].filter(({ start, end }) => start < end);
  const words = wordsOf(source, reading, printed);
  const isWhole = words && printed.every(({ start, end }) => span.start <= start && end <= span.end);
  if (!isWhole || hasMore(source, { id: reading.id, span, labels: words.spans, figures: printed }))
    return undefined;
  return {
    id: reading.id,
    span,
    figure: (index) => {
      const figure = figures.get(index);
      return figure && lineIn(report.shown, figure);
    },
    wording: wordingOf(words, tableOf(report.form, reading.id), text.slice(span.start, span.end)),
  };
}

/**
 * What is printed in the cells of a table that are there, with unit and note, by their indices in the form; undefined where a figure
 * is in pieces.
 */
function figuresOf({ report, items }: Source, id: TableId): ReadonlyMap<number, Span> | undefined {
  const figures = new Map<number, Span>();
  const whole = items.filter(({ token: { kind } }) => kind === 'value' || kind === 'mark');
  for (const { index } of report.form.cells.filter(({ table }) => table === id)) {
    const cell = report.cells[index];
    if (!cell || cell.kind === 'absent' || cell.kind === 'merged') continue;
    if (cell.kind === 'count' && cell.broken) return undefined;
    const { start, end } = cell.span;
    const item = start < end && whole.find(({ token }) => token.start <= start && end <= token.end);
    figures.set(index, item ? { start: item.token.start, end: item.token.end } : cell.span);
  }
  return figures;
}

/** Lines that only draw a table: its borders and rulers, and the pipes and tabs that merged cells leave. */
const drawing = /^(?=.*[|｜+\t\u2500-\u257f])[\s|｜+:=\-\u2500-\u257f]+$/u;

/** The lines of a stretch, and those above and below that belong to its drawing. */
function linesOf(text: string, { start, end }: Span): Span {
  let from = lineStart(text, start);
  let to = lineEnd(text, end);
  for (;;) {
    const above = lineStart(text, Math.max(0, from - 1 - (text.startsWith('\r\n', from - 2) ? 1 : 0)));
    if (above >= from || !drawing.test(text.slice(above, from).trimEnd())) break;
    from = above;
  }
  for (;;) {
    const next = to + (text.startsWith('\r\n', to) ? 2 : 1);
    const below = next > text.length ? to : lineEnd(text, next);
    if (below <= to || !drawing.test(text.slice(next, below))) return { start: from, end: to };
    to = below;
  }
}

/** The labels of a table as they are printed: by row, by id of a group, by id of a column; and where any label stands. */
interface Words {
  readonly rows: ReadonlyMap<number, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, string>;
  readonly spans: readonly Span[];
}

/** Undefined where rows cannot be told apart, or where something stands between the pieces of a label. */
function wordsOf(
  { report, text }: Source,
  reading: TableReading,
  printed: readonly Span[],
): Words | undefined {
  const table = tableOf(report.form, reading.id);
  const labelled = reading.rows.flatMap(({ row, label }) => (label ? [{ row, label }] : []));
  const taken = [...printed];
  const rows = new Map<number, string>();
  for (const { row, label } of labelled) {
    if (labelled.some((other) => other.row !== row && overlap(other.label, label))) return undefined;
    const said = joined(report, label, taken);
    const words = table.sideBySide ? beside(said, table.rows[row]) : said;
    if (words === undefined) return undefined;
    if (/[\r\n]/u.test(text.slice(label.start, label.end)) && !isLabel(words)) return undefined;
    rows.set(row, words);
  }
  taken.push(...labelled.map(({ label }) => label));
  const others = printedLabels(report, text, reading);
  const groups = new Map<string, string>();
  const columns = new Map<string, string>();
  const heads = reading.columns.map(({ id, span }) => ({ kind: 'column' as const, id, span }));
  for (const { kind, id, span } of [...heads, ...others]) {
    const own = labelled.find(({ label }) => label.start <= span.start && span.end <= label.end);
    if (kind === 'column' && own) continue;
    const words = own ? (rows.get(own.row) ?? '') : joined(report, span, taken);
    const known = kind === 'group' ? groups : columns;
    if (!known.has(id) && isLabel(words)) known.set(id, words);
  }
  const repeated = labelled.flatMap(({ label }) => repeatsOf(text, label));
  const spans = [...taken, ...repeated, ...[...heads, ...others].map(({ span }) => span)];
  return { rows, groups, columns, spans };
}

/** Where a label stands again in its line, as where a cell that is merged over columns is written into each of them. */
function repeatsOf(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end);
  const line = { start: lineStart(text, start), end: lineEnd(text, end) };
  const spans: Span[] = [];
  for (
    let at = text.indexOf(words, line.start);
    at >= 0 && at < line.end;
    at = text.indexOf(words, at + words.length)
  )
    if (at !== start) spans.push({ start: at, end: at + words.length });
  return spans;
}

/** The label of a row of 表四 without that of the rows that it stands under; undefined where it says more. */
function beside(words: string, row: Row | undefined): string | undefined {
  if (!row) return undefined;
  const said = significant(words);
  const under = significant(row.under);
  const own = under === '' ? said : said.replace(under, '');
  if (![row.label, ...row.variants].some((each) => significant(each) === own)) return undefined;
  // 行政诉讼（复议后起诉）, as it is written where a row has a line of its own.
  const inner = words.slice(words.search(/[（(]/u) + 1, -1);
  return own === said ? words : significant(inner) === own ? inner : row.label;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isLabel = (words: string): boolean =>
  hasMeaning(words) || meaningsOf(wordsToken(words, { start: 0, end: words.length }, 0)?.key ?? 0).length > 0;

/** What stands in a stretch beside what is taken already, on one line and without what sets its pieces apart. */
function joined({ shown }: Report, { start, end }: Span, taken: readonly Span[]): string {
  let words = '';
  let at = start;
  for (const other of taken
    .filter((each) => overlap(each, { start, end }))
    .sort((a, b) => a.start - b.start)) {
    words += shown.slice(at, Math.max(at, other.start));
    at = Math.max(at, other.end);
  }
  return onLine(words + shown.slice(at, Math.max(at, end)));
}

const [TAB, PIPE] = [9, 124] as const;

/** Words without what sets them apart in a table; blanks stay between Latin letters and digits only. */
function onLine(words: string): string {
  const said = [...words.replace(border, '')].filter((char) => {
    const unit = foldUnit(char.charCodeAt(0));
    return unit !== ignored && unit !== TAB && unit !== PIPE;
  });
  return said
    .filter((char, at) => char.trim() !== '' || (isLatin(said[at - 1]) && isLatin(said[at + 1])))
    .join('');
}

const isLatin = (char = ''): boolean => /^[0-9A-Za-z]$/u.test(char);

/** The words that are printed, and the form's where none are: those in the characters that the table is printed in. */
function wordingOf({ rows, groups, columns }: Words, table: Table, text: string): Wording {
  const over = inScriptOf(text);
  return {
    row: (row) => rows.get(table.rows.indexOf(row)) ?? over(official.row(row)),
    group: (group) => groups.get(group.id) ?? over(official.group(group)),
    column: (column, row) => columns.get(column.id) ?? over(official.column(column, row)),
    over,
  };
}

/** Writes words of the form with the traditional characters of a text, where it has those and not the simplified ones. */
function inScriptOf(text: string): (words: string) => string {
  const traditional = new Map<string, string>();
  for (const char of new Set(text)) {
    const plain = simplify(char);
    if (plain !== char && !text.includes(plain)) traditional.set(plain, char);
  }
  return (words) => [...words].map((char) => traditional.get(char) ?? char).join('');
}

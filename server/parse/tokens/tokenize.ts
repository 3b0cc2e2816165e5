import { foldUnit } from '../../text/fold';
import type { Span } from '../../text/span';
import type { KnownRow, View } from '../view/source-cells';
import type { InlineHeading } from './inline-headings';
import { Scanner } from './scan-line';
import type { Token } from './token';

const [SPACE, COMMA] = [32, 44] as const;
/** A report has some hundreds of tokens, a year-book of a county some thousands; the rest of a text with more is not read. */
const mostTokens = 20_000;

/**
 * Cuts a view of a text (see view/view.ts) into tokens, in the order of the text, and says how far it came. Each of `headings` is words
 * on a line of its own, whatever stands around it. Linear in its length.
 */
export function tokenize(
  { text: view, rows }: View,
  headings: readonly InlineHeading[] = [],
): { readonly tokens: readonly Token[]; readonly end: number } {
  const scanner = new Scanner(view);
  const known = rowsIn(rows);
  let start = 0;
  let next = 0;
  for (let line = 0; start <= view.length; line++) {
    const newline = view.indexOf('\n', start);
    const lineEnd = newline < 0 ? view.length : newline;
    const heading = headings[next];
    const end = heading ? Math.min(heading.start, lineEnd) : lineEnd;
    const row = known({ start, end });
    const read = row ? scanner.row(row) : scanner.line(start, end);
    if (read < end || scanner.tokens.length > mostTokens) return { tokens: cellsOf(scanner), end: read };
    start = end + 1;
    if (heading?.start !== end) continue;
    // An empty line stands for the heading's own in the scanner's count.
    scanner.line(end, end);
    line++;
    const token = headingToken(view, heading, line);
    if (token) scanner.tokens.push(token);
    start = heading.end;
    next++;
  }
  return { tokens: cellsOf(scanner), end: view.length };
}

/** Finds, line by line, the row that a line is; undefined for one that is none, or only a part of one. */
function rowsIn(rows: readonly KnownRow[]): (line: Span) => KnownRow | undefined {
  let next = 0;
  return ({ start, end }) => {
    while ((rows[next]?.start ?? end) < start) next++;
    const row = rows[next];
    return row?.end === end ? row : undefined;
  };
}

/**
 * The tokens without separators that hold no cell. A pipe alone on a line closes an empty cell, or is what a merged cell or a row's
 * start leaves; where some have a blank before them, as empty cells have, or nearly all stand before words, as rows begin with their
 * label, those at the start of their line are the latter.
 */
function cellsOf({ tokens, bare, habits }: Scanner): readonly Token[] {
  const before = [...bare].filter((index) =>
    beginsRow(tokens[index - (habits.closed.has(index - 1) ? 2 : 1)], tokens[index + 1]),
  );
  // One that stands before another, or between figures, is an empty cell even where rows begin so.
  const starts = habits.spaced ? bare : beginRows(before, bare) ? new Set(before) : none;
  // Only where rows end without a separator is there a cell behind the only one of a line.
  return withoutClosers(
    tokens,
    habits.openRows >= fewestRows ? starts : new Set([...starts, ...habits.closed]),
  );
}

const none: ReadonlySet<number> = new Set();

/** So many of the pipes alone on their lines at least, and so large a share of them, stand before words where they begin rows. */
const fewestStarts = 8;
const leastStarts = 0.85;

/** Whether a pipe alone between two tokens may begin a row: before a label, or before the figures below a head. */
const beginsRow = (before: Token | undefined, behind: Token | undefined): boolean =>
  behind?.kind === 'words' || (behind?.kind === 'value' && before?.kind === 'words');

const beginRows = (before: readonly number[], bare: ReadonlySet<number>): boolean =>
  before.length >= fewestStarts && before.length >= leastStarts * bare.size;

function headingToken(
  view: string,
  { start, end, numbering }: InlineHeading,
  line: number,
): Token | undefined {
  const token = wordsToken(view, { start: numbering?.end ?? start, end }, line);
  return token && { ...token, start, numbering };
}

/** A row has at least so many cells; a text with so few rows does not tell its habits. */
const fewestCells = 3;
const fewestRows = 5;

/**
 * A separator at the end of a row may have an empty cell behind it, or only close the last one. Where all rows of a text end in one,
 * those of the heads too, it closes, and there is no cell behind it. Those in `dropped` are no cells either.
 */
function withoutClosers(tokens: Token[], dropped: ReadonlySet<number>): readonly Token[] {
  const closers: number[] = [];
  // In rows of which all but the label is empty.
  const others: number[] = [];
  let rows = 0;
  let cells = 0;
  for (const [index, { kind, line, columns }] of tokens.entries()) {
    if (columns > 0) continue;
    if (kind !== 'blank') cells++;
    if (tokens[index + 1]?.line === line) continue;
    if (cells >= fewestCells) rows++;
    if (cells >= fewestCells && kind === 'blank') closers.push(index);
    else if (kind === 'blank' && tokens[index - 1]?.kind === 'blank') others.push(index);
    cells = 0;
  }
  const areClosed = rows >= fewestRows && closers.length >= rows - 1;
  const gone = areClosed ? new Set([...dropped, ...closers, ...others]) : dropped;
  return gone.size === 0 ? tokens : tokens.filter((_, index) => !gone.has(index));
}

/** A span of a view as one token of words. */
export function wordsToken(view: string, { start, end }: Span, line: number): Token | undefined {
  const scanner = new Scanner(view, line);
  scanner.words(start, end);
  return scanner.tokens[0];
}

/** The parts of words between single blanks, and between commas too unless `commas` is false, as tokens of their own. */
export function partsOf(view: string, token: Token, commas = true): Token[] {
  const scanner = new Scanner(view, token.line - 1);
  let from = token.start;
  for (let at = token.start; at <= token.end; at++) {
    const unit = at < token.end ? foldUnit(view.charCodeAt(at)) : SPACE;
    if (unit !== SPACE && (unit !== COMMA || !commas)) continue;
    if (at > from) scanner.line(from, at);
    from = at + 1;
  }
  return scanner.tokens.map((part) => ({ ...part, line: token.line }));
}

/** Whether the last of some figures is the sum of the others; what is empty or no count adds nothing. */
export function addsUp(figures: readonly (Token | undefined)[]): boolean {
  const numbers = figures.map((figure) => (figure?.value?.kind === 'count' ? figure.value.number : 0));
  return numbers.slice(0, -1).reduce((sum, number) => sum + number, 0) === numbers.at(-1);
}

/** The number of a figure, an empty cell or a mark as 0; NaN where it has none. */
export function numberIn(token: Token | undefined): number {
  if (!token) return Number.NaN;
  if (token.kind === 'blank' || token.kind === 'mark') return 0;
  return token.value?.kind === 'count' ? token.value.number : Number.NaN;
}

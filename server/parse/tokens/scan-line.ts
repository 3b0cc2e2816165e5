import { foldUnit, ignored, isDigit } from '../../text/fold';
import { isPunctuation } from '../lexicon/label-key';
import { type Keys, keysOf, longestLabel, noKeys, proseKeys } from '../lexicon/label-keys';
import type { KnownRow } from '../view/source-cells';
import { readValue, type Value } from './figure';
import { isPageNumber } from './page-number';
import { type EmptyCell, fewestTabs, mostBlanks, placed, Separators } from './separators';
import {
  grouped,
  isBetweenCells,
  isNumberOnly,
  mayEndInFigures,
  type Part,
  partsBetween,
  rowBefore,
  split,
  tailOf,
} from './split-cell';
import type { Token } from './token';

/** Longer than a row of figures with blanks between them. */
const longestCell = 2000;
/** A report has some hundreds of tokens; a text with so many is something else, and its rest is not read. */
const mostTokens = 100_000;
const [TAB, SPACE, PIPE] = [9, 32, 124] as const;

/** Reads lines into tokens. */
export class Scanner {
  readonly tokens: Token[] = [];
  /** Tokens that are a pipe alone at the start of its line. */
  readonly bare = new Set<number>();
  readonly habits: Separators;
  private separators = 0;
  private columns = 0;
  private tab = -1;
  private pipe = -1;

  constructor(
    private readonly view: string,
    private number = -1,
  ) {
    this.habits = new Separators(view);
  }

  /**
   * Reads one line: its cells, and the blanks between separators where there is a separator at all. Answers how far it came: the
   * line's end, or less where there are too many tokens.
   */
  line(start: number, end: number): number {
    this.number++;
    if (isPageNumber(this.view, start, end)) {
      this.push('furniture', start, end);
      return end;
    }
    const first = this.tokens.length;
    this.separators = 0;
    let at = start;
    let filled = 0;
    let separators = 0;
    let leading = 0;
    let separator = 0;
    while (at < end) {
      if (this.tokens.length >= mostTokens) return at;
      const unit = foldUnit(this.view.charCodeAt(at));
      if (unit === TAB || unit === PIPE) {
        separator = unit;
        // The first separator after a cell closes it; every further one encloses an empty cell.
        if (filled > 0 && separators > 0 && separators <= mostBlanks) this.push('blank', at, at);
        else if (filled === 0) leading++;
        separators++;
        this.separators++;
        at++;
      } else if (unit === SPACE || unit === ignored || unit === 13) {
        at++;
      } else {
        at = this.cell(at, end);
        filled++;
        separators = 0;
      }
    }
    if (this.habits.mayHaveCellBehind({ filled, leading, separator, count: separators }, this.tokens.length))
      this.push('blank', end, end);
    if (filled === 0) this.emptyLine(start, end, separator);
    else this.habits.seen(this.number, filled, separator, leading);
    if (filled > 1 || leading >= fewestTabs) this.openBlanks(start, first, leading, separator);
    return end;
  }

  /** Reads a row whose cells are known: each has its column, and is there though it be empty. Answers how far it came. */
  row({ cells, end }: KnownRow): number {
    this.number++;
    for (const { start, end: cellEnd, column, columns } of cells) {
      if (this.tokens.length >= mostTokens) return start;
      const first = this.tokens.length;
      this.separators = column;
      this.columns = columns;
      for (let at = start; at < cellEnd; )
        at = isBetweenCells(this.view, at) ? at + 1 : this.cell(at, cellEnd);
      if (this.tokens.length === first) this.push('blank', start, start);
    }
    this.columns = 0;
    return end;
  }

  private emptyLine(start: number, end: number, separator: number): void {
    if (separator === 0) return;
    const { number: line, separators: count } = this;
    const cells = this.habits.alone({ line, start, end, separator, count });
    if (cells.length === 1 && count === 1 && separator === PIPE && this.habits.isBare(start))
      this.bare.add(this.tokens.length);
    for (const { cell, at } of placed(this.view, cells, cells.length > 1 ? start : end, end))
      this.push('blank', at, at, undefined, noKeys, cell);
  }

  /** The empty cells before the first cell of a row that has no label. */
  private openBlanks(from: number, first: number, leading: number, separator: number): void {
    const { kind, start = 0 } = this.tokens[first] ?? {};
    if (leading < 1 || (kind !== 'value' && kind !== 'mark')) return;
    const row = this.tokens.splice(first);
    const cells = this.habits.leading(this.number, leading, separator);
    for (const { cell, at } of placed(this.view, cells, from, start))
      this.push('blank', at, at, undefined, noKeys, cell);
    for (const token of row) this.tokens.push(token);
  }

  /** Reads the cell that starts at `start` and answers where it ends. */
  private cell(start: number, lineEnd: number): number {
    let end = start;
    let at = start;
    let digits = 0;
    let others = 0;
    let blank = false;
    for (; at < lineEnd; at++) {
      const unit = foldUnit(this.view.charCodeAt(at));
      if (unit === TAB || unit === PIPE) break;
      if (unit === SPACE) {
        if (blank && !isNumberOnly(this.view, start, end)) break;
        blank = true;
        continue;
      }
      if (unit === ignored || unit === 13) continue;
      end = at + 1;
      blank = false;
      if (isDigit(unit)) digits++;
      else if (!isPunctuation(unit)) others++;
      if (others > longestLabel || at - start > longestCell) return this.prose(start, lineEnd);
    }
    this.classify(start, end, digits, others);
    return at;
  }

  /** A cell of running text ends with its line, or at a separator; its words are not looked at. */
  private prose(start: number, lineEnd: number): number {
    this.tab = this.next('\t', this.tab, start);
    this.pipe = this.next('|', this.pipe, start);
    const end = Math.min(lineEnd, this.tab, this.pipe);
    this.push('words', start, end, undefined, proseKeys(this.view, start, end));
    return end;
  }

  /** The next place of a separator at or behind `from`, given the last one found; looks at every character once. */
  private next(separator: string, known: number, from: number): number {
    if (known >= from) return known;
    const found = this.view.indexOf(separator, from);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  }

  private classify(start: number, end: number, digits: number, others: number): void {
    if (others === 0 && digits > 0) this.figures(start, end);
    else if (others === 0) this.sign(start, end);
    else if (digits === 0 || !this.annotated(start, end, others)) this.wordsWithTail(start, end, digits);
  }

  /** Punctuation alone: strokes for "none", the ruler of a Markdown table, or an ornament. */
  private sign(start: number, end: number): void {
    const pieces = partsBetween(this.view, start, end, SPACE);
    if (pieces.length > 0 && pieces.every(({ value }) => value))
      for (const piece of pieces) this.pushPart(piece);
    else this.push('furniture', start, end);
  }

  /** Digits and punctuation: one figure, several figures with single blanks between them, or a page number or date. */
  private figures(start: number, end: number): void {
    const whole = readValue(this.view, start, end) ?? grouped(this.view, start, end);
    const pieces = whole ? [] : split(this.view, start, end);
    if (whole) this.push('value', start, end, whole);
    else if (tailOf(pieces, this.view) === 0) for (const piece of pieces) this.pushPart(piece);
    else this.push('furniture', start, end);
  }

  /** A figure with a unit or a note behind it, 无, or letters typed for digits. Answers whether it was one. */
  private annotated(start: number, end: number, others: number): boolean {
    const value = others <= 40 ? readValue(this.view, start, end) : undefined;
    if (value) this.pushPart({ start, end, value, blank: false });
    return value !== undefined;
  }

  /** Words, with figures behind them that single blanks or commas set off (`行政许可 97`, `规章,0,0,0`), or a row of them before. */
  private wordsWithTail(start: number, end: number, digits: number): void {
    const short = digits === 0 && end - start <= 2 ? readValue(this.view, start, end) : undefined;
    const row = rowBefore(this.view, start, end);
    for (const figure of row?.figures ?? []) this.pushPart(figure);
    if (short) this.pushPart({ start, end, value: short, blank: false });
    else if (row) this.words(row.end, end);
    else this.wordsThenFigures(start, end);
  }

  private wordsThenFigures(start: number, end: number): void {
    const pieces = mayEndInFigures(this.view, end) ? split(this.view, start, end) : [];
    const first = tailOf(pieces, this.view);
    const head = pieces[first - 1];
    if (head || pieces.length === 0) this.words(start, head && first < pieces.length ? head.end : end);
    for (const piece of pieces.slice(first)) this.pushPart(piece);
  }

  private pushPart(part: Part): void {
    if (part.blank) this.push('blank', part.start, part.start);
    else if (!part.value) this.push('furniture', part.start, part.end);
    else this.push(part.value.kind === 'mark' ? 'mark' : 'value', part.start, part.end, part.value);
  }

  /** Reads a span as words with their key. */
  words(start: number, end: number): void {
    this.push('words', start, end, undefined, keysOf(this.view, start, end));
  }

  private push(
    kind: Token['kind'],
    start: number,
    end: number,
    value?: Value,
    { key, keyBeforeBracket, length, parted, numbering }: Keys = noKeys,
    { line, cell }: EmptyCell = { line: this.number, cell: this.separators },
  ): void {
    this.tokens.push({
      kind,
      start,
      end,
      line,
      cell,
      columns: this.columns,
      key,
      keyBeforeBracket,
      length,
      parted,
      numbering,
      value,
    });
  }
}

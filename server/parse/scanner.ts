import { fold, foldUnit, ignored } from '../text/fold';
import { hashEnd, hashStart, hashStep, isPunctuation, type Key } from './key';
import { numberingAt } from './numbering';
import type { Token } from './tokens';
import { readValue, type Value } from './values';

/** Longer than any label with its notes: what is longer is prose and is not looked at further. */
const longestLabel = 96;
/** Longer than a row of figures with blanks between them. */
const longestCell = 2000;
/** A report has some hundreds of tokens; a text with so many is something else, and its rest is not read. */
const mostTokens = 100_000;
const [TAB, SPACE, PIPE, COMMA, OPEN, CLOSE, DOT, PAUSE] = [9, 32, 124, 44, 40, 41, 46, 0x3001] as const;
const [DASH, P, p] = [45, 80, 112] as const;

/** What figures behind words may end in: a digit, a stroke, a comma before an empty cell, a unit. */
const tailEnds = new Set([...'0123456789-/,件元无'].map((char) => char.charCodeAt(0)));

const longestGrouped = 15;
const groups = /^\d{1,3}( \d{3})+(?:\.\d+)?$/u;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Fewer tabs alone on a line are the rest of a merged cell. */
const fewestTabs = 4;
/** More than `第 12 页 共 34 页` takes. */
const longestPageNumber = 30;
const pageNumber =
  /^(?:[-·~•*] *\d{1,3} *[-·~•*]|第 *\d{1,3} *页(?:[,;]? *[(]?共 *\d{1,3} *页[)]?)?|\d{1,3} ?\/ ?\d{1,3}|(?:page|p\.) ?\d{1,3})$/iu;

/** Says whether a line is the number of a page, as it stands in the middle of tables copied from paged documents. */
function isPageNumber(view: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  const first = foldUnit(view.charCodeAt(start));
  // Most lines of a table begin with a tab, a pipe, a character or are too short: look closer only where it may be one.
  if (
    first !== SPACE &&
    first !== DASH &&
    first !== ignored &&
    first < 0x2000 &&
    !isDigit(first) &&
    first !== P &&
    first !== p
  ) {
    return false;
  }
  const text = fold(view.slice(start, end)).replaceAll('\0', '').trim();
  return text.length > 2 && pageNumber.test(text);
}

/** Reads lines into tokens. */
export class Scanner {
  readonly tokens: Token[] = [];
  private separators = 0;
  private tab = -1;
  private pipe = -1;

  constructor(
    private readonly view: string,
    private number = -1,
  ) {}

  /**
   * Reads one line: its cells, and the blanks between separators where there is a separator at all. Answers how far it came: the
   * line's end, or less where there are too many tokens.
   */
  line(start: number, end: number): number {
    this.number++;
    if (end - start < longestPageNumber && isPageNumber(this.view, start, end)) {
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
        if (filled > 0 && separators > 0) this.push('blank', at, at);
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
    // In a row of several cells a separator at the end may have an empty cell behind it; a single cell's may only close it.
    const mayBeCell = separator === TAB || (filled > 1 && leading === 0);
    if (filled > 0 && separators > 0 && mayBeCell) this.push('blank', end, end);
    if (filled === 0) this.emptyLine(end, leading, separator);
    if (filled > 1) this.openBlanks(first, separator === PIPE ? leading - 1 : leading);
    return end;
  }

  /** A line of separators alone: one is an empty cell on a line of its own, many tabs are a row of empty cells. */
  private emptyLine(end: number, separators: number, separator: number): void {
    const cells = separators === 1 ? 1 : separator === TAB && separators >= fewestTabs ? separators + 1 : 0;
    for (let each = 0; each < cells; each++) this.push('blank', end, end);
  }

  /** The empty cells before the first cell of a row that has no label. */
  private openBlanks(first: number, count: number): void {
    const kind = this.tokens[first]?.kind;
    if (count < 1 || (kind !== 'value' && kind !== 'mark')) return;
    const start = this.tokens[first]?.start ?? 0;
    const row = this.tokens.splice(first);
    for (let each = 0; each < count; each++) this.push('blank', start, start);
    for (const token of row) this.tokens.push(token);
  }

  /** Reads the cell that starts at `start` and answers where it ends. */
  private cell(start: number, lineEnd: number): number {
    let end = start;
    let at = start;
    let digits = 0;
    let others = 0;
    for (; at < lineEnd; at++) {
      const unit = foldUnit(this.view.charCodeAt(at));
      if (unit === TAB || unit === PIPE) break;
      if (unit === SPACE) {
        if (at > end && !this.isNumberOnly(start, end)) break;
        continue;
      }
      if (unit === ignored || unit === 13) continue;
      end = at + 1;
      if (isDigit(unit)) digits++;
      else if (!isPunctuation(unit)) others++;
      if (others > longestLabel || at - start > longestCell) return this.prose(start, lineEnd);
    }
    this.classify(start, end, digits, others);
    return at;
  }

  /** A number set off from its heading by several blanks still belongs to it. */
  private isNumberOnly(start: number, end: number): boolean {
    if (end - start > 5) return false;
    const last = foldUnit(this.view.charCodeAt(end - 1));
    return (
      (last === CLOSE || last === DOT || last === PAUSE) && numberingAt(this.view, start, end)?.end === end
    );
  }

  /** A cell of running text ends with its line, or at a separator; its words are not looked at. */
  private prose(start: number, lineEnd: number): number {
    this.tab = this.next('\t', this.tab, start);
    this.pipe = this.next('|', this.pipe, start);
    const end = Math.min(lineEnd, this.tab, this.pipe);
    this.push('words', start, end, undefined, longestLabel + 1);
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
    const parts = this.parts(start, end, SPACE);
    if (parts.length > 0 && parts.every(({ value }) => value)) for (const part of parts) this.pushPart(part);
    else this.push('furniture', start, end);
  }

  /** Digits and punctuation: one figure, several figures with single blanks between them, or a page number or date. */
  private figures(start: number, end: number): void {
    const whole = readValue(this.view, start, end) ?? this.grouped(start, end);
    if (whole) {
      this.push('value', start, end, whole);
      return;
    }
    const parts = this.split(start, end);
    if (parts.every(({ value, blank }) => value || blank)) for (const part of parts) this.pushPart(part);
    else this.push('furniture', start, end);
  }

  /** `1 272`, a blank between thousands: one figure where separators bound it, and where it is two parts, as no row has two figures. */
  private grouped(start: number, end: number): Value | undefined {
    if (end - start > longestGrouped) return undefined;
    const text = fold(this.view.slice(start, end));
    const found = groups.exec(text);
    if (!found || (text.split(' ').length > 2 && !this.isBounded(start, end))) return undefined;
    return { kind: 'count', number: Number(text.replaceAll(' ', '')), unit: '', start, end };
  }

  /** Says whether a separator stands right before or behind a cell. */
  private isBounded(start: number, end: number): boolean {
    const isSeparator = (unit: number): boolean => unit === TAB || unit === PIPE;
    let before = start - 1;
    while (before >= 0 && foldUnit(this.view.charCodeAt(before)) === SPACE) before--;
    let behind = end;
    while (behind < this.view.length && foldUnit(this.view.charCodeAt(behind)) === SPACE) behind++;
    return (
      isSeparator(foldUnit(this.view.charCodeAt(before))) ||
      isSeparator(foldUnit(this.view.charCodeAt(behind)))
    );
  }

  /** A figure with a unit or a note behind it, 无, or letters typed for digits. Answers whether it was one. */
  private annotated(start: number, end: number, others: number): boolean {
    const value = others <= 40 ? readValue(this.view, start, end) : undefined;
    if (!value) return false;
    this.push(value.kind === 'mark' ? 'mark' : 'value', start, end, value);
    return true;
  }

  /** Words, with figures behind them that single blanks or commas set off (`行政许可 97`, `规章,0,0,0`). */
  private wordsWithTail(start: number, end: number, digits: number): void {
    const short = digits === 0 && end - start <= 2 ? readValue(this.view, start, end) : undefined;
    if (short) {
      this.push(short.kind === 'mark' ? 'mark' : 'value', start, end, short);
      return;
    }
    const mayHaveTail = tailEnds.has(foldUnit(this.view.charCodeAt(end - 1)));
    const parts = mayHaveTail ? this.split(start, end) : [];
    let first = parts.length;
    while (first > 0 && (parts[first - 1]?.value || parts[first - 1]?.blank)) first--;
    const head = parts[first - 1];
    if (head || parts.length === 0) this.words(start, head && first < parts.length ? head.end : end);
    for (const part of parts.slice(first)) this.pushPart(part);
  }

  private pushPart(part: Part): void {
    if (part.blank) this.push('blank', part.start, part.start);
    else this.push(part.value?.kind === 'mark' ? 'mark' : 'value', part.start, part.end, part.value);
  }

  /** The parts between blanks; between commas too where no part has blanks around it. */
  private split(start: number, end: number): Part[] {
    const blanks = this.parts(start, end, SPACE);
    const last = blanks.at(-1);
    if (blanks.length > 1 && last?.value) return blanks;
    const commas = this.parts(start, end, COMMA);
    return commas.length > 2 || (commas.length === 2 && commas[1]?.value) ? commas : blanks;
  }

  private parts(start: number, end: number, separator: number): Part[] {
    const parts: Part[] = [];
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && foldUnit(this.view.charCodeAt(at)) !== separator) continue;
      if (at > from || separator === COMMA) {
        parts.push({ start: from, end: at, value: readValue(this.view, from, at), blank: at === from });
      }
      from = at + 1;
    }
    return parts;
  }

  /** Reads a span as words with their key. */
  words(start: number, end: number): void {
    const { view } = this;
    const numbering = numberingAt(view, start, end);
    let key = hashStart;
    let keyBeforeBracket: Key = 0;
    let length = 0;
    let parted = false;
    for (let at = numbering ? numbering.end : start; at < end && length <= longestLabel; at++) {
      const unit = foldUnit(view.charCodeAt(at));
      if (unit === OPEN && keyBeforeBracket === 0 && length > 1) keyBeforeBracket = hashEnd(key, length);
      if (unit === SPACE || unit === COMMA) parted = true;
      if (unit === ignored || isPunctuation(unit)) continue;
      key = hashStep(key, unit);
      length++;
    }
    this.tokens.push({
      kind: 'words',
      start,
      end,
      line: this.number,
      cell: this.separators,
      key: hashEnd(key, length),
      keyBeforeBracket,
      length,
      parted,
      numbering,
      value: undefined,
    });
  }

  private push(kind: Token['kind'], start: number, end: number, value?: Value, length = 0): void {
    this.tokens.push({
      kind,
      start,
      end,
      line: this.number,
      cell: this.separators,
      key: 0,
      keyBeforeBracket: 0,
      length,
      parted: false,
      numbering: kind === 'words' ? numberingAt(this.view, start, end) : undefined,
      value,
    });
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly value: Value | undefined;
  readonly blank: boolean;
}

import { foldUnit } from '../../text/fold';

const [TAB, PIPE] = [9, 124] as const;

/** Fewer tabs alone on a line are the rest of a merged cell. */
export const fewestTabs = 4;
/** No row has more empty cells side by side. */
export const mostBlanks = 64;

/** An empty cell: the line and the column in which it stands. */
export interface EmptyCell {
  readonly line: number;
  readonly cell: number;
}

/** A line of nothing but separators. */
interface EmptyLine {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly separator: number;
  readonly count: number;
}

/** How a line with cells ends: how many there are, the separators before the first and behind the last. */
interface LineEnd {
  readonly filled: number;
  readonly leading: number;
  readonly separator: number;
  readonly count: number;
}

/** Where all figures of a row are empty, so many separators at least stand behind its label. */
const fewestEmpty = 3;
/** A row has at least so many cells. */
const fewestFilled = 3;

/** What the separators of a text mean where no cell stands between them: habits of the text, learned line by line. */
export class Separators {
  /** Whether a pipe alone on a line has blanks before it anywhere. */
  spaced = false;
  /** Empty cells behind the only pipe of a line, by the number of their token: it may as well close the cell before it. */
  readonly closed = new Set<number>();
  /** How many rows of several cells with pipes between them have none at their end. */
  openRows = 0;
  /** By how many more rows begin with a pipe than without one: where most do, it encloses no cell. */
  private edges = 0;
  /** The last line that was a cell without any separator, and the last that was a pipe below such a cell, or below such a pipe. */
  private openCell = -2;
  private divider = -2;

  constructor(private readonly view: string) {}

  /** Takes note of a line with cells: how many there are, the separators on it, and those before the first cell. */
  seen(line: number, cells: number, separator: number, leading: number): void {
    if (separator === 0) this.openCell = line;
    if (cells > 1 && separator === PIPE) this.edges += leading > 0 ? 1 : -1;
  }

  /**
   * Whether an empty cell may stand behind the separator at the end of a line, as token number `token`. In a row of several cells it
   * may; one alone may only close its cell, which what follows in the text tells.
   */
  mayHaveCellBehind({ filled, leading, separator, count }: LineEnd, token: number): boolean {
    if (count === 0 && separator === PIPE && filled >= fewestFilled) this.openRows++;
    if (filled === 0 || count === 0) return false;
    if (separator === TAB) return true;
    if (leading > 0) return false;
    const isClosed = filled === 1 && count === 1;
    if (isClosed) this.closed.add(token);
    return isClosed || filled > 1 || count >= fewestEmpty;
  }

  /** The empty cells before the first cell of a row, by the number of separators there. */
  leading(line: number, count: number, separator: number): EmptyCell[] {
    const first = separator === PIPE && this.edges > 0 ? 1 : 0;
    return range(first, Math.min(count, mostBlanks)).map((cell) => ({ line, cell }));
  }

  /**
   * The empty cells of a line of separators alone: one is an empty cell on a line of its own; many tabs, or pipes with blanks between
   * them, are a row of empty cells, and pipes one behind the other are what merged cells leave.
   */
  alone({ line, start, end, separator, count }: EmptyLine): EmptyCell[] {
    if (count === 1 && separator === PIPE) return this.pipe(line, start);
    if (count === 1) return [{ line, cell: 0 }];
    if (separator === TAB) return count < fewestTabs ? [] : cellsIn(line, 0, count + 1);
    return count > 2 && this.isSpaced(start, end) ? cellsIn(line, 1, count) : [];
  }

  /** Says whether a line begins with a pipe. */
  isBare(start: number): boolean {
    return foldUnit(this.view.charCodeAt(start)) === PIPE;
  }

  /**
   * A pipe alone on a line below a cell without one closes that cell, and another right below ends the row. With an empty line between
   * two of them there is an empty cell, on that line.
   */
  private pipe(line: number, start: number): EmptyCell[] {
    const closes = this.openCell === line - 1 || this.divider === line - 1;
    const encloses = !closes && this.divider === line - 2;
    if (closes || encloses) this.divider = line;
    else if (!this.isBare(start)) this.spaced = true;
    return closes ? [] : [{ line: encloses ? line - 1 : line, cell: 0 }];
  }

  /** Says whether pipes have blanks between them. */
  private isSpaced(start: number, end: number): boolean {
    for (let at = start + 1; at < end; at++) {
      const isPipe = foldUnit(this.view.charCodeAt(at)) === PIPE;
      if (isPipe && foldUnit(this.view.charCodeAt(at - 1)) === PIPE) return false;
    }
    return true;
  }
}

/** Empty cells with their places between two others: each stands at the separator that closes it, or at the end. */
export function placed(view: string, cells: readonly EmptyCell[], start: number, end: number) {
  const closed: number[] = [];
  for (let at = start; at < end && closed.length <= mostBlanks; at++) {
    const unit = foldUnit(view.charCodeAt(at));
    if (unit === TAB || unit === PIPE) closed.push(at);
  }
  return cells.map((cell) => ({ cell, at: closed[cell.cell] ?? end }));
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const cellsIn = (line: number, from: number, to: number): EmptyCell[] =>
  range(from, Math.min(to, mostBlanks)).map((cell) => ({ line, cell }));

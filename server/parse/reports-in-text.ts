import type { Report } from '../report/report';
import { atBeginning, linesOf, type Position } from '../text/lines';
import { beginningsOf } from './outline/report-boundaries';
import { parseReport } from './parse';
import { itemsOf } from './tokens/labelled-tokens';
import { viewOf } from './view/view';

/** A stretch of a text that is one report, and the reading of it: offsets in `report` are offsets in the stretch's own `text`. */
export interface Excerpt {
  readonly text: string;
  /** Where the stretch begins in the whole text: the offset, and the line and character. */
  readonly start: number;
  readonly origin: Position;
  readonly report: Report;
}

/** A text with more reports than these is a data base; those behind are in the last stretch, whose reading says where it stopped. */
const mostReports = 2000;

/** A longer text (in UTF-16 units, as below) may be many reports, and where they begin is looked for in one window after the other. */
const longText = 40_000;
/** A window has the whole of some usual reports, and is all that is read of a long text where one of them is typed in. */
const windowLength = 16_000;
/** A window in which nothing begins is made so many times as long. */
const growth = 4;

/** Reads stretches of texts; who reads many versions of a text keeps one (see `keptReadings`), and what did not change is not read again. */
export interface Readings {
  /** A stretch and its reading. */
  read(text: string): Pick<Excerpt, 'text' | 'report'>;
  /** Where other reports begin behind the first of a window of the text: offsets in it, rising. */
  beginnings(window: string): readonly number[];
}

const reading: Readings = {
  read: (text) => ({ text, report: parseReport(text) }),
  beginnings(text) {
    const view = viewOf(text);
    return beginningsOf(itemsOf(view).items, view.text, text).map(({ start }) => start);
  },
};

/** Readings that keep what the last version of a text had: made once for a document, and told when each version is read. */
export function keptReadings(): Readings & { readonly next: () => void } {
  const reports = keptByText((text) => reading.read(ownCopy(text)));
  const beginnings = keptByText((text) => ({ text: ownCopy(text), at: reading.beginnings(text) }));
  return {
    read: reports.of,
    beginnings: (window) => beginnings.of(window).at,
    next() {
      reports.next();
      beginnings.next();
    },
  };
}

/** Keeps the answers to the texts that were asked about since the call of `next` before the last. An answer has the text itself. */
function keptByText<T extends { readonly text: string }>(work: (text: string) => T) {
  let before = new Map<string, T>();
  let now = new Map<string, T>();
  return {
    of(text: string): T {
      const known = now.get(text) ?? before.get(text) ?? work(text);
      now.set(known.text, known);
      return known;
    },
    next(): void {
      before = now;
      now = new Map();
    },
  };
}

/** The same text in memory of its own: a slice that is kept would keep the whole text that it was cut from. */
const ownCopy = (text: string): string => structuredClone(text);

/**
 * Reads all reports that a text has one after another. Together the stretches are the whole text: what stands before the first report
 * belongs to it, what stands behind a report too. The usual text is one stretch, and costs one reading.
 */
export function reportsIn(text: string, readings: Readings = reading): readonly Excerpt[] {
  const parts: Part[] = [];
  for (const part of readParts(text, 0, readings)) {
    const isLast = parts.push(part) === mostReports;
    if (!isLast) continue;
    parts.splice(-1, 1, { ...readings.read(text.slice(part.start)), start: part.start });
    break;
  }
  const { positionAt } = parts.length > 1 ? linesOf(text) : { positionAt: () => atBeginning };
  return parts.map((part) => ({ ...part, origin: positionAt(part.start) }));
}

type Part = Omit<Excerpt, 'origin'>;

/** Each stretch is read by itself, so that a book of many reports takes as long as all of them take alone. */
function* readParts(text: string, offset: number, readings: Readings): Generator<Part> {
  if (text.length <= longText) yield* readShort(text, offset, readings);
  else {
    let isWhole = true;
    for (const { start, end } of stretchesOf(text, readings)) {
      isWhole = end - start === text.length;
      if (!isWhole) yield* readParts(text.slice(start, end), offset + start, readings);
    }
    if (isWhole) yield* readShort(text, offset, readings);
  }
}

/** Reads a text that is one report, as far as its windows tell. */
function* readShort(text: string, offset: number, readings: Readings): Generator<Part> {
  const read = readings.read(text);
  if (read.report.unread?.title === undefined) {
    yield { ...read, start: offset };
    return;
  }
  const starts = [0, ...readings.beginnings(text)];
  for (const [index, start] of starts.entries()) {
    yield* readParts(text.slice(start, starts[index + 1]), offset + start, readings);
  }
}

/**
 * The stretches of a long text, each one report as it seems. A window begins with a report; the last that begins in it may go on behind it,
 * and the next window begins there. What begins near the end of a window may be told only by what stands behind, and is met again.
 */
function* stretchesOf(text: string, readings: Readings): Generator<{ start: number; end: number }> {
  let start = 0;
  for (let length = windowLength; ; ) {
    const end = lineEnd(text, start + length);
    const found = readings.beginnings(text.slice(start, end));
    let from = start;
    for (const at of found) {
      yield { start: from, end: start + at };
      from = start + at;
    }
    if (end === text.length) {
      yield { start: from, end };
      return;
    }
    // No window is so short that it holds nothing new.
    length = from === start ? length * growth : windowLength;
    start = from;
  }
}

/** The end of the line at a place, at the text's own end the latest. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

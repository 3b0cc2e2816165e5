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
const mostReports = 500;

/**
 * Reads all reports that a text has one after another. Together the stretches are the whole text: what stands before the first report
 * belongs to it, what stands behind a report too. The usual text is one stretch, and costs one reading.
 */
export function reportsIn(text: string, read: Read = parseReport): readonly Excerpt[] {
  const parts: Part[] = [];
  for (const part of readParts(text, 0, read)) {
    const isLast = parts.push(part) === mostReports;
    if (!isLast) continue;
    const rest = text.slice(part.start);
    parts.splice(-1, 1, { text: rest, start: part.start, report: read(rest) });
    break;
  }
  const { positionAt } = parts.length > 1 ? linesOf(text) : { positionAt: () => atBeginning };
  return parts.map((part) => ({ ...part, origin: positionAt(part.start) }));
}

/** Reads a text as `parseReport` does; who knows some of the readings already need not do so again. */
type Read = (text: string) => Report;

type Part = Omit<Excerpt, 'origin'>;

/** Each stretch is read by itself, so that a book of many reports takes as long as all of them take alone. */
function* readParts(text: string, offset: number, read: Read): Generator<Part> {
  const report = read(text);
  if (report.unread?.title === undefined) {
    yield { text, start: offset, report };
    return;
  }
  const view = viewOf(text);
  const starts = [0, ...beginningsOf(itemsOf(view).items, view.text, text).map(({ start }) => start)];
  for (const [index, start] of starts.entries()) {
    yield* readParts(text.slice(start, starts[index + 1]), offset + start, read);
  }
}

import type { SectionReading, TableReading } from '../../../report/report';
import { foldUnit, ignored } from '../../../text/fold';
import type { Span } from '../../../text/span';

/**
 * The running text of a report without its tables: folded, without blanks, lines that a page or a margin broke joined again. What
 * ends a paragraph or a cell stands in it as a line feed; the full stop keeps its own sign, because folded it is a decimal point.
 */
export interface Prose {
  readonly text: string;
  /** Where each unit stands in the original. */
  readonly offsets: Int32Array;
}

/** A line as it was read: where its characters begin and end in the buffer, and where it stands in the view. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Whether a blank line, a table or the text's begin stands before it. */
  readonly apart: boolean;
}

const [NEWLINE, RETURN, TAB, SPACE, PIPE, STOP] = [10, 13, 9, 32, 124, 0x3002] as const;
const numbered =
  /^(?:\(?[一二三四五六七八九十]{1,3}[、).]|\d{1,2}[、.)](?!\d)|[#>*-]|第[一二三四五六七八九十]+)/u;
const pageNumber = /^(?:-\d{1,3}-|第\d{1,3}页.{0,12})$/u;
const terminal = new Set([...'。！？；：.!?;:】〗\n'].map((char) => char.charCodeAt(0)));
/** A line whose length is less than this share of the next one's was not broken by a margin. */
const margin = 0.7;
/** No margin in print allows more characters to a line. */
const longestLine = 36;
/** What only goes on: a comma or an opened bracket, or a number whose unit stands in the next line. */
const unfinished = /[^一二三四五六七八九十\d][,(]$/u;
const number = /\d$/u;
const unit =
  /^(?!条例|项目|次[年月]|期[间限]|个[人体别]|家庭|名[称单]|场所|日常|月报|年[报末初])[年月日件条次项起宗份篇期个家名户场万亿元余%]|^人[次,。;)]/u;
/** The heading of a paragraph is not longer than this. */
const longestHeading = 30;

/** The span in the original of the units `start` to `end` (not included) of the prose. */
export const spanIn = ({ offsets }: Prose, start: number, end: number): Span => ({
  start: offsets[start] ?? 0,
  end: (offsets[end - 1] ?? -1) + 1,
});

/** The paragraphs of a prose, each a prose of its own with the line feeds around it. */
export function paragraphsOf({ text, offsets }: Prose): Prose[] {
  const paragraphs: Prose[] = [];
  for (let start = 0; start < text.length - 1; ) {
    const end = text.indexOf('\n', start + 1);
    paragraphs.push({ text: text.slice(start, end + 1), offsets: offsets.subarray(start, end + 1) });
    start = end;
  }
  return paragraphs;
}

/** Takes the running text out of a view (see view/view.ts), from `from` on. */
export function proseOf(
  view: string,
  from: number,
  tables: readonly TableReading[],
  sections: readonly SectionReading[],
): Prose {
  const units = new Uint16Array(view.length + 1);
  const offsets = new Int32Array(view.length + 1);
  const lines: Line[] = [];
  let length = 0;
  let at = from;
  for (const { span } of [...tables].sort((a, b) => a.span.start - b.span.start)) {
    if (span.start > at)
      length = readLines(view, { start: at, end: span.start }, units, offsets, length, lines);
    at = Math.max(at, span.end);
  }
  length = readLines(view, { start: at, end: view.length }, units, offsets, length, lines);
  const headings = new Set(sections.flatMap(({ heading }) => (heading ? [heading.span.end] : [])));
  return joined(units, offsets, lines, headings);
}

/** Reads the lines of a stretch into the buffers, which are filled up to `length`; answers up to where they are then. */
function readLines(
  view: string,
  { start, end }: Span,
  units: Uint16Array,
  offsets: Int32Array,
  filled: number,
  lines: Line[],
): number {
  let length = filled;
  let from = length;
  let lineStart = start;
  let apart = true;
  for (let at = start; at <= end; at++) {
    const unit = at < end ? view.charCodeAt(at) : NEWLINE;
    if (unit === NEWLINE) {
      if (length > from) lines.push({ from, to: length, start: lineStart, end: at, apart });
      apart = length === from;
      from = length;
      lineStart = at + 1;
      continue;
    }
    const folded = unit === STOP ? STOP : foldUnit(unit);
    if (folded === SPACE || folded === ignored || folded === RETURN) continue;
    // Cells side by side are no sentence.
    units[length] = folded === TAB || folded === PIPE ? NEWLINE : folded;
    offsets[length++] = at;
  }
  return length;
}

/** The lines as one text: those that a margin or a page broke joined, the others with a line feed between them. */
function joined(
  units: Uint16Array,
  offsets: Int32Array,
  lines: readonly Line[],
  headings: ReadonlySet<number>,
): Prose {
  const parts: string[] = [];
  const places = new Int32Array(units.length + lines.length + 1);
  let length = 0;
  let before: Line | undefined;
  let paged = false;
  for (const line of lines) {
    const text = textOf(units, line);
    if (text.length < 20 && pageNumber.test(text)) {
      paged = true;
      continue;
    }
    const ended = !before || (line.apart && !paged) || headings.has(before.end);
    if (ended || !continues(parts.at(-1) ?? '', text)) {
      parts.push('\n');
      places[length++] = line.start;
    }
    parts.push(text);
    places.set(offsets.subarray(line.from, line.from + text.length), length);
    length += text.length;
    before = line;
    paged = false;
  }
  parts.push('\n');
  places[length] = before?.end ?? 0;
  return { text: parts.join(''), offsets: places.subarray(0, length + 1) };
}

/** Whether a margin or a page, not the writer, ended the line before. */
function continues(before: string, line: string): boolean {
  if (terminal.has(before.charCodeAt(before.length - 1)) || numbered.test(line)) return false;
  if (unfinished.test(before) || (number.test(before) && unit.test(line))) return true;
  if (before.length < margin * Math.min(line.length, longestLine)) return false;
  const isHeading =
    before.length < longestHeading && numbered.test(before) && !/[,。;]/u.test(before.slice(4));
  return !isHeading;
}

/** What is longer is no sentence, and is cut. */
const longestText = 30_000;
/** An argument list may be so long wherever the stack stands. */
const piece = 4096;

function textOf(units: Uint16Array, { from, to }: Line): string {
  const end = Math.min(to, from + longestText);
  let text = '';
  for (let at = from; at < end; at += piece)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + piece)));
  return text;
}

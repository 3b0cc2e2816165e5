import type { Reading } from '../../report/report';
import { fold, foldUnit } from '../../text/fold';
import type { Span } from '../../text/span';
import { plainWords, significant } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { isAgency } from './agency-name';
import { frameEnd } from './title-frame';

/** A title that was found; agency and year where it names them. */
export interface Title {
  readonly span: Span;
  readonly agency: Span | undefined;
  readonly year: Reading<number> | undefined;
  /** Whether nothing else stands in its lines. */
  readonly isClean: boolean;
}

const titleEnd =
  /(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:20\d{2}年度?)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)(?:全文|正文|公开版)?$/u;
const yearIn = /(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})(?=年|年度|政府信息公开)/u;
const dateLine = /^(?:20\d{2}|二[〇零○O].{2})年.{1,3}月.{1,3}日$/u;
const longestTitle = 90;

/** How much a title says: that it is one, whose report it is, on which year. */
export const rank = (title: Title | undefined): number =>
  title ? 1 + (title.agency ? 1 : 0) + (title.year ? 1 : 0) : 0;

/** What all ranks reach at the most. */
export const fullRank = 3;

/** The best title that ends with the words at `index` and begins there or up to two lines before; undefined where none does. */
export function titleEndingAt(words: readonly Item[], index: number, view: string): Title | undefined {
  let best: Title | undefined;
  const end = words[index]?.token.end ?? 0;
  for (let lines = 1; lines <= 3 && lines <= index + 1; lines++) {
    const first = words[index + 1 - lines]?.token;
    if (!first || first.length > longestTitle) break;
    if (lines > 1 && !mayBeginTitle(view.slice(first.start, first.end))) break;
    const title = titleIn({ start: first.start, end }, view);
    if (title && rank(title) > rank(best)) best = title;
  }
  return best;
}

/** Whether a line may be a title's that goes on in the next: no date of another report, no row of an index, link or title of its own. */
function mayBeginTitle(line: string): boolean {
  const words = significant(line);
  return !/[:>|_/]/u.test(fold(line)) && !dateLine.test(words) && !titleEnd.test(words);
}

/** Says, quickly, whether a token may be the last line of a title. */
export const mayEndTitle = ({ length, end }: Item['token'], view: string): boolean =>
  length <= longestTitle && titleEnds.has(foldUnit(view.charCodeAt(end - 1)));
const titleEnds = new Set([...'告报)》]"'].map((char) => char.charCodeAt(0)));

/** The title that a stretch ends with, behind what frames it on a page; undefined where it ends otherwise. */
export function titleIn(whole: Span, view: string): Title | undefined {
  const start = frameEnd(whole, view);
  if (start === undefined) return undefined;
  const span = { start, end: whole.end };
  const { text, offsets } = compact(view, span);
  const end = titleEnd.exec(text);
  if (!end || text.length > longestTitle) return undefined;
  const year = yearIn.exec(text);
  const place = (from: number, to: number): Span => ({
    start: offsets[from] ?? span.start,
    end: (offsets[to - 1] ?? span.end - 1) + 1,
  });
  const [from, to] = agencyBounds(text, year, end.index);
  return {
    span: { start: offsets[0] ?? span.start, end: endOf(view, span) },
    agency: to > from && isAgency(text.slice(from, to)) ? place(from, to) : undefined,
    year: year
      ? { value: yearNumber(year[0]), span: place(year.index, year.index + year[0].length) }
      : undefined,
    isClean: !/[\p{L}\d]/u.test(view.slice(whole.start, span.start)),
  };
}

/** Where a title ends without the mark that closes a quotation of it. */
function endOf(view: string, { start, end }: Span): number {
  let last = end;
  while (last > start && /[》"'\]\s\0]/u.test(fold(view.charAt(last - 1)))) last--;
  return last;
}

/** The agency stands before the year, or between the year and what is reported on. */
function agencyBounds(text: string, year: RegExpExecArray | null, end: number): readonly [number, number] {
  const lead = /^(?:关于|印发|发布|公布|转发)+/u.exec(text)?.[0].length ?? 0;
  if (!year || year.index >= end) return [lead, end];
  if (year.index > lead) return [lead, year.index - joiningBefore(text, year.index)];
  let from = year.index + year[0].length;
  while (from < end && '年度'.includes(text.charAt(from))) from++;
  return [from, end];
}

const joining = ['关于', '印发', '发布', '公布', '公开'];

/** How many characters before the year join it to the agency: 关于印发. */
function joiningBefore(text: string, year: number): number {
  let at = year;
  while (at >= 2 && joining.includes(text.slice(at - 2, at))) at -= 2;
  return year - at;
}

const digits = '〇一二三四五六七八九';

function yearNumber(text: string): number {
  return Number(
    [...text]
      .map((char) => (/\d/u.test(char) ? char : '零○O'.includes(char) ? '0' : String(digits.indexOf(char))))
      .join(''),
  );
}

/** The significant characters of a span, folded, each with its offset. */
export function compact(view: string, { start, end }: Span): { text: string; offsets: number[] } {
  let text = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const char = significant(view.charAt(at));
    if (char === '') continue;
    text += char;
    offsets.push(at);
  }
  return { text: plainWords(text), offsets };
}

/** Whether a line is a date, as under a signature. */
export const isDateLine = (line: string): boolean => dateLine.test(significant(line));

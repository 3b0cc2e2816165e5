import { endOf, type Report } from '../../../report/report';
import { ignored } from '../../../text/fold';
import type { Span } from '../../../text/span';
import { compact } from '../../residue/support/compact';

/** A date of the text; month and day are 0 where it does not say them. */
export interface DateReading {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}

const digits = '〇一二三四五六七八九';
const labelled =
  /(?:发布|发文|公开|成文|生成|印发)(?:日期|时间)[:：]?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/u;
/** The label alone, and no stretch of time from this date to another. */
const bare = /^(?:日期|时间)[:：](20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2}(?!\d)|\d\d)(?!日?[-至到起—~])/u;
const label = /日期|时间|時間/gu;
/** So far around such a label its date stands, with all the blanks of a page. */
const before = 20;
const behind = 60;
const closing =
  /(?:20\d\d|二[〇零○O0][〇零○O0一二三四五六七八九]{2})年(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日/gu;
/** So much of the end of a text may hold its signature, and so much of its begin the date of its publication. */
const reach = 600;
const head = 1500;

/** The date under the signature: the last of a line of its own near the report's end; undefined where there is none. */
export function signatureDate(report: Report): DateReading | undefined {
  const text = report.shown.slice(0, endOf(report));
  const from = lastOf(text, reach);
  if (!text.slice(from).includes('日')) return undefined;
  let found: DateReading | undefined;
  for (const line of linesIn(text, { start: from, end: text.length })) {
    if (!text.slice(line.start, line.end).includes('日')) continue;
    const { text: words, spanOf } = compact(text, line);
    const match = [...words.matchAll(closing)].at(-1);
    // A date with a sentence around it is no signature.
    if (!match || match.index + match[0].length < words.length - 2 || match.index > 30) continue;
    if (/[,;.，。；]/u.test(words.slice(0, match.index))) continue;
    found = {
      year: numberOf(match[0].slice(0, 4)),
      month: numberOf(match[1] ?? ''),
      day: numberOf(match[2] ?? ''),
      span: spanOf(match.index, match[0].length),
    };
  }
  return found;
}

/** Where the last `count` characters of a text begin; what a reader does not see of a page counts for nothing. */
function lastOf(text: string, count: number): number {
  let at = text.length;
  for (let left = count; at > 0 && left > 0; at--) if (text.charCodeAt(at - 1) !== ignored) left--;
  return at;
}

/** Where the first `count` characters of a text end, counted likewise. */
function firstOf(text: string, count: number): number {
  let at = 0;
  for (let left = count; at < text.length && left > 0; at++) if (text.charCodeAt(at) !== ignored) left--;
  return at;
}

/** The date that the page names as that of its publication (发布日期：…, 时间：…); undefined where it names none. */
export function publicationDate({ shown: text }: Report): DateReading | undefined {
  const begin = text.slice(0, firstOf(text, head));
  const places = [...begin.matchAll(label)].map(({ index }) => index);
  const end = (at: number): number => Math.min(text.length, at + behind);
  for (const at of places) {
    const found = dateIn(text, { start: Math.max(0, at - before), end: end(at) }, labelled);
    if (found) return found;
  }
  for (const at of places) {
    // 更新时间, 统计时间: another date.
    if (/\p{Script=Han}/u.test(text.charAt(at - 1))) continue;
    const found = dateIn(text, { start: at, end: end(at) }, bare);
    if (found) return found;
  }
  return undefined;
}

function dateIn(text: string, around: Span, pattern: RegExp): DateReading | undefined {
  const { text: words, spanOf } = compact(text, around);
  const match = pattern.exec(words);
  if (!match) return undefined;
  const [, year = 0, month = 0, day = 0] = match.map(Number);
  return { year, month, day, span: spanOf(match.index, match[0].length) };
}

/** The lines of a stretch, without blank ones. */
export function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = [];
  for (let at = start; at < end; ) {
    const newline = text.indexOf('\n', at);
    const to = newline < 0 || newline > end ? end : newline;
    if (/[^\s\0]/u.test(text.slice(at, to))) lines.push({ start: at, end: to });
    at = to + 1;
  }
  return lines;
}

/** A year, month or day in digits or Chinese numerals. */
function numberOf(printed: string): number {
  if (/^\d+$/u.test(printed)) return Number(printed);
  if (printed.length === 4) {
    return Number(
      [...printed].map((char) => Math.max(0, digits.indexOf('零○O0'.includes(char) ? '〇' : char))).join(''),
    );
  }
  const [tens = '', ones = ''] = printed.includes('十') ? printed.split('十') : ['', printed];
  const ten = printed.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) : 0;
  return ten * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

import type { Reading } from '../report/report';
import { fold, foldUnit, ignored, simplify } from '../text/fold';
import type { Span } from '../text/span';
import type { Item } from './items';
import { plainWords, significant } from './lexicon';
import { titlesInside } from './titles';

/** What the title and the signature say. */
export interface Front {
  readonly title: Reading<string> | undefined;
  readonly agency: Reading<string> | undefined;
  readonly year: Reading<number> | undefined;
}

const titleEnd =
  /(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:20\d{2}年度?)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)(?:全文|正文|公开版)?$/u;
const yearIn = /(?:20\d{2}|二[〇零○O0][〇零○O0一二三四五六七八九]{2})(?=年|年度|政府信息公开)/u;
const organisation =
  /(?:政府|局|委|委员会|办|办公室|厅|院|部|署|中心|站|所|处|街道|镇|乡|区|县|市|省|州|盟|旗|会|公司|队|大学|学院|学校|中学|小学|医院|集团|办事处|银行|社|馆)$/u;
const dateLine = /^(?:20\d{2}|二[〇零○O0].{2})年.{1,3}月.{1,3}日$/u;
const furniture = /^(?:关于|印发|发布|图文|标题|正文)+/u;
const mostTokens = 120;
/** A title with text behind it is longer. */
const shortestLine = 30;
/** Lines without line breaks in which a title is looked for. */
const mostLongLines = 12;
const longestTitle = 90;

/**
 * Reads title, agency and year. The title may stand on several lines, with the year before or behind the agency; an agency that
 * the title only abbreviates is taken from the signature.
 */
export function readFront(items: readonly Item[], view: string, text: string): Front {
  const title = findTitle(items, view);
  const signature = findSignature(items, view, text);
  const named = title?.agency && nameIn(title.agency, view, text);
  const agency = signature && (!named || abbreviates(named.value, signature.value)) ? signature : named;
  const year = title?.year ?? findYear(items, view);
  return {
    title: title && { value: clean(text, view, title.span), span: title.span },
    agency,
    year,
  };
}

/** A title that was found; agency and year where it names them. */
interface Title {
  readonly span: Span;
  readonly agency: Span | undefined;
  readonly year: Reading<number> | undefined;
}

function findTitle(items: readonly Item[], view: string): Title | undefined {
  let best: Title | undefined;
  const words = items.slice(0, mostTokens).filter(({ token }) => token.kind === 'words');
  for (const [index, { token }] of words.entries()) {
    const title = mayEndTitle(token, view) ? titleEndingAt(words, index, view) : undefined;
    if (rank(title) > rank(best)) best = title;
    if (rank(best) === 3) return best;
  }
  for (const { token } of best ? [] : words.slice(0, mostLongLines)) {
    for (const span of token.length > shortestLine ? titlesInside(token, view) : []) {
      const title = titleIn(span, view);
      if (rank(title) > rank(best)) best = title;
      if (rank(best) === 3) return best;
    }
  }
  return best;
}

/** The best title that ends with the words at `index` and begins there or up to two lines before; undefined where none does. */
export function titleEndingAt(words: readonly Item[], index: number, view: string): Title | undefined {
  let best: Title | undefined;
  const end = words[index]?.token.end ?? 0;
  for (let lines = 1; lines <= 3 && lines <= index + 1; lines++) {
    const first = words[index + 1 - lines]?.token;
    if (!first || first.length > longestTitle) break;
    // The date under the signature of another report.
    if (lines > 1 && dateLine.test(significant(view.slice(first.start, first.end)))) break;
    const title = titleIn({ start: first.start, end }, view);
    if (title && rank(title) > rank(best)) best = title;
  }
  return best;
}

/** Says, quickly, whether a token may be the last line of a title. */
export const mayEndTitle = ({ length, end }: Item['token'], view: string): boolean =>
  length <= longestTitle && titleEnds.has(foldUnit(view.charCodeAt(end - 1)));
const titleEnds = new Set([...'告报)》]"'].map((char) => char.charCodeAt(0)));

const rank = (title: Title | undefined): number =>
  title ? 1 + (title.agency ? 1 : 0) + (title.year ? 1 : 0) : 0;

function titleIn(span: Span, view: string): Title | undefined {
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
    span,
    agency: to > from && organisation.test(text.slice(from, to)) ? place(from, to) : undefined,
    year: year
      ? { value: yearNumber(year[0]), span: place(year.index, year.index + year[0].length) }
      : undefined,
  };
}

/** The agency stands before the year, or between the year and what is reported on. */
function agencyBounds(text: string, year: RegExpExecArray | null, end: number): readonly [number, number] {
  const lead = furniture.exec(text)?.[0].length ?? 0;
  if (!year || year.index >= end) return [lead, end];
  if (year.index > lead) return [lead, year.index - (text.slice(0, year.index).endsWith('关于') ? 2 : 0)];
  let from = year.index + year[0].length;
  while (from < end && '年度'.includes(text.charAt(from))) from++;
  return [from, end];
}

const digits = '〇一二三四五六七八九';

function yearNumber(text: string): number {
  return Number(
    [...text]
      .map((char) => (/\d/u.test(char) ? char : '零○O'.includes(char) ? '0' : String(digits.indexOf(char))))
      .join(''),
  );
}

/** The significant characters of a span, folded, each with its offset; a leading bracket such as (图文) is left out. */
export function compact(view: string, { start, end }: Span): { text: string; offsets: number[] } {
  let from = start;
  const lead = /^[(（【[][^)）】\]]{1,6}[)）】\]]/u.exec(view.slice(start, end));
  if (lead) from += lead[0].length;
  let text = '';
  const offsets: number[] = [];
  for (let at = from; at < end; at++) {
    const char = significant(view.charAt(at));
    if (char === '') continue;
    text += char;
    offsets.push(at);
  }
  return { text: plainWords(text), offsets };
}

/** The characters of a span as they are, in simplified script, without line breaks, blanks and what the view masks. */
export function clean(text: string, view: string, { start, end }: Span): string {
  let result = '';
  for (let at = start; at < end; at++) {
    if (foldUnit(view.charCodeAt(at)) !== ignored && !/\s/u.test(view.charAt(at))) result += text.charAt(at);
  }
  return simplify(result);
}

function nameIn(span: Span, view: string, text: string): Reading<string> {
  // A bracket that opens inside the name closes behind it.
  const name = clean(text, view, span);
  const open =
    fold(name).split('(').length > fold(name).split(')').length && fold(view.charAt(span.end)) === ')';
  const whole = open ? { start: span.start, end: span.end + 1 } : span;
  return { value: clean(text, view, whole), span: whole };
}

/** The name above the last date line. */
function findSignature(items: readonly Item[], view: string, text: string): Reading<string> | undefined {
  const last = items.slice(-40);
  for (let index = last.length - 1; index > 0; index--) {
    const date = last[index]?.token;
    const name = last[index - 1]?.token;
    if (!date || !name || date.kind !== 'words' || name.kind !== 'words') continue;
    if (!dateLine.test(significant(view.slice(date.start, date.end)))) continue;
    // Where lines were joined the name stands behind the last sentence.
    const sentence = view.slice(name.start, name.end).search(/(?<![^。；！])[^。；！]*$/u);
    const span = { start: name.start + sentence, end: name.end };
    if (span.end - span.start > 40) continue;
    return organisation.test(significant(view.slice(span.start, span.end)))
      ? { value: clean(text, view, span), span }
      : undefined;
  }
  return undefined;
}

/** Says whether all characters of `short` stand in `long` in their order, as in an abbreviation. */
function abbreviates(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short.charAt(at)) at++;
  return at === short.length && short.length < long.length;
}

/** The year that the statistics cover, where the title does not say it. */
function findYear(items: readonly Item[], view: string): Reading<number> | undefined {
  const votes = new Map<number, { count: number; span: Span }>();
  for (const { token, meanings } of items.slice(0, mostTokens)) {
    // A year in the note of a label is another report's.
    if (token.kind !== 'words' || meanings.length > 0) continue;
    for (const found of fold(view.slice(token.start, Math.min(token.end, token.start + 400))).matchAll(
      /(20\d{2})[ \0]*年/gu,
    )) {
      const year = Number(found[1]);
      const start = token.start + found.index;
      const vote = votes.get(year) ?? { count: 0, span: { start, end: start + 4 } };
      votes.set(year, { ...vote, count: vote.count + 1 });
    }
  }
  const [best] = [...votes].sort((a, b) => b[1].count - a[1].count);
  return best && { value: best[0], span: best[1].span };
}

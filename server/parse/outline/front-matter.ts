import type { Reading } from '../../report/report';
import { fold, foldUnit, ignored, simplify } from '../../text/fold';
import type { Span } from '../../text/span';
import { significant } from '../lexicon/lexicon';
import type { Item } from '../tokens/item';
import { isAgency } from './agency-name';
import { publisherOf } from './publisher';
import {
  compact,
  fullRank,
  isDateLine,
  mayEndTitle,
  rank,
  type Title,
  titleEndingAt,
  titleIn,
} from './title';
import { isOfAnother } from './title-frame';
import { titlesInside } from './titles-in-line';

/** What the title and the signature say. */
export interface Front {
  readonly title: Reading<string> | undefined;
  readonly agency: Reading<string> | undefined;
  readonly year: Reading<number> | undefined;
}

const mostTokens = 120;
/** A title with text behind it is longer. */
const shortestLine = 30;
/** A title with a page's links and fields in its line is shorter. */
const shortestLong = 96;
/** Lines without line breaks in which a title is looked for. */
const mostLongLines = 12;

/**
 * Reads title, agency and year. The title may stand on several lines, with the year before or behind the agency; an agency that
 * the title only abbreviates is taken from the signature, one that neither names from the fields of the page.
 */
export function readFront(items: readonly Item[], view: string, text: string): Front {
  const title = findTitle(items, view);
  const signature = findSignature(items, view, text);
  const named = title?.agency && nameIn(title.agency, view, text);
  const signed = signature && (!named || abbreviates(named.value, signature.value)) ? signature : named;
  const agency = signed ?? (title && publisherOf(items, title.span, view));
  const year = title?.year ?? findYear(items, view);
  return {
    title: title && { value: clean(text, view, title.span), span: title.span },
    agency,
    year,
  };
}

/** The first title that says whose report it is and on which year, where it stands by itself if it does; else what says most of it. */
function findTitle(items: readonly Item[], view: string): Title | undefined {
  const words = items.slice(0, mostTokens).filter(({ token }) => token.kind === 'words');
  let best: Title | undefined;
  for (const [index, { token }] of words.entries()) {
    const titles = mayEndTitle(token, view) ? [titleEndingAt(words, index, view)] : [];
    if (rank(titles[0]) < fullRank && token.length <= shortestLong) titles.push(...insideOf(token, view));
    for (const title of titles) {
      if (!title) continue;
      if (rank(title) > rank(best) || isSameButClean(title, best, view)) best = title;
    }
    if (rank(best) === fullRank && best?.isClean) return best;
  }
  for (const { token } of best ? [] : words.slice(0, mostLongLines)) {
    for (const title of token.length > shortestLine ? insideOf(token, view) : []) {
      if (rank(title) > rank(best)) best = title;
      if (rank(best) === fullRank) return best;
    }
  }
  return best;
}

/** So much of a line before a title tells whose it is. */
const field = 12;

const insideOf = (token: Span, view: string): readonly Title[] =>
  titlesInside(token, view).flatMap((span) => {
    const before = view.slice(Math.max(token.start, span.start - field), span.start);
    const title = isOfAnother(before) ? undefined : titleIn(span, view);
    return title ? [{ ...title, isClean: false }] : [];
  });

/** Whether a title stands by itself and names what another names that does not. */
function isSameButClean(title: Title, other: Title | undefined, view: string): boolean {
  if (!other || other.isClean || !title.isClean || rank(title) < rank(other)) return false;
  const name = ({ agency }: Title): string => (agency ? compact(view, agency).text : '');
  return title.year?.value === other.year?.value && name(title) === name(other);
}

/** What no name has, and no title. */
const unnamed = /[\s\p{Cc}\p{Bidi_Control}]/u;

/** The characters of a span as they are, in simplified script, without control characters, blanks and what the view masks. */
export function clean(text: string, view: string, { start, end }: Span): string {
  let result = '';
  for (let at = start; at < end; at++) {
    if (foldUnit(view.charCodeAt(at)) !== ignored && !unnamed.test(view.charAt(at)))
      result += text.charAt(at);
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

/** What is longer above a date is no name. */
const longestSignature = 40;

/** The name above the last date line. */
function findSignature(items: readonly Item[], view: string, text: string): Reading<string> | undefined {
  const last = items.slice(-40);
  for (let index = last.length - 1; index > 0; index--) {
    const date = last[index]?.token;
    const name = last[index - 1]?.token;
    if (!date || !name || date.kind !== 'words' || name.kind !== 'words') continue;
    if (!isDateLine(view.slice(date.start, date.end))) continue;
    // Where lines were joined the name stands behind the last sentence.
    const sentence = view.slice(name.start, name.end).search(/(?<![^。；！])[^。；！]*$/u);
    const span = { start: name.start + sentence, end: name.end };
    const value = clean(text, view, span);
    if (value.length > longestSignature) continue;
    return isAgency(significant(view.slice(span.start, span.end))) ? { value, span } : undefined;
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

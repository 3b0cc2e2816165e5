import { foldUnit, ignored } from '../../text/fold';
import type { Span } from '../../text/span';
import type { Item } from '../tokens/item';
import { compact, mayEndTitle, titleEndingAt } from './title';

/** Where another report begins in a text. */
export interface Beginning {
  /** The index of its first item. */
  readonly index: number;
  /** The start of its first line, or of its title where something else stands before that in the line. */
  readonly start: number;
  readonly title: Span;
}

/** A report takes at least so many tokens; a title that follows sooner is the same one again, or one of a list. */
const fewestTokens = 100;
/** So many headings or labels that stood in one report make another one of what repeats them. */
const fewestRepeated = 3;

/**
 * Where further reports begin behind the first one, in the order of the text; empty where it is one report. A title of another agency
 * or year is not enough: pages link to other reports, year-books list theirs, a text may name one. What stands behind it has to
 * repeat headings and labels of what stands before it, as only another report does.
 */
export function beginningsOf(items: readonly Item[], view: string, text: string): readonly Beginning[] {
  const titles = titlesOf(items, view, text);
  let [current] = titles;
  if (!current || titles.length < 2) return [];
  const beginnings: Beginning[] = [];
  let begun = 0;
  let before = signsIn(items, 0, current.index);
  for (const [at, title] of titles.entries()) {
    const end = titles[at + 1]?.index ?? items.length;
    const signs = signsIn(items, title.index, end);
    const isLong = title.index - begun >= fewestTokens && end - title.index >= fewestTokens;
    if (isLong && isOther(title, current) && repeated(signs, before) >= fewestRepeated) {
      beginnings.push(title);
      current = title;
      begun = title.index;
      before = new Set();
    }
    for (const sign of signs) before.add(sign);
  }
  return beginnings;
}

interface Named extends Beginning {
  readonly agency: string | undefined;
  readonly year: number | undefined;
}

/** The titles that name an agency or a year; one that is repeated, as on top of each page, counts once. */
function titlesOf(items: readonly Item[], view: string, text: string): readonly Named[] {
  const titles: Named[] = [];
  for (const [index, { token }] of items.entries()) {
    if (token.kind !== 'words' || !mayEndTitle(token, view)) continue;
    const words = items
      .slice(Math.max(0, index - 2), index + 1)
      .filter((each) => each.token.kind === 'words');
    const title = titleEndingAt(words, words.length - 1, view);
    if (!title || !(title.agency || title.year)) continue;
    const { span, agency, year } = title;
    let first = index;
    while ((items[first - 1]?.token.start ?? -1) >= span.start) first--;
    const found = {
      index: first,
      start: lineStart(view, text, span.start),
      title: span,
      agency: agency && compact(view, agency).text,
      year: year?.value,
    };
    const last = titles.at(-1);
    if (!last || isOther(found, last)) titles.push(found);
  }
  return titles;
}

const differ = <T>(one: T | undefined, other: T | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const isOther = (one: Named, other: Named): boolean =>
  differ(one.agency, other.agency) || differ(one.year, other.year);

/** The start of the line, or of the markup, where nothing else stands before `at`; `at` itself otherwise. */
function lineStart(view: string, text: string, at: number): number {
  let start = at;
  // In the view a tag may begin a line; cut in two it would be one no more.
  while (start > 0 && (isNothing(view.charCodeAt(start - 1)) || text.charAt(start - 1) === '<')) start--;
  return start === 0 || view.charAt(start - 1) === '\n' || text.charAt(start) === '<' ? start : at;
}

const isNothing = (unit: number): boolean =>
  unit === 0x20 || unit === 0x09 || unit === 0x3000 || foldUnit(unit) === ignored;

/** The sections and rows of the form that are named in some items. */
function signsIn(items: readonly Item[], from: number, to: number): Set<string> {
  const signs = new Set<string>();
  for (let at = from; at < to; at++) {
    for (const meaning of items[at]?.meanings ?? []) {
      if (meaning.kind === 'section') signs.add(meaning.id);
      else if (meaning.kind === 'row') signs.add(`${meaning.table} ${meaning.id}`);
    }
  }
  return signs;
}

function repeated(signs: ReadonlySet<string>, before: ReadonlySet<string>): number {
  let count = 0;
  for (const sign of signs) if (before.has(sign)) count++;
  return count;
}

import { ignored } from '../../text/fold';
import type { Span } from '../../text/span';

const filler = String.fromCharCode(ignored);
const feed = '\f';
const bare = /^[\s\0]*(\d{1,3})[\s\0]*$/u;
/** A page's number and the blanks around it take no more. */
const longestLine = 400;
/** So large a share of the pages has a number, where they have any. */
const leastShare = 0.5;

/** What stands on the last line of a page that may be its number. */
interface Numbered {
  readonly page: number;
  readonly number: number;
  readonly span: Span;
}

/**
 * The view of a text cut into pages by form feeds, as PDF programs write them, without the numbers of the pages: digits alone on the
 * last line of a page are no figure of the table that goes on behind it if the page before or behind has the next number. As long as
 * the view.
 */
export function withoutPageNumbers(view: string): string {
  const pages = view.split(feed);
  const found: Numbered[] = [];
  let start = 0;
  for (const [page, text] of pages.entries()) {
    const last = lastLine(text);
    const number = last && bare.exec(text.slice(last.start, last.end))?.[1];
    if (last && number) {
      const span = { start: start + last.start, end: start + last.end };
      found.push({ page, number: Number(number), span });
    }
    start += text.length + 1;
  }
  const numbers = found.filter((each, at) => follows(found[at - 1], each) || follows(each, found[at + 1]));
  // Behind the last form feed there is no page.
  if (numbers.length < leastShare * (pages.length - 1)) return view;
  return masked(
    view,
    numbers.map(({ span }) => span),
  );
}

const follows = (one: Numbered | undefined, other: Numbered | undefined): boolean =>
  one !== undefined && other?.page === one.page + 1 && other.number === one.number + 1;

/** The last line of a page that is not empty; undefined where it is long or there is none. */
function lastLine(page: string): Span | undefined {
  const end = page.trimEnd().length;
  const start = page.lastIndexOf('\n', end - 1) + 1;
  return end > start && end - start <= longestLine ? { start, end } : undefined;
}

function masked(text: string, spans: readonly Span[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of spans) {
    result += text.slice(from, start) + filler.repeat(end - start);
    from = end;
  }
  return result + text.slice(from);
}

import type { Analysis } from '../../analysis';
import { type PublishedLaw, publishedLaws } from '../../form/laws';
import { fold } from '../../text/fold';
import { chineseValue } from '../../text/numerals';
import { say } from '../../text/say';
import type { Span } from '../../text/span';

/** Articles that a report cites, and where their text can be read. */
export interface CitedArticles {
  readonly span: Span;
  readonly address: string;
  /** What opening it shows. */
  readonly tooltip: string;
}

/** An article, with paragraph and item; `一` for its number. */
const article =
  /第([一二三四五六七八九十百零\d]{1,7})条(?:第[一二三四五六七八九十\d]{1,3}款)?(?:第?\([一二三四五六七八九十\d]{1,3}\)项)?/uy;
/** What stands between two articles of one law. */
const between = /[、,和及与至到]/u;
/** The name of a law, and what may stand between it and its articles. */
const law = /《([^《》\n]{2,20})》(?:\([^()\n]{1,16}\))?[的之]?/gu;
/** The captions of 表二 have no law before them. */
const caption = /第二十条第\([一五六八]\)项/gu;

/**
 * Where a report cites articles of a law whose official text is on the site of the State Council, list by list in the order of the text.
 * Not where the report is of a year in which another edition was in force, and not where the law has no such article.
 */
export function articlesIn({ report }: Analysis): readonly CitedArticles[] {
  const text = fold(report.shown);
  const year = report.year?.value ?? Number.POSITIVE_INFINITY;
  const named = [...text.matchAll(law)].flatMap(({ 0: { length }, 1: name = '', index }) => {
    const cited = publishedLaws.find(({ names, since }) => names.includes(name) && since <= year);
    const end = cited ? endOfList(text, index + length, cited) : 0;
    return cited && end > index + length ? [linkTo(cited, { start: index, end }, text)] : [];
  });
  const [regulations] = publishedLaws;
  const captions = [...text.matchAll(caption)].flatMap(({ 0: { length }, index }) => {
    const span = { start: index, end: index + length };
    const isNamed = named.some((each) => each.span.start <= index && index < each.span.end);
    return regulations && !isNamed && isInTable(report, span) ? [linkTo(regulations, span, text)] : [];
  });
  return [...named, ...captions].sort((a, b) => a.span.start - b.span.start);
}

/** Where the articles of a law end that stand one after the other from a place on; the place itself where none does. */
function endOfList(text: string, start: number, { articles }: PublishedLaw): number {
  let end = start;
  for (let at = start; ; at = end + 1) {
    article.lastIndex = at;
    const found = article.exec(text);
    const numeral = found?.[1] ?? '';
    const number = /^\d/u.test(numeral) ? Number(numeral) : (chineseValue(numeral) ?? 0);
    if (!found || !(number >= 1 && number <= articles)) return end;
    end = at + found[0].length;
    if (!between.test(text.charAt(end))) return end;
  }
}

function linkTo({ name, address }: PublishedLaw, span: Span, text: string): CitedArticles {
  const articles = text.slice(span.start, span.end).replace(/^.*》(?:\([^()]*\))?[的之]?/u, '');
  return { span, address, tooltip: say`打开中国政府网上的《${name}》，看${articles}` };
}

const isInTable = ({ tables, sections }: Analysis['report'], { start }: Span): boolean =>
  [...tables, ...sections.filter(({ id }) => id === 'proactiveDisclosure')].some(
    ({ span }) => span.start <= start && start < span.end,
  );

import { chineseValue } from '../text/numerals';
import type { Translate } from '../text/say';

// Citations are put together of a title, articles and places in them. A catalogue cannot have them all; but Chinese cites in one way.

/** The title of a law and its edition: 《行政复议法》（2023年修订）. */
const title = /^《[^《》]*》(?:（\d{4}年[^（）]*）)?/u;
/** 第五十条第一款第（二）项, 第四项, and 第（二）至（四）项. */
const article =
  /^第([一二三四五六七八九十百零]{1,7}|\d{1,3})条(?:第([一二三四五六七八九十]{1,3})款)?(?:第([（）()一二三四五六七八九十至]{1,30})项)?$/u;

/**
 * Citations in English: of 《行政诉讼法》第二十六条、第四十四条第一款 `Administrative Litigation Law, arts. 26, 44 para. 1`; several with
 * `；` between them too. Undefined for what is none, or is of a law whose title has no English.
 */
export function citedInEnglish(text: string, titleOf: Translate): string | undefined {
  const cited = text.split('；').map((each) => titleOf(each) ?? citation(each, titleOf));
  return cited.every((each) => each !== undefined) ? cited.join('; ') : undefined;
}

function citation(text: string, titleOf: Translate): string | undefined {
  const printed = title.exec(text)?.[0] ?? '';
  const law = printed === '' ? '' : titleOf(printed);
  const articles = text.slice(printed.length).split('、').map(articlesFromTo);
  if (law === undefined || !articles.every((each) => each !== undefined)) return undefined;
  const isOne = articles.length === 1 && !text.includes('至第');
  return `${law && `${law}, `}${isOne ? 'art.' : 'arts.'} ${articles.join(', ')}`;
}

/** 第三十五条至第三十九条 is `35 to 39`. */
function articlesFromTo(text: string): string | undefined {
  const ends = text.split(/至(?=第)/u).map(articleWithPlace);
  return ends.every((each) => each !== undefined) ? ends.join(' to ') : undefined;
}

function articleWithPlace(text: string): string | undefined {
  const [whole, number = '', paragraph, items] = article.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const inParagraph = paragraph === undefined ? '' : ` para. ${valueOf(paragraph)}`;
  return `${valueOf(number)}${inParagraph}${items === undefined ? '' : ` ${itemsIn(items)}`}`;
}

/** （四）（五） is `items (4) and (5)`. */
function itemsIn(text: string): string {
  const items = (text.match(/[一二三四五六七八九十]+/gu) ?? []).map((each) => `(${valueOf(each)})`);
  if (text.includes('至')) return `items ${items.join(' to ')}`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? `item ${last}` : `items ${items.slice(0, -1).join(', ')} and ${last}`;
}

const valueOf = (numeral: string): number => chineseValue(numeral) ?? Number(numeral);

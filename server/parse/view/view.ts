import { ignored } from '../../text/fold';
import { type Unmarked, withoutMarkup } from './markup';
import { isCsv, joinQuoted, maskCsv } from './mask-csv';
import { maskLists } from './mask-lists';
import { withoutPageNumbers } from './page-numbers';
import type { View } from './source-cells';

const filler = String.fromCharCode(ignored);
const blanked = (found: string): string => filler.repeat(found.length);

const gloss = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}[)）]/gu;

/**
 * What the reader looks at: the text with everything masked that is not part of what is said (comments, markup of HTML and Markdown,
 * pinyin glosses behind characters, the commas and quotes of CSV). As long as the text, so that offsets are offsets of the text.
 */
export const viewOf = (text: string): View => viewWithin(withoutMarkup(text));

/** The view of a text whose markup is masked already. */
export function viewWithin({ text, rows }: Unmarked): View {
  let view = text;
  if (gloss.test(view)) view = view.replace(gloss, blanked);
  gloss.lastIndex = 0;
  view = maskLists(view);
  if (view.includes('\f')) view = withoutPageNumbers(view);
  // The lines of a page with tables are rows and paragraphs: nothing joins them.
  if (rows.length > 0) return { text: view, rows };
  if (view.includes('"')) view = joinQuoted(view, filler);
  if (isCsv(view)) view = maskCsv(view, filler);
  return { text: view, rows };
}

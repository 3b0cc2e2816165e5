import { withoutComments } from '../text/comments';
import { ignored } from '../text/fold';
import { isCsv, joinQuoted, maskCsv, maskLatex } from './csv';
import { decodeEntities, isHtml, maskHtml } from './html';
import { maskLists } from './plain-lists';

const filler = String.fromCharCode(ignored);
const blanked = (found: string): string => filler.repeat(found.length);

const gloss = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}[)）]/gu;
const lineMark = /^[ \t]{0,3}(?:(?:#{1,6}|>)[ \t\u00a0\u3000]+)+/gmu;
/** What other programs than editors end lines with: separators of lines and paragraphs, the control character for the next line. */
const lineEnd = /[\u0085\u2028\u2029]/u;
/** A line break inside a cell of a Markdown table. */
const lineBreak = /<br *\/?>/giu;
const escape = /\\(?=[.\-|()#*_[\]])/gu;

/**
 * What the reader looks at: the text with everything masked that is not part of what is said (comments, markup of HTML and Markdown,
 * pinyin glosses behind characters, the commas and quotes of CSV). As long as the text, so that offsets are offsets of the text.
 */
export function viewOf(text: string): string {
  let view = withoutComments(text);
  if (isHtml(view)) view = maskHtml(view);
  // A file of the old Macintosh kind ends its lines with CR alone.
  if (view.includes('\r') && !view.includes('\n')) view = view.replaceAll('\r', '\n');
  if (lineEnd.test(view)) view = view.replace(/[\u0085\u2028\u2029]/gu, '\n');
  if (view.includes('\\begin{')) view = maskLatex(view, filler);
  if (gloss.test(view)) view = view.replace(gloss, blanked);
  gloss.lastIndex = 0;
  if (view.includes('#') || view.includes('>')) view = view.replace(lineMark, blanked);
  if (view.includes('\\')) view = view.replace(escape, blanked);
  if (view.includes('&')) view = decodeEntities(view);
  if (view.includes('<br')) view = view.replace(lineBreak, blanked);
  if (view.includes('**')) view = view.replaceAll('**', blanked);
  view = maskLists(view);
  if (view.includes('"')) view = joinQuoted(view, filler);
  if (isCsv(view)) view = maskCsv(view, filler);
  return view;
}

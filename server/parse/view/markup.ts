import { withoutComments } from '../../text/comments';
import { decodeEntities } from '../../text/entities';
import { ignored } from '../../text/fold';
import { maskLatex } from './mask-csv';
import { isHtml, maskHtml } from './mask-html';
import type { KnownRow, View } from './source-cells';

const filler = String.fromCharCode(ignored);
const blanked = (found: string): string => filler.repeat(found.length);

/** Elements inside a line, and those of a page that has no other: `<b>总体情况</b>` in a text of Markdown. */
const inlineEnd = /<\/(?:a|b|center|em|font|h[1-6]|i|li|ol|section|span|strong|su[bp]|u|ul)>/iu;
const lineMark = /^[ \t]{0,3}(?:(?:#{1,6}|>)[ \t\u00a0\u3000]+)+/gmu;
/** What other programs than editors end lines with: separators of lines and paragraphs, the control character for the next line. */
const lineEnd = /[\u0085\u2028\u2029]/u;
/** A line break inside a cell of a Markdown table. */
const lineBreak = /<br *\/?>/giu;
/** Of two backslashes the first is masked, and the other masks nothing. */
const escape = /\\([\\.\-+|()#>*_~`[\]])/gu;

/** A text without its markup, and as long: `ignored` stands where something was masked. */
export interface Unmarked extends View {
  /** True for the source of a page, whose own line ends and runs of blanks say nothing. */
  readonly isPage: boolean;
}

/** Masks what is markup: comments, the tags of HTML, the signs of Markdown, the commands of LaTeX around a table. */
export function withoutMarkup(text: string): Unmarked {
  let view = withoutComments(text);
  const isPage = isHtml(view);
  let rows: readonly KnownRow[] = [];
  if (isPage || (view.includes('</') && inlineEnd.test(view))) ({ text: view, rows } = maskHtml(view));
  // A file of the old Macintosh kind ends its lines with CR alone.
  if (view.includes('\r') && !view.includes('\n')) view = view.replaceAll('\r', '\n');
  if (lineEnd.test(view)) view = view.replace(/[\u0085\u2028\u2029]/gu, '\n');
  if (view.includes('\\begin{')) view = maskLatex(view, filler);
  if (view.includes('#') || view.includes('>')) view = view.replace(lineMark, blanked);
  if (view.includes('\\')) view = view.replace(escape, `${filler}$1`);
  if (view.includes('**')) view = view.replaceAll('**', blanked);
  // A sign that is written as an entity is no mark.
  if (view.includes('&')) view = decodeEntities(view);
  if (view.includes('<br')) view = view.replace(lineBreak, blanked);
  return { text: view, rows, isPage };
}

/** The text as its reader sees it: as long as the text, with `ignored` where he sees nothing. */
export const shownOf = ({ text, isPage }: Unmarked): string => (isPage ? withoutBlanks(text) : text);

/** Blanks and what says nothing at all. One class: a choice in a loop keeps its place for each of megabytes of blanks. */
const silence = /[\0\v\f\r \u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/gu;
const blankLines = /\n[\0\n]+/gu;
/** A run of blanks beside one of these says nothing: the ends of lines, cells and the text. */
const edges = new Set(['', '\n', '\t']);

/** Masks the blanks that a browser does not show: all but one between words, all at the edges of a cell or a line, blank lines. */
const withoutBlanks = (text: string): string =>
  text
    .replace(silence, (found, at: number) => {
      const isEdge = edges.has(text.charAt(at - 1)) || edges.has(text.charAt(at + found.length));
      const blank = isEdge ? -1 : found.search(/\s/u);
      return blank < 0
        ? blanked(found)
        : filler.repeat(blank) + found.charAt(blank) + filler.repeat(found.length - blank - 1);
    })
    .replace(blankLines, (found) => `\n${filler.repeat(found.length - 1)}`);

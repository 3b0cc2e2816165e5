import { type Grid, type GridCell, kept } from './grid';
import { assemble, type Layout, layout, type Printer } from './page';
import type { Sheet } from './sheet';

// The source of web pages: clean, and as word processors and editors of content systems write it.

/** A text as the source of a page writes it. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const spans = ({ columns, rows }: GridCell): string =>
  `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;

type CellPrinter = (cell: GridCell, content: string) => string;

const table = (grid: Grid, td: CellPrinter, tr: string): string[] => [
  '<table border="1" cellspacing="0"><tbody>',
  ...[...grid.head, ...grid.body].map(
    (row) =>
      `${tr}${kept(row)
        .map((each) => td(each, escape(each.text).replaceAll('\n', '<br>')))
        .join('')}</tr>`,
  ),
  '</tbody></table>',
];

const clean: Printer = {
  title: (text) => [`<h1>${escape(text)}</h1>`],
  heading: (text) => [`<h2>${escape(text)}</h2>`],
  paragraph: (text) => [`<p>${escape(text)}</p>`],
  table: (grid) => table(grid, (cell, content) => `<td${spans(cell)}>${content}</td>`, '<tr>'),
};

/** A clean page with tables of another making. */
export const cleanPage = (id: string, tables: Printer['table']): Layout =>
  layout(id, { places: true, markup: true }, { ...clean, table: tables });

const span = (content: string): string =>
  `<span style="font-size:14pt;font-family:&#39;FangSong&#39;,serif;color:#333333">${content}</span>`;

const paragraph = (content: string): string =>
  `<p class="MsoNormal" align="center" style="margin:0 0 10.5pt">${content}</p>`;

/** Word's markup: every cell a paragraph, every run a span, numbers and words in runs of their own, source broken over lines. */
const word: Printer = {
  title: (text) => [paragraph(`<b>${span(escape(text))}</b>`)],
  heading: (text) => [paragraph(span(escape(text.slice(0, 2))) + span(escape(text.slice(2))))],
  paragraph: (text) => [
    `<p class="MsoNormal" style="text-indent:32pt">\n${span(escape(text))}<o:p></o:p></p>`,
  ],
  table: (grid) =>
    table(
      grid,
      (cell, content) =>
        `<td${spans(cell)} valign="center" width="93" style="padding:0pt 5.4pt">\n${
          content === ''
            ? paragraph(`${span('&nbsp;')}<o:p></o:p>`)
            : paragraph(`\n${span(runs(content))}<o:p></o:p>\n`)
        }</td>\n`,
      '<tr style="height:21pt">\n',
    ),
};

/** A number in front of a label is a run of its own. */
const runs = (content: string): string =>
  content.replace(/^(\d\.|（.）)(?=.)/, (found) => `${found}</span><span lang="EN-US">`);

/** Cells that hold several paragraphs where the text is broken. */
const nested: Printer = {
  ...clean,
  table: (grid) =>
    table(
      grid,
      (cell, content) =>
        `<td${spans(cell)}><div>${content
          .split('<br>')
          .map((part) => `<p>${part}</p>`)
          .join('')}</div></td>`,
      '<tr>',
    ),
};

const page =
  (printer: Printer) =>
  (sheet: Sheet): string =>
    `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${escape(sheet.title.join(''))}</title>\n` +
    `<style>td { border: 1px solid #000 }</style><script>var a = 1 < 2 && "三、";</script></head><body>\n` +
    `<!-- 正文 --><div class="article">\n${assemble(sheet, printer)}</div></body></html>\n`;

/** Web pages as source. */
export const htmlLayouts: readonly Layout[] = [
  layout('html', { markup: true }, page(clean)),
  layout('html-fragment', { markup: true }, (sheet) => assemble(sheet, nested)),
  layout('html-word', { markup: true }, page(word)),
];

import { flat, type Grid, type GridCell, type GridRow, kept } from './grid';
import { escape } from './html';
import { assemble, type Layout, layout, type Printer } from './page';
import type { Sheet } from './sheet';

// The official form as the sources of pages have it that no browser minds: tags left open, tables that lay out the page, more columns
// than cells.

const paragraphs: Omit<Printer, 'table'> = {
  title: (text) => [`<h1>${escape(text)}</h1>`],
  heading: (text) => [`<p><strong>${escape(text)}</strong></p>`],
  paragraph: (text) => [`<p>${escape(text)}</p>`],
};

/** Attributes in the three ways in which they are written, some twice, some with what no browser reads. */
const loose = ({ columns, rows }: GridCell): string =>
  `${columns > 1 ? ` COLSPAN=${columns}` : " colspan='abc'"}${rows > 1 ? ` RowSpan = '${rows}px' rowspan=1` : ' rowspan'}`;

/** Old pages: capitals, heads of their own, no tag closed that need not be. */
const open = ({ head, body }: Grid): string[] => {
  const rows = (some: readonly GridRow[], name: string): string[] =>
    some.map(
      (row) =>
        `<TR>${kept(row)
          .map((cell) => `<${name}${loose(cell)}>${escape(flat(cell.text)) || '&nbsp;'}`)
          .join('')}`,
    );
  const top = head.length > 0 ? ['<THEAD ALIGN=center>', ...rows(head, 'TH')] : [];
  return ['<TABLE BORDER=1>', ...top, '<TBODY>', ...rows(body, 'TD'), '</TABLE>'];
};

/** Source that a program has indented, with a tag that closes itself for a cell without content. */
const indented = ({ head, body }: Grid): string[] => [
  '<table>',
  ...[...head, ...body].flatMap((row) => [
    '  <tr>',
    ...kept(row).flatMap(({ text, columns, rows }) => {
      const td = `    <td colspan="${columns}" rowspan="${rows}"`;
      return text === '' ? [`${td}/>`] : [`${td}>`, `      ${escape(flat(text))}`, '    </td>'];
    }),
    '  </tr>',
  ]),
  '</table>',
];

/** A table that a word processor saved: every cell spans two columns of its own, and a row without height holds their widths. */
const widened = ({ width, head, body }: Grid): string[] => [
  '<table class="MsoTableGrid" style="border-collapse:collapse">',
  ...[...head, ...body].map(
    (row) =>
      `<tr style='mso-yfti-irow:1'>${kept(row)
        .map(
          ({ text, columns, rows }) =>
            `<td colspan=${2 * columns} rowspan=${rows} style='width:46.5pt'><p class=MsoNormal><span>${
              text === '' ? '<o:p>&nbsp;</o:p>' : escape(text).replaceAll('\n', '<br>')
            }</span></p></td>`,
        )
        .join('\n ')}</tr>`,
  ),
  `<![if !supportMisalignedColumns]><tr height=0>${'<td width=48></td>'.repeat(2 * width)}</tr><![endif]>`,
  '</table>',
];

/** A page whose parts are the cells of a table. */
const laidOut = (sheet: Sheet): string =>
  [
    '<html><body><table width="100%"><tbody><tr><td width="180"><p>首页</p><p>信息公开</p></td>',
    '<td class="main"><div>',
    assemble(sheet, { ...paragraphs, table: indented }),
    '</div></td></tr><tr><td colspan="2">网站地图</td></tr></tbody></table></body></html>',
  ].join('\n');

/** Web pages that have the official form with all its merged cells. */
export const htmlFormLayouts: readonly Layout[] = [
  layout('html-open', { markup: true }, { ...paragraphs, table: open }),
  layout('html-laid-out', { markup: true }, laidOut),
  layout('html-widened', { markup: true }, { ...paragraphs, table: widened }),
];

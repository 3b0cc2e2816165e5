import { readDocx } from '../../../../server/documents/word/docx';
import { zip } from '../zip';
import type { Grid, GridCell, GridRow } from './grid';
import { escape } from './html';
import { assemble, type Layout, layout, type Printer } from './page';
import type { Sheet } from './sheet';

// Documents of word processors, as they are written and as they are read.

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The characters of a run. */
export const run = (text: string, look = ''): string =>
  text === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;

/** A paragraph of runs. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p w:rsidR="00A1">${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;

/** A document whose body is `body`, with other parts beside it, by their names below `word/`, and other entries by their whole names. */
export const docx = (
  body: string,
  parts: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string>> = {},
): Uint8Array =>
  zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w="${namespace}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${Object.keys(
      parts,
    )
      .map(
        (kind) =>
          `<Relationship Id="${kind}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'word/media/image1.bin': Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 251),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        `word/${name}.xml`,
        `${head}${xml.replace(/^<(w:\w+)/u, `<$1 xmlns:w="${namespace}"`)}`,
      ]),
    ),
    ...others,
  });

/** How a printer writes the characters of a paragraph. */
type Runs = (text: string) => string;

/** A table with a cell for each place of its grid: those below a cell over several rows only go on. */
function table({ width, head: top, body }: Grid, runs: Runs): string {
  const below = Array<{ rows: number; columns: number } | undefined>(width).fill(undefined);
  const rows = [...top, ...body].map((row) => `<w:tr><w:trPr/>${cellsOf(row, below, runs)}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(width)}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

function cellsOf(row: GridRow, below: ({ rows: number; columns: number } | undefined)[], runs: Runs): string {
  const cells: string[] = [];
  const waiting = [...row];
  for (let column = 0; column < below.length; ) {
    const above = below[column];
    if (above) {
      cells.push(cellOf(above.columns, '<w:vMerge/>', paragraph('')));
      below[column] = above.rows > 1 ? { ...above, rows: above.rows - 1 } : undefined;
      column += above.columns;
      continue;
    }
    const cell = waiting.shift();
    if (!cell) break;
    if (cell.rows > 1) below[column] = { rows: cell.rows - 1, columns: cell.columns };
    cells.push(written(cell, runs));
    column += cell.columns;
  }
  return cells.join('');
}

const written = ({ columns, rows, text }: GridCell, runs: Runs): string =>
  cellOf(
    columns,
    rows > 1 ? '<w:vMerge w:val="restart"/>' : '',
    text
      .split('\n')
      .map((part) => paragraph(runs(part), '<w:rPr><w:sz w:val="20"/></w:rPr>'))
      .join(''),
  );

const cellOf = (columns: number, merge: string, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="900"/>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''}${merge}</w:tcPr>${content}</w:tc>`;

const printer = (runs: Runs): Printer => ({
  title: (text) => [paragraph(runs(text), '<w:jc w:val="center"/>')],
  heading: (text) => [paragraph(runs(text))],
  paragraph: (text) => [paragraph(runs(text))],
  table: (grid) => [table(grid, runs)],
});

/** Figures and words in runs of their own, as word processors cut them where fonts change, and where something was corrected once. */
export const cut: Runs = (text) =>
  text
    .split(/(?<=[^\d])(?=\d)|(?<=\d)(?=[^\d])/u)
    .map((part) => run(part, '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'))
    .join(
      '<w:proofErr w:type="gramEnd"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
    );

/** Characters that were put in, and others that were taken out, with tracked changes. */
export const changed: Runs = (text) =>
  text === ''
    ? '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>'
    : `<w:del w:id="1"><w:r><w:delText>99</w:delText></w:r></w:del><w:ins w:id="2">${run(text)}</w:ins>`;

/** A sheet as a document, in one of the ways in which programs write its characters, with other entries beside. */
export const docxOf = (
  sheet: Sheet,
  runs: Runs = run,
  others: Readonly<Record<string, string>> = {},
): Uint8Array => docx(assemble(sheet, printer(runs)).replaceAll('\n', ''), {}, others);

const readAs =
  (runs: Runs) =>
  (sheet: Sheet): string =>
    readDocx(docxOf(sheet, runs)).text;

/** Documents as text. */
export const docxLayouts: readonly Layout[] = [
  layout('docx', {}, readAs(run)),
  layout('docx-runs', {}, readAs(cut)),
  layout('docx-changes', {}, readAs(changed)),
];

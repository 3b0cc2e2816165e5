import { newPackage, storable } from '../containers/new-package';

// A document of our own making, in the types and sizes that offices use for such papers (GB/T 9704—2012).

/** A cell of a table; what it reaches over is not told again. */
export interface NewCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly isFigure: boolean;
}

/** What a document consists of, from top to bottom. */
export type NewBlock =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly NewCell[])[]; readonly headRows: number };

/** The bytes of a .docx with these blocks. */
export function newDocument(blocks: readonly NewBlock[]): Uint8Array {
  const body = blocks.map((block) => (block.kind === 'table' ? table(block) : paragraph(block))).join('');
  return newPackage([
    {
      name: 'word/document.xml',
      xml: `<w:document xmlns:w="${namespace}"><w:body>${body}${page}</w:body></w:document>`,
      type: 'wordprocessingml.document.main',
      needs: [{ id: 'rId1', kind: 'styles', target: 'styles.xml' }],
    },
    { name: 'word/styles.xml', xml: styles, type: 'wordprocessingml.styles' },
  ]);
}

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** Lengths are in twentieths of a point: A4, 37 mm above, 28 mm at the left. */
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
/** What is left between the margins. */
const textWidth = 8844;

/** The type of a style and its size in half points. */
const look = (font: string, size: number): string =>
  `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
const style = (id: string, name: string, properties: string, type: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:pPr>${properties}</w:pPr>${type}</w:style>`;

const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
/** The text of tables is small and close. */
const inTable = (id: string, name: string, side: string): string =>
  style(id, name, `<w:spacing w:line="280" w:lineRule="exact"/><w:jc w:val="${side}"/>`, look('宋体', 21));
const styles = `<w:styles xmlns:w="${namespace}">${[
  style(
    'Normal',
    'Normal',
    '<w:spacing w:line="560" w:lineRule="exact"/><w:jc w:val="both"/>',
    look('仿宋', 32),
  ),
  style(
    'Title',
    'Title',
    '<w:spacing w:before="0" w:after="560" w:line="640" w:lineRule="exact"/><w:jc w:val="center"/>',
    look('方正小标宋简体', 44),
  ),
  style('Heading1', 'heading 1', `<w:keepNext/>${indented}<w:outlineLvl w:val="0"/>`, look('黑体', 32)),
  style('BodyText', 'Body Text', indented, ''),
  inTable('TableHead', 'Table Head', 'center'),
  inTable('TableText', 'Table Text', 'left'),
  inTable('TableFigure', 'Table Figure', 'right'),
].join('')}</w:styles>`;

const styleOf = { title: 'Title', heading: 'Heading1', paragraph: 'BodyText' } as const;

const paragraph = ({ kind, text }: { readonly kind: keyof typeof styleOf; readonly text: string }): string =>
  styled(text, styleOf[kind]);

const styled = (text: string, name: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${name}"/></w:pPr>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${storable(text)}</w:t></w:r>`}</w:p>`;

const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

type NewTable = Extract<NewBlock, { readonly kind: 'table' }>;

/** A table with a cell for each place of its grid, as the format wants it: those below a cell over several rows go on. */
function table(block: NewTable): string {
  const widths = widthsOf(block);
  const below: Below = widths.map(() => undefined);
  const lines = block.rows.map((row, index) => {
    const isHead = index < block.headRows;
    const cells = cellsOf(row, below, widths, isHead);
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells}</w:tr>`;
  });
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const properties = `<w:tblW w:w="${sumOf(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${border}</w:tblBorders><w:tblLayout w:type="fixed"/>`;
  // Two tables without a paragraph between them would be one.
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl><w:p/>`;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** A row's own label takes as much room as these many figures, one that stands over several rows as much as this. */
const labelShare = 3;
const groupShare = 1.3;

/** How wide the columns are: figures need little room, labels more, the last of them most. */
function widthsOf({ rows }: NewTable): number[] {
  const starts = rows.map((row) => row.map((_, at) => sumOf(row.slice(0, at).map(({ columns }) => columns))));
  const width = Math.max(...rows.map((row) => sumOf(row.map(({ columns }) => columns))));
  const [first = []] = rows.flatMap((row, index) =>
    row.some(({ isFigure }) => isFigure) ? [(starts[index] ?? []).filter((_, at) => row[at]?.isFigure)] : [],
  );
  const labels = first[0] ?? width;
  const shares = Array.from({ length: width }, (_, column) =>
    column >= labels ? 1 : column === labels - 1 ? labelShare : groupShare,
  );
  return shares.map((share) => Math.floor((textWidth * share) / sumOf(shares)));
}

type Below = ({ readonly rows: number; readonly columns: number } | undefined)[];

function cellsOf(row: readonly NewCell[], below: Below, widths: readonly number[], isHead: boolean): string {
  const cells: string[] = [];
  const waiting = [...row];
  for (let column = 0; column < below.length; ) {
    const above = below[column];
    const cell = above ? undefined : waiting.shift();
    const { columns, rows } = above ?? cell ?? { columns: 1, rows: 1 };
    const merge = above ? '<w:vMerge/>' : rows > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const width = sumOf(widths.slice(column, column + columns));
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
    const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/>`;
    const name = isHead ? 'TableHead' : cell?.isFigure ? 'TableFigure' : 'TableText';
    cells.push(`<w:tc><w:tcPr>${properties}</w:tcPr>${styled(cell?.text ?? '', name)}</w:tc>`);
    below[column] = rows > 1 ? { rows: rows - 1, columns } : undefined;
    column += columns;
  }
  return cells.join('');
}

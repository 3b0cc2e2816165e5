import { type NewPart, newPackage, relationNamespace, storable } from '../documents/containers/new-package';

// Workbooks of our own making (ECMA-376 part 1, 18), in the types that offices use for tables.

/** How a cell looks. */
export type CellLook = 'title' | 'heading' | 'head' | 'label' | 'figure';

/** A cell of a sheet; what it reaches over is not told again. */
export interface NewSheetCell {
  /** Counted from 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly look: CellLook;
  readonly value: string | number;
  /** What gives the number. */
  readonly formula?: string | undefined;
  /** What is to be said of it. */
  readonly note?: string | undefined;
}

export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly NewSheetCell[])[];
  /** How many characters of Latin script each column is wide. */
  readonly widths: readonly number[];
  readonly isWide: boolean;
  /** The rows that are repeated on every page: the first and the last, counted from 0. */
  readonly head: readonly [first: number, last: number] | undefined;
  /** What stands above every page. */
  readonly above: string;
}

/** The bytes of an .xlsx with these sheets, of which there must be one. */
export function newWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const own = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const needs = own.map(({ number }) => ({
    id: `rId${number}`,
    kind: 'worksheet',
    target: `worksheets/sheet${number}.xml`,
  }));
  return newPackage([
    {
      name: 'xl/workbook.xml',
      xml: workbook(sheets),
      type: 'spreadsheetml.sheet.main',
      needs: [...needs, { id: 'rId0', kind: 'styles', target: 'styles.xml' }],
    },
    { name: 'xl/styles.xml', xml: styles, type: 'spreadsheetml.styles' },
    ...own.flatMap(({ sheet, number }) => sheetParts(sheet, number)),
  ]);
}

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationPrefix = `xmlns:r="${relationNamespace}"`;

function workbook(sheets: readonly NewSheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${attribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, head }, at) =>
    head
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${attribute(name)}'!$${head[0] + 1}:$${head[1] + 1}</definedName>`,
        ]
      : [],
  );
  const names = titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
  return `<workbook xmlns="${namespace}" ${relationPrefix}><sheets>${list.join('')}</sheets>${names}</workbook>`;
}

const attribute = (text: string): string => storable(text).replace(/"/gu, '&quot;');

const looks: readonly CellLook[] = ['title', 'heading', 'head', 'label', 'figure'];
const fonts: Readonly<Record<CellLook, number>> = { title: 1, heading: 2, head: 0, label: 0, figure: 0 };
const sides: Readonly<Record<CellLook, string>> = {
  title: 'center',
  heading: 'left',
  head: 'center',
  label: 'left',
  figure: 'right',
};
const font = (name: string, size: number): string =>
  `<font><sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
const sideNames = ['left', 'right', 'top', 'bottom'];
const thin = `<border>${sideNames.map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join('')}<diagonal/></border>`;
const none = `<border>${sideNames.map((side) => `<${side}/>`).join('')}<diagonal/></border>`;
const formats = looks.map(
  (look) =>
    `<xf numFmtId="0" fontId="${fonts[look]}" fillId="0" borderId="${fonts[look] === 0 ? 1 : 0}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${sides[look]}" vertical="center" wrapText="1"/></xf>`,
);
const styles = `<styleSheet xmlns="${namespace}"><fonts count="3">${font('宋体', 10)}${font('方正小标宋简体', 18)}${font('黑体', 14)}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2">${none}${thin}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A sheet, and where there is something to be said of its cells, that in two parts: the words, and the boxes in which they are shown. */
function sheetParts(sheet: NewSheet, number: number): NewPart[] {
  const notes = sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ column, note }) => (note === undefined ? [] : [{ row, column, note }])),
  );
  const name = `xl/worksheets/sheet${number}.xml`;
  const type = 'spreadsheetml.worksheet';
  if (notes.length === 0) return [{ name, xml: worksheet(sheet, ''), type }];
  const needs = [
    { id: 'rId1', kind: 'comments', target: `../comments${number}.xml` },
    { id: 'rId2', kind: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
  ];
  return [
    { name, xml: worksheet(sheet, '<legacyDrawing r:id="rId2"/>'), type, needs },
    { name: `xl/comments${number}.xml`, xml: comments(notes), type: 'spreadsheetml.comments' },
    { name: `xl/drawings/vmlDrawing${number}.vml`, xml: boxes(notes) },
  ];
}

interface Note {
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

const comments = (notes: readonly Note[]): string =>
  `<comments xmlns="${namespace}"><authors><author>nianbao</author></authors><commentList>${notes
    .map(
      ({ row, column, note }) =>
        `<comment ref="${addressOf(row, column)}" authorId="0"><text><t xml:space="preserve">${storable(note)}</t></text></comment>`,
    )
    .join('')}</commentList></comments>`;

const boxes = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${notes
    .map(
      ({ row, column }, at) =>
        `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 4}, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    )
    .join('')}</xml>`;

function worksheet(sheet: NewSheet, drawing: string): string {
  const { rows, widths, isWide, above } = sheet;
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = rows.flatMap((cells, row) =>
    cells.flatMap(({ column, columns: wide, rows: high }) =>
      wide * high > 1
        ? [`<mergeCell ref="${addressOf(row, column)}:${addressOf(row + high - 1, column + wide - 1)}"/>`]
        : [],
    ),
  );
  const merged =
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  const page = `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.8" bottom="0.6" header="0.4" footer="0.3"/><pageSetup paperSize="9" orientation="${isWide ? 'landscape' : 'portrait'}" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${storable(above.replace(/&/gu, '&&'))}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
  return `<worksheet xmlns="${namespace}" ${relationPrefix}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="${lineHeight}"/><cols>${columns.join('')}</cols><sheetData>${rowsOf(sheet)}</sheetData>${merged}${page}${drawing}</worksheet>`;
}

/** Every place of a merged cell is told, for each has its own lines. */
function rowsOf({ rows, widths }: NewSheet): string {
  const covered = rows.map(() => new Map<number, CellLook>());
  for (const [row, cells] of rows.entries())
    for (const { column, columns, rows: high, look } of cells)
      for (let below = 0; below < high; below++)
        for (let beside = 0; beside < columns; beside++)
          if (below + beside > 0) covered[row + below]?.set(column + beside, look);
  return rows
    .map((cells, row) => {
      const own = [
        ...cells.map((cell) => [cell.column, cellXml(row, cell)] as const),
        ...[...(covered[row] ?? [])].map(
          ([column, look]) => [column, `<c r="${addressOf(row, column)}" s="${styleOf(look)}"/>`] as const,
        ),
      ].sort(([a], [b]) => a - b);
      return `<row r="${row + 1}" ht="${heightOf(cells, widths)}" customHeight="1">${own.map(([, xml]) => xml).join('')}</row>`;
    })
    .join('');
}

const styleOf = (look: CellLook): number => looks.indexOf(look) + 1;

function cellXml(row: number, { column, look, value, formula }: NewSheetCell): string {
  const begin = `<c r="${addressOf(row, column)}" s="${styleOf(look)}"`;
  if (typeof value === 'number')
    return `${begin}>${formula === undefined ? '' : `<f>${storable(formula)}</f>`}<v>${value}</v></c>`;
  if (value === '') return `${begin}/>`;
  return `${begin} t="inlineStr"><is><t xml:space="preserve">${storable(value)}</t></is></c>`;
}

const lineHeight = 18;

/** Programs find the height of a row by themselves only where no cell is merged. */
function heightOf(cells: readonly NewSheetCell[], widths: readonly number[]): number {
  const lines = cells.map(({ column, columns, rows, look, value }) => {
    const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
    const size = fonts[look] === 0 ? 1 : 1.6;
    const length = [...String(value)].reduce((sum, char) => sum + (char < '\u2e80' ? 1 : 2), 0) * size;
    return rows > 1 ? 1 : Math.max(1, Math.ceil(length / (width - 1))) * size;
  });
  return Math.round(Math.max(1, ...lines) * lineHeight);
}

/** The name of a place, both counted from 0: B3. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

import { readXlsx } from '../../../../server/documents/sheets/xlsx';
import { zip } from '../zip';
import type { Grid, GridRow } from './grid';
import { escape } from './html';
import { assemble, type Layout, layout } from './page';
import type { Sheet } from './sheet';

// Workbooks, as they are written and as they are read.

const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

const related = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** What a test says of a sheet: the XML of its rows and of what follows them. */
export interface SheetParts {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly state?: string;
  /** The XML of its columns, and the attributes of its view. */
  readonly cols?: string;
  readonly views?: string;
}

/** A workbook with these sheets; other parts by their names below `xl/`. */
export function xlsx(
  sheets: readonly SheetParts[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const listed = sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${escape(name)}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const others = Object.keys(parts).map((name) => [name, `${name}.xml`] as const);
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${namespace}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ...others,
    ]),
    ...Object.fromEntries(
      sheets.map(({ rows, merges = [], cols = '', views = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<worksheet xmlns="${namespace}"><sheetViews><sheetView ${views}/></sheetViews>${cols && `<cols>${cols}</cols>`}<sheetData>${rows}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [
        `xl/${name}.xml`,
        `${head}${xml.replace(/^<(\w+)/u, `<$1 xmlns="${namespace}"`)}`,
      ]),
    ),
  });
}

const columnName = (column: number): string => String.fromCharCode(65 + column);

/** A cell as programs write it: a count as a number, words among the strings of the workbook, and nothing with a border around it. */
export function cellXml(name: string, text: string, strings: string[] = []): string {
  if (text === '') return `<c r="${name}" s="1"/>`;
  if (/^(?:0|[1-9]\d*)$/u.test(text)) return `<c r="${name}" s="1"><v>${text}</v></c>`;
  strings.push(
    `<si><r><t xml:space="preserve">${escape(text)}</t></r><rPh sb="0" eb="1"><t>ピン</t></rPh></si>`,
  );
  return `<c r="${name}" s="1" t="s"><v>${strings.length - 1}</v></c>`;
}

/** A sheet as a workbook of one sheet: its texts in the first column, its tables below them. */
export function xlsxOf(sheet: Sheet): Uint8Array {
  const rows: string[] = [];
  const merges: string[] = [];
  const strings: string[] = [];
  const line = (text: string): readonly string[] => {
    const own = rows.length + 1;
    rows.push(`<row r="${own}">${cellXml(`A${own}`, text, strings)}</row>`);
    return [];
  };
  const table = (grid: Grid): readonly string[] => {
    let below: readonly number[] = [];
    for (const row of [...grid.head, ...grid.body]) {
      const printed = printedRow(row, { row: rows.length + 1, below, width: grid.width }, strings);
      rows.push(printed.xml);
      merges.push(...printed.merges);
      below = printed.below;
    }
    return [];
  };
  assemble(sheet, { title: line, heading: line, paragraph: line, table });
  const shared = `<sst>${strings.join('')}</sst>`;
  return xlsx([{ name: '年报', rows: rows.join(''), merges }], { sharedStrings: shared });
}

interface Place {
  readonly row: number;
  /** How many rows are yet covered from above, by column. */
  readonly below: readonly number[];
  readonly width: number;
}

function printedRow(row: GridRow, { row: own, below, width }: Place, strings: string[]) {
  const cells: string[] = [];
  const merges: string[] = [];
  const next = Array.from({ length: width }, (_, column) => Math.max(0, (below[column] ?? 0) - 1));
  const waiting = [...row];
  for (let column = 0; column < width; ) {
    const cell = (below[column] ?? 0) > 0 ? undefined : waiting.shift();
    cells.push(cellXml(`${columnName(column)}${own}`, cell?.text ?? '', strings));
    const columns = cell?.columns ?? 1;
    const rows = cell?.rows ?? 1;
    if (columns > 1 || rows > 1)
      merges.push(`${columnName(column)}${own}:${columnName(column + columns - 1)}${own + rows - 1}`);
    for (let at = column; at < column + columns; at++) {
      if (at > column) cells.push(cellXml(`${columnName(at)}${own}`, ''));
      if (cell) next[at] = rows - 1;
    }
    column += columns;
  }
  return { xml: `<row r="${own}">${cells.join('')}</row>`, merges, below: next };
}

/** Workbooks as text. */
export const xlsxLayouts: readonly Layout[] = [layout('xlsx', {}, (sheet) => readXlsx(xlsxOf(sheet)).text)];

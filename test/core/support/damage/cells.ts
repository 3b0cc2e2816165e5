import type { Layout } from '../layouts/page';
import { mapRows, type Sheet, type SheetRow } from '../layouts/sheet';
import { pick } from '../random';
import { type Damage, damage, type Random } from './damage';

// Figures that are written otherwise.

/** Figures that another kind of damage has changed already stay as they are. */
const isPlain = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

const mapCells = (sheet: Sheet, change: (text: string, column: number, row: SheetRow) => string): Sheet =>
  mapRows(sheet, (row) => ({
    ...row,
    cells: row.cells.map((text, column) => (text && isPlain(text) ? change(text, column, row) : text)),
  }));

const grouped = (text: string, sign: string): string =>
  text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, sign));

/** Whether a layout sets cells apart by more than a blank. */
const isSeparated = ({ id }: Layout): boolean =>
  !/^(?:spaces$|pdf-figures-first|pdf-detached|pdf-apart)/.test(id);

const isFee = ({ id }: SheetRow): boolean => /Fees|Procurement/.test(id);

const isChange = ({ form }: Sheet, { id }: SheetRow, column: number): boolean =>
  form.tables[0]?.rows.find((row) => row.id === id)?.columns[column]?.signed ?? false;

const signed = (text: string): string => (text.startsWith('-') ? `减${text.slice(1)}` : `+${text}`);

const zeros = (id: string, of: (random: Random) => string, fits: Damage['fits'] = () => true): Damage =>
  damage(id, {
    fits,
    sheet: (sheet, random) => mapCells(sheet, (text) => (text === '0' ? of(random) : text)),
  });

/** Whether a row is told from a page number: not where `- 4 -` or `3 / 5` may be all that a line of figures says. */
const tellsPages = ({ id }: Layout): boolean => !/^pdf-(?:figures-first|detached|apart)/.test(id);

/** Whether blank cells can be told from separators too many: not where rows end in tabs at random. */
const showsBlanks = (layout: Layout): boolean =>
  (layout.blanks || layout.places) && layout.id !== 'tsv-ragged';

/** Whether sums over the rows of table 三 can be printed beside them. */
const hasPlainFigures = (_: Layout, sheet: Sheet): boolean =>
  sheet.rows.applications.every(({ cells }) => cells.every((text) => text !== undefined && isPlain(text)));

/** The sheet with table 三 keeping the single row （六）其他处理 of the 2019 form. */
function withSingleOther(sheet: Sheet): Sheet {
  const own = sheet.rows.applications.filter(({ group }) => group === 'other');
  if (own.length < 2) return sheet;
  const sums = own[0]?.cells.map((_, column) =>
    String(own.reduce((sum, { cells }) => sum + Number(cells[column]), 0)),
  );
  return mapRows(sheet, (row) => {
    if (row.group !== 'other') return row;
    if (row !== own.at(-1)) return { ...row, lost: 'merged' };
    return { ...row, number: '（六）', label: '其他处理', cells: sums ?? [] };
  });
}

/** The sheet with sums of its rows printed at every group's label. */
const withGroupSums = (sheet: Sheet): Sheet => ({
  ...sheet,
  groups: sheet.groups.map((group) => {
    const own = sheet.rows.applications.filter((row) => row.group === group.id);
    if (group.id === 'results' || own.length < 2) return group;
    return {
      ...group,
      cells: Array.from({ length: 7 }, (_, column) =>
        String(own.reduce((sum, { cells }) => sum + Number(cells[column]), 0)),
      ),
    };
  }),
});

/** Figures written otherwise. */
export const cellDamages: readonly Damage[] = [
  damage('thousands', { sheet: (sheet) => mapCells(sheet, (text) => grouped(text, ',')) }),
  damage('thousands-wide', { sheet: (sheet) => mapCells(sheet, (text) => grouped(text, '，')) }),
  damage('thousands-blank', {
    fits: isSeparated,
    sheet: (sheet) => mapCells(sheet, (text) => grouped(text, ' ')),
  }),
  damage('unit', {
    sheet: (sheet) => mapCells(sheet, (text, _, row) => (isFee(row) ? text : `${text}件`)),
  }),
  damage('blanks-around', {
    fits: (layout) => isSeparated(layout) && !layout.places,
    sheet: (sheet) => mapCells(sheet, (text) => `  ${text}\u3000`),
  }),
  damage('bold', {
    fits: ({ id }) => id.startsWith('gfm'),
    sheet: (sheet) => mapCells(sheet, (text) => `**${text}**`),
  }),
  zeros('zero-wide', () => '０'),
  zeros('zero-slash', () => '/', tellsPages),
  zeros('zero-dash', () => '-', tellsPages),
  zeros('zero-em-dash', () => '—', tellsPages),
  zeros('zero-none', () => '无'),
  zeros('zero-blank', () => '', showsBlanks),
  zeros('zero-some-blank', (random) => (random() < 0.4 ? '' : '0'), showsBlanks),
  zeros('zero-mixed', (random) => pick(random, ['0', '/', '-', '—', '0', '0']), tellsPages),
  zeros('zero-mixed-blank', (random) => pick(random, ['0', '/', '', '0', '无']), showsBlanks),
  damage('ends-only', {
    fits: showsBlanks,
    sheet: (sheet) =>
      mapCells(sheet, (text, column, row) =>
        text === '0' && column > 0 && column < row.cells.length - 1 ? '' : text,
      ),
  }),
  damage('notes', {
    sheet: (sheet) =>
      mapCells(sheet, (text, column, row) =>
        column === 0 && /normativeDocuments|regulations/.test(row.id) ? `${text}（其中修订1件）` : text,
      ),
  }),
  damage('money', {
    sheet: (sheet) =>
      mapCells(sheet, (text, _, row) =>
        row.id.endsWith('Fees') && row.cells.length === 1 ? `${text}万元` : text,
      ),
  }),
  damage('floats', {
    sheet: (sheet) => mapCells(sheet, (text, _, row) => (isFee(row) ? text : `${text}.0`)),
  }),
  damage('signs', {
    fits: (_, { form }) => form.edition === '2019',
    sheet: (sheet) =>
      mapCells(sheet, (text, column, row) => (isChange(sheet, row, column) ? signed(text) : text)),
  }),
  damage('single-other', { fits: hasPlainFigures, sheet: withSingleOther }),
  damage('group-sums', {
    fits: (layout, sheet) => !layout.id.startsWith('pdf-columns') && hasPlainFigures(layout, sheet),
    sheet: withGroupSums,
    strays: ({ groups }) => groups.reduce((sum, { cells }) => sum + (cells?.length ?? 0), 0),
  }),
];

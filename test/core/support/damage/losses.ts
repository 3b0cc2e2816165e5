import type { SectionId, TableId } from '../../../../server/form/form';
import type { Layout } from '../layouts/page';
import { mapRows, mapSections, type Sheet, type SheetRow } from '../layouts/sheet';
import { below, pick } from '../random';
import { type Damage, damage, type Random } from './damage';

// What is gone: a cell, a label, a row, a heading. A reader is to say just that and to read everything else.

const tables: readonly TableId[] = ['proactiveDisclosure', 'applications', 'disputes'];

/** The sheet with `change` applied to one row, by chance, among those that `which` lets through. */
function changeOne(
  sheet: Sheet,
  random: Random,
  which: (row: SheetRow, table: TableId) => boolean,
  change: (row: SheetRow) => SheetRow,
): Sheet {
  const rows = tables.flatMap((table) => sheet.rows[table].filter((row) => !row.lost && which(row, table)));
  const chosen = rows[below(random, rows.length)];
  return mapRows(sheet, (row) => (row === chosen ? change(row) : row));
}

function withoutCell(row: SheetRow, random: Random, instead: string | undefined): SheetRow {
  const at = below(random, row.cells.length);
  return { ...row, cells: row.cells.map((text, column) => (column === at ? instead : text)) };
}

const ofTable =
  (id: TableId) =>
  (_: SheetRow, table: TableId): boolean =>
    table === id;
const labelled = (_: SheetRow, table: TableId): boolean => table !== 'disputes';

const cellLost = (id: string, table: TableId): Damage =>
  damage(id, {
    harmless: false,
    // A table of an office program has a cell in every place of its grid.
    fits: ({ id: layout }) => !/^(?:docx|xlsx)/u.test(layout),
    sheet: (sheet, random) =>
      changeOne(sheet, random, ofTable(table), (row) => withoutCell(row, random, undefined)),
  });

const cellBlanked = (id: string, table: TableId): Damage =>
  damage(id, {
    harmless: false,
    fits: (layout) => layout.blanks,
    sheet: (sheet, random) => changeOne(sheet, random, ofTable(table), (row) => withoutCell(row, random, '')),
  });

/** What stands in cells of reports in place of a count, or with one. */
const unreadable = [
  '? 1',
  "'1",
  '1.',
  '1？',
  '3;',
  '约3',
  '3左右',
  '九',
  '#REF!',
  '?',
  '1/2',
  '（3）',
  '见附件',
  '未统计',
];

/** Layouts that show where a cell begins and ends. */
const showsCells = ({ id }: Layout): boolean => !/^(?:spaces$|table-line|pdf-)/.test(id);

const cellUnreadable = (id: string, table: TableId): Damage =>
  damage(id, {
    harmless: false,
    fits: showsCells,
    sheet: (sheet, random, { cellPerLine }) => {
      // A line that may be the number of a page is one.
      const texts = unreadable.filter((text) => !cellPerLine || text !== '1/2');
      return changeOne(sheet, random, ofTable(table), (row) => withoutCell(row, random, pick(random, texts)));
    },
  });

const headingLost = (section: SectionId): Damage =>
  damage(`heading-lost-${section}`, {
    harmless: false,
    sheet: (sheet) =>
      mapSections(sheet, (each) => (each.id === section ? { ...each, heading: undefined } : each)),
  });

/** What is gone. */
export const lossDamages: readonly Damage[] = [
  cellLost('cell-lost', 'applications'),
  cellLost('cell-lost-disclosure', 'proactiveDisclosure'),
  cellLost('cell-lost-disputes', 'disputes'),
  cellBlanked('cell-blanked', 'applications'),
  cellBlanked('cell-blanked-disclosure', 'proactiveDisclosure'),
  cellBlanked('cell-blanked-disputes', 'disputes'),
  cellUnreadable('cell-unreadable', 'applications'),
  cellUnreadable('cell-unreadable-disclosure', 'proactiveDisclosure'),
  cellUnreadable('cell-unreadable-disputes', 'disputes'),
  damage('label-lost', {
    harmless: false,
    sheet: (sheet, random) => changeOne(sheet, random, labelled, (row) => ({ ...row, label: undefined })),
  }),
  damage('label-blanked', {
    harmless: false,
    fits: (layout) => layout.blanks,
    sheet: (sheet, random) =>
      changeOne(sheet, random, labelled, (row) => ({ ...row, number: '', label: '' })),
  }),
  damage('row-lost', {
    harmless: false,
    sheet: (sheet, random) => changeOne(sheet, random, labelled, (row) => ({ ...row, lost: 'absent' })),
  }),
  headingLost('overview'),
  headingLost('proactiveDisclosure'),
  headingLost('applications'),
  headingLost('disputes'),
  headingLost('problems'),
  headingLost('otherMatters'),
  damage('headings-lost', {
    harmless: false,
    sheet: (sheet) => mapSections(sheet, (each) => ({ ...each, heading: undefined })),
  }),
];

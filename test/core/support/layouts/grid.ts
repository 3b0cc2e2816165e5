import type { TableId } from '../../../../server/form/form';
import type { Sheet, SheetRow } from './sheet';

export type Role = 'head' | 'group' | 'label' | 'value';

/** A cell of a printed table with what it spans, as in the source of a web page. `lost` leaves its place but not itself. */
export interface GridCell {
  readonly role: Role;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly lost: boolean;
}

export type GridRow = readonly GridCell[];

/** A printed table: `head` rows, then the body. */
export interface Grid {
  readonly table: TableId;
  readonly caption: string | undefined;
  readonly width: number;
  readonly head: readonly GridRow[];
  readonly body: readonly GridRow[];
}

const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** A cell of a table. */
const cell = (role: Role, text: string, columns = 1, rows = 1): GridCell => ({
  role,
  text,
  columns,
  rows,
  lost: false,
});

/** The tables of a sheet as a word processor has them: 二 and 三 one each, 四 as one or as three. */
export function gridsOf(sheet: Sheet, table: TableId): Grid[] {
  const inked = (row: GridRow): GridRow =>
    row.map((each) => (each.role === 'value' ? each : { ...each, text: sheet.ink(each.text) }));
  return plainGrids(sheet, table).map((grid) => ({
    ...grid,
    caption: grid.caption === undefined ? undefined : sheet.ink(grid.caption),
    head: grid.head.map(inked),
    body: grid.body.map(inked),
  }));
}

function plainGrids(sheet: Sheet, table: TableId): Grid[] {
  if (table === 'proactiveDisclosure') return [disclosureGrid(sheet)];
  if (table === 'applications') return [applicationsGrid(sheet)];
  return sheet.disputes === 'row' ? [disputesGrid(sheet)] : disputeBlocks(sheet);
}

function disclosureGrid(sheet: Sheet): Grid {
  const width = 4;
  const rows = sheet.rows.proactiveDisclosure.filter(({ lost }) => !lost);
  const body: GridRow[] = [];
  let item = '';
  let heads = '';
  for (const row of rows) {
    const columns = columnsOf(sheet, row);
    const own = itemOf(row.id);
    if (own !== item || columns.join() !== heads) {
      if (own !== item) body.push([cell('head', `第二十条第（${own}）项`, width)]);
      body.push(spread('head', ['信息内容', ...columns.map((label) => headText(sheet, label))], width));
      item = own;
      heads = columns.join();
    }
    body.push([...labelCell(row, 1), ...valueCells(row, width - 1)]);
  }
  return { table: 'proactiveDisclosure', caption: undefined, width, head: [], body };
}

/** The item of Article 20 under which a row stands. */
function itemOf(id: string): string {
  if (/regulations|normative/.test(id)) return '一';
  if (/Licenses|otherAdministrative/.test(id)) return '五';
  if (/Penalties|Coercions/.test(id)) return '六';
  return id.endsWith('Fees') ? '八' : '九';
}

/** Cells over the whole width: the last one spans what is left. */
function spread(role: Role, texts: readonly string[], width: number): GridRow {
  return texts.map((text, index) =>
    cell(role, text, index === texts.length - 1 ? width - texts.length + 1 : 1),
  );
}

/** A cell for the label; none where it is lost with its separator. */
function labelCell(row: SheetRow, columns: number): GridRow {
  const lost = row.label === undefined;
  return [{ ...cell('label', lost ? '' : `${row.number}${row.label}`, columns), lost }];
}

function valueCells(row: SheetRow, width: number): GridRow {
  return row.cells.map((text, index) => {
    const columns = index === row.cells.length - 1 ? width - row.cells.length + 1 : 1;
    return { ...cell('value', text ?? '', columns), lost: text === undefined };
  });
}

const columnsOf = (sheet: Sheet, { id }: SheetRow): readonly string[] =>
  sheet.form.tables
    .flatMap(({ rows }) => rows)
    .find((row) => row.id === id)
    ?.columns.map(({ label }) => label) ?? [];

/** A label of the head as the sheet breaks it. Labels of up to three characters are never broken but `vertical`. */
function headText({ head }: Sheet, label: string): string {
  if (head === 'vertical') return [...label].join('\n');
  if (label.length !== 4) return label;
  const halves = [label.slice(0, 2), label.slice(2)];
  if (head === 'spaced') return halves.join(' ');
  return head === 'broken' ? halves.join('\n') : label;
}

function applicationsGrid(sheet: Sheet): Grid {
  const labels = columnsOf(sheet, sheet.rows.applications[0] as SheetRow).map((each) =>
    headText(sheet, each),
  );
  const [person = '', ...others] = labels;
  const total = others.pop() ?? '';
  const last = sheet.head === 'fragments' ? fragmentRows(others) : [others.map((text) => cell('head', text))];
  const head: GridRow[] =
    sheet.head === 'lost'
      ? []
      : [
          [cell('head', note, 3, 2 + last.length), cell('head', '申请人情况', 7)],
          [
            cell('head', person, 1, 1 + last.length),
            cell('head', '法人或其他组织', 5),
            cell('head', total, 1, 1 + last.length),
          ],
          ...last,
        ];
  return { table: 'applications', caption: undefined, width: 10, head, body: applicationRows(sheet) };
}

/** The labels cut into two rows of cells: 商业 | 科研 and below 企业 | 机构. */
function fragmentRows(labels: readonly string[]): GridRow[] {
  const cut = (label: string): number => Math.ceil(label.length / 2);
  return [
    labels.map((label) => cell('head', label.length > 3 ? label.slice(0, cut(label)) : label)),
    labels.map((label) => cell('head', label.length > 3 ? label.slice(cut(label)) : '')),
  ];
}

function applicationRows(sheet: Sheet): GridRow[] {
  const rows = sheet.rows.applications.filter(({ lost }) => !lost);
  const results = rows.filter(({ group }) => group !== undefined);
  const printed = sheet.groups.filter(({ cells }) => cells).length;
  const body: GridRow[] = [];
  let inResults = false;
  let group = 'results';
  for (const row of rows) {
    const lead: GridCell[] = [];
    if (row.group && !inResults) {
      inResults = true;
      lead.push(groupCell(sheet, 'results', results.length + printed));
    }
    if (row.group && row.group !== group) {
      group = row.group;
      const own = sheet.groups.find(({ id }) => id === group);
      // In the 2019 form （六）其他处理 is itself the row.
      const isRow = own !== undefined && row.label === own.label;
      if (own?.cells) {
        body.push([
          ...lead.splice(0),
          cell('label', `${own.number}${own.label}`, 2),
          ...own.cells.map((text) => cell('value', text)),
        ]);
      } else if (group !== 'results' && !isRow) {
        lead.push(groupCell(sheet, group, rows.filter((each) => each.group === group).length));
      }
    }
    const depth = row.group === undefined ? 0 : leads(sheet, row) ? 2 : 1;
    const width = 3 - depth;
    body.push([...lead, ...labelCell(row, width), ...valueCells(row, 7)]);
  }
  return body;
}

/** Says whether a group's own cell stands before a row. */
const leads = (sheet: Sheet, row: SheetRow): boolean => {
  const own = sheet.groups.find(({ id }) => id === row.group);
  return own !== undefined && own.id !== 'results' && !own.cells && own.label !== row.label;
};

function groupCell(sheet: Sheet, id: string, rows: number): GridCell {
  const own = sheet.groups.find((each) => each.id === id);
  return cell('group', `${own?.number ?? ''}${own?.label ?? ''}`, 1, rows);
}

function disputesGrid(sheet: Sheet): Grid {
  const rows = sheet.rows.disputes.filter(({ lost }) => !lost);
  const labels = columnsOf(sheet, sheet.rows.disputes[0] as SheetRow).map((each) => headText(sheet, each));
  const [first, ...suits] = rows;
  const head: GridRow[] =
    sheet.head === 'lost'
      ? []
      : [
          [cell('head', first?.label ?? '', 5), cell('head', '行政诉讼', 5 * suits.length)],
          [
            ...labels.map((text) => cell('head', text, 1, 2)),
            ...suits.map(({ label }) => cell('head', label ?? '', 5)),
          ],
          suits.flatMap(() => labels.map((text) => cell('head', text))),
        ];
  return {
    table: 'disputes',
    caption: undefined,
    width: 5 * rows.length,
    head,
    body: [rows.flatMap((row) => valueCells(row, 5))],
  };
}

function disputeBlocks(sheet: Sheet): Grid[] {
  const rows = sheet.rows.disputes.filter(({ lost }) => !lost);
  const labels = columnsOf(sheet, sheet.rows.disputes[0] as SheetRow).map((each) => headText(sheet, each));
  return rows.map(
    (row): Grid => ({
      table: 'disputes',
      caption: row.id.includes('litigation') ? `行政诉讼（${row.label}）` : (row.label ?? ''),
      width: 5,
      head: [labels.map((text) => cell('head', text))],
      body: [valueCells(row, 5)],
    }),
  );
}

/** The cells of a row that are there. */
export const kept = (row: GridRow): GridCell[] => row.filter(({ lost }) => !lost);

/** A cell's text on one line. */
export const flat = (text: string): string => text.replace(/\n/g, ' ');

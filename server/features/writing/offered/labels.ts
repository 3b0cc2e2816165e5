import { type Row, type Table, type TableId, tableIds, tableOf } from '../../../form/form';
import { rowLine, tableLines } from '../../../form/written';
import { type RowReading, tableReading } from '../../../report/report';
import { tableInWords } from '../../../report/told';
import { lineBreak } from '../../../rules/place';
import { bare } from '../../../rules/structure/support/headings';
import { say } from '../../../text/say';
import { createStops } from '../snippet';
import { type Begun, headOffers } from './heads';
import { begins, nextFirst, type Offer, type Spot } from './spot';

/** The labels of the form that the table lacks which is begun at the place, or all of it; empty where no table belongs. */
export function labelOffers(spot: Spot): Offer[] {
  const id = tableIds.find((each) => each === spot.section?.id);
  const begun = id && begunAt(spot, id);
  if (!begun || isWhole(begun)) return [];
  const words = new Set([...begun.before, ...begun.after]);
  const { rows, headers } = begun.table;
  const isThere =
    (tableReading(spot.analysis.report, id)?.rows.length ?? 0) > 0 ||
    [...rows.map(labelOf), ...headers].some((label) => words.has(bare(label)));
  return [...(isThere ? [] : wholeTable(spot, begun.table)), ...rowOffers(begun), ...headOffers(begun)];
}

/** Whether every cell of the table is there, so that its head is as its writer wants it. */
const isWhole = ({ spot: { analysis }, table }: Begun): boolean =>
  analysis.report.form.cells.every(
    (cell) => cell.table !== table.id || analysis.report.cells[cell.index]?.kind !== 'absent',
  ) && printedRows(analysis, table).length === (tableReading(analysis.report, table.id)?.rows.length ?? 0);

/** The rows that the text has; not what was taken for one only because a line of empty cells stands in its place. */
const printedRows = ({ report }: Spot['analysis'], { id, rows }: Table): readonly RowReading[] =>
  tableReading(report, id)?.rows.filter(({ row, label }) => {
    const { firstCell = 0, columns = [] } = rows[row] ?? {};
    const cells = report.cells.slice(firstCell, firstCell + columns.length);
    return label !== undefined || cells.some(({ kind }) => kind !== 'blank');
  }) ?? [];

function begunAt(spot: Spot, id: TableId): Begun | undefined {
  const { section, analysis, style, cell, offset } = spot;
  if (!section) return undefined;
  const form = tableReading(analysis.report, id) ? analysis.report.form : style.form;
  const cellsIn = (start: number, end: number): string[] =>
    analysis.text
      .slice(start, end)
      .split(/[\r\n\t|]/u)
      .flatMap((each) => bare(each) || []);
  return {
    spot,
    table: tableOf(form, id),
    before: cellsIn(section.start, cell.start),
    after: cellsIn(offset, section.end),
  };
}

const labelOf = ({ number, label }: Pick<Row, 'number' | 'label'>): string => `${number}${label}`;

/** The table with 0 in every cell; figures are stops. */
function wholeTable(spot: Spot, { id, name }: Table): Offer[] {
  const { style, line, lead, analysis } = spot;
  // What is typed begins the Chinese words, in whatever tongue they are shown.
  if (!spot.endsLine || lead.includes('|') || !begins(spot, line, `${name}（全表，填 0）`)) return [];
  const label = say`${tableInWords(id)}（全表，填 0）`;
  const end = lineBreak(analysis.text);
  const stops = createStops();
  const text = tableLines(style.form, id, style.cells).join(end);
  const snippet = tableLines(style.form, id, style.cells, { figure: () => stops('0') }).join(end);
  const detail = say`${tableInWords(id)}还没有写；照统一格式的行和列写上，数字先填 0`;
  return [{ kind: 'table', label, text, snippet, span: line, detail }];
}

/** A label that has a line to itself, or is the first of one. */
interface Leading {
  readonly label: string;
  /** The same without its number. */
  readonly words: string;
  readonly row?: Row;
}

/** The labels of the rows and of what stands over them, in the order in which they are printed. */
function leadingLabels({ rows, groups, headers }: Table): Leading[] {
  const printed = new Set<string>();
  const once = (label: string, words: string): Leading[] => {
    if (label === '' || printed.has(label)) return [];
    printed.add(label);
    return [{ label, words }];
  };
  return rows.flatMap((row) => {
    const group = groups.find(({ id }) => id === row.group);
    const isOwn = group && labelOf(group) === labelOf(row);
    const captioned = headers.includes(row.under) ? once(row.under, row.under) : [];
    const headed = group && !isOwn ? once(labelOf(group), group.label) : [];
    return [...captioned, ...headed, { label: labelOf(row), words: row.label, row }];
  });
}

function rowOffers({ spot, table, before, after }: Begun): Offer[] {
  const { line, style, analysis } = spot;
  const isBeside = table.sideBySide && style.cells !== 'markdown';
  if (!spot.endsLine || spot.cell.start > line.start || isBeside) return [];
  const placed = new Map(
    printedRows(analysis, table).map(({ row, label, span }) => [table.rows[row], label ?? span]),
  );
  const isOther = (row: Row | undefined): boolean => {
    const at = placed.get(row);
    return at !== undefined && (at.end <= line.start || at.start >= line.end);
  };
  const isBefore = ({ label, row }: Leading): boolean =>
    before.includes(bare(label)) || (isOther(row) && (placed.get(row)?.end ?? 0) <= line.start);
  return nextFirst(leadingLabels(table), isBefore)
    .filter(
      ({ label, row }) => !before.includes(bare(label)) && !after.includes(bare(label)) && !isOther(row),
    )
    .flatMap(({ label, words, row }): Offer[] => {
      if (!begins(spot, line, label, words)) return [];
      const name = tableInWords(table.id);
      const detail = row ? say`${name}里还没有的行` : say`${name}里还没有的栏目`;
      return [{ kind: 'label', label, span: line, detail, ...(row ? written(spot, row) : { text: label }) }];
    });
}

/** A row as it is written at a place: with a 0 for each figure where a row is a line. */
function written({ style, lead, analysis, section }: Spot, row: Row): { text: string; snippet?: string } {
  const isTabular = /[\t|]/u.test(analysis.text.slice(section?.start, section?.end));
  if (!isTabular && analysis.report.tables.length > 0) return { text: labelOf(row) };
  const stops = createStops();
  const [text, snippet] = [rowLine(row, style.cells), rowLine(row, style.cells, () => stops('0'))].map(
    (each) => (lead.includes('|') ? each.replace(/^\| /u, '') : each),
  );
  return { text: text ?? '', ...(snippet && { snippet }) };
}

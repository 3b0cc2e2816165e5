import type { Analysis } from '../../analysis';
import {
  type Column,
  type Equation,
  type Form,
  type Row,
  rowAndColumn,
  type SectionId,
  type TableId,
  tableOf,
} from '../../form/form';
import { type Guide, guideOf } from '../../form/guide';
import type { Explanation } from '../../form/guide-basis';
import { headingText } from '../../form/written';
import { type Cell, type Report, valueOf } from '../../report/report';
import { cellInWords, cellOfTable, inARow, pathInWords } from '../../report/told';
import { mayBePrinted } from '../../report/unread';
import { literally } from '../../text/markdown';
import { listed, said, say } from '../../text/say';
import type { Span } from '../../text/span';
import { locate, type Place } from '../places/locate';
import { causeElsewhere, unwatchedHere } from './causes';
import { claimHover } from './claim-hover';
import { type Content, inMarkdown } from './explanation';

/** An explanation of what stands somewhere, in Markdown. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * Explains what stands at `offset`: what is counted there, what is usually confused, what it rests on, and how it enters the
 * equations now; of a number of the text what it was compared with. Answers undefined where nothing of the form stands.
 */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const place = locate(analysis, offset);
  if (!place) return claimHover(analysis, offset);
  return { span: place.span, markdown: inMarkdown(analysis.report, contentOf(analysis, place)) };
}

/** Explains a cell of a report by its index, whether it is printed or not. */
export function cellInMarkdown(analysis: Analysis, index: number): string {
  const cell = analysis.report.cells[index];
  return cell ? inMarkdown(analysis.report, cellContent(analysis, index, cell)) : '';
}

/** Explains what the form asks for in a cell, whatever a report says there. */
export function askedInMarkdown(report: Report, index: number): string {
  const { form } = report;
  const { row, column } = rowAndColumn(form, index);
  const explanations = explanationsOf(report, form.cells[index]?.table ?? 'applications', row, column);
  return inMarkdown(report, {
    title: `**${cellOfTable(form, index)}**`,
    paragraphs: explanations.map(({ counts }) => said(counts)),
    explanations,
    questions: 'answered',
    equations: [],
  });
}

function contentOf(analysis: Analysis, place: Place): Content {
  const { report } = analysis;
  switch (place.kind) {
    case 'cell':
      return cellContent(analysis, place.index, place.cell);
    case 'row':
      return rowContent(analysis, place.table, place.row);
    case 'group':
      return groupContent(report, place.table, place.id);
    case 'column':
      return columnContent(report, place.table, place.id);
    case 'section':
      return sectionContent(report, place.id);
  }
}

function cellContent(analysis: Analysis, index: number, cell: Cell): Content {
  const { report, text } = analysis;
  const { form } = report;
  const { row, column } = rowAndColumn(form, index);
  const table = form.cells[index]?.table ?? 'applications';
  const explanations = explanationsOf(report, table, row, column);
  const [first, second] = explanations;
  return {
    title: say`**${pathInWords(table, row.name, column.label)}**　${figure(text, cell, column.unit)}`,
    paragraphs: [
      causeElsewhere(analysis, index),
      unwatchedHere(analysis, index),
      absentBehind(report, cell),
      countsOf(first),
      second ? say`「${column.label}」列：${countsOf(second)}` : '',
      mergedHere(report, table, row),
    ],
    explanations,
    // A figure is looked at for what it adds up to: what is asked of its row and column is answered at their names.
    questions: 'named',
    equations: equationsOf(form, [index]),
  };
}

/** Says so where a report counts the rows of a group in this row alone. */
function mergedHere({ form, cells }: Report, table: TableId, row: Row): string {
  const { groups, rows } = tableOf(form, table);
  const merged = rows.filter(
    (other) => other.group === row.group && cells[other.firstCell]?.kind === 'merged',
  );
  const group = groups.find(({ id }) => id === row.group);
  return group && merged.length > 0
    ? say`这份报告的「${group.label}」沿用旧格式的一行，${inARow(merged.map(({ name }) => `「${name}」`))}也数在这里。`
    : '';
}

/** Names what would stand directly behind a cell and is not in the text: that itself can be pointed at nowhere. */
function absentBehind(report: Report, { span }: Cell): string {
  const { form, cells } = report;
  const absent = form.cells.filter(({ index }) => {
    const cell = cells[index];
    return cell?.kind === 'absent' && cell.span.start === span.end && !mayBePrinted(report, index);
  });
  const names = absent.slice(0, 2).map(({ index }) => cellInWords(form, index));
  if (names.length === 0) return '';
  return absent.length > names.length
    ? say`这里往后缺 ${absent.length} 格：${listed(names)}等。`
    : say`这里往后缺 ${absent.length} 格：${listed(names)}。`;
}

function rowContent({ report, text }: Analysis, table: TableId, rowIndex: number): Content {
  const { form } = report;
  const row = tableOf(form, table).rows[rowIndex];
  if (!row) throw new Error(`form ${form.edition} has no row ${rowIndex} in ${table}`);
  const group = tableOf(form, table).groups.find(({ id }) => id === row.group);
  const head = group ? `${group.number}${group.label}` : '';
  const title = pathInWords(table, head, `${row.number}${row.label}`);
  const [only, ...others] = row.columns;
  const cell = report.cells[row.firstCell];
  const explanation = guideFor(report).rows[row.id];
  return {
    title:
      only && others.length === 0 && cell
        ? say`**${title}**　${figure(text, cell, only.unit)}`
        : `**${title}**`,
    paragraphs: [countsOf(explanation), mergedHere(report, table, row)],
    explanations: explanation ? [explanation] : [],
    questions: 'answered',
    equations: equationsOf(form, cellsOf(row)),
  };
}

function groupContent(report: Report, table: TableId, id: string): Content {
  const { form } = report;
  const group = tableOf(form, table).groups.find((each) => each.id === id);
  const rows = tableOf(form, table).rows.filter((row) => row.group === id);
  const explanation = guideFor(report).groups[id];
  // A group that states its own sum (the group of all results) needs none made up; a single row needs none either.
  const own = rows.filter((row) => row.id === `${table}.${id}.total`);
  const sums = own.length > 0 ? own : rows;
  return {
    title: `**${pathInWords(table, `${group?.number}${group?.label}`)}**`,
    paragraphs: [countsOf(explanation), own.length > 0 || rows.length < 2 ? '' : subtotal(report, rows)],
    explanations: explanation ? [explanation] : [],
    questions: 'answered',
    equations: equationsOf(form, sums.flatMap(cellsOf)),
  };
}

/** What the form does not print, but texts like to state: how many the rows of a group are together. */
function subtotal(report: Report, rows: readonly Row[]): string {
  const totals = rows.map((row) => valueOf(report.cells[row.firstCell + row.columns.length - 1]));
  const sum = totals.reduce<number>((all, value) => all + (value ?? 0), 0);
  const note = totals.includes(null) ? say`（有空白或读不出的格，按 0 算）` : '';
  return say`这一组 ${rows.length} 行的「总计」相加是 ${sum}${note}。`;
}

function columnContent(report: Report, table: TableId, id: string): Content {
  const { form } = report;
  const rows = tableOf(form, table).rows;
  const label = rows.flatMap((row) => row.columns).find((column) => column.id === id)?.label ?? '';
  const cells = rows.flatMap((row) => {
    const at = row.columns.findIndex((column) => column.id === id);
    return at < 0 ? [] : [row.firstCell + at];
  });
  const explanation = guideFor(report).columns[table][id];
  return {
    title: `**${pathInWords(table, label)}**`,
    paragraphs: [countsOf(explanation)],
    explanations: explanation ? [explanation] : [],
    questions: 'answered',
    equations: equationsOf(form, cells),
  };
}

function sectionContent(report: Report, id: SectionId): Content {
  const { form } = report;
  const section = form.sections.find((each) => each.id === id);
  const explanation = guideFor(report).sections[id];
  return {
    title: say`**${section ? headingText(section) : ''}**`,
    paragraphs: [countsOf(explanation)],
    explanations: [explanation],
    questions: 'answered',
    equations: form.equations.filter(({ table }) => table === id),
  };
}

/** Of the row, and of the column where the row has several. */
function explanationsOf(report: Report, table: TableId, row: Row, column: Column): Explanation[] {
  const guide = guideFor(report);
  const both = [guide.rows[row.id], row.columns.length > 1 ? guide.columns[table][column.id] : undefined];
  return both.filter((each) => each !== undefined);
}

const guideFor = ({ form, year }: Report): Guide => guideOf(form.edition, year?.value);

const cellsOf = (row: Row): number[] => row.columns.map((_, at) => row.firstCell + at);

/** The equations that any of the cells enters, in the form's order. */
function equationsOf(form: Form, cells: readonly number[]): Equation[] {
  const indices = new Set(cells.flatMap((cell) => form.equationsOf[cell] ?? []));
  return form.equations.filter(({ index }) => indices.has(index));
}

const countsOf = (explanation: Explanation | undefined): string => said(explanation?.counts ?? '');

const measured = (value: number, unit: Column['unit']): string =>
  unit === '件' ? say`${value} 件` : say`${value} 万元`;

/** What a cell says, with its unit; of a cell without a number why it has none. */
function figure(text: string, cell: Cell, unit: Column['unit']): string {
  const printed = literally(text.slice(cell.span.start, cell.span.end).trim());
  switch (cell.kind) {
    case 'count':
      return measured(cell.value, unit);
    case 'blank':
      return say`空白，没有填数`;
    case 'mark':
      return say`「${printed}」，不是数字`;
    case 'text':
      return cell.value === undefined
        ? say`「${printed}」，读不出数`
        : say`「${printed}」，读作 ${measured(cell.value, unit)}`;
    case 'unread':
      return say`没有读出：表中有数字对不上格，看不出哪个是这一格的`;
    case 'absent':
      return say`缺失，文中没有这一格`;
    case 'merged':
      return say`与「其他处理」合为一行，没有单列`;
  }
}

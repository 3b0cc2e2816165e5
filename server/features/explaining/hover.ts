import type { Analysis } from '../../analysis';
import {
  type Column,
  describeCell,
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
import { mayBePrinted } from '../../report/unread';
import { literally } from '../../text/markdown';
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
    title: `**${titleOf(form, table, row.name, column.label)}**　${figure(text, cell, column.unit)}`,
    paragraphs: [
      causeElsewhere(analysis, index),
      unwatchedHere(analysis, index),
      absentBehind(report, cell),
      first?.counts ?? '',
      second ? `「${column.label}」列：${second.counts}` : '',
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
    ? `这份报告的「${group.label}」沿用旧格式的一行，${merged.map(({ name }) => `「${name}」`).join('')}也数在这里。`
    : '';
}

/** Names what would stand directly behind a cell and is not in the text: that itself can be pointed at nowhere. */
function absentBehind(report: Report, { span }: Cell): string {
  const { form, cells } = report;
  const absent = form.cells.filter(({ index }) => {
    const cell = cells[index];
    return cell?.kind === 'absent' && cell.span.start === span.end && !mayBePrinted(report, index);
  });
  const names = absent.slice(0, 2).map(({ index }) => describeCell(form, index));
  if (names.length === 0) return '';
  return `这里往后缺 ${absent.length} 格：${names.join('、')}${absent.length > names.length ? '等' : ''}。`;
}

function rowContent({ report, text }: Analysis, table: TableId, rowIndex: number): Content {
  const { form } = report;
  const row = tableOf(form, table).rows[rowIndex];
  if (!row) throw new Error(`form ${form.edition} has no row ${rowIndex} in ${table}`);
  const group = tableOf(form, table).groups.find(({ id }) => id === row.group);
  const title = `**${titleOf(form, table, group ? `${group.number}${group.label}` : '', `${row.number}${row.label}`)}**`;
  const [only, ...others] = row.columns;
  const cell = report.cells[row.firstCell];
  const explanation = guideFor(report).rows[row.id];
  return {
    title: only && others.length === 0 && cell ? `${title}　${figure(text, cell, only.unit)}` : title,
    paragraphs: [explanation?.counts ?? '', mergedHere(report, table, row)],
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
    title: `**${titleOf(form, table, `${group?.number}${group?.label}`)}**`,
    paragraphs: [explanation?.counts ?? '', own.length > 0 || rows.length < 2 ? '' : subtotal(report, rows)],
    explanations: explanation ? [explanation] : [],
    questions: 'answered',
    equations: equationsOf(form, sums.flatMap(cellsOf)),
  };
}

/** What the form does not print, but texts like to state: how many the rows of a group are together. */
function subtotal(report: Report, rows: readonly Row[]): string {
  const totals = rows.map((row) => valueOf(report.cells[row.firstCell + row.columns.length - 1]));
  const sum = totals.reduce<number>((all, value) => all + (value ?? 0), 0);
  const note = totals.includes(null) ? '（有空白或读不出的格，按 0 算）' : '';
  return `这一组 ${rows.length} 行的「总计」相加是 ${sum}${note}。`;
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
    title: `**${titleOf(form, table, label)}**`,
    paragraphs: [explanation?.counts ?? ''],
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
    title: `**${section ? headingText(section) : ''}**`,
    paragraphs: [explanation.counts],
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

const titleOf = (form: Form, table: TableId, ...parts: string[]): string =>
  [tableOf(form, table).name, ...parts.filter((part) => part !== '')].join(' · ');

/** What a cell says, with its unit; of a cell without a number why it has none. */
function figure(text: string, cell: Cell, unit: Column['unit']): string {
  const printed = literally(text.slice(cell.span.start, cell.span.end).trim());
  switch (cell.kind) {
    case 'count':
      return `${cell.value} ${unit}`;
    case 'blank':
      return '空白，没有填数';
    case 'mark':
      return `「${printed}」，不是数字`;
    case 'text':
      return cell.value === undefined
        ? `「${printed}」，读不出数`
        : `「${printed}」，读作 ${cell.value} ${unit}`;
    case 'unread':
      return '没有读出：表中有数字对不上格，看不出哪个是这一格的';
    case 'absent':
      return '缺失，文中没有这一格';
    case 'merged':
      return '与「其他处理」合为一行，没有单列';
  }
}

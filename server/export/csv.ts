import type { Analysis } from '../analysis';
import { rowAndColumn, tableOf } from '../form/form';
import { valueOf } from '../report/report';
import type { Whose } from './json';
import { printedIn } from './printed';
import { type State, statesOf } from './states';

// Tables as data has them: a row for each cell of the form, the same for every report. RFC 4180, with the mark by which spreadsheets know UTF-8.

const byteOrderMark = '\ufeff';
const head = ['文件', '份', '机关', '年度', '格式', '表', '行', '列', '单位', '数', '情况', '原文', '标识'];

/** How it is told what a cell holds. */
const states: Readonly<Record<State, string>> = {
  count: '数字',
  noted: '有附注',
  blank: '空白',
  mark: '记号',
  text: '文字',
  absent: '缺',
  unread: '未读出',
  merged: '并入他行',
};

/** The cells of a report, a line each; a table that was not found has its cells as well, each 缺, or 未读出 where it is printed all the same. */
export function exportCsv({ file, part }: Whose, { report, text }: Analysis): string {
  const { form, cells, agency, year } = report;
  const whose = [file, part, agency?.value, year?.value, form.edition];
  const stateOf = statesOf(report, text);
  return form.cells
    .map(({ index, table, path, unit }) => {
      const { row, column } = rowAndColumn(form, index);
      const place = [tableOf(form, table).name, row.name, column.label, unit];
      return csvLine([
        ...whose,
        ...place,
        valueOf(cells[index]),
        states[stateOf(index)],
        printedIn(report, index),
        path,
      ]);
    })
    .join('');
}

/** A line of CSV; null is an empty field. */
export function csvLine(fields: readonly (string | number | null | undefined)[]): string {
  return `${fields.map((field) => (typeof field === 'string' ? quoted(harmless(field)) : (field ?? ''))).join(',')}\r\n`;
}

/** Spreadsheets take it for a formula, whoever wrote it. */
const formula = /^[=+\-@＝＋－＠\t\r]/u;
/** What begins in the same way and is none: a number, and a dash alone. */
const isPlain = /^(?:[-+]?\d+(?:\.\d+)?|[-－])$/u;

/** A text behind the sign with which spreadsheets begin a text, where they would take it for a formula. */
const harmless = (text: string): string => (formula.test(text) && !isPlain.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What stands before the first report. */
export const csvHead = `${byteOrderMark}${csvLine(head)}`;

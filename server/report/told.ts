import { type Equation, type Form, rowAndColumn, type TableId } from '../form/form';
import { mark, said, say, sentence } from '../text/say';

// How readers are told of places of the form, in their tongue: its own words in 「」, as the form has them.

const tableNames: Readonly<Record<TableId, string>> = {
  proactiveDisclosure: mark`表二`,
  applications: mark`表三`,
  disputes: mark`表四`,
};

/** What people call a table: 表三. */
export const tableInWords = (id: TableId): string => said(tableNames[id]);

/** The row and column of a cell, e.g. 「本年新收」行「自然人」列. */
export function cellInWords(form: Form, index: number): string {
  const { row, column } = rowAndColumn(form, index);
  return row.columns.length === 1 ? `「${row.name}」` : say`「${row.name}」行「${column.label}」列`;
}

/** The same with the table before it, e.g. 表三「本年新收」行「自然人」列. */
export const cellOfTable = (form: Form, index: number): string =>
  say`${tableInWords(form.cells[index]?.table ?? 'applications')}${cellInWords(form, index)}`;

/** Where an equation stands: 「本年新收」行, 「自然人」列. */
export function equationInWords(form: Form, { rule, left: [first = -1], name }: Equation): string {
  if (first < 0) return name;
  const { row, column } = rowAndColumn(form, first);
  const isAlongRow = rule === 'row-total' || rule === 'disputes-total';
  return isAlongRow ? say`「${row.name}」行` : say`「${column.label}」列`;
}

/** The words of a place one behind the other, as a title has them: 表三 · 本年新收 · 自然人. */
export const pathInWords = (table: TableId, ...parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .reduce((path, part) => say`${path} · ${part}`, sentence(tableInWords(table)));

/** Clauses of a sentence one behind the other: 甲；乙. */
export const clauses = (texts: readonly string[]): string => texts.join(said(semicolon));

/** Short remarks one behind the other: 甲，乙. */
export const remarks = (texts: readonly string[]): string => texts.join(said(comma));

/** Texts that end by themselves one behind the other: 「甲」「乙」; at least one. */
export const inARow = (texts: readonly string[]): string => texts.reduce((all, text) => say`${all}${text}`);

const semicolon = mark`；`;
const comma = mark`，`;

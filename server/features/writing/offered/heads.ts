import type { Row, Table } from '../../../form/form';
import { headLines } from '../../../form/written';
import { tableInWords } from '../../../report/told';
import { lineStart } from '../../../rules/place';
import { bare } from '../../../rules/structure/support/headings';
import { say } from '../../../text/say';
import { begins, nextFirst, type Offer, type Spot } from './spot';

/** A table in whose section somebody writes. */
export interface Begun {
  readonly spot: Spot;
  readonly table: Table;
  /** The cells of the section's lines, for comparison: before the place and behind it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The labels of columns and what stands above them, in a head that has no figures yet. */
export function headOffers({ spot, table, before, after }: Begun): Offer[] {
  const { cell } = spot;
  if (!spot.endsCell) return [];
  const under = table.rows.findLast((row) => row.under && before.includes(bare(row.under)))?.under;
  const isBeside = table.sideBySide;
  const part = table.rows.filter((row) => isBeside || under === undefined || row.under === under);
  const head = under === undefined || isBeside ? before : before.slice(before.lastIndexOf(bare(under)) + 1);
  if (head.some((each) => /^\d+$/u.test(each))) return [];
  if (!isBeside && part.some(({ number, label }) => head.includes(bare(`${number}${label}`)))) return [];
  const columns = part[0]?.columns.map(({ label }) => label) ?? [];
  const others = isBeside ? kindsOf(part) : headersOf(table);
  const last = head.at(-1) ?? '';
  // Outcomes stand under each kind of dispute.
  const isPrinted = (label: string): boolean =>
    !(isBeside && columns.includes(label)) && [...head, ...after].includes(bare(label));
  const isBefore = (label: string): boolean => (isBeside ? bare(label) === last : head.includes(bare(label)));
  return nextFirst([...others, ...columns], isBefore)
    .filter((label) => !isPrinted(label) && begins(spot, cell, label))
    .map((label) => ({
      kind: 'label',
      label,
      text: inItsColumn(spot, table, label),
      span: cell,
      detail: say`${tableInWords(table.id)}表头的栏目`,
    }));
}

const kindsOf = (rows: readonly Row[]): string[] => [
  ...new Set([...rows.map((row) => row.under || row.label), ...rows.map(({ label }) => label)]),
];

const longestHeader = 10;

/** What stands in the head above the columns; the note about sums is too long to be begun, and stands over rows no part. */
const headersOf = ({ headers, rows }: Table): string[] =>
  headers.filter(
    (each) =>
      each.length <= longestHeader && !each.includes('勾稽') && !rows.some(({ under }) => under === each),
  );

/**
 * A label of the head behind as many tabs or pipes as bring it to the column that it heads, where its line is written as the form has
 * it so far: the cells that a label reaches over stand empty behind it.
 */
function inItsColumn({ analysis, cell, section, style }: Spot, table: Table, label: string): string {
  const { text } = analysis;
  const from = lineStart(text, cell.start);
  const above = text.slice(section?.start, from).split(/\r?\n/u).map(cellsOf);
  const typed = cellsOf(text.slice(from, cell.start)).slice(0, -1);
  const heads = headLines(style.form, table.id, style.cells);
  const head = heads[heads.findLastIndex((each) => above.some((line) => isSame(line, each))) + 1] ?? [];
  const at = head.indexOf(label, typed.length);
  if (at < 0 || !isSame(typed, head.slice(0, at))) return label;
  return (text.slice(from, cell.start).includes('|') ? '| ' : '\t').repeat(at - typed.length) + label;
}

const cellsOf = (line: string): string[] => line.split(/[\t|]/u).map(bare);

/** Whether a line has the labels of a head, whatever stands empty between them and whether or not its note does. */
function isSame(line: readonly string[], head: readonly string[]): boolean {
  const labels = head.map(bare).filter(Boolean);
  const printed = line.filter(Boolean);
  return printed.at(-1) === labels.at(-1) && printed.every((each) => labels.includes(each));
}

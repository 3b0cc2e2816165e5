import type { Form, SectionId, TableId } from '../../../server/form/form';
import { type Cell, type Report, tableReading } from '../../../server/report/report';
import type { Layout } from './layouts/page';
import type { Sheet, SheetRow } from './layouts/sheet';

/** What a cell should be read as: a number for a count, else the kind; `open` is a cell without figure, however read. */
export type ExpectedCell = number | 'blank' | 'mark' | 'text' | 'absent' | 'merged' | 'open';

/** What a reader should make of a sheet in a layout. */
export interface Expectation {
  readonly form: Form;
  readonly agency: string;
  readonly year: number;
  readonly cells: readonly ExpectedCell[];
  /** Runs of cells that the text leaves open: the ways to read them from `first` on that are all right. */
  readonly choices: readonly {
    readonly first: number;
    readonly ways: readonly (readonly ExpectedCell[])[];
  }[];
  /** Sections with a heading, in the order of the text. */
  readonly headed: readonly SectionId[];
  /** Sections whose heading is lost but whose table or text shows them. */
  readonly headless: readonly SectionId[];
  /** Rows whose label is lost: read without one. */
  readonly unlabelled: readonly string[];
  /** How many figures stand in tables and belong to no cell: to be reported. */
  readonly strays: number;
}

const tables: readonly TableId[] = ['proactiveDisclosure', 'applications', 'disputes'];

/** What should be read from `sheet` when it is written down in `layout`. */
export function expectationOf(sheet: Sheet, layout: Layout, strays = 0): Expectation {
  const cells: ExpectedCell[] = [];
  for (const table of tables) {
    for (const row of sheet.rows[table])
      cells.push(...row.cells.map((text) => (row.lost ? row.lost : meaningOf(text, layout, isEmpty(row)))));
  }
  return {
    form: sheet.form,
    agency: sheet.agency,
    year: sheet.year,
    cells,
    choices: layout.places ? [] : choicesOf(sheet, cells),
    headed: sheet.sections.flatMap(({ id, heading }) => (heading === undefined ? [] : [id])),
    headless: sheet.sections.flatMap(({ id, heading }) => (heading === undefined ? [id] : [])),
    unlabelled: tables
      .filter((table) => table !== 'disputes')
      .flatMap((table) => sheet.rows[table].flatMap(({ id, label, lost }) => (label || lost ? [] : [id]))),
    strays,
  };
}

/** A label with no figure is a row that was left empty. */
const isEmpty = ({ cells, label }: SheetRow): boolean =>
  label !== undefined && cells.every((text) => text === undefined);

function meaningOf(text: string | undefined, layout: Layout, isAlone: boolean): ExpectedCell {
  if (text === undefined) return layout.places || isAlone ? 'open' : 'absent';
  if (text === '') return layout.blanks ? 'blank' : 'open';
  if (/^(?:\/|-|—|——|无)$/.test(text)) return 'mark';
  const plain = text
    .normalize('NFKC')
    .replace(/[,* ]|\(.*\)$|(?:件|万元)$/g, '')
    .replace(/^减/, '-');
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : 'text';
}

/** Where one figure of a row is gone and nothing marks its place, every way to fit the others is right that the form allows. */
function choicesOf(sheet: Sheet, cells: readonly ExpectedCell[]): Expectation['choices'] {
  const runs: { first: number; rows: readonly SheetRow[] }[] = [];
  let first = 0;
  for (const table of tables) {
    const rows = sheet.rows[table];
    const units = table === 'disputes' && sheet.disputes === 'row' ? [rows] : rows.map((row) => [row]);
    for (const unit of units) {
      runs.push({ first, rows: unit });
      first += unit.reduce((sum, row) => sum + row.cells.length, 0);
    }
  }
  return runs.flatMap(({ first: start, rows }) => {
    const texts = rows.flatMap((row) => row.cells);
    const missing = texts.filter((text) => text === undefined).length;
    if (missing !== 1 || rows.some((row) => row.lost)) return [];
    return [{ first: start, ways: waysOf(sheet.form, cells, start, texts.length) }];
  });
}

function waysOf(form: Form, cells: readonly ExpectedCell[], first: number, size: number): ExpectedCell[][] {
  const mine = cells.slice(first, first + size).filter((cell) => cell !== 'absent');
  return Array.from({ length: size }, (_, gap) => [
    ...mine.slice(0, gap),
    'absent' as const,
    ...mine.slice(gap),
  ]).filter((way) => {
    const all = [...cells];
    all.splice(first, size, ...way);
    return balances(form, all, first, size);
  });
}

/** Says whether some number in the gap makes all equations of a run of cells hold. */
function balances(form: Form, cells: readonly ExpectedCell[], first: number, size: number): boolean {
  const gap = cells.indexOf('absent', first);
  const touched = new Set(Array.from({ length: size }, (_, at) => form.equationsOf[first + at] ?? []).flat());
  const wanted = new Set<number>();
  for (const index of touched) {
    const equation = form.equations[index];
    if (!equation) continue;
    const sum = (side: readonly number[]): number =>
      side.reduce((total, at) => total + (at === gap ? 0 : Number(cells[at])), 0);
    const difference = sum(equation.right) - sum(equation.left);
    if (Number.isNaN(difference)) continue;
    if (equation.left.includes(gap)) wanted.add(difference);
    else if (equation.right.includes(gap)) wanted.add(-difference);
    else if (difference !== 0) return false;
  }
  return wanted.size <= 1 && [...wanted].every((number) => number >= 0);
}

/** A name with its brackets in their narrow form. */
const narrow = (name: string | undefined): string | undefined => name?.normalize('NFKC');

const shown = (cell: ExpectedCell | Cell | undefined): string => {
  if (typeof cell !== 'object') return String(cell);
  if (cell.kind === 'count') return String(cell.value);
  return cell.kind === 'text' ? `text(${cell.value})` : cell.kind;
};

const fits = (expected: ExpectedCell | undefined, cell: Cell | undefined): boolean => {
  if (expected === undefined || !cell) return false;
  if (expected === 'open') return cell.kind === 'absent' || cell.kind === 'blank';
  return typeof expected === 'number'
    ? cell.kind === 'count' && cell.value === expected
    : cell.kind === expected;
};

/** The cells that were read otherwise than expected, by their index. */
export function wrongCells(report: Report, expected: Expectation): number[] {
  if (report.form !== expected.form) return expected.cells.map((_, index) => index);
  const settled = new Set<number>();
  for (const { first, ways } of expected.choices) {
    const good = ways.some((way) => way.every((cell, at) => fits(cell, report.cells[first + at])));
    // Where the ways have other figures a reader does well to leave a cell open; which 0 is gone makes no difference.
    ways[0]?.forEach((cell, at) => {
      const read = report.cells[first + at];
      const isNone = read?.kind === 'absent' || (read?.kind === 'count' && read.value === 0);
      const isOpen = isNone && ways.some((way) => way[at] !== cell);
      if (good || isOpen) settled.add(first + at);
    });
  }
  return expected.cells.flatMap((cell, index) =>
    settled.has(index) || fits(cell, report.cells[index]) ? [] : [index],
  );
}

/** Those of the wrongly read cells that have a figure all the same, which is worse than none. */
export const misread = (report: Report, wrong: readonly number[]): number[] =>
  wrong.filter((index) => report.cells[index]?.kind === 'count');

/** Everything in which a reading differs from what is expected, in words; empty where it is right. */
export function differences(report: Report, expected: Expectation): string[] {
  const { form } = expected;
  if (report.form !== form) return [`edition ${report.form.edition} for ${form.edition}`];
  const found = wrongCells(report, expected).map(
    (index) =>
      `${form.cells[index]?.path}: ${shown(report.cells[index])} for ${shown(expected.cells[index])}`,
  );
  if (narrow(report.agency?.value) !== narrow(expected.agency)) found.push(`agency: ${report.agency?.value}`);
  if (report.year?.value !== expected.year) found.push(`year: ${report.year?.value}`);
  const ids = (headed: boolean): string =>
    report.sections.flatMap(({ id, heading }) => ((heading !== undefined) === headed ? [id] : [])).join(' ');
  if (ids(true) !== expected.headed.join(' ')) found.push(`sections: ${ids(true)}`);
  if (ids(false) !== expected.headless.join(' ')) found.push(`sections without heading: ${ids(false)}`);
  return [...found, ...labelDifferences(report, expected)];
}

/** How many figures of runs that the text leaves open were not read. */
const leftOpen = (report: Report, { choices }: Expectation): number =>
  choices.reduce((sum, { first, ways }) => {
    const figures = ways[0]?.filter((cell) => typeof cell === 'number').length ?? 0;
    const read = ways[0]?.filter((_, at) => report.cells[first + at]?.kind !== 'absent').length ?? 0;
    return sum + Math.max(0, figures - read);
  }, 0);

function labelDifferences(report: Report, expected: Expectation): string[] {
  const { form, unlabelled, cells, strays } = expected;
  const found: string[] = [];
  for (const { id, rows } of form.tables) {
    const reading = tableReading(report, id);
    if (!reading) found.push(`table ${id} was not found`);
    if (!reading || id === 'disputes') continue;
    for (const [index, row] of rows.entries()) {
      if (row.columns.every((_, at) => /absent|merged/.test(`${cells[row.firstCell + at]}`))) continue;
      const label = reading.rows.find((each) => each.row === index)?.label;
      if (label && unlabelled.includes(row.id)) found.push(`${row.id}: has a label`);
      if (!label && !unlabelled.includes(row.id)) found.push(`${row.id}: has no label`);
    }
  }
  const stray = report.tables.reduce((sum, { unplaced }) => sum + unplaced.length, 0);
  if (stray !== strays + leftOpen(report, expected)) found.push(`unplaced figures: ${stray} for ${strays}`);
  return found;
}

import { type Form, type Table, type TableId, tableIds, tableOf } from '../form/form';
import type { Cell, Report } from '../report/report';
import { behindEntity } from '../text/entities';
import type { Span } from '../text/span';
import { cellOf, fillCells, readingOf } from './cells/cells';
import { draftTable, isDownwards } from './cells/read-table';
import type { Drafting, Page, TableDraft } from './cells/table-draft';
import { type Parsed, readStatements } from './narrative/read-narrative';
import { formOf } from './outline/edition';
import { clean, readFront } from './outline/front-matter';
import type { Heading } from './outline/heading-candidates';
import { findHeadings } from './outline/headings';
import { footStart } from './outline/page-foot';
import { beginningsOf } from './outline/report-boundaries';
import { sectionsOf } from './outline/sections';
import { withPlaces } from './places';
import { findRegions } from './rows/table-regions';
import { withoutDoubtfulThousands } from './rows/thousands';
import { withUniformMarks } from './rows/uniform-marks';
import type { Item } from './tokens/item';
import { itemsOf } from './tokens/labelled-tokens';
import type { Token } from './tokens/token';
import { shownOf, type Unmarked, withoutMarkup } from './view/markup';
import { notesOf } from './view/suppressions';
import { viewWithin } from './view/view';

/** A report states some dozens of numbers; a text that states more is a list, and each costs a look at the tables. */
const mostClaims = 5000;

/**
 * Reads any text as a report. Never throws and loses nothing: what is not found is absent in the report, figures inside a table
 * that no cell took are listed there.
 */
export function parseReport(text: string): Report {
  const unmarked = withoutMarkup(text);
  const { view, items, end, next, headings, form, cells, tables } = readTables(text, unmarked);
  const last = [...headings.map(({ reading }) => reading), ...tables].map(({ span }) => span.end);
  const foot = last.length === 0 ? end : footStart(view, { start: Math.max(...last), end });
  const front = readFront(
    items.filter(({ token }) => token.start < foot),
    view,
    text,
  );
  const from = front.title?.span.end ?? 0;
  const sections = sectionsOf(items, headings, tables, { from, length: foot, view });
  const unread =
    end < text.length ? { start: end, end: text.length, title: next && clean(text, view, next) } : undefined;
  const shown = shownOf(unmarked);
  const read = withWholeEntities(text, { ...front, sections, tables, cells });
  return stating({ form, shown, ...read, unread, notes: notesOf(text) }, { text, view });
}

/** A report with what its sentences state. */
export function stating(
  parsed: Parsed,
  { text, view }: { readonly text: string; readonly view: string },
): Report {
  const { claims, relations } = readStatements(parsed, view);
  const stated = { claims: claims.slice(0, mostClaims), relations: relations.slice(0, mostClaims) };
  return { ...parsed, ...withWholeEntities(text, stated) };
}

/** What was read, with no place within an entity: to a reader it is one character. */
const withWholeEntities = <T>(text: string, read: T): T =>
  text.includes('&') ? withPlaces(read, (place) => behindEntity(text, place)) : read;

/** Reads the tables alone: what a proof needs to know of a text, at half the time of a whole reading. */
export function parseFigures(text: string, draft = draftTable): Pick<Report, 'form' | 'cells' | 'tables'> {
  const { form, cells, tables } = readTables(text, withoutMarkup(text), draft);
  return { form, cells, tables };
}

interface TablesReading extends Pick<Report, 'form' | 'cells' | 'tables'> {
  readonly view: string;
  readonly items: readonly Item[];
  readonly headings: readonly Heading[];
  /** How far the text was read. */
  readonly end: number;
  /** The title of the report that begins there. */
  readonly next: Span | undefined;
}

function readTables(text: string, unmarked: Unmarked, draft = draftTable): TablesReading {
  const seen = viewWithin(unmarked);
  const { text: view } = seen;
  const { items, end, next } = firstReport(itemsOf(seen), view, text);
  const headings = findHeadings(items, view);
  const form = formOf(items, view);
  const drafts = draftTables({ items, form, view }, headings, draft);
  const cells: Cell[] = form.cells.map(() => absentAt(0));
  const tables = withSpilt(drafts).map((draft) => {
    fillCells(draft, cells, items);
    return readingOf({ ...draft, rest: fillHoles(draft, form, cells) }, items);
  });
  withoutDoubtfulThousands(cells, form, view);
  withUniformMarks(cells, view);
  return { view, items, end, next, headings, form, cells, tables };
}

/** Of several reports in one text the first is read; the reading says where it stopped. */
function firstReport(
  read: ReturnType<typeof itemsOf>,
  view: string,
  text: string,
): ReturnType<typeof itemsOf> & { readonly next: Span | undefined } {
  const [another] = beginningsOf(read.items, view, text);
  return another
    ? { items: read.items.slice(0, another.index), end: another.start, next: another.title }
    : { ...read, next: undefined };
}

const absentAt = (at: number): Cell => ({ kind: 'absent', span: { start: at, end: at } });

function draftTables(
  page: Omit<Page, 'downwards'>,
  headings: readonly Heading[],
  draftTable: Drafting,
): TableDraft[] {
  const { items, form, view } = page;
  const byTable = new Map(
    headings.flatMap(({ id, item }) =>
      tableIds.includes(id as TableId) ? [[id as TableId, item] as const] : [],
    ),
  );
  const barriers = new Set(headings.map(({ item }) => item));
  const regions = findRegions(items, view, byTable, barriers);
  const draft = (table: Table, downwards: boolean): TableDraft | undefined => {
    const region = regions.get(table.id);
    return region && region.to > region.from ? draftTable({ ...page, downwards }, region, table) : undefined;
  };
  // 表三 first: its sums tell how the figures of all three tables run.
  const applications = draft(tableOf(form, 'applications'), false);
  const downwards = applications !== undefined && isDownwards(applications);
  return form.tables.flatMap(
    (table) => (table.id === 'applications' ? applications : draft(table, downwards)) ?? [],
  );
}

/**
 * The figure of the last row of 表二 may stand behind the heading of 表三, before all that this has: it is no figure of 表三 if this has all
 * of its own.
 */
function withSpilt(drafts: readonly TableDraft[]): readonly TableDraft[] {
  const [disclosure, applications] = ['proactiveDisclosure', 'applications'].map((id) =>
    drafts.find(({ table }) => table.id === id),
  );
  const index = (disclosure?.table.rows.length ?? 0) - 1;
  const row = disclosure?.table.rows[index];
  const [figure, ...others] = applications?.rest ?? [];
  const label = disclosure?.labels.get(index);
  if (!disclosure || !applications || !row || !figure || !label?.full) return drafts;
  const isFirst = applications.rows.every((each) => each?.entries.every(({ start }) => start > figure.start));
  if (
    disclosure.rows[index] ||
    disclosure.rest.length > 0 ||
    row.columns.length > 1 ||
    others.length > 0 ||
    !isFirst
  )
    return drafts;
  const placed = { row: index, entries: [figure], ways: [[0]], group: undefined };
  const rows = disclosure.table.rows.map((_, at) => (at === index ? placed : disclosure.rows[at]));
  return drafts.map((draft) =>
    draft === disclosure ? { ...draft, rows } : draft === applications ? { ...draft, rest: [] } : draft,
  );
}

/**
 * A figure that was torn from its row (a page break, a column that a converter lost) and stands alone inside the table goes to the
 * one open cell whose equation asks for just this number. Answers the figures that are still left over.
 */
function fillHoles(draft: TableDraft, form: Form, cells: Cell[]): readonly Token[] {
  if (draft.rest.length === 0 || draft.rest.length > 3) return draft.rest;
  const holes = form.cells.filter(({ index, table }) => {
    const kind = cells[index]?.kind;
    return table === draft.table.id && (kind === 'absent' || kind === 'blank');
  });
  if (holes.length === 0 || holes.length > draft.rest.length) return draft.rest;
  const used = new Set<Token>();
  for (const hole of holes) {
    const wanted = impliedAt(hole.index, form, cells);
    const fitting = draft.rest.filter(
      (token) => token.value?.kind === 'count' && token.value.number === wanted && !used.has(token),
    );
    const [token] = fitting;
    const column = draft.table.rows[hole.row]?.columns[hole.column];
    if (!token || !column || fitting.length > 1) continue;
    cells[hole.index] = cellOf(token, column);
    used.add(token);
  }
  return draft.rest.filter((token) => !used.has(token));
}

/** The number that the equations of a cell agree on; undefined where they do not, or cannot tell. */
function impliedAt(index: number, form: Form, cells: readonly Cell[]): number | undefined {
  const numbers = (form.equationsOf[index] ?? []).flatMap((at) => {
    const equation = form.equations[at];
    if (!equation) return [];
    const side = (own: readonly number[]): number =>
      own.reduce((sum, each) => {
        const cell = cells[each];
        return each === index || cell?.kind === 'merged'
          ? sum
          : sum + (cell?.kind === 'count' ? cell.value : Number.NaN);
      }, 0);
    const difference = equation.left.includes(index)
      ? side(equation.right) - side(equation.left)
      : side(equation.left) - side(equation.right);
    return Number.isNaN(difference) ? [] : [difference];
  });
  const [first] = numbers;
  return first !== undefined && first >= 0 && numbers.every((each) => each === first) ? first : undefined;
}

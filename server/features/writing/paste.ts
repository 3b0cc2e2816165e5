import type { Analysis } from '../../analysis';
import { edition2019 } from '../../form/edition-2019';
import { edition2021 } from '../../form/edition-2021';
import { tableOf } from '../../form/form';
import { type RowLayout, tableLines } from '../../form/written';
import { parseReport } from '../../parse/parse';
import type { KnownRow } from '../../parse/view/source-cells';
import { viewOf } from '../../parse/view/view';
import { type Cell, type Report, valueOf } from '../../report/report';
import { lineBreak, lineEnd, lineStart } from '../../rules/place';
import { isSource } from '../../rules/structure/support/additions';
import { bare } from '../../rules/structure/support/headings';
import { lineIn, plainIn } from '../../text/plain';
import type { Span } from '../../text/span';
import { spotAt } from './offered/spot';
import { type PastedRow, pastedLines } from './pasted-table';

/** So long a piece of a page is no report's. */
const longest = 2_000_000;

/**
 * What is written in the place of `span` when the piece of a page `html` is pasted there: its tables as rows in `layout`, that of the
 * text where none is given, what stands around them as lines. Undefined where it has no table of the form, where the text is itself the source of a page, and where
 * the rows would not be read as the same cells.
 */
export function pasted(
  analysis: Analysis,
  span: Span,
  html: string,
  layout: RowLayout = spotAt(analysis, span.start).style.cells,
): string | undefined {
  const { text } = analysis;
  if (html.length > longest || isSource(text)) return undefined;
  const lines = linesFrom(html, layout);
  if (!lines) return undefined;
  const end = lineBreak(text);
  const before = text.slice(lineStart(text, span.start), span.start).trim() === '' ? '' : end;
  const after = text.slice(span.end, lineEnd(text, span.end)).trim() === '' ? '' : end;
  return `${before}${lines.join(end)}${after}`;
}

/** The lines of a piece of a page in a layout; undefined where it has no table of the form, or the lines would say something else. */
export function linesFrom(html: string, layout: RowLayout): readonly string[] | undefined {
  // The head of a page is not what was copied, nor is what a word processor shows as struck out.
  const body = html.slice(Math.max(0, html.search(/<body[\s>]/iu)));
  const source = withoutDeleted(body);
  const report = parseReport(source);
  const { rows } = viewOf(source);
  const isForm =
    report.tables.some((table) => table.rows.some(({ label }) => label)) ||
    rows.some((row) => rowOf(report, row).labels !== undefined);
  if (rows.length === 0 || report.unread || !isForm) return undefined;
  const lines: string[] = [];
  let at = 0;
  for (const group of tablesOf(report, rows)) {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) continue;
    lines.push(...proseIn(report, { start: at, end: first.start }, layout));
    const table = linesOf(report, group, layout);
    lines.push(...(layout === 'markdown' && lines.length > 0 ? ['', ...table, ''] : table));
    at = last.end;
  }
  lines.push(...proseIn(report, { start: at, end: source.length }, layout));
  return isSame(report, parseReport(lines.join('\n'))) ? lines : undefined;
}

function withoutDeleted(page: string): string {
  const [first = '', ...others] = page.split(/<del(?=[\s>])/iu);
  return first + others.map((piece) => piece.slice(Math.max(0, piece.search(/<\/del>/iu)))).join('');
}

/** Shorter ones (其他, 总计) are labels of any table, unless a number stands before them. */
const shortest = 4;

/** The labels of the rows of both editions, with and without their numbers; those of 表四 stand in its head. */
const rowLabels: ReadonlySet<string> = new Set(
  [edition2021, edition2019]
    .flatMap(({ tables }) => tables)
    .flatMap(({ sideBySide, rows }) => (sideBySide ? [] : rows))
    .flatMap(({ number, label, variants }) =>
      [label, ...variants].flatMap((each) => [each, `${number}${each}`]),
    )
    .filter((label) => label.length >= shortest)
    .map(bare),
);

/** The rows of a page that stand together, without anything said between them. */
function tablesOf({ shown }: Report, rows: readonly KnownRow[]): readonly KnownRow[][] {
  const tables: KnownRow[][] = [];
  let end = -1;
  for (const row of rows) {
    const isNext = end >= 0 && lineIn(shown, { start: end, end: row.start }) === '';
    if (isNext) tables.at(-1)?.push(row);
    else tables.push([row]);
    end = row.end;
  }
  return tables;
}

function proseIn({ shown }: Report, span: Span, layout: RowLayout): string[] {
  const lines = plainIn(shown, span)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  return layout === 'markdown' ? lines.flatMap((line) => [line, '']).slice(0, -1) : lines;
}

function linesOf(report: Report, rows: readonly KnownRow[], layout: RowLayout): readonly string[] {
  const start = rows[0]?.start ?? 0;
  const end = rows.at(-1)?.end ?? 0;
  const readings = report.tables.filter(({ span }) => span.start < end && span.end > start);
  const cells = rows.map((row) => rowOf(report, row));
  // What is no table of the form only gives its words a place on the page.
  if (readings.length === 0 && !cells.some(({ labels }) => labels))
    return cells.map((row) =>
      row.cells
        .map(({ text }) => text)
        .join(' ')
        .trim(),
    );
  const [only, ...others] = readings;
  // Markdown has no room for figures without labels beside them.
  const isBeside =
    layout === 'markdown' && only && others.length === 0 && tableOf(report.form, only.id).sideBySide;
  const figure = (index: number): string => printed(report, report.cells[index]);
  return isBeside ? tableLines(report.form, only.id, layout, { figure }) : pastedLines(cells, layout);
}

/** A row as it is copied, with its labels where one of them is a row's of the form. */
function rowOf(report: Report, { cells }: KnownRow): PastedRow {
  const texts = cells.map((cell) => wordsIn(report, cell));
  const label = texts.findLastIndex((text) => rowLabels.has(bare(text)));
  return {
    cells: cells.map(({ column, columns }, index) => ({
      text: texts[index] ?? '',
      column,
      end: column + columns,
    })),
    labels: label >= 0 && label < cells.length - 1 ? label + 1 : undefined,
  };
}

/** What stands in a cell, on one line; blanks between Chinese characters are the page's. */
const wordsIn = ({ shown }: Report, span: Span): string =>
  lineIn(shown, span)
    .replace(/[\s|]+/gu, ' ')
    .replace(/(?<=[^ -~]) (?=[^ -~])/gu, '');

const printed = (report: Report, cell: Cell | undefined): string =>
  cell && cell.kind !== 'absent' && cell.kind !== 'merged'
    ? wordsIn(report, 'printed' in cell && cell.printed ? cell.printed : cell.span)
    : '';

/** Whether rows say the same as their page in every cell of the form; labels that are found only where they stand on one line add to it. */
const isSame = (page: Report, rows: Report): boolean =>
  page.form === rows.form &&
  page.cells.every((cell, index) => {
    const own = rows.cells[index];
    return cell.kind === 'absent' || (own?.kind === cell.kind && valueOf(own) === valueOf(cell));
  });

import { type Table, tableOf } from '../form/form';
import { isPunctuation } from '../parse/key';
import { viewOf } from '../parse/view';
import type { Report, TableReading } from '../report/report';
import { fold, ignored } from '../text/fold';
import type { Span } from '../text/span';

/** Where a table prints the label of a group or of a column; `id` is the form's. */
export interface PrintedLabel {
  readonly kind: 'group' | 'column';
  readonly id: string;
  readonly span: Span;
}

/** Shorter labels of columns (其他, 总计) are labels of rows, too, and are looked for in the head of the table only. */
const unmistakable = 4;

/**
 * Finds the labels of a table's groups and columns as they are printed, each as often as it stands there. They may be broken
 * over lines and cells: blanks and punctuation between their characters do not count. The span of a group has its number.
 */
export function printedLabels(report: Report, text: string, reading: TableReading): PrintedLabel[] {
  const table = tableOf(report.form, reading.id);
  const view = fold(viewOf(text));
  const head = { start: reading.span.start, end: endOfHead(report, reading) };
  const columns = columnLabels(table);
  const isLong = ([label]: readonly [string, unknown]): boolean => label.length >= unmistakable;
  // Other labels of the head are looked for only to keep what they contain from being found (法人或其他组织).
  const inHead = new Map<string, Meaning | undefined>([...columns].filter((entry) => !isLong(entry)));
  for (const header of table.headers) inHead.set(bare(header), undefined);
  return [
    ...find(view, reading.span, groupLabels(table)).map(({ span, ...label }) => ({
      ...label,
      span: { start: numberBefore(view, span.start), end: span.end },
    })),
    ...find(view, reading.span, new Map([...columns].filter(isLong))),
    ...find(view, head, inHead),
  ];
}

type Meaning = Omit<PrintedLabel, 'span'>;

function groupLabels({ groups }: Table): Map<string, Meaning> {
  const labels = groups.flatMap(({ id, label, variants }) =>
    [label, ...variants].map((each): [string, Meaning] => [fold(each), { kind: 'group', id }]),
  );
  return new Map(labels);
}

function columnLabels({ rows }: Table): Map<string, Meaning> {
  const labels = rows.flatMap(({ columns }) =>
    columns.flatMap(({ id, label, variants }) =>
      [label, ...variants].map((each): [string, Meaning] => [bare(each), { kind: 'column', id }]),
    ),
  );
  return new Map(labels);
}

/** Where the figures begin; the end of the table where it has none. */
function endOfHead(report: Report, { id, span }: TableReading): number {
  const { rows } = tableOf(report.form, id);
  const cells = rows.flatMap((row) => report.cells.slice(row.firstCell, row.firstCell + row.columns.length));
  return Math.min(span.end, ...cells.filter(({ kind }) => kind !== 'absent' && kind !== 'merged').map((cell) => cell.span.start));
}

function find(view: string, within: Span, labels: ReadonlyMap<string, Meaning | undefined>): PrintedLabel[] {
  if (labels.size === 0) return [];
  const { characters, offsets } = significant(view, within);
  // The longest first: some labels are parts of others.
  const pattern = [...labels.keys()].sort((a, b) => b.length - a.length).join('|');
  return [...characters.matchAll(new RegExp(pattern, 'g'))].flatMap(({ 0: found, index }) => {
    const label = labels.get(found);
    const start = offsets[index];
    const last = offsets[index + found.length - 1];
    return label && start !== undefined && last !== undefined
      ? [{ ...label, span: { start, end: last + 1 } }]
      : [];
  });
}

/** The characters of a stretch that count in a label, and where each of them stands. */
function significant(view: string, { start, end }: Span): { characters: string; offsets: number[] } {
  let characters = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at++) {
    const unit = view.charCodeAt(at);
    if (unit === ignored || isPunctuation(unit)) continue;
    characters += view.charAt(at);
    offsets.push(at);
  }
  return { characters, offsets };
}

/** A label as `significant` leaves it. */
function bare(label: string): string {
  const view = fold(label);
  return significant(view, { start: 0, end: view.length }).characters;
}

/** Where the number in front of `start` begins (三、 or （三）), or `start` itself where there is none. */
function numberBefore(view: string, start: number): number {
  const number = /\(?[一二三四五六七八九十]{1,2}[).、,][^\S\n]*$/.exec(
    view.slice(Math.max(0, start - 8), start),
  );
  return number ? start - number[0].length : start;
}

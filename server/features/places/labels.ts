import { type Table, tableOf } from '../../form/form';
import { isPunctuation } from '../../parse/lexicon/label-key';
import { viewOf } from '../../parse/view/view';
import type { Report, TableReading } from '../../report/report';
import { fold, ignored } from '../../text/fold';
import type { Span } from '../../text/span';

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
 * over lines and cells: blanks and punctuation between their characters do not count, and in the head a part that belongs to
 * one column alone is enough. The span of a group has its number.
 */
export function printedLabels(report: Report, text: string, reading: TableReading): PrintedLabel[] {
  const table = tableOf(report.form, reading.id);
  const view = fold(viewOf(text).text);
  const { start, end } = reading.span;
  const head = endOfHead(report, reading);
  const groups = find(view, reading.span, groupLabels(table)).map(({ kind, id, span }) => ({
    kind,
    id,
    span: { start: numberBefore(view, span.start), end: span.end },
  }));
  const columns = columnLabels(table);
  const long = new Map([...columns].filter(([label]) => label.length >= unmistakable));
  return [
    ...groups,
    ...find(view, { start, end: head }, headLabels(table, columns)),
    ...find(view, { start: head, end }, long),
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

/** What is looked for in the head: labels, parts of labels, and words (undefined) that only look like labels. */
function headLabels(
  { headers }: Table,
  columns: ReadonlyMap<string, Meaning>,
): Map<string, Meaning | undefined> {
  const all = new Map<string, Meaning | undefined>();
  for (const [label, meaning] of columns) {
    for (let at = 2; at <= label.length - 2; at++) {
      for (const part of [label.slice(0, at), label.slice(at)]) {
        const other = all.has(part) ? all.get(part) : meaning;
        all.set(part, other?.id === meaning.id ? meaning : undefined);
      }
    }
  }
  for (const [label, meaning] of columns) all.set(label, meaning);
  for (const header of headers) all.set(bare(header), undefined);
  return all;
}

/** Where the figures begin; the end of the table where it has none. */
function endOfHead(report: Report, { id, span }: TableReading): number {
  const { rows } = tableOf(report.form, id);
  const cells = rows.flatMap((row) => report.cells.slice(row.firstCell, row.firstCell + row.columns.length));
  return Math.min(
    span.end,
    ...cells.filter(({ kind }) => kind !== 'absent' && kind !== 'merged').map((cell) => cell.span.start),
  );
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
  const number =
    /(?:\([\0一二三四五六七八九十]{1,4}|[一二三四五六七八九十][\0一二三四五六七八九十]{0,3})[).、,][\0 \t]*$/.exec(
      view.slice(Math.max(0, start - 8), start),
    );
  return number ? start - number[0].length : start;
}

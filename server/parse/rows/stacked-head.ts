import type { Column } from '../../form/form';
import { foldUnit, ignored } from '../../text/fold';
import type { Span } from '../../text/span';
import type { Item } from '../tokens/item';
import { isFigure } from '../tokens/token';
import { type ColumnLabel, columnLabels } from './printed-labels';
import type { ReadRegion } from './read-region';
import type { LabelledTable } from './run';
import { type Stretch, stretchOf, widths } from './stretches';

// Narrow columns break the labels of their head over lines, down to one character a line, so that pieces of several labels share each.
// Only text that is set with blanks shows which pieces stand below each other.

/**
 * The labels of columns in a region, those among them that the lines of a page's head break if all of these are found: each where its first
 * piece stands.
 */
export function headLabels({ items, region }: ReadRegion, known: LabelledTable, view: string): ColumnLabel[] {
  const { table } = known;
  const whole = columnLabels(items, region, table);
  const columns = table.rows[0]?.columns ?? [];
  if (whole.some((label) => label.columns > 0)) return whole;
  if (table.sideBySide) return besideEachOther({ items, region }, known, view) ?? whole;
  if (columns.length < fewest) return whole;
  const heads = [...headsIn({ items, region }, known, view)].flatMap((head) => {
    const isIn = ({ span }: ColumnLabel): boolean => head.start <= span.start && span.start < head.end;
    const there = whole.filter(isIn);
    const labels = there.length < columns.length ? withBroken(there, { columns, head, view }) : there;
    // A page may end in the middle of a head: what gains nothing stays in its order.
    return labels === there ? [] : labels;
  });
  const taken = new Set(heads);
  return [...heads, ...whole.filter((label) => !taken.has(label))];
}

/**
 * The labels above rows side by side, from left to right: each column is named once for every row. Undefined where some are not found, or
 * others between them.
 */
function besideEachOther(
  { items, region }: ReadRegion,
  { table }: LabelledTable,
  view: string,
): ColumnLabel[] | undefined {
  const own = items.slice(region.from, region.to);
  const figure = own.find(({ token }) => isFigure(token));
  const head = { start: own[0]?.token.start ?? 0, end: figure?.token.start ?? 0 };
  const columns = table.rows.flatMap((row) => row.columns);
  for (const width of widths) {
    const characters = charactersIn(head, view, width);
    const labels = (table.rows[0]?.columns ?? [])
      .flatMap(({ id, label }) =>
        placesOf(label, characters, width).map((span) => ({ id, span, column: 0, columns: 0 })),
      )
      .map((label) => ({ label, stretch: stretchOf(view, label.span, width) }))
      .sort((a, b) => a.stretch.from - b.stretch.from);
    const isFull =
      labels.length === columns.length && labels.every(({ label }, at) => label.id === columns[at]?.id);
    if (isFull && areInOrder(labels.map(({ stretch }) => stretch))) return labels.map(({ label }) => label);
  }
  return undefined;
}

/** The heads of the pages of a region: what stands before the first row of each. */
function* headsIn({ items, region }: ReadRegion, known: LabelledTable, view: string): Iterable<Span> {
  let start = items[aboveOf({ items, region })]?.token.start ?? 0;
  let isOpen = true;
  let count = 0;
  for (let index = region.from; index < region.to; index++) {
    const item = items[index] as Item;
    const before = items[index - 1]?.token.end ?? 0;
    const feed = index > region.from ? view.slice(before, item.token.start).lastIndexOf('\f') : -1;
    if (feed >= 0) {
      start = before + feed + 1;
      isOpen = true;
    }
    if (!isOpen || !isOfRow(item, known)) continue;
    if (item.token.start > start) yield { start, end: item.token.start };
    isOpen = false;
    if (++count >= mostHeads) return;
  }
}

/** Where the head of a region may begin: pieces of labels that tell nothing stand above the first that is known. */
function aboveOf({ items, region }: ReadRegion): number {
  let from = region.from;
  const isPiece = ({ token, meanings }: Item): boolean => token.kind === 'words' && meanings.length === 0;
  while (region.from - from < mostLines && items[from - 1] && isPiece(items[from - 1] as Item)) from--;
  return from;
}

/**
 * The labels of one head in the form's order, those that lines break among them; only those in one piece where not all are found, or they
 * stand in another order.
 */
function withBroken(
  whole: readonly ColumnLabel[],
  {
    columns,
    head,
    view,
  }: { readonly columns: readonly Column[]; readonly head: Span; readonly view: string },
): readonly ColumnLabel[] {
  for (const width of widths) {
    const characters = charactersIn(head, view, width);
    const labels = columns.flatMap(({ id, label }) => {
      const there = whole.find((each) => each.id === id);
      const [span] = there ? [] : placesOf(label, characters, width);
      return there ?? (span ? [{ id, span, column: 0, columns: 0 }] : []);
    });
    const stretches = labels.map(({ span }) => stretchOf(view, span, width));
    if (labels.length === columns.length && areInOrder(stretches)) return labels;
  }
  return whole;
}

/** Whether an item is a figure or the label of a row: 其他 and 总计 alone may as well be those of columns. */
const isOfRow = ({ token, meanings }: Item, { table }: LabelledTable): boolean =>
  isFigure(token) ||
  (meanings.some((each) => each.kind === 'row' && each.table === table.id) &&
    !(meanings.some(({ kind }) => kind === 'column') && !token.numbering));

/** Tables with fewer columns have room for their labels. */
const fewest = 7;
/** No table goes on over more pages. */
const mostHeads = 32;
/** So many lines a head has at the most. */
const mostLines = 24;
/** So far aside a character may stand from those above it: what is set in the middle of a cell stands on half columns. */
const mostAside = 1;
/** Characters from here on are as wide as Chinese ones. */
const firstWide = 0x2e80;

interface Character extends Stretch {
  readonly start: number;
  readonly line: number;
}

type Characters = ReadonlyMap<string, readonly Character[]>;

/** The Chinese characters of a head, each with its places from top to bottom. 其他 of 法人或其他组织 is no label. */
function charactersIn({ start, end }: Span, view: string, width: number): Characters {
  const found = new Map<string, Character[]>();
  let at = view.lastIndexOf('\n', start) + 1;
  for (const [line, text] of view.slice(at, end).split('\n', mostLines).entries()) {
    let from = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (foldUnit(unit) === ignored) continue;
      const to = from + (unit >= firstWide ? width : 1);
      const mine = found.get(text.charAt(index)) ?? [];
      if (unit >= firstWide && text.charAt(index - 1) !== '或')
        mine.push({ start: at + index, line, from, to });
      found.set(text.charAt(index), mine);
      from = to;
    }
    at += text.length + 1;
  }
  return found;
}

/** Where the first pieces of a label stand whose characters follow each other on a line, or below the piece before. */
const placesOf = (label: string, head: Characters, width: number): Span[] =>
  (head.get(label.charAt(0)) ?? []).flatMap((first) => {
    const piece = firstPiece(first, label, head);
    return piece ? [{ start: piece.start, end: piece.start + (piece.to - piece.from) / width }] : [];
  });

function firstPiece(first: Character, label: string, head: Characters): Character | undefined {
  let piece: Character | undefined;
  let last = first;
  for (const character of label.slice(1)) {
    const next = head.get(character)?.find((each) => isNext(each, last));
    if (!next) return undefined;
    if (next.line > last.line) piece ??= last;
    last = next.line > last.line ? next : { ...last, to: next.to };
  }
  return piece ?? last;
}

/** Whether a character is the next one of the line, or stands below the piece before it. */
const isNext = ({ line, from, to }: Character, last: Character): boolean =>
  line === last.line
    ? from === last.to
    : line > last.line && from < last.to + mostAside && last.from < to + mostAside;

/** Whether stretches stand beside each other, from left to right. */
const areInOrder = (stretches: readonly Stretch[]): boolean =>
  stretches.every(({ to }, at) => to <= (stretches[at + 1]?.from ?? to));

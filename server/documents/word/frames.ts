import type { Span } from '../../text/span';
import type { Block, Cell, Paragraph, Piece, Whole } from '../lines/blocks';
import { paragraphsIn, saidBy } from '../lines/comments';
import { type OpenPiece, withMarks } from '../lines/raised';
import { isOn } from './elements';
import type { Numbering } from './numbering';
import { Content } from './paragraph-content';
import { type Unread, withUnread } from './unread';

// What is open while a part is read, from its beginning to its end.

export interface OpenParagraph {
  readonly pieces: OpenPiece[];
  readonly tag: Span;
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  look: string;
  /** Whether the paragraph goes on in the next, its end having been taken out. */
  goesOn: boolean;
  /** Whether there is a colour behind it. */
  isShaded: boolean;
  readonly behind: Block[];
  readonly content: Content;
}

export interface OpenRow {
  readonly cells: Cell[];
  /** The columns in which cells over several rows stand. */
  readonly tall: Set<number>;
  column: number;
  isDeleted: boolean;
  /** Whether it is not shown where it says nothing. */
  isHidden: boolean;
}

/** How a cell is part of a larger one. */
type Merge = 'begins' | 'goesOn' | undefined;

export interface OpenCell {
  columns: number;
  down: Merge;
  across: Merge;
  isDeleted: boolean;
  /** Whether there is a colour behind it. */
  isShaded: boolean;
  /** What it shows besides words, the last of it. */
  unread: Unread | undefined;
}

/** What can be open at a time, the innermost last; tables stand in cells, boxes in paragraphs. */
export interface Frame {
  readonly blocks: Block[];
  readonly rows: (readonly Cell[])[];
  row: OpenRow | undefined;
  cell: OpenCell | undefined;
  /** What there is of the last row for the next. */
  tall: ReadonlySet<number>;
  paragraph: OpenParagraph | undefined;
  /** A paragraph that goes on in the one that comes next. */
  before: OpenParagraph | undefined;
  /** What stands apart from the words of its cells. */
  readonly behind: Block[];
}

/** A row without cells. */
export const newRow = (): OpenRow => ({
  cells: [],
  tall: new Set(),
  column: 0,
  isDeleted: false,
  isHidden: false,
});

/** A cell of one column. */
export const newCell = (): OpenCell => ({
  columns: 1,
  down: undefined,
  across: undefined,
  isDeleted: false,
  isShaded: false,
  unread: undefined,
});

/** Nothing yet. */
export const newFrame = (): Frame => ({
  blocks: [],
  rows: [],
  row: undefined,
  cell: undefined,
  tall: new Set(),
  paragraph: undefined,
  before: undefined,
  behind: [],
});

/** A paragraph without characters. */
export const newParagraph = (tag: Span): OpenParagraph => ({
  pieces: [],
  tag,
  style: undefined,
  list: undefined,
  level: undefined,
  look: '',
  goesOn: false,
  isShaded: false,
  behind: [],
  content: new Content(),
});

/** A property of an element: its name, the element that it stands in, and its value. */
export interface Property {
  readonly own: string;
  readonly parent: string | undefined;
  readonly value: string | undefined;
}

/** Sets what a property says of a paragraph. */
export function setParagraph(paragraph: OpenParagraph, { own, parent, value }: Property): void {
  if (own === 'pStyle' && parent === 'pPr') paragraph.style = value;
  else if (own === 'numId' && parent === 'numPr') paragraph.list = value;
  else if (own === 'ilvl' && parent === 'numPr') paragraph.level = countOf(value);
  else if ((own === 'del' || own === 'moveFrom') && parent === 'rPr') paragraph.goesOn = true;
  else if (own === 'ground' && parent === 'pPr') paragraph.isShaded = true;
}

/** Sets what a property says of the row, or the cell, that is open. */
export function setTable(row: OpenRow | undefined, cell: OpenCell | undefined, property: Property): void {
  const { own, parent, value } = property;
  if (row && parent === 'trPr') {
    if (own === 'gridBefore') row.column = countOf(value);
    else if (own === 'del') row.isDeleted = true;
    else if (own === 'hidden') row.isHidden = isOn(value);
  }
  if (!cell || parent !== 'tcPr') return;
  if (own === 'cellDel') cell.isDeleted = true;
  else if (own === 'ground') cell.isShaded = true;
  else if (own === 'gridSpan') cell.columns = Math.max(1, countOf(value));
  // Without a word it goes on.
  else if (own === 'vMerge') cell.down = mergeOf(value);
  else if (own === 'hMerge') cell.across = mergeOf(value);
}

const mergeOf = (value: string | undefined): Merge => (value === 'restart' ? 'begins' : 'goesOn');

/** Puts the open cell into its row, unless it was taken out. One that goes on has nothing of its own, unless there is nothing that it could go on. */
export function putCell({ row, cell, tall }: Frame, blocks: readonly Block[]): void {
  if (!row || !cell || cell.isDeleted) return;
  const { column } = row;
  const { columns, down, across } = cell;
  const isBelow = down === 'goesOn' && tall.has(column);
  const isBehind = across === 'goesOn' && row.cells.length > 0;
  row.cells.push({
    column,
    columns,
    isContinued: isBelow || isBehind,
    blocks: withUnread(blocks, cell.unread),
  });
  if (down) row.tall.add(column);
  row.column = Math.min(widest, column + columns);
}

/** No table of a word processor is wider than that. */
const widest = 63;
const countOf = (value: string | undefined): number =>
  Math.min(widest, Math.max(0, Number.parseInt(value ?? '0', 10) || 0));

/** A paragraph whose end was taken out, with the one that it goes on in. */
export function joined(before: OpenParagraph, own: OpenParagraph): OpenParagraph {
  for (const piece of own.pieces) before.pieces.push(piece);
  for (const block of own.behind) before.behind.push(block);
  return before;
}

/** The pieces of a paragraph as they are read, with the number of its list before them, as one with these properties has it. */
export function numbered(
  numbering: Numbering,
  paragraph: OpenParagraph,
  pieces: readonly OpenPiece[],
): readonly Piece[] {
  const label = numbering(paragraph);
  const own = withMarks(pieces);
  return label === '' ? own : [{ text: label, source: undefined }, ...own];
}

/** Where a paragraph that ends with the tag at `end` can be written; `isWhole` where it stands in the text itself. */
export function placesOf(
  { tag, look, content }: OpenParagraph,
  { name: part, prefix }: { readonly name: string; readonly prefix: string },
  end: Span,
  isWhole: boolean,
): { gap: Paragraph['gap']; whole?: Whole } {
  const isClosed = end.start === tag.start;
  const gap = { part, tag, end: isClosed ? end.end : end.start, isClosed, look };
  return isWhole ? { gap, whole: content.whole(part, { start: tag.start, end: end.end }, prefix) } : { gap };
}

/** Ends the paragraph that was to go on, where nothing comes in which it could. */
export function endBefore(frame: Frame, numbering: Numbering): void {
  const { before, blocks } = frame;
  frame.before = undefined;
  if (!before) return;
  if (before.pieces.length > 0)
    blocks.push({ kind: 'paragraph', pieces: numbered(numbering, before, before.pieces), gap: undefined });
  for (const block of before.behind) blocks.push(block);
}

/** Puts the open row into its table, unless it was taken out. */
export function endRow(frame: Frame): void {
  const { row, rows } = frame;
  frame.row = undefined;
  if (!row || row.isDeleted || (row.isHidden && !row.cells.some(saysAnything))) return;
  rows.push(row.cells);
  frame.tall = row.tall;
}

/** A row is shown where any of it is (ECMA-376 part 1, 17.4.20). */
const saysAnything = ({ blocks }: Cell): boolean =>
  [...paragraphsIn(blocks)].some(({ pieces }) => saidBy(pieces).trim() !== '');

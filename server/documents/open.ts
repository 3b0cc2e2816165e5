import type { Span } from '../text/span';
import type { Block, Cell, Piece } from './blocks';

// What is open while a part is read, from its beginning to its end.

export interface OpenParagraph {
  readonly pieces: Piece[];
  readonly tag: Span;
  style: string | undefined;
  list: string | undefined;
  level: number | undefined;
  look: string;
  /** Whether the paragraph goes on in the next, its end having been taken out. */
  goesOn: boolean;
  readonly behind: Block[];
}

export interface OpenRow {
  readonly cells: Cell[];
  column: number;
  isDeleted: boolean;
}

export interface OpenCell {
  columns: number;
  isContinued: boolean;
}

/** What can be open at a time, the innermost last; tables stand in cells, boxes in paragraphs. */
export interface Frame {
  readonly blocks: Block[];
  readonly rows: (readonly Cell[])[];
  row: OpenRow | undefined;
  cell: OpenCell | undefined;
  paragraph: OpenParagraph | undefined;
  /** A paragraph that goes on in the one that comes next. */
  before: OpenParagraph | undefined;
}

/** Nothing yet. */
export const newFrame = (): Frame => ({
  blocks: [],
  rows: [],
  row: undefined,
  cell: undefined,
  paragraph: undefined,
  before: undefined,
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
  behind: [],
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
  else if (own === 'del' && parent === 'rPr') paragraph.goesOn = true;
}

/** Sets what a property says of the row, or the cell, that is open. */
export function setTable(row: OpenRow | undefined, cell: OpenCell | undefined, property: Property): void {
  const { own, parent, value } = property;
  if (row && parent === 'trPr') {
    if (own === 'gridBefore') row.column += countOf(value);
    else if (own === 'del') row.isDeleted = true;
  }
  if (!cell || parent !== 'tcPr') return;
  if (own === 'gridSpan') cell.columns = Math.max(1, countOf(value));
  // Without a word it goes on.
  else if (own === 'vMerge' || own === 'hMerge') cell.isContinued ||= value !== 'restart';
}

/** Fields of a document, one in another: what they are to show, and the result that is shown. */
export class Fields {
  private readonly open: { code: string; isResult: boolean }[] = [];

  /** What begins or ends, by the word for it. */
  turn(type: string | undefined): void {
    const last = this.open.at(-1);
    if (type === 'begin') this.open.push({ code: '', isResult: false });
    else if (type === 'separate' && last) last.isResult = true;
    else if (type === 'end') this.open.pop();
  }

  addCode(code: string): void {
    const last = this.open.at(-1);
    if (last) last.code += code;
  }

  /** Whether what stands here is a table of contents, which says again what the headings say. */
  get isContents(): boolean {
    return this.open.some(({ code, isResult }) => isResult && /^\s*TOC\b/u.test(code));
  }
}

/** No table is wider than that. */
const widest = 200;
const countOf = (value: string | undefined): number =>
  Math.min(widest, Math.max(0, Number.parseInt(value ?? '0', 10) || 0));

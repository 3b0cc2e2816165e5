import type { Block } from '../lines/blocks';
import { paragraphsIn, saidBy } from '../lines/comments';
import { shownNotes } from '../lines/notes';
import type { Frame } from './frames';
import { isFigure, type Tally, type Unread } from './unread';

// What stands beside the words of paragraphs and cells: boxes, notes, and what is not read.

/** A document as it is shown, with tracked changes accepted. */
export interface Story {
  readonly blocks: readonly Block[];
  /** Whether some changes are tracked. */
  readonly isTracked: boolean;
}

/** Puts the words of a box behind the paragraph that it belongs to; behind the table of a cell. */
function putBehind(frames: readonly [Frame, ...Frame[]], blocks: readonly Block[]): void {
  const { paragraph, blocks: own } = frames.at(-1) ?? frames[0];
  for (const block of blocks) (tableIn(frames)?.behind ?? paragraph?.behind ?? own).push(block);
}

/** Puts the words of a box there; the cell that it stands in shows them too. */
export function putBox(frames: readonly [Frame, ...Frame[]], blocks: readonly Block[]): void {
  putBehind(frames, blocks);
  if ([...paragraphsIn(blocks)].some(({ pieces }) => isFigure(saidBy(pieces)))) showIn(frames, 'box');
}

/** The cell that is open shows something that is no character of it. */
export function showIn(frames: readonly Frame[], what: Unread): void {
  const cell = frames.findLast((each) => each.cell)?.cell;
  if (cell) cell.unread = what;
}

/** Counts a figure that is not read; the cell that it stands in tells what it is. */
export function putUnread(frames: readonly Frame[], what: Unread, tally: Tally): void {
  tally[what] = (tally[what] ?? 0) + 1;
  showIn(frames, what);
}

/** Whether what stands here is in a cell, and there is nothing but paper behind it. */
export const isOnPaper = (frames: readonly Frame[]): boolean =>
  frames.some(({ cell }) => cell) &&
  !frames.some(({ cell, paragraph }) => cell?.isShaded || paragraph?.isShaded);

/** Puts a note there. */
export const putNote = (frames: readonly [Frame, ...Frame[]], note: readonly Block[]): void =>
  putBehind(frames, shownNotes(note, tableIn(frames) !== undefined));

/** The outermost table that is open. */
const tableIn = (frames: readonly Frame[]): Frame | undefined => frames.find(({ row }) => row !== undefined);

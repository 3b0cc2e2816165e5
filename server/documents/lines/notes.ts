import { mark, said } from '../../text/say';
import type { Block, Paragraph } from './blocks';
import { commented, paragraphsIn, saidBy } from './comments';

// Footnotes and endnotes, as they are shown behind what refers to them.

const name = mark`注`;

/** A line that keeps apart what stands before it and behind it: a note goes on in no other paragraph, whatever it ends with. */
const apart: Paragraph = { kind: 'paragraph', pieces: [], gap: undefined };

/**
 * Notes as they are shown: those that a cell refers to as comments, since what they count is of that cell and of no other; those of
 * a paragraph as paragraphs of their own.
 */
export function shownNotes(note: readonly Block[], isOfCell: boolean): readonly Block[] {
  const own = [...paragraphsIn(note)].filter(({ pieces }) => saidBy(pieces).trim() !== '');
  if (own.length === 0) return [];
  return isOfCell
    ? own.map((each) => commented(name, each))
    : [
        { ...apart, place: said(name) },
        ...note.map((block) => (block.kind === 'paragraph' ? { ...block, place: said(name) } : block)),
        { ...apart, place: said(name) },
      ];
}

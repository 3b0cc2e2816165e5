import { said } from '../../text/say';
import type { Block, Paragraph, Piece } from './blocks';

// What belongs to the document and is no part of what the report says is shown as comments, which nobody reads as its text.

/** A paragraph as a comment that begins with the name of what it is. */
export function commented(name: string, { pieces }: Pick<Paragraph, 'pieces'>): Paragraph {
  const words = saidBy(pieces);
  // What ends a comment would end this one.
  const own = /--|^-|-$|[<>\n]/u.test(words) ? [drawn(words.replace(/[-<>\n]+/gu, ' '))] : pieces;
  return {
    kind: 'paragraph',
    pieces: [drawn(`<!-- ${name}：`), ...own, drawn(' -->')],
    gap: undefined,
    place: said(name),
  };
}

/** The paragraphs of blocks, also those in the cells of their tables. */
export function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block;
    else for (const row of block.rows) for (const cell of row) yield* paragraphsIn(cell.blocks);
  }
}

/** What pieces say together. */
export const saidBy = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const drawn = (text: string): Piece => ({ text, source: undefined });

import { beginsAsFigure, endsAsFigure } from '../../text/numerals';
import type { Piece } from './blocks';

/** Characters of a paragraph that is open. */
export interface OpenPiece extends Piece {
  /** Whether they stand above the line, or below it. */
  readonly isRaised: boolean;
}

/**
 * The pieces of a paragraph, with brackets around raised figures that stand at a figure: the mark of a note is no digit of it. The
 * others are read as they are written.
 */
export function withMarks(pieces: readonly OpenPiece[]): readonly Piece[] {
  if (!pieces.some(({ isRaised }) => isRaised)) return pieces;
  const stretches = stretchesOf(pieces);
  return stretches.flatMap(({ text, isRaised, pieces: own }, at) => {
    const before = stretches[at - 1]?.text ?? '';
    const behind = stretches[at + 1]?.text ?? '';
    const isMark =
      (endsAsFigure.test(before) && beginsAsFigure.test(text)) ||
      (endsAsFigure.test(text) && beginsAsFigure.test(behind));
    return isRaised && isMark ? [bracket('['), ...own, bracket(']')] : own;
  });
}

const bracket = (text: string): Piece => ({ text, source: undefined });

interface Stretch {
  text: string;
  readonly isRaised: boolean;
  readonly pieces: Piece[];
}

/** Pieces that stand on the line and such as do not, by turns. */
function stretchesOf(pieces: readonly OpenPiece[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const piece of pieces) {
    const last = stretches.at(-1);
    if (last && (last.isRaised === piece.isRaised || piece.text === '')) {
      last.text += piece.text;
      last.pieces.push(piece);
    } else stretches.push({ text: piece.text, isRaised: piece.isRaised, pieces: [piece] });
  }
  return stretches;
}

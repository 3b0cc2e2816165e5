import { say } from '../../text/say';
import { UnreadableDocument } from '../containers/unreadable';
import type { Head } from './fib';

/** Characters that stand together in the stream ([MS-DOC] 2.4.1). */
export interface TextPiece {
  /** Which characters of the document they are. */
  readonly start: number;
  readonly end: number;
  /** Where the first of them is in the stream, and how many bytes each has. */
  readonly place: number;
  readonly width: 1 | 2;
}

const narrow = 0x40000000;
const modifier = 1;
const pieceTable = 2;

/** The pieces of all texts, in order. */
export function piecesOf(head: Head): TextPiece[] {
  const view = head.part('pieces');
  let at = 0;
  while (at < view.byteLength && view.getUint8(at) === modifier) at += 3 + view.getUint16(at + 1, true);
  if (at >= view.byteLength || view.getUint8(at) !== pieceTable) throw new UnreadableDocument(say`已损坏`);
  const length = view.getUint32(at + 1, true);
  const count = Math.floor((length - 4) / 12);
  const first = at + 5;
  if (first + length > view.byteLength) throw new UnreadableDocument(say`已损坏`);
  const pieces: TextPiece[] = [];
  for (let index = 0; index < count; index++) {
    const start = view.getUint32(first + 4 * index, true);
    const end = Math.min(view.getUint32(first + 4 * index + 4, true), head.length);
    const written = view.getUint32(first + 4 * (count + 1) + 8 * index + 2, true);
    const isNarrow = (written & narrow) !== 0;
    const place = isNarrow ? (written & ~narrow) >>> 1 : written;
    const width = isNarrow ? 1 : 2;
    if (start >= end) continue;
    if (place + width * (end - start) > head.main.byteLength) throw new UnreadableDocument(say`已损坏`);
    pieces.push({ start, end, place, width });
  }
  return pieces;
}

/** The characters of pieces, one for each that is counted. */
export const textOf = ({ main }: Head, pieces: readonly TextPiece[]): string =>
  pieces
    .map(({ start, end, place, width }) =>
      new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le').decode(
        new Uint8Array(main.buffer, main.byteOffset + place, width * (end - start)),
      ),
    )
    .join('');

import { looksLikeDocx, readDocx, type WordDocument } from '../documents/docx';
import { type Unreadable, UnreadableDocument, whyForeign } from '../documents/kinds';
import { type Decoded, decode, whyUnreadable } from './decode';

/** What a file says: a text in an encoding, or a document of a word processor. */
export type Content = Decoded | WordDocument;

/** Reads the bytes of a file, whatever they are. */
export function readBytes(bytes: Uint8Array): Content | Unreadable {
  const foreign = whyForeign(bytes);
  if (foreign) return foreign;
  if (looksLikeDocx(bytes)) return readWord(bytes);
  return decode(bytes) ?? { reason: whyUnreadable(bytes), remedy: '请用记事本等另存为 UTF-8' };
}

/** Whether a file is a document of a word processor. */
export const isWord = (content: Content): content is WordDocument => 'archive' in content;

function readWord(bytes: Uint8Array): WordDocument | Unreadable {
  try {
    return readDocx(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    throw error;
  }
}

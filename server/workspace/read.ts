import type { WordDocument } from '../documents/docx';
import { type Document, readerOf } from '../documents/kinds';
import { type Unreadable, UnreadableDocument } from '../documents/unreadable';
import { type Decoded, decode, whyUnreadable } from './decode';
import type { Limit } from './limit';

/** What a file says: a text in an encoding, or a document of an office program. */
export type Content = Decoded | Document;

/** Reads the bytes of a file, whatever they are; within a limit, but for what has to be loaded before. */
export async function readBytes(bytes: Uint8Array, limit: Limit): Promise<Content | Unreadable> {
  try {
    const read = await readerOf(bytes);
    if (read) return limit(() => read(bytes));
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    throw error;
  }
  return decode(bytes) ?? { reason: whyUnreadable(bytes), remedy: '请用记事本等另存为 UTF-8' };
}

/** Whether a file is a document, not a text. */
export const isDocument = (content: Content): content is Document => 'slots' in content;

/** Whether a file is a document of a word processor, which is written in place. */
export const isWord = (content: Content): content is WordDocument => 'archive' in content;

import { type Unreadable, UnreadableDocument } from '../documents/containers/unreadable';
import { type Document, endsAsDocument, readerOf } from '../documents/kinds';
import type { PlacedLines } from '../documents/lines/lines';
import type { WordDocument } from '../documents/word/docx';
import { say } from '../text/say';
import { type Decoded, decode, isPlain, whyUnreadable } from './decode';
import type { Limit } from './limit';

/** What a file says: a text in an encoding, or a document of an office program. */
export type Content = Decoded | Document;

/** How files are read where the program runs. */
export interface Means {
  readonly limit: Limit;
  /** Has a document read by a program of its own, which has a limit of its own; undefined where there are none. */
  readonly apart: ((program: string, bytes: Uint8Array) => Promise<PlacedLines | Unreadable>) | undefined;
}

/** Reads the bytes of a file, whatever they are; what has the `name` of a document and is none may still be a text. */
export async function readBytes(
  name: string,
  bytes: Uint8Array,
  { limit, apart }: Means,
): Promise<Content | Unreadable> {
  try {
    const reader = readerOf(bytes);
    if (typeof reader === 'function') return limit(() => reader(bytes));
    if (reader) {
      const read = (await apart?.(reader.apart, bytes)) ?? {
        reason: say`${reader.kind}，这里读不了`,
        remedy: say`请用桌面版打开`,
      };
      return 'reason' in read ? read : { ...read, kind: reader.kind };
    }
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    throw error;
  }
  const decoded = decode(bytes);
  if (endsAsDocument(name) && !(decoded && isPlain(decoded.text)))
    return {
      reason: say`名称像文档，内容却不是 Word、Excel、PDF 等程序的文档，也读不出文字`,
      remedy: say`请重新下载，或者从原来的程序重新保存`,
    };
  return decoded ?? whyUnreadable(bytes);
}

/** Whether a file is a document, not a text. */
export const isDocument = (content: Content): content is Document => 'slots' in content;

/** Whether a file is a document of a word processor, which is written in place. */
export const isWord = (content: Content): content is WordDocument => 'archive' in content;
